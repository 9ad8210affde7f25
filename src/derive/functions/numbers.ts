/** Single numbers: their size, the smaller or larger of several, and numbers with a unit written into a formula. */
import { UNIT_NAMES } from '../../model/unit.ts';
import type { Quantity } from '../quantity.ts';
import { comparable } from '../unit-rules.ts';
import { type Call, define, type FormulaFunction, type Result, yearRange } from './define.ts';

/** `abs(q)`: the quantity without its sign, in its unit: a deficit printed as a positive number. */
const abs = define('abs', { quantity: 'quantity' }, ({ quantity }) => ({
  value: Math.abs(Number(quantity.value)),
  unit: quantity.unit,
}));

/** The outermost of like quantities, in the unit of the first. */
function outermost(quantities: readonly Quantity[], call: Call, better: (a: number, b: number) => boolean) {
  const [first] = quantities;
  if (!first) return undefined;
  let value = Number(first.value);
  for (const other of quantities) {
    const pair = comparable(first, other);
    if (!pair) return call.mismatch('quantities', `quantities like the first (${first.unit})`, other.unit);
    if (better(pair[1], value)) value = pair[1];
  }
  return { value, unit: first.unit } satisfies Result;
}

/** `min(q, q…)`: the smallest of like quantities. */
const min = define('min', { quantities: 'quantities' }, ({ quantities }, call) =>
  outermost(quantities, call, (a, b) => a < b),
);

/** `max(q, q…)`: the largest of like quantities. */
const max = define('max', { quantities: 'quantities' }, ({ quantities }, call) =>
  outermost(quantities, call, (a, b) => a > b),
);

/** `years(from, to)` = to − from: the number of yearly steps, five from 2000 to 2005. */
const years = define('years', { from: 'year', to: 'year' }, ({ from, to }) => ({
  value: to - from,
  unit: 'count',
  years: yearRange(from, to),
}));

/** `usd_billion(1)`, `percent(50)`: a number with the unit that the function is named for. Years and truths are written otherwise. */
const withUnit = UNIT_NAMES.filter((unit) => unit !== 'truth' && unit !== 'year').map((unit) =>
  define(unit, { number: 'number' }, ({ number }) => ({ value: number, unit })),
);

export const NUMBERS: readonly FormulaFunction[] = [abs, min, max, years, ...withUnit];
