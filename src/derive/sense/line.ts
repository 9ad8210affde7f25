/** A line of checks: one rule on given rows, a check for each period. What the kinds of rules give, and blame works with. */
import type { RuleSpec } from '../../model/rules.ts';
import type { Period } from '../../model/series.ts';
import type { Bound } from './expression.ts';
import type { Read, Row, Spot } from './rows.ts';

export interface Line {
  readonly rule: RuleSpec;
  /** Every row that one of its checks reads. */
  readonly rows: readonly Row[];
  /** One check each; exceptions are left out. */
  readonly periods: readonly Period[];
  /**
   * How far a check is from right, in tolerances and with its sign: it holds from -1 to 1. Undefined where figures are
   * missing. Infinite where no distance can be told.
   */
  gap(period: Period, read: Read): number | undefined;
  /** The figures that a check reads. */
  spots(period: Period): readonly Spot[];
  /** The checks that read a figure of the period. */
  touching(period: Period): readonly Period[];
}

/** One check of a line, and whether it holds. */
export interface Check {
  readonly line: Line;
  readonly period: Period;
}

export const broken = (gap: number | undefined): boolean => gap !== undefined && !(Math.abs(gap) <= 1);

/** True for a period in the years of the rule; periods that are no years are in them where their year is. */
export function inYears({ from, to }: RuleSpec, period: Period): boolean {
  const year = Number(period.slice(0, 4));
  return (from === undefined || year >= from) && (to === undefined || year <= to);
}

/** The periods of the series that a formula names first; of all its items where it adds them up. */
export function periodsOf([first = []]: Bound): readonly Period[] {
  const [row, ...others] = first;
  return others.length === 0 ? (row?.periods ?? []) : [...new Set(first.flatMap(({ periods }) => periods))].sort();
}

/** The periods that the rule checks among those of a row, and which exceptions it meets there. */
export function checkedPeriods(rule: RuleSpec, periods: readonly Period[], items: readonly (string | undefined)[]) {
  const excepted = rule.except.filter(({ item }) => item === undefined || items.includes(item));
  if (excepted.length === 0 && rule.from === undefined && rule.to === undefined) return periods;
  const out = new Set(excepted.map(({ period }) => period));
  return periods.filter((period) => inYears(rule, period) && !out.has(period));
}
