/** The operators of the formula language on evaluated operands: arithmetic, comparisons, logic and signs. */
import { problem } from '../problem.ts';
import { description } from './arguments.ts';
import { infix, numeral, prefix } from './canonical.ts';
import type { Comparison, Formula } from './formula.ts';
import { mixesThroughFacts } from './mixed-vintages.ts';
import { joined, literal, type Quantity, yearQuantity } from './quantity.ts';
import type { Scope } from './scope.ts';
import { comparable, kindOf, reckon, resultUnit } from './unit-rules.ts';

type Node<T extends Formula['type']> = Extract<Formula, { type: T }>;

function unlike(node: Node<'arithmetic' | 'comparison'>, left: Quantity, right: Quantity, scope: Scope): undefined {
  const plain = [left, right].some((quantity) => quantity.literal && quantity.unit === 'count');
  const advice = plain
    ? 'Give the number a unit: percent(16), usd_billion(1).'
    : 'Only like quantities are added or compared; a share is share(part, whole), a part of something part(whole, percent).';
  const args = { operator: node.operator, left: description(left), right: description(right), advice };
  return scope.report(problem('formula-units', node.place, args));
}

/** `+ - * /`: the unit after the table of unit-rules.ts; division by zero and what is not finite are reported. */
export function arithmetic(
  node: Node<'arithmetic'>,
  left: Quantity,
  right: Quantity,
  scope: Scope,
): Quantity | undefined {
  const unit = resultUnit(left, node.operator, right);
  if (!unit) return unlike(node, left, right, scope);
  if (mixesThroughFacts([left.trace, right.trace], node.place, scope)) return undefined;
  if (node.operator === '/' && right.value === 0) {
    return scope.report(problem('formula-division-by-zero', node.right.place, { divisor: right.expression.text }));
  }
  const value = reckon(left, node.operator, right);
  if (!Number.isFinite(value)) return scope.report(problem('formula-not-finite', node.place));
  if (left.literal && right.literal) return unit === 'year' ? yearQuantity(value) : literal(value);
  const expression = infix(left.expression, node.operator, right.expression);
  return { type: 'quantity', value, unit, literal: false, expression, trace: joined([left.trace, right.trace]) };
}

const COMPARES: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

const truth = (value: boolean, expression: Quantity['expression'], ...from: readonly Quantity[]): Quantity => {
  const trace = joined(from.map((quantity) => quantity.trace));
  return { type: 'quantity', value, unit: 'truth', literal: false, expression, trace };
};

/** A comparison of like quantities: a truth. Nothing is rounded before it is compared. */
export function comparison(
  node: Node<'comparison'>,
  left: Quantity,
  right: Quantity,
  scope: Scope,
): Quantity | undefined {
  const values = comparable(left, right);
  if (!values) return unlike(node, left, right, scope);
  // Whether two vintages agree is a question about them; which of them is greater, one about the world.
  const about = node.operator === '==' || node.operator === '!=';
  if (!about && mixesThroughFacts([left.trace, right.trace], node.place, scope)) return undefined;
  return truth(
    COMPARES[node.operator](...values),
    infix(left.expression, node.operator, right.expression),
    left,
    right,
  );
}

/** `&&` and `||` of two truths. Both sides have been evaluated: a fault on the right shows whatever the left gives. */
export function logic(node: Node<'logic'>, left: Quantity, right: Quantity, scope: Scope): Quantity | undefined {
  const [first, second] = [isTruth(left, node.left, scope), isTruth(right, node.right, scope)];
  if (!first || !second) return undefined;
  const value = node.operator === '&&' ? left.value && right.value : left.value || right.value;
  return truth(value === true, infix(left.expression, node.operator, right.expression), left, right);
}

function isTruth(quantity: Quantity, node: Formula, scope: Scope): boolean {
  if (quantity.unit === 'truth') return true;
  const args = { wanted: 'A truth', found: description(quantity), advice: 'Compare it with something.' };
  scope.report(problem('formula-value', node.place, args));
  return false;
}

/** `!` of a truth. */
export function not(node: Node<'not'>, of: Quantity, scope: Scope): Quantity | undefined {
  return isTruth(of, node.of, scope) ? truth(of.value !== true, prefix('!', of.expression), of) : undefined;
}

/** A minus before a quantity; years, ranks and truths have no negative. */
export function minus(node: Node<'minus'>, of: Quantity, scope: Scope): Quantity | undefined {
  const kind = kindOf(of);
  if (kind === 'truth' || kind === 'year' || kind === 'rank') {
    return scope.report(problem('formula-value', node.of.place, { wanted: 'A quantity', found: `a ${kind}` }));
  }
  const value = of.value === 0 ? 0 : -Number(of.value);
  return { ...of, value, expression: of.literal ? numeral(value) : prefix('-', of.expression) };
}
