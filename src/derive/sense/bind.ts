/** Which rows a rule's formula means: in which vintages, and where it names no item, for each item in turn. */
import { closest } from '../../model/nearest.ts';
import type { Series, Vintage } from '../../model/series.ts';
import { type Problem, problem } from '../../problem.ts';
import type { Bound, Reference } from './expression.ts';
import { rowOf } from './rows.ts';

/**
 * The rows of every reference, once for each reading of the formula. A reference that names its vintage means that one.
 * The others: where only one series is left open, each of its vintages in turn; where several are, the vintages that have
 * the same name in all of them, since those were published together; else each series' only one. A mixture of vintages
 * must be said. A reference without an item means each item in turn, the same one wherever several are left open.
 */
export function bind(references: readonly Reference[]): { bound: Bound[]; problems: Problem[] } {
  const faults = references.flatMap(unknownNames);
  if (faults.length > 0) return { bound: [], problems: faults };
  const open = [...new Set(references.filter(({ vintage }) => vintage === undefined).map(({ series }) => series))];
  const choices = openVintages(open);
  if (choices === undefined) {
    const several = references.filter(({ series, vintage }) => vintage === undefined && series.vintages.length > 1);
    return {
      bound: [],
      problems: several.map(({ series, place }) =>
        problem('rule-vintage', place, { series: series.id, known: idsOf(series).join(', ') }),
      ),
    };
  }
  return { bound: choices.flatMap((choice) => boundIn(references, choice)), problems: [] };
}

const idsOf = (series: Series) => series.vintages.map(({ id }) => `“${id}”`);

function unknownNames({ series, item, vintage, place }: Reference): Problem[] {
  const vintages = series.vintages.filter(({ id }) => vintage === undefined || id === vintage);
  if (vintages.length === 0) {
    return [problem('vintage-unknown', place, { series: series.id, vintage, known: idsOf(series).join(', ') })];
  }
  if (item === undefined || vintages.some(({ items }) => items.includes(item))) return [];
  const items = vintages.flatMap((one) => one.items);
  const what = `item of ${series.id}`;
  return [problem('unknown-name', place, { what, name: item, near: closest(item, items) })];
}

type Choice = ReadonlyMap<Series, Vintage>;

/** A vintage for each of the series, in every way that is meant; undefined where that cannot be told. */
function openVintages(open: readonly Series[]): readonly Choice[] | undefined {
  const [first, ...others] = open;
  if (!first) return [new Map()];
  const shared = first.vintages.filter(({ id }) => others.every((series) => series.vintages.some((v) => v.id === id)));
  if (shared.length > 0) {
    return shared.map(
      ({ id }) => new Map(open.flatMap((series) => series.vintages.filter((v) => v.id === id).map((v) => [series, v]))),
    );
  }
  if (open.some(({ vintages }) => vintages.length > 1)) return undefined;
  return [new Map(open.flatMap((series) => series.vintages.map((vintage) => [series, vintage])))];
}

function boundIn(references: readonly Reference[], choice: Choice): Bound[] {
  const vintages = references.map(({ series, vintage }) =>
    vintage === undefined ? choice.get(series) : series.vintages.find(({ id }) => id === vintage),
  );
  const eachItem = references.map(
    ({ item, total }, i) => !total && item === undefined && (vintages[i]?.items.length ?? 0) > 0,
  );
  const lists = vintages.flatMap((vintage, i) => (vintage && eachItem[i] ? [vintage.items] : []));
  const [first, ...others] = lists;
  const known = others.map((list) => new Set(list));
  const items = first ? first.filter((name) => known.every((list) => list.has(name))) : [undefined];
  return items.flatMap((each) => {
    const bound = references.map(({ series, item, total }, i) => {
      const vintage = vintages[i];
      if (!vintage) return [];
      if (total && vintage.items.length > 0) return vintage.items.map((name) => rowOf(series, vintage, name));
      const wanted = eachItem[i] ? each : item;
      const missing = wanted !== undefined && !eachItem[i] && !vintage.items.includes(wanted);
      return missing ? [] : [rowOf(series, vintage, wanted)];
    });
    // A vintage that does not have the item has nothing to be checked.
    return bound.every((list) => list.length > 0) ? [bound] : [];
  });
}
