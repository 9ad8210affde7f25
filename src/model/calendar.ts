/** Years, quarters, months, runs of months and dates in words, by the patterns of a locale file. */
import type { Locale } from './locale.ts';
import { fill } from './pattern.ts';
import type { Period } from './series.ts';
import { EN_DASH, tie } from './spacing.ts';

export type Length = 'long' | 'short';

const ROMAN = ['I', 'II', 'III', 'IV'];
const pad = (n: number) => String(n).padStart(2, '0');

/** The gaps of one month: `{m}`, `{mm}`, `{m0}`, `{month}`, `{mon}`; `suffix` for the two months of a run. */
function monthGaps(locale: Locale, month: number, suffix = ''): Record<string, string> {
  return {
    [`m${suffix}`]: String(month),
    [`mm${suffix}`]: pad(month),
    [`m0${suffix}`]: month <= 2 ? pad(month) : String(month),
    [`month${suffix}`]: locale.monthNames[month - 1] ?? '',
    [`mon${suffix}`]: locale.monthNamesShort[month - 1] ?? '',
  };
}

function quarter(locale: Locale, year: string, number: number, length: Length): string {
  const gaps = {
    quarter: String(number),
    roman: ROMAN[number - 1] ?? '',
    ordinal: locale.ordinalWords[number - 1] ?? '',
    year,
  };
  return tie(fill(length === 'long' ? locale.quarter : locale.quarterShort, gaps));
}

function month(locale: Locale, year: string, number: number, length: Length): string {
  return tie(fill(length === 'long' ? locale.month : locale.monthShort, { ...monthGaps(locale, number), year }));
}

function months(locale: Locale, from: RegExpExecArray, to: RegExpExecArray, length: Length): string {
  const [fromYear = '', toYear = ''] = [from[1], to[1]];
  const [first, last] = [Number(from[2]), Number(to[2])];
  if (fromYear !== toYear)
    return month(locale, fromYear, first, length) + EN_DASH + month(locale, toYear, last, length);
  const run = length === 'long' ? locale.monthRuns[`${first}-${last}`] : undefined;
  const pattern = run ?? (length === 'long' ? locale.months : locale.monthsShort);
  const gaps = { ...monthGaps(locale, first, '1'), ...monthGaps(locale, last, '2'), year: fromYear };
  return tie(fill(pattern, gaps));
}

/** Years from–to: `2001–2005`, long `giai đoạn 2001–2005`. */
export function spanText(locale: Locale, from: number, to: number, length: Length): string {
  return tie(fill(length === 'long' ? locale.spanLong : locale.span, { from: String(from), to: String(to) }));
}

/**
 * A period in words. Knows `2005`, `2006-Q1`, `2006-01`, `2006-01/2006-04` and a span of years, `2000–2005`.
 * @param length `long` for running text, `short` for tables and charts
 * @returns the period itself where it is none of these
 */
export function periodText(locale: Locale, period: Period, length: Length): string {
  const quarterly = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarterly) return quarter(locale, quarterly[1] ?? '', Number(quarterly[2]), length);
  const span = /^(\d{4})[\u2013/](\d{4})$/.exec(period);
  if (span) return spanText(locale, Number(span[1]), Number(span[2]), length);
  const [from, to] = period.split('/').map((part) => /^(\d{4})-(0[1-9]|1[0-2])$/.exec(part));
  if (from && to) return months(locale, from, to, length);
  if (from && !period.includes('/')) return month(locale, from[1] ?? '', Number(from[2]), length);
  return period;
}

/**
 * A date in words: `ngày 22 tháng 11 năm 2026`, `22 November 2026`; short `22/11/2026`, `22 Nov 2026`.
 * A month without a day (`2026-07`) is printed as a month, a year as a year.
 * @param iso `2026-11-22`; a time of day after it is ignored, so no time zone can move the date
 * @returns the text itself where it is no date
 */
export function dateText(locale: Locale, iso: string, length: Length): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(iso);
  if (!match) return periodText(locale, iso, length);
  const day = Number(match[3]);
  const gaps = {
    ...monthGaps(locale, Number(match[2])),
    d: String(day),
    dd: pad(day),
    year: match[1] ?? '',
  };
  return tie(fill(length === 'long' ? locale.dateLong : locale.dateShort, gaps));
}
