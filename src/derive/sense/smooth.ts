/**
 * `smooth`: a figure lies near the middle of its two neighbours in time. How near is declared, and where the row itself
 * jumps about, `times` its usual distance is allowed: the median of all distances in the row, which a single wrong figure
 * does not move. At the ends, and beside a gap, the line through the two figures on one side is drawn on, and twice as
 * much is allowed. With a tolerance in per cent distances are ratios: figures below zero are wrong, and those of zero are
 * left out, since tables write 0 where nothing was reported.
 */
import type { RuleSpec } from '../../model/rules.ts';
import type { Bound, Expression } from './expression.ts';
import { checkedMoments, type Line } from './line.ts';
import { asWritten, type Moment, type Read } from './rows.ts';

/** A distance is usual only where there are enough of them. */
const ENOUGH = 6;

type Values = (year: number) => number | undefined;

/** The distance from where the neighbours point to; at the ends half of it, since twice as much is allowed there. */
function distance(year: number, values: Values): number | undefined {
  const own = values(year);
  if (own === undefined) return undefined;
  const left = values(year - 1);
  const right = values(year + 1);
  if (left !== undefined && right !== undefined) return own - (left + right) / 2;
  const near = left ?? right;
  const far = values(left === undefined ? year + 2 : year - 2);
  return near === undefined || far === undefined ? undefined : (own - (2 * near - far)) / 2;
}

/** The distances of all years of a row as it is written, from the first year on; thousands of rows are gone through. */
function distancesIn(years: readonly number[], values: Values): { first: number; distances: (number | undefined)[] } {
  const first = years[0] ?? 0;
  const known: (number | undefined)[] = [];
  for (const year of years) known[year - first] = values(year);
  const distances: (number | undefined)[] = [];
  for (const year of years) distances[year - first] = distance(year, (at) => known[at - first]);
  return { first, distances };
}

/** The median size; 0 where there are too few to call any usual. Thousands of rows: a plain loop into one array. */
function usual(distances: readonly (number | undefined)[]): number {
  const sizes = new Float64Array(distances.length);
  let count = 0;
  for (const one of distances) if (one !== undefined) sizes[count++] = Math.abs(one);
  if (count < ENOUGH) return 0;
  return sizes.subarray(0, count).sort()[Math.floor(count / 2)] ?? 0;
}

/** @param measure the figures whose usual distance is the measure; those as written unless a wrong one among them was found */
export function smoothLine(
  rule: Extract<RuleSpec, { kind: 'smooth' }>,
  bound: Bound,
  of: Expression,
  measure: Read = asWritten,
): Line {
  const rows = [...new Set(bound.flat())];
  const { relative, amount } = rule.within;
  const floor = relative ? Math.log1p(amount) : amount;
  const scaled = (year: number, read: Read): number | undefined => {
    const value = of.value(bound, year, read);
    return value === undefined || !relative ? value : value > 0 ? Math.log(value) : undefined;
  };

  const all = checkedMoments({ ...rule, from: undefined, except: [] }, bound).filter(isYear);
  const { first, distances } = distancesIn(all, (year) => scaled(year, measure));
  const allowed = rule.times === undefined ? floor : Math.max(floor, rule.times * usual(distances));

  return {
    rule,
    rows,
    moments: checkedMoments(rule, bound).filter(isYear),
    gap(moment, read) {
      if (!isYear(moment)) return undefined;
      if (relative && (of.value(bound, moment, read) ?? 0) < 0) return Number.POSITIVE_INFINITY;
      const found = read === measure ? distances[moment - first] : distance(moment, (at) => scaled(at, read));
      return found === undefined ? undefined : found / allowed;
    },
    spots(moment) {
      if (!isYear(moment)) return [];
      const has = (year: number) => of.value(bound, year, asWritten) !== undefined;
      const far = has(moment - 1) && has(moment + 1) ? [] : [moment - 2, moment + 2];
      return [moment - 1, moment, moment + 1, ...far].flatMap((year) =>
        rows.filter((row) => row.figure(year) !== undefined).map((row) => ({ row, moment: year })),
      );
    },
    touching: (moment) => (isYear(moment) ? [-2, -1, 0, 1, 2].map((step) => moment + step) : []),
    ...(rule.times !== undefined && { measuredBy: (read: Read) => smoothLine(rule, bound, of, read) }),
  };
}

const isYear = (moment: Moment): moment is number => typeof moment === 'number';
