/** What each kind of rule asks of a figure: `range`, `growth`, `whole` and `holds`. `smooth` and `control` have files of their own. */
import type { RuleSpec } from '../../model/rules.ts';
import type { Period } from '../../model/series.ts';
import type { Comparison } from '../formula.ts';
import { type Bound, type Expression, factorTo } from './expression.ts';
import { checkedPeriods, type Line, periodsOf } from './line.ts';
import { after, before, type Read, type Row, type Spot } from './rows.ts';
import { allowance } from './tolerance.ts';

type Rule<K extends RuleSpec['kind']> = Extract<RuleSpec, { kind: K }>;

/** A line whose check of a period reads the rows there, and `back` years before. */
function lineOf(rule: RuleSpec, bound: Bound, back: number, gap: Line['gap']): Line {
  const rows = [...new Set(bound.flat())];
  return {
    rule,
    rows,
    periods: checkedPeriods(rule, periodsOf(bound), [...new Set(rows.map(({ item }) => item))]),
    gap,
    spots: (period) => spotsIn(rows, period, back),
    touching: (period) => withYears(period, back, after),
  };
}

/** The period, and with `back` the years next to it. */
function withYears(period: Period, back: number, next: (period: Period) => Period): Period[] {
  const periods = [period];
  for (let i = 0; i < back && period.length === 4; i++) periods.push(next(periods[i] ?? period));
  return periods;
}

function spotsIn(rows: readonly Row[], period: Period, back: number): Spot[] {
  return withYears(period, back, before).flatMap((at) =>
    rows.filter(({ figures }) => figures.has(at)).map((row) => ({ row, period: at })),
  );
}

/** How far a value is from a span, in tenths of its width; 0 inside it. */
function outside(value: number, [least, most]: readonly [number, number]): number {
  const width = (most - least) / 10 || 1;
  if (value < least) return -1 - (least - value) / width;
  return value > most ? 1 + (value - most) / width : 0;
}

export function rangeLine(rule: Rule<'range' | 'growth'>, bound: Bound, of: Expression): Line {
  return lineOf(rule, bound, of.back, (period, read) => {
    const value = of.value(bound, period, read);
    return value === undefined ? undefined : outside(value, rule.between);
  });
}

export function wholeLine(rule: Rule<'whole'>, bound: Bound, of: Expression): Line {
  return lineOf(rule, bound, of.back, (period, read) => {
    const value = of.value(bound, period, read);
    return value === undefined ? undefined : Number.isInteger(value) ? 0 : Number.POSITIVE_INFINITY;
  });
}

/** Which way a comparison may be off. */
const SIGNS: Readonly<Partial<Record<Comparison, (gap: number) => number>>> = {
  '==': (gap) => gap,
  '<=': (gap) => Math.max(0, gap),
  '<': (gap) => Math.max(0, gap),
  '>=': (gap) => Math.min(0, gap),
  '>': (gap) => Math.min(0, gap),
};

export function holdsLine(
  rule: Rule<'holds'>,
  bound: Bound,
  { left, operator, right }: { left: Expression; operator: Comparison; right: Expression },
): Line {
  const factor = factorTo(right, left) ?? 1;
  const sign = SIGNS[operator] ?? SIGNS['=='];
  return lineOf(rule, bound, Math.max(left.back, right.back), (period: Period, read: Read) => {
    const a = left.value(bound, period, read);
    const b = right.value(bound, period, read);
    if (a === undefined || b === undefined) return undefined;
    const difference = sign?.(a - b * factor) ?? 0;
    return difference === 0 ? 0 : difference / allowance(rule.within, a, b * factor);
  });
}
