/**
 * `smooth`: a figure lies near the middle of its two neighbours in time. How near is declared, and where the row itself
 * jumps about, `times` its usual distance is allowed: the median of all distances in the row, which a single wrong figure
 * does not move. At the ends, and beside a gap, the line through the two figures on one side is drawn on, and twice as
 * much is allowed. With a tolerance in per cent distances are ratios, so that every figure must be above zero.
 */
import type { RuleSpec } from '../../model/rules.ts';
import type { Period } from '../../model/series.ts';
import type { Bound, Expression } from './expression.ts';
import { checkedPeriods, type Line, periodsOf } from './line.ts';
import { after, asWritten, before, type Read } from './rows.ts';

/** A distance is usual only where there are enough of them. */
const ENOUGH = 6;

const NEARBY: readonly ((period: Period) => Period)[] = [
  (period) => before(before(period)),
  before,
  (period) => period,
  after,
  (period) => after(after(period)),
];

/** The distance from where the neighbours point to, on the scale of `values`, and how much more than usual it may be. */
function distance(period: Period, value: (period: Period) => number | undefined): readonly [number, 1 | 2] | undefined {
  const [own, left, right] = [value(period), value(before(period)), value(after(period))];
  if (own === undefined) return undefined;
  if (left !== undefined && right !== undefined) return [own - (left + right) / 2, 1];
  const next = left === undefined ? after : before;
  const [near, far] = [left ?? right, value(next(next(period)))];
  return near === undefined || far === undefined ? undefined : [own - (2 * near - far), 2];
}

const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? 0;

export function smoothLine(rule: Extract<RuleSpec, { kind: 'smooth' }>, bound: Bound, of: Expression): Line {
  const rows = [...new Set(bound.flat())];
  const years = periodsOf(bound).filter((period) => period.length === 4);
  const { relative, amount } = rule.within;
  const floor = relative ? Math.log1p(amount) : amount;
  const scaled = (read: Read) => (period: Period) => {
    const value = of.value(bound, period, read);
    return value === undefined || !relative ? value : value > 0 ? Math.log(value) : undefined;
  };
  const allowed = rule.times === undefined ? floor : Math.max(floor, rule.times * usual());

  /** The row's own usual distance; 0 where it is too short to have one. */
  function usual(): number {
    const values = new Map(years.map((year) => [year, scaled(asWritten)(year)]));
    const distances = years.flatMap((year) => {
      const found = distance(year, (period) => values.get(period));
      return found === undefined ? [] : [Math.abs(found[0]) / found[1]];
    });
    return distances.length < ENOUGH ? 0 : median(distances.sort((a, b) => a - b));
  }

  return {
    rule,
    rows,
    periods: checkedPeriods(rule, years, [...new Set(rows.map(({ item }) => item))]),
    gap(period, read) {
      const value = of.value(bound, period, read);
      if (value === undefined) return undefined;
      if (relative && value <= 0) return Number.POSITIVE_INFINITY;
      const found = distance(period, scaled(read));
      return found && found[0] / (allowed * found[1]);
    },
    spots: (period) => {
      const has = (at: Period) => rows.some(({ figures }) => figures.has(at));
      const [left, right] = [before(period), after(period)];
      const far = has(left) && has(right) ? [] : [before(left), after(right)];
      return [left, period, right, ...far].flatMap((at) =>
        rows.filter(({ figures }) => figures.has(at)).map((row) => ({ row, period: at })),
      );
    },
    touching: (period) => NEARBY.map((step) => step(period)),
  };
}
