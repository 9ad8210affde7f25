/** Means, sums, shares and contributions. */
import { convert, UNITS, type Unit } from '../../model/unit.ts';
import type { Yearly } from '../series-values.ts';
import { comparable } from '../unit-rules.ts';
import { type Call, define, type FormulaFunction, readAll } from './define.ts';

/** `sum(s, from, to)`: the sum of the years from–to, in the unit of the series. */
const sum = define('sum', { series: 'series', from: 'year', to: 'year' }, ({ series, from, to }) => {
  const values = readAll(series, from, to);
  return values && { value: values.reduce((a, b) => a + b, 0), unit: series.unit };
});

/**
 * `mean(s, from, to)`: the arithmetic mean of the years from–to, every year with the same weight. For rates it is not the
 * average rate (see `cagr`, `compound`); for shares it is not the share of the sums.
 */
const mean = define('mean', { series: 'series', from: 'year', to: 'year' }, ({ series, from, to }) => {
  const values = readAll(series, from, to);
  return values && { value: values.reduce((a, b) => a + b, 0) / values.length, unit: series.unit };
});

/** `share(part, whole)` = part / whole × 100, in percent; both of one kind, the whole not zero. */
const share = define('share', { part: 'quantity', whole: 'quantity' }, ({ part, whole }, call) => {
  const pair = comparable(part, whole);
  if (!pair) return call.mismatch('whole', `a quantity like the part (${part.unit})`, whole.unit);
  const [a, b] = pair;
  return b === 0 ? call.divisionByZero(whole.expression.text) : { value: (a / b) * 100, unit: 'percent' };
});

/** `part(whole, percent)` = whole × percent / 100, in the unit of the whole: the value behind a published share. */
const part = define('part', { whole: 'quantity', percent: 'percent' }, ({ whole, percent }) => ({
  value: (Number(whole.value) * percent) / 100,
  unit: whole.unit,
}));

/**
 * `rest(whole, part, part…)` = whole − part − part…, in the unit of the whole: what remains when parts are taken from it. Unlike
 * the minus sign it keeps a percentage a percentage: shares taken from 100% leave a share.
 */
const rest = define('rest', { whole: 'quantity', parts: 'quantities' }, ({ whole, parts }, call) => {
  let value = Number(whole.value);
  for (const part of parts) {
    const pair = comparable(whole, part);
    if (!pair) return call.mismatch('parts', `quantities like the whole (${whole.unit})`, part.unit);
    value -= pair[1];
  }
  return { value, unit: whole.unit };
});

/**
 * `contribution(part, whole, from, to)` = (part[to] − part[from]) / (whole[to] − whole[from]) × 100: how much of the change of
 * the whole the part supplied, in percent. Of a falling whole it is the part's share of the fall.
 */
const contribution = define(
  'contribution',
  { part: 'series', whole: 'series', from: 'year', to: 'year' },
  ({ part, whole, from, to }, call) => {
    const [rise, total] = [difference(part, from, to), difference(whole, from, to)];
    if (rise === undefined || total === undefined) return undefined;
    if (UNITS[part.unit].kind !== UNITS[whole.unit].kind) return unlike(part.unit, whole.unit, call);
    if (total === 0) return call.divisionByZero(`${whole.text}[${to}] - ${whole.text}[${from}]`);
    return { value: (convert(rise, part.unit, whole.unit) / total) * 100, unit: 'percent' };
  },
);

function difference(series: Yearly, from: number, to: number): number | undefined {
  const [first, last] = [series.read(from), series.read(to)];
  return first && last && Number(last.value) - Number(first.value);
}

const unlike = (part: Unit, whole: Unit, call: Call) =>
  call.mismatch('whole', `a series like the part (${part})`, whole);

export const TOTALS: readonly FormulaFunction[] = [sum, mean, share, part, rest, contribution];
