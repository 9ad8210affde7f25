/** Calls that are no functions: they name a figure rather than compute one. */
import { closest } from '../model/nearest.ts';
import { problem } from '../problem.ts';
import { description, type Value } from './arguments.ts';
import type { Formula } from './formula.ts';
import { type Quantity, yearQuantity } from './quantity.ts';
import type { Scope } from './scope.ts';
import { figureAt } from './series-values.ts';

type CallNode = Extract<Formula, { type: 'call' }>;
type Evaluate = (node: Formula, scope: Scope) => Value | undefined;
type SpecialForm = (node: CallNode, scope: Scope, evaluate: Evaluate) => Quantity | undefined;

const USAGE = {
  at: 'at(series, "2006-Q1")',
  stated: 'stated("name")',
  year: 'year(2005)',
} as const;

const misused = (node: CallNode, scope: Scope, usage: string) =>
  scope.report(problem('formula-arguments', node.place, { function: node.name, found: node.args.length, usage }));

/** `at(series, "2006-Q1")`: the figure of a period that need not be a year. */
const at: SpecialForm = (node, scope, evaluate) => {
  const [of, period] = node.args;
  if (!of || period?.type !== 'text' || node.args.length > 2) return misused(node, scope, USAGE.at);
  const value = evaluate(of, scope);
  if (!value) return undefined;
  if (value.type === 'series') return figureAt(value, period.value, scope);
  const args = { function: 'at', wanted: 'a series', parameter: 'series', found: description(value), usage: USAGE.at };
  return scope.report(problem('formula-argument', of.place, args));
};

/** `stated("name")`: what the source article stated. A stated figure's bare name means the same. */
const stated: SpecialForm = (node, scope) => {
  const [name] = node.args;
  if (name?.type !== 'text' || node.args.length > 1) return misused(node, scope, USAGE.stated);
  const names = scope.content.edition.stated.map((figure) => figure.name);
  if (names.includes(name.value)) return scope.fact(name.value, name.place);
  const near = closest(name.value, names);
  return scope.report(problem('stated-unknown', name.place, { name: name.value, near }));
};

/** `year(2005)`: how a canonical expression writes a year that stands as a value. */
const year: SpecialForm = (node, scope) => {
  const [number] = node.args;
  if (number?.type !== 'number' || node.args.length > 1 || !Number.isInteger(number.value)) {
    return misused(node, scope, USAGE.year);
  }
  return yearQuantity(number.value);
};

const FORMS: ReadonlyMap<string, SpecialForm> = new Map([
  ['at', at],
  ['stated', stated],
  ['year', year],
]);

/** Their names, for "did you mean". */
export const SPECIAL_FORMS: readonly string[] = [...FORMS.keys()];

export const specialForm = (name: string): SpecialForm | undefined => FORMS.get(name);
