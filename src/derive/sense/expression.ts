/**
 * The formulas of rules: those of facts without the year in brackets, `share(exports + imports, gdp)`, since a rule speaks
 * of every year. Units are checked once, when the formula is read; then it is a function of a period.
 */

import type { Code } from '../../messages.ts';
import { closest } from '../../model/nearest.ts';
import type { Series } from '../../model/series.ts';
import { UNIT_NAMES, UNITS, type Unit } from '../../model/unit.ts';
import { type Args, type Place, type Problem, problem } from '../../problem.ts';
import type { Arithmetic, Formula } from '../formula.ts';
import { literal, NO_TRACE, type Quantity } from '../quantity.ts';
import { reckon, resultUnit } from '../unit-rules.ts';
import type { Moment, Read, Row } from './rows.ts';

/** A series as a formula names it. */
export interface Reference {
  readonly series: Series;
  readonly item: string | undefined;
  /** The vintage written in brackets. */
  readonly vintage: string | undefined;
  /** All items together: the argument of `total`. */
  readonly total: boolean;
  readonly place: Place;
}

/** The rows that each reference means: one, or for a total all of them. */
export type Bound = readonly (readonly Row[])[];

export interface Expression {
  readonly unit: Unit;
  /** Written as a number without a unit. */
  readonly plain: boolean;
  /** How many years before its own a value reads: 1 for `growth`. */
  readonly back: number;
  /** Undefined where a figure is missing. */
  value(rows: Bound, moment: Moment, read: Read): number | undefined;
}

/** What reading one rule's formulas needs and gathers. */
export interface Reading {
  readonly series: ReadonlyMap<string, Series>;
  readonly references: Reference[];
  readonly problems: Problem[];
}

type Node<T extends Formula['type']> = Extract<Formula, { type: T }>;

const FUNCTIONS = ['total', 'growth', 'ratio', 'factor', 'share', 'part', 'abs'] as const;
type FunctionName = (typeof FUNCTIONS)[number];
const USAGE: Readonly<Record<FunctionName, string>> = {
  total: 'total(series)',
  growth: 'growth(series)',
  ratio: 'ratio(series)',
  factor: 'factor(percent)',
  share: 'share(part, whole)',
  part: 'part(whole, percent)',
  abs: 'abs(quantity)',
};
const isFunction = (name: string): name is FunctionName => FUNCTIONS.some((known) => known === name);
const isUnit = (name: string): name is Unit => UNIT_NAMES.some((known) => known === name);

/** A formula as a function of a period; undefined where it is at fault, which has then been reported. */
export function readExpression(node: Formula, reading: Reading): Expression | undefined {
  const report = (code: Code, place: Place, args: Args): undefined => {
    reading.problems.push(problem(code, place, args));
  };
  const inner = (part: Formula) => readExpression(part, reading);
  switch (node.type) {
    case 'number':
      return constant(node.value, 'count', true);
    case 'name':
    case 'item':
    case 'index': {
      const reference = readReference(node, false, reading);
      return reference && figure(reference, reading);
    }
    case 'minus': {
      const of = inner(node.of);
      return of && { ...of, value: mapped(of, (value) => -value) };
    }
    case 'arithmetic': {
      const [left, right] = [inner(node.left), inner(node.right)];
      return left && right && arithmetic(node, left, right, report);
    }
    case 'call':
      return readCall(node, reading, report);
    default: {
      const advice = 'A rule compares two sides once, and has no texts, truths, && or ||.';
      return report('formula-value', node.place, { wanted: 'A quantity', found: 'something else', advice });
    }
  }
}

/** The same of another value. */
const mapped =
  (of: Expression, change: (value: number) => number): Expression['value'] =>
  (rows, moment, read) => {
    const found = of.value(rows, moment, read);
    return found === undefined ? undefined : change(found);
  };

const constant = (value: number, unit: Unit, plain: boolean): Expression => ({
  unit,
  plain,
  back: 0,
  value: () => value,
});

/** A series, its item and its vintage, in any order of dot and brackets. */
function readReference(node: Formula, total: boolean, { series, problems }: Reading): Reference | undefined {
  let [item, vintage]: (string | undefined)[] = [];
  let of = node;
  for (; of.type === 'item' || of.type === 'index'; of = of.of) {
    if (of.type === 'item' && item === undefined) item = of.item;
    else if (of.type === 'index' && of.index.type === 'text' && vintage === undefined) vintage = of.index.value;
    else break;
  }
  if (of.type !== 'name') {
    const advice = 'A rule speaks of every year: leave the year out, and name items and vintages once.';
    problems.push(problem('formula-value', of.place, { wanted: 'A series', found: 'something else', advice }));
    return undefined;
  }
  const found = series.get(of.name);
  if (found) return { series: found, item, vintage, total, place: of.place };
  const near = closest(of.name, series.keys());
  problems.push(problem('unknown-name', of.place, { what: 'series', name: of.name, near }));
  return undefined;
}

function figure(reference: Reference, { references }: Reading): Expression {
  const at = references.push(reference) - 1;
  return {
    unit: reference.series.unit,
    plain: false,
    back: 0,
    value(rows, moment, read) {
      const row = rows[at]?.[0];
      return row && read(row, moment);
    },
  };
}

/** The sum of the items that have a figure; undefined where none has. */
function total(reference: Reference, { references }: Reading): Expression {
  const at = references.push(reference) - 1;
  return {
    unit: reference.series.unit,
    plain: false,
    back: 0,
    value(rows, moment, read) {
      let sum: number | undefined;
      for (const row of rows[at] ?? []) {
        const value = read(row, moment);
        if (value !== undefined) sum = (sum ?? 0) + value;
      }
      return sum;
    },
  };
}

/** An expression as `unit-rules.ts` knows quantities: with 1 or another value in it. */
export const like = ({ unit, plain }: Pick<Expression, 'unit' | 'plain'>, value: number): Quantity =>
  plain ? literal(value) : { type: 'quantity', value, unit, literal: false, expression: NOTHING, trace: NO_TRACE };
const NOTHING = { text: '', level: 0 };

/** What a value of the one is multiplied by to be counted in the unit of the other; undefined where they are not alike. */
export function factorTo(from: Expression, to: Expression): number | undefined {
  if (UNITS[from.unit].kind === UNITS[to.unit].kind) return UNITS[from.unit].scale / UNITS[to.unit].scale;
  return undefined;
}

type Report = (code: Code, place: Place, args: Args) => undefined;

function arithmetic(node: Node<'arithmetic'>, left: Expression, right: Expression, report: Report) {
  const { operator } = node;
  const unit = resultUnit(like(left, 1), operator, like(right, 1));
  if (!unit) {
    const advice =
      'Only like quantities are added; a share is share(part, whole), a part of something part(whole, percent).';
    return report('formula-units', node.place, { operator, left: named(left), right: named(right), advice });
  }
  // The table of units says how operands are scaled: it is asked once, with 1 and 0.
  const [a, b] = [reckon(like(left, 1), '+', like(right, 0)), reckon(like(left, 0), '+', like(right, 1))];
  return {
    unit,
    plain: left.plain && right.plain,
    back: Math.max(left.back, right.back),
    value(rows, moment, read) {
      const x = left.value(rows, moment, read);
      const y = right.value(rows, moment, read);
      return x === undefined || y === undefined ? undefined : joined(x * a, operator, y * b);
    },
  } satisfies Expression;
}

function joined(a: number, operator: Arithmetic, b: number): number | undefined {
  if (operator === '/') return b === 0 ? undefined : a / b;
  return operator === '+' ? a + b : operator === '-' ? a - b : a * b;
}

/** What an expression is, for messages. */
export const named = ({ unit, plain }: Expression): string => (plain ? 'a plain number' : `a quantity in ${unit}`);

function readCall(node: Node<'call'>, reading: Reading, report: Report): Expression | undefined {
  const { name, args, place } = node;
  const [first, second] = args;
  if (isUnit(name)) {
    if (first?.type === 'number' && args.length === 1) return constant(first.value, name, false);
    return report('formula-arguments', place, { function: name, found: args.length, usage: `${name}(1)` });
  }
  if (!isFunction(name)) {
    const near = closest(name, [...FUNCTIONS, ...UNIT_NAMES]);
    return report('unknown-name', place, { what: 'function of rules', name, near });
  }
  const wanted = name === 'share' || name === 'part' ? 2 : 1;
  if (!first || args.length !== wanted) {
    return report('formula-arguments', place, { function: name, found: args.length, usage: USAGE[name] });
  }
  if (name === 'total') {
    const reference = readReference(first, true, reading);
    return reference && total(reference, reading);
  }
  const of = readExpression(first, reading);
  if (!of) return undefined;
  if (name === 'factor' && UNITS[of.unit].kind !== 'percent') {
    const advice = `It is used so: ${USAGE.factor}.`;
    return report('formula-units', place, { operator: name, left: named(of), right: 'nothing', advice });
  }
  if (!second) return single(name, of);
  const other = readExpression(second, reading);
  return other && paired(name, of, other, node, report);
}

/**
 * `growth`: per cent on the previous year; `ratio`: times the previous year's; `factor`: a growth of 8% as 1.08 times;
 * `abs`: without its sign.
 */
function single(name: FunctionName, of: Expression): Expression {
  if (name === 'abs') return { ...of, value: mapped(of, Math.abs) };
  if (name === 'factor') return { ...of, unit: 'times', value: mapped(of, (percent) => 1 + percent / 100) };
  const [unit, scale, less] = name === 'growth' ? (['percent', 100, 1] as const) : (['times', 1, 0] as const);
  return {
    unit,
    plain: false,
    back: of.back + 1,
    value(rows, moment, read) {
      if (typeof moment !== 'number') return undefined;
      const now = of.value(rows, moment, read);
      const then = of.value(rows, moment - 1, read);
      return now === undefined || then === undefined || then === 0 ? undefined : (now / then - less) * scale;
    },
  };
}

/** `share`: per cent of like quantities; `part`: so many per cent of a quantity. */
function paired(name: FunctionName, of: Expression, other: Expression, node: Node<'call'>, report: Report) {
  const percent = UNITS[other.unit].kind === 'percent';
  const factor = name === 'share' ? factorTo(of, other) : percent ? 1 / 100 : undefined;
  if (factor === undefined) {
    const args = { operator: name, left: named(of), right: named(other), advice: `It is used so: ${USAGE[name]}.` };
    return report('formula-units', node.place, args);
  }
  const apply =
    name === 'share' ? (a: number, b: number) => (a * factor * 100) / b : (a: number, b: number) => a * b * factor;
  return {
    unit: name === 'share' ? 'percent' : of.unit,
    plain: false,
    back: Math.max(of.back, other.back),
    value(rows, moment, read) {
      const a = of.value(rows, moment, read);
      const b = other.value(rows, moment, read);
      return a === undefined || b === undefined || (name === 'share' && b === 0) ? undefined : apply(a, b);
    },
  } satisfies Expression;
}
