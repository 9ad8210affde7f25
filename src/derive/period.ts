/** Order and hull of periods: `2005`, `2006-Q1`, `2006-01`, `2006-01/2006-04`. */
import type { Period } from '../model/series.ts';

/** From the first to the last period of what a value speaks of; equal for a single period. */
export interface Span {
  readonly from: Period;
  readonly to: Period;
}

/** The first and the last month of a period, counted from the year 0. */
function months(period: Period): { readonly first: number; readonly last: number } {
  const [from = '', to] = period.split('/');
  if (to !== undefined) return { first: months(from).first, last: months(to).last };
  const [year = '', part] = from.split('-');
  const january = Number(year) * 12;
  if (part === undefined) return { first: january, last: january + 11 };
  if (part.startsWith('Q')) {
    const first = january + (Number(part.slice(1)) - 1) * 3;
    return { first, last: first + 2 };
  }
  const month = january + Number(part) - 1;
  return { first: month, last: month };
}

/** The years that a period touches. */
export function yearsOf(period: Period): number[] {
  if (period.length === 4) return [Number(period)];
  const { first, last } = months(period);
  const years = [];
  for (let year = Math.floor(first / 12); year <= Math.floor(last / 12); year++) years.push(year);
  return years;
}

/** The smallest span that holds both; where one holds the other already, that one: a quarter with one of its months. */
export function hull(a: Span, b: Span): Span {
  if (a.from === b.from && a.to === b.to) return a;
  const [first, last] = [months(a.from).first, months(a.to).last];
  const [otherFirst, otherLast] = [months(b.from).first, months(b.to).last];
  if (otherFirst <= first && otherLast >= last) return b;
  return { from: otherFirst < first ? b.from : a.from, to: otherLast > last ? b.to : a.to };
}

/** `2005`, or `2000–2005` with an en dash. */
export const spanText = ({ from, to }: Span): string => (from === to ? from : `${from}–${to}`);

/** Periods in short: runs of years are joined, `1986–2005, 2007, 2006-Q1`. For messages. */
export function periodsText(periods: readonly Period[]): string {
  const runs: { from: Period; to: Period }[] = [];
  for (const period of periods) {
    const last = runs.at(-1);
    if (last && /^\d+$/.test(period) && Number(last.to) + 1 === Number(period)) last.to = period;
    else runs.push({ from: period, to: period });
  }
  return runs.length === 0 ? 'no period at all' : runs.map(spanText).join(', ');
}
