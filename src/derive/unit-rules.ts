/** Which units an operator joins, and what comes of it: the table, and the arithmetic that follows it. */
import { convert, type Kind, UNITS, type Unit } from '../model/unit.ts';
import type { Arithmetic } from './formula.ts';
import type { Quantity } from './quantity.ts';

/**
 * What comes out: in the left or the right operand's unit, or in a unit of its own.
 * `left` and `right` keep the scale (US$ million + US$ billion is US$ million).
 */
type Outcome = 'left' | 'right' | Unit;

const same = (kinds: readonly Kind[], operators: readonly Arithmetic[], outcome: Outcome) =>
  kinds.flatMap((kind) => operators.map((operator) => [`${kind} ${operator} ${kind}`, outcome] as const));

const MEASURES: readonly Kind[] = ['usd', 'usd_per_person', 'person', 'percent', 'percentage_point', 'index'];
const SCALARS: readonly Kind[] = ['times', 'count'];

/**
 * The rules, by kinds. What is not listed cannot be joined: percent × percent, money + persons, rank + rank, anything
 * with a truth. The difference of two percentages is in percentage points (never percent).
 */
const RULES: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ...same(['usd', 'usd_per_person', 'person', 'percentage_point', 'index', 'times', 'count'], ['+', '-'], 'left'),
  ['percent + percent', 'left'],
  ['percent - percent', 'percentage_point'],
  ['percent + percentage_point', 'left'],
  ['percent - percentage_point', 'left'],
  ['percentage_point + percent', 'right'],
  ['year + count', 'left'],
  ['year - count', 'left'],
  ['count + year', 'right'],
  ['year - year', 'count'],
  ['rank - rank', 'count'],
  ...same(MEASURES, ['/'], 'times'),
  ...same(SCALARS, ['/'], 'times'),
  ...same(SCALARS, ['*'], 'left'),
  ...MEASURES.flatMap((kind) =>
    SCALARS.flatMap((scalar): [string, Outcome][] => [
      [`${kind} * ${scalar}`, 'left'],
      [`${scalar} * ${kind}`, 'right'],
      [`${kind} / ${scalar}`, 'left'],
    ]),
  ),
  ['times * count', 'right'],
  ['count * times', 'left'],
  ['times / count', 'left'],
  ['count / times', 'left'],
  ['usd / person', 'usd_per_person'],
  ['usd / usd_per_person', 'person'],
  ['usd_per_person * person', 'usd'],
  ['person * usd_per_person', 'usd'],
]);

/** The kinds that a plain number fits where a like quantity is wanted: `rank == 1`, `ratio - 1`, `items > 7`. */
const ADAPTS: ReadonlySet<Kind> = new Set(['count', 'times', 'index', 'rank', 'year']);

export const kindOf = (quantity: Quantity): Kind => UNITS[quantity.unit].kind;

/** A number as written, without a unit. */
const isPlain = ({ literal, unit }: Quantity) => literal && unit === 'count';

/**
 * The unit that an arithmetic operator gives for two quantities, or undefined where it cannot join them. A plain number
 * beside a ratio is a ratio, beside an index (added or subtracted) an index, beside a count a count.
 */
export function resultUnit(left: Quantity, operator: Arithmetic, right: Quantity): Unit | undefined {
  if (isPlain(left) || isPlain(right)) {
    const other = isPlain(left) ? right : left;
    if (other.unit === 'times' || other.unit === 'count') return other.unit;
    if (other.unit === 'index' && (operator === '+' || operator === '-')) return 'index';
  }
  const outcome = RULES.get(`${kindOf(left)} ${operator} ${kindOf(right)}`);
  return outcome === 'left' ? left.unit : outcome === 'right' ? right.unit : outcome;
}

/**
 * The value of an arithmetic operation, in the unit that `resultUnit` gave. Like quantities are reckoned in the left one's
 * unit, a number by a scalar as it stands, the rest (money by persons) in base units. Division by zero is not finite.
 */
export function reckon(left: Quantity, operator: Arithmetic, right: Quantity): number {
  const [a, b] = operands(left, right);
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
  }
}

function operands(left: Quantity, right: Quantity): readonly [number, number] {
  const [a, b] = [Number(left.value), Number(right.value)];
  const [kind, other] = [kindOf(left), kindOf(right)];
  if (kind === other) return [a, convert(b, right.unit, left.unit)];
  if (SCALARS.includes(kind) || SCALARS.includes(other)) return [a, b];
  return [a * UNITS[left.unit].scale, b * UNITS[right.unit].scale];
}

/**
 * Two values in one unit, to be compared, or undefined where they are not alike. A plain number is like a count, a rank,
 * a ratio, an index or a year; 0 is 0 in every unit.
 */
export function comparable(left: Quantity, right: Quantity): readonly [number, number] | undefined {
  if (left.unit === 'truth' || right.unit === 'truth') return undefined;
  const [a, b] = [Number(left.value), Number(right.value)];
  if (kindOf(left) === kindOf(right)) return [a, convert(b, right.unit, left.unit)];
  const fits = (plain: Quantity, other: Quantity) =>
    plain.literal && plain.unit === 'count' && (plain.value === 0 || ADAPTS.has(kindOf(other)));
  return fits(left, right) || fits(right, left) ? [a, b] : undefined;
}

/** Whether a quantity can be declared in a unit: like kinds; a plain number also as a ratio, an index, a rank or a year. */
export function fitsUnit(quantity: Quantity, unit: Unit): boolean {
  const { kind } = UNITS[unit];
  return kindOf(quantity) === kind || (quantity.literal && quantity.unit === 'count' && ADAPTS.has(kind));
}
