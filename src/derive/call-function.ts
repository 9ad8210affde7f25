/** Calls of functions: arguments read by kind, everything that was read traced, the call written canonically. */
import { closest } from '../model/nearest.ts';
import { type Place, problem } from '../problem.ts';
import { READERS, type Reading, type Value } from './arguments.ts';
import { call as callText } from './canonical.ts';
import type { Formula } from './formula.ts';
import type { Call, FormulaFunction, Result } from './functions/define.ts';
import { FUNCTIONS } from './functions/index.ts';
import { mixesThroughFacts } from './mixed-vintages.ts';
import { joined, type Quantity, type Trace } from './quantity.ts';
import type { Scope } from './scope.ts';
import { SPECIAL_FORMS } from './special-forms.ts';

type CallNode = Extract<Formula, { type: 'call' }>;

/** `rank(member, year[, list])`, as messages show it. */
export const usageOf = ({ name, parameters }: FormulaFunction): string => {
  const shown = Object.entries(parameters).map(([parameter, kind], i) => {
    const comma = i === 0 ? '' : ', ';
    return kind.endsWith('?') ? `[${comma}${parameter}]` : `${comma}${parameter}${kind === 'quantities' ? ', …' : ''}`;
  });
  return `${name}(${shown.join('')})`;
};

/** The value of a call; undefined where the function, an argument or the computation is at fault (reported). */
export function callFunction(
  node: CallNode,
  scope: Scope,
  evaluate: (node: Formula, scope: Scope) => Value | undefined,
): Quantity | undefined {
  const found = FUNCTIONS.get(node.name);
  if (!found) {
    const near = closest(node.name, [...FUNCTIONS.keys(), ...SPECIAL_FORMS]);
    return scope.report(problem('unknown-name', node.place, { what: 'function', name: node.name, near }));
  }
  // Only messages need it, and there are seldom any.
  const usage = () => usageOf(found);
  const kinds = Object.entries(found.parameters);
  const least = kinds.filter(([, kind]) => !kind.endsWith('?')).length;
  const most = kinds.some(([, kind]) => kind === 'quantities') ? Number.POSITIVE_INFINITY : kinds.length;
  if (node.args.length < least || node.args.length > most) {
    const args = { function: node.name, found: node.args.length, usage: usage() };
    return scope.report(problem('formula-arguments', node.place, args));
  }

  const traces: Trace[] = [];
  const places = new Map<string, Place>();
  const values: Record<string, unknown> = {};
  const texts: string[] = [];
  for (const [i, arg] of node.args.entries()) {
    const [parameter, kind] = kinds[Math.min(i, kinds.length - 1)]!;
    const reading: Reading = {
      scope,
      evaluate: (inner) => evaluate(inner, scope),
      traced: (trace) => traces.push(trace),
      refuse: (place, wanted, was) =>
        scope.report(
          problem('formula-argument', place, { function: node.name, wanted, parameter, found: was, usage: usage() }),
        ),
    };
    const argument = READERS[kind](arg, reading);
    if (!argument) continue;
    texts.push(argument.text);
    places.set(parameter, arg.place);
    const before = values[parameter];
    values[parameter] =
      Array.isArray(before) && Array.isArray(argument.value) ? [...before, ...argument.value] : argument.value;
  }
  if (texts.length < node.args.length) return undefined;

  const call = reporting(node, usage, places, scope);
  const { from, to } = values;
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    return call.undefinedHere(`${from} comes after ${to}`);
  }
  const result = found.apply(values, call);
  if (mixesThroughFacts(traces, node.place, scope)) return undefined;
  return result && quantityOf(result, node, texts, traces, scope);
}

function reporting(node: CallNode, usage: () => string, places: ReadonlyMap<string, Place>, scope: Scope): Call {
  return {
    mismatch: (parameter, wanted, found) => {
      const args = { function: node.name, wanted, parameter, found: `in ${found}`, usage: usage() };
      return scope.report(problem('formula-argument', places.get(parameter) ?? node.place, args));
    },
    undefinedHere: (reason) => scope.report(problem('formula-undefined', node.place, { function: node.name, reason })),
    divisionByZero: (divisor) => scope.report(problem('formula-division-by-zero', node.place, { divisor })),
    unknownItem: (parameter, name, items) => {
      const args = { what: `item of ${items.text}`, name, near: closest(name, items.names) };
      return scope.report(problem('unknown-name', places.get(parameter) ?? node.place, args));
    },
  };
}

function quantityOf(result: Result, node: CallNode, texts: readonly string[], traces: readonly Trace[], scope: Scope) {
  if (typeof result.value === 'number' && !Number.isFinite(result.value)) {
    return scope.report(problem('formula-not-finite', node.place));
  }
  const trace = joined(traces);
  const years = [...new Set([...trace.years, ...(result.years ?? [])])].sort((a, b) => a - b);
  return {
    type: 'quantity',
    value: result.value,
    unit: result.unit,
    literal: false,
    expression: callText(node.name, texts),
    trace: { ...trace, years, span: result.span ?? trace.span },
  } satisfies Quantity;
}
