/** A line of checks: one rule on given rows, a check for each period. What the kinds of rules give, and blame works with. */
import type { RuleSpec } from '../../model/rules.ts';
import type { Bound } from './expression.ts';
import { type Moment, momentOf, type Read, type Row, type Spot, yearOf } from './rows.ts';

export interface Line {
  readonly rule: RuleSpec;
  /** Every row that one of its checks reads. */
  readonly rows: readonly Row[];
  /** One check each; exceptions are left out. */
  readonly moments: readonly Moment[];
  /**
   * How far a check is from right, in tolerances and with its sign: it holds from -1 to 1. Undefined where figures are
   * missing, infinite where no distance can be told.
   */
  gap(moment: Moment, read: Read): number | undefined;
  /** The figures that a check reads. */
  spots(moment: Moment): readonly Spot[];
  /** The checks that read a figure of the moment. */
  touching(moment: Moment): readonly Moment[];
  /** The same line with its measure taken from other figures; left out where the figures are no measure of each other. */
  measuredBy?(read: Read): Line;
}

/** One check of a line. */
export interface Check {
  readonly line: Line;
  readonly moment: Moment;
}

export const broken = (gap: number | undefined): boolean => gap !== undefined && !(Math.abs(gap) <= 1);

/** True for a moment in the years of the rule. */
export function inYears({ from, to }: Pick<RuleSpec, 'from' | 'to'>, moment: Moment): boolean {
  if (from === undefined || to === undefined) return true;
  const year = yearOf(moment);
  return year >= from && year <= to;
}

/** The moments of the series that a formula names first; of all its items where it adds them up. */
function momentsOf(bound: Bound): readonly Moment[] {
  const first = bound[0] ?? [];
  if (first.length === 1) return first[0]?.moments ?? [];
  const all = new Set<Moment>();
  for (const row of first) for (const moment of row.moments) all.add(moment);
  return [...all].sort();
}

/** The moments that the rule checks in these rows, without its exceptions. */
export function checkedMoments(rule: RuleSpec, bound: Bound): readonly Moment[] {
  const moments = momentsOf(bound);
  if (rule.except.length === 0 && rule.from === undefined) return moments;
  const items = new Set(bound.flatMap((rows) => rows.map(({ item }) => item)));
  const out = rule.except.filter(({ item }) => item === undefined || items.has(item));
  if (out.length === 0 && rule.from === undefined) return moments;
  const excepted = new Set(out.map(({ period }) => momentOf(period)));
  return moments.filter((moment) => inYears(rule, moment) && !excepted.has(moment));
}
