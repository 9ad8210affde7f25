/** What a rule asks of single figures: `range`, `growth`, `whole` and `holds`. `smooth` and `control` have files of their own. */
import type { RuleSpec } from '../../model/rules.ts';
import type { Comparison } from '../formula.ts';
import { type Bound, type Expression, factorTo } from './expression.ts';
import { checkedMoments, type Line } from './line.ts';
import type { Moment } from './rows.ts';
import { allowance } from './tolerance.ts';

type Rule<K extends RuleSpec['kind']> = Extract<RuleSpec, { kind: K }>;

/** A line whose check of a moment reads the rows there, and in so many years before. */
function lineOf(rule: RuleSpec, bound: Bound, back: number, gap: Line['gap']): Line {
  const reach = (moment: Moment, step: 1 | -1): Moment[] =>
    typeof moment === 'number' ? Array.from({ length: back + 1 }, (_, i) => moment + i * step) : [moment];
  return {
    rule,
    // Thousands of lines hold, and nobody asks for their rows.
    get rows() {
      return [...new Set(bound.flat())];
    },
    moments: checkedMoments(rule, bound),
    gap,
    spots: (moment) =>
      reach(moment, -1).flatMap((at) =>
        [...new Set(bound.flat())].filter((row) => row.figure(at) !== undefined).map((row) => ({ row, moment: at })),
      ),
    touching: (moment) => reach(moment, 1),
  };
}

/** How far a value is from a span, in tenths of its width; 0 inside it. */
function outside(value: number, [least, most]: readonly [number, number]): number {
  const width = (most - least) / 10 || 1;
  if (value < least) return -1 - (least - value) / width;
  return value > most ? 1 + (value - most) / width : 0;
}

export function rangeLine(rule: Rule<'range' | 'growth'>, bound: Bound, of: Expression): Line {
  return lineOf(rule, bound, of.back, (moment, read) => {
    const value = of.value(bound, moment, read);
    return value === undefined ? undefined : outside(value, rule.between);
  });
}

export function wholeLine(rule: Rule<'whole'>, bound: Bound, of: Expression): Line {
  return lineOf(rule, bound, of.back, (moment, read) => {
    const value = of.value(bound, moment, read);
    return value === undefined ? undefined : Number.isInteger(value) ? 0 : Number.POSITIVE_INFINITY;
  });
}

/** Which way a comparison may be off. */
const OFF: Readonly<Partial<Record<Comparison, (difference: number) => number>>> = {
  '<=': (difference) => Math.max(0, difference),
  '<': (difference) => Math.max(0, difference),
  '>=': (difference) => Math.min(0, difference),
  '>': (difference) => Math.min(0, difference),
};

/** The two sides of a rule that holds. */
export interface Sides {
  readonly left: Expression;
  readonly operator: Comparison;
  readonly right: Expression;
}

export function holdsLine(rule: Rule<'holds'>, bound: Bound, { left, operator, right }: Sides): Line {
  const factor = factorTo(right, left) ?? 1;
  const off = OFF[operator] ?? ((difference) => difference);
  return lineOf(rule, bound, Math.max(left.back, right.back), (moment, read) => {
    const a = left.value(bound, moment, read);
    const b = right.value(bound, moment, read);
    if (a === undefined || b === undefined) return undefined;
    const difference = off(a - b * factor);
    // Strictly more or less than: to be equal is already too much.
    if (difference === 0)
      return a === b * factor && (operator === '<' || operator === '>') ? Number.POSITIVE_INFINITY : 0;
    return difference / allowance(rule.within, a, b * factor);
  });
}
