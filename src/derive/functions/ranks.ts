/** Ranks and counts among the items of a series: economies, markets, goods. */
import type { ListSpec } from '../../model/content.ts';
import type { Items } from '../series-values.ts';
import { comparable } from '../unit-rules.ts';
import { type Arguments, type Call, define, type FormulaFunction, type Result } from './define.ts';

/**
 * The values that take part in a rank, by item: those of the list (or all), that have a figure in the year and are above
 * zero. An economy with nothing reported is not ranked last: it is not in the comparison at all.
 */
function contenders(items: Items, year: number, list: ListSpec | undefined): Map<string, number> {
  const members = list && new Set(list.members);
  const values = new Map<string, number>();
  for (const name of items.names) {
    if (members && !members.has(name)) continue;
    const series = items.item(name);
    const value = series.has(year) ? Number(series.read(year)?.value) : 0;
    if (value > 0) values.set(name, value);
  }
  return values;
}

/** The same for the ratio of two series: items above zero in both. Which units is indifferent: a rank has none. */
function ratios(above: Items, below: Items, year: number, list: ListSpec | undefined): Map<string, number> {
  const parts = contenders(above, year, list);
  const wholes = contenders(below, year, list);
  const values = new Map<string, number>();
  for (const [name, part] of parts) {
    const whole = wholes.get(name);
    if (whole !== undefined) values.set(name, part / whole);
  }
  return values;
}

/** How many take part; none at all means that the year has no figures, which is not a count of 0. */
const countOf = (values: ReadonlyMap<string, number>, year: number, call: Call): Result | undefined =>
  values.size === 0 ? noFigures(year, call) : { value: values.size, unit: 'count' };

const noFigures = (year: number, call: Call) => call.undefinedHere(`no item has a figure above zero in ${year}`);

/** 1 + the number of items with a greater value; equal values share a rank. Undefined where the item takes no part. */
function rankIn(values: ReadonlyMap<string, number>, item: string, year: number, call: Call): Result | undefined {
  const own = values.get(item);
  if (own === undefined) return call.undefinedHere(`${item} has no figure above zero in ${year} among those compared`);
  let rank = 1;
  for (const value of values.values()) if (value > own) rank++;
  return { value: rank, unit: 'rank' };
}

/** `rank(panel.VNM, y[, list])`: the place by value in the year, highest 1, among the items above zero (of the list). */
const rank = define('rank', { member: 'member', year: 'year', list: 'list?' }, ({ member, year, list }, call) =>
  rankIn(contenders(member.items, year, list), member.item, year, call),
);

/** `rank_count(panel, y[, list])`: among how many items `rank` ranks. */
const rankCount = define('rank_count', { items: 'items', year: 'year', list: 'list?' }, ({ items, year, list }, call) =>
  countOf(contenders(items, year, list), year, call),
);

/** `rank_of_ratio(a, b, VNM, y[, list])`: the place by a / b, highest 1, among the items above zero in both (of the list). */
const rankOfRatio = define(
  'rank_of_ratio',
  { above: 'items', below: 'items', item: 'item', year: 'year', list: 'list?' },
  ({ above, below, item, year, list }, call) =>
    above.names.includes(item)
      ? rankIn(ratios(above, below, year, list), item, year, call)
      : call.unknownItem('item', item, above),
);

/** `ratio_count(a, b, y[, list])`: among how many items `rank_of_ratio` ranks. */
const ratioCount = define(
  'ratio_count',
  { above: 'items', below: 'items', year: 'year', list: 'list?' },
  ({ above, below, year, list }, call) => countOf(ratios(above, below, year, list), year, call),
);

const THRESHOLD = { items: 'items', threshold: 'quantity', year: 'year' } as const;

/** The values of the year that are above the threshold, strictly; items without a figure are not. */
const itemsAbove = define('count_above', THRESHOLD, (args, call) => {
  const above = valuesAbove(args, call);
  return above && { value: above.length, unit: 'count' };
});

/** `sum_above(items, threshold, y)`: the sum of the values that `count_above` counts, in the unit of the series. */
const sumAbove = define('sum_above', THRESHOLD, (args, call) => {
  const above = valuesAbove(args, call);
  return above && { value: above.reduce((a, b) => a + b, 0), unit: args.items.unit };
});

function valuesAbove({ items, threshold, year }: Arguments<typeof THRESHOLD>, call: Call) {
  const values = items.names.flatMap((name) => {
    const series = items.item(name);
    return (series.has(year) && series.read(year)) || [];
  });
  if (values.length === 0) return noFigures(year, call);
  const above: number[] = [];
  for (const value of values) {
    const pair = comparable(value, threshold);
    if (!pair) return call.mismatch('threshold', `a quantity like those of the series (${items.unit})`, threshold.unit);
    if (pair[0] > pair[1]) above.push(pair[0]);
  }
  return above;
}

export const RANKS: readonly FormulaFunction[] = [rank, rankCount, rankOfRatio, ratioCount, itemsAbove, sumAbove];
