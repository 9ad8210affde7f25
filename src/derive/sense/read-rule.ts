/** Reads a rule's formula as its kind wants it: what comes of it makes the lines of checks for the rows that it is bound to. */
import type { RuleSpec } from '../../model/rules.ts';
import { problem } from '../../problem.ts';
import type { Formula } from '../formula.ts';
import { comparable } from '../unit-rules.ts';
import { controlLines } from './control.ts';
import { distinctLine } from './distinct.ts';
import { type Bound, type Expression, like, named, type Reading, readExpression } from './expression.ts';
import { holdsLine, rangeLine, wholeLine } from './kinds.ts';
import type { Line } from './line.ts';
import { smoothLine } from './smooth.ts';

export type Build = (bound: Bound) => readonly Line[];

/** Kinds that look at something made of the formula: its growth, all its items together. */
const WRAPPED: Readonly<Partial<Record<RuleSpec['kind'], string>>> = { growth: 'growth', control: 'total' };

/** Undefined where the formula is at fault (reported). An `unbroken` rule has no lines: gaps are found in the rows themselves. */
export function readRule(rule: RuleSpec, formula: Formula, reading: Reading): Build | undefined {
  if (rule.kind === 'holds') return readComparison(rule, formula, reading);
  const name = WRAPPED[rule.kind];
  const node: Formula = name === undefined ? formula : { type: 'call', name, args: [formula], place: formula.place };
  const of = readExpression(node, reading);
  return of && ((bound) => linesOf(rule, bound, of));
}

function linesOf(rule: Exclude<RuleSpec, { kind: 'holds' }>, bound: Bound, of: Expression): readonly Line[] {
  switch (rule.kind) {
    case 'range':
    case 'growth':
      return [rangeLine(rule, bound, of)];
    case 'smooth':
      return [smoothLine(rule, bound, of)];
    case 'whole':
      return [wholeLine(rule, bound, of)];
    case 'distinct':
      return distinctLine(rule, bound);
    case 'control':
      return controlLines(rule, bound);
    case 'unbroken':
      return [];
  }
}

function readComparison(
  rule: Extract<RuleSpec, { kind: 'holds' }>,
  formula: Formula,
  reading: Reading,
): Build | undefined {
  if (formula.type !== 'comparison' || formula.operator === '!=') {
    reading.problems.push(problem('rule-comparison', formula.place));
    return undefined;
  }
  const { operator, place } = formula;
  const [left, right] = [readExpression(formula.left, reading), readExpression(formula.right, reading)];
  if (!left || !right) return undefined;
  const known = [left, right].map((side) => like(side, side.plain ? (side.value([], '', () => undefined) ?? 1) : 1));
  if (!known[0] || !known[1] || !comparable(known[0], known[1])) {
    const advice = 'Only like quantities are compared; give a number its unit: percent(100).';
    reading.problems.push(
      problem('formula-units', place, { operator, left: named(left), right: named(right), advice }),
    );
    return undefined;
  }
  return (bound) => [holdsLine(rule, bound, { left, operator, right })];
}
