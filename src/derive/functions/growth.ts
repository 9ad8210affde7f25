/** Rates of change of the formula language: on the previous year, averaged over years, and between any two values. */
import { UNITS } from '../../model/unit.ts';
import { comparable } from '../unit-rules.ts';
import { define, type FormulaFunction, readAll, yearRange } from './define.ts';

/** The rate, in percent, that leads from one positive value to another in so many equal steps. */
const rate = (first: number, last: number, steps: number) => ((last / first) ** (1 / steps) - 1) * 100;

/**
 * `growth(s, y)` = (s[y] / s[y − 1] − 1) × 100: the change on the previous year, in percent. Not defined where the earlier
 * value is zero or negative: such a percentage has no meaning. Source: usual definition of a year-on-year rate.
 */
const growth = define('growth', { series: 'series', year: 'year' }, ({ series, year }, call) => {
  const values = readAll(series, year - 1, year);
  if (!values) return undefined;
  const [before = 0, now = 0] = values;
  if (before <= 0)
    return call.undefinedHere(`${series.text}[${year - 1}] is ${before}, and a rate needs a positive base`);
  return { value: (now / before - 1) * 100, unit: 'percent', span: { from: String(year), to: String(year) } };
});

/**
 * `cagr(s, from, to)` = ((s[to] / s[from])^(1 / (to − from)) − 1) × 100: the compound average rate, in percent a year, from the
 * base year. It is how statistics offices state an average growth rate; the mean of the yearly rates is always a little higher.
 * Both values must be positive and `from` earlier than `to`. It speaks of every year from the base on.
 */
const cagr = define('cagr', { series: 'series', from: 'year', to: 'year' }, ({ series, from, to }, call) => {
  const [base, last] = [series.read(from), series.read(to)];
  if (!base || !last) return undefined;
  if (from === to) return call.undefinedHere('the first and the last year are the same');
  if (Number(base.value) <= 0 || Number(last.value) <= 0) {
    return call.undefinedHere(`${series.text} is not positive in ${Number(base.value) <= 0 ? from : to}`);
  }
  const value = rate(Number(base.value), Number(last.value), to - from);
  return { value, unit: 'percent_per_year', years: yearRange(from, to) };
});

/**
 * `compound(s, from, to)` = (Π (1 + s[y] / 100))^(1 / n) − 1, in percent a year, over the n years from–to: the average rate of
 * a series that itself holds yearly rates in percent (IMF volumes). The same rate as `cagr` of the levels behind it.
 */
const compound = define('compound', { series: 'series', from: 'year', to: 'year' }, ({ series, from, to }, call) => {
  const unit = UNITS[series.unit].kind;
  if (unit !== 'percent') return call.mismatch('series', 'a series of yearly rates in percent', series.unit);
  const values = readAll(series, from, to);
  if (!values) return undefined;
  if (values.some((value) => value <= -100)) return call.undefinedHere(`${series.text} falls by 100% or more`);
  const level = values.reduce((product, value) => product * (1 + value / 100), 1);
  return { value: rate(1, level, values.length), unit: 'percent_per_year' };
});

/**
 * `change(a, b)` = (b / a − 1) × 100: the change from one quantity to a like one, in percent. Not defined from zero or below.
 */
const change = define('change', { from: 'quantity', to: 'quantity' }, ({ from, to }, call) => {
  const pair = comparable(from, to);
  if (!pair) return call.mismatch('to', `a quantity like the first (${from.unit})`, to.unit);
  const [a, b] = pair;
  if (a === 0) return call.divisionByZero(from.expression.text);
  if (a < 0) return call.undefinedHere('a percentage change needs a positive base');
  return { value: (b / a - 1) * 100, unit: 'percent' };
});

/**
 * `grow(q, rate, years)` = q × (1 + rate / 100)^years: where a quantity would be after so many years at one rate. For paths
 * that illustrate a target; the rate is a percentage a year, the number of years a plain number.
 */
const grow = define(
  'grow',
  { quantity: 'quantity', rate: 'percent', years: 'number' },
  ({ quantity, rate, years }) => ({
    value: Number(quantity.value) * (1 + rate / 100) ** years,
    unit: quantity.unit,
  }),
);

export const GROWTH: readonly FormulaFunction[] = [growth, cagr, compound, change, grow];
