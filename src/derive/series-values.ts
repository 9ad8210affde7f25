/** Series as values of a formula: which vintage a reference means, and reading its cells year by year. */
import { closest } from '../model/nearest.ts';
import type { Period, Series, Vintage } from '../model/series.ts';
import type { Unit } from '../model/unit.ts';
import { type Place, problem } from '../problem.ts';
import { atom, seriesText } from './canonical.ts';
import { cellTrace, type Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';

/** A series named in a formula, with what has been said of it so far. */
export interface SeriesRef {
  readonly type: 'series';
  readonly series: Series;
  readonly item: string | undefined;
  /** The vintage written in brackets, and where. */
  readonly vintage: { readonly id: string; readonly place: Place } | undefined;
  readonly place: Place;
}

/** A family of facts named in a formula: it can stand wherever a series can. */
export interface FamilyRef {
  readonly type: 'family';
  readonly name: string;
  readonly place: Place;
}

/** Something with one value a year: a series without items, one item of a series, a family of facts. */
export interface Yearly {
  /** As written canonically: `exports_by_market.japan`. */
  readonly text: string;
  readonly place: Place;
  readonly unit: Unit;
  /** The years that have a value, ascending. */
  years(): readonly number[];
  has(year: number): boolean;
  /** The value of a year; a missing one is reported and undefined. */
  read(year: number): Quantity | undefined;
}

/** A series with its items side by side: markets, goods, economies. */
export interface Items {
  readonly text: string;
  readonly place: Place;
  readonly unit: Unit;
  readonly names: readonly string[];
  /** One of `names`. */
  item(name: string): Yearly;
}

/** The vintage that a reference means: the one in brackets, the edition's, or the only one. Reports where there is none. */
function openVintage(ref: SeriesRef, scope: Scope): Vintage | undefined {
  const { series, place } = ref;
  const known = series.vintages.map((vintage) => `“${vintage.id}”`).join(', ');
  const wanted = ref.vintage?.id ?? scope.content.edition.vintages.get(series.id);
  const vintage =
    wanted === undefined
      ? series.vintages.length === 1
        ? series.vintages[0]
        : undefined
      : series.vintages.find(({ id }) => id === wanted);
  if (vintage) {
    scope.opened({ series, vintage, named: ref.vintage !== undefined, place });
    return vintage;
  }
  return scope.report(
    wanted === undefined
      ? problem('vintage-ambiguous', place, { series: series.id, known })
      : problem('vintage-unknown', ref.vintage?.place ?? place, { series: series.id, vintage: wanted, known }),
  );
}

/** True where the vintage has the item that the reference names; a missing or an unknown one is reported. */
function hasItem({ series, item, place }: SeriesRef, vintage: Vintage, scope: Scope): boolean {
  if (item === undefined ? vintage.items.length === 0 : vintage.items.includes(item)) return true;
  if (item === undefined) {
    const found = `“${series.id}”, a series with items`;
    const advice = `Name an item: ${series.id}.${vintage.items[0]}`;
    scope.report(problem('formula-value', place, { wanted: 'A series of one figure a year', found, advice }));
  } else {
    const what = `item of ${series.id}`;
    scope.report(problem('unknown-name', place, { what, name: item, near: closest(item, vintage.items) }));
  }
  return false;
}

/** What can be read of one vintage of one item. */
interface Reader {
  /** The canonical text; the vintage is written where the series has more than one. */
  readonly text: string;
  readonly vintage: Vintage;
  /** The quantity of a cell, written as `expression`; a missing cell is reported. */
  read(period: Period, expression: string): Quantity | undefined;
}

function reader(ref: SeriesRef, vintage: Vintage, scope: Scope): Reader {
  const { series, item, place } = ref;
  return {
    text: seriesText(series.id, item, series.vintages.length > 1 ? vintage.id : undefined),
    vintage,
    read(period, expression) {
      const cell = vintage.cell(item, period);
      if (!cell) {
        const name = seriesText(series.id, item, undefined);
        return scope.missing({ series: name, vintage: vintage.id, period, known: vintage.periods(item), place });
      }
      const { value } = cell;
      const { unit } = series;
      return { type: 'quantity', value, unit, literal: false, expression: atom(expression), trace: cellTrace(cell) };
    },
  };
}

function opened(ref: SeriesRef, scope: Scope): Reader | undefined {
  const vintage = openVintage(ref, scope);
  return vintage && hasItem(ref, vintage, scope) ? reader(ref, vintage, scope) : undefined;
}

function yearlyOf(ref: SeriesRef, { text, vintage, read }: Reader): Yearly {
  const years = () => vintage.periods(ref.item).filter((period) => /^\d{4}$/.test(period));
  return {
    text,
    place: ref.place,
    unit: ref.series.unit,
    years: () => years().map(Number),
    has: (year) => vintage.cell(ref.item, String(year)) !== undefined,
    read: (year) => read(String(year), `${text}[${year}]`),
  };
}

/** A series or a family, to be read year by year; undefined where the reference is at fault (reported). */
export function yearly(value: SeriesRef | FamilyRef, scope: Scope): Yearly | undefined {
  if (value.type === 'series') {
    const found = opened(value, scope);
    return found && yearlyOf(value, found);
  }
  const { name, place } = value;
  const years = scope.familyYears(name);
  return {
    text: name,
    place,
    unit: scope.content.facts.get(name)?.unit ?? 'count',
    years: () => years,
    has: (year) => years.includes(year),
    read: (year) => scope.member(name, year, place),
  };
}

/** A series with items, none of them chosen; undefined where it has none or one was named (reported). */
export function items(value: SeriesRef, scope: Scope): Items | undefined {
  const vintage = openVintage(value, scope);
  if (!vintage) return undefined;
  const { series, place } = value;
  return {
    text: reader({ ...value, item: undefined }, vintage, scope).text,
    place,
    unit: series.unit,
    names: vintage.items,
    item(name) {
      const ref = { ...value, item: name };
      return yearlyOf(ref, reader(ref, vintage, scope));
    },
  };
}

/** The figure of one period, `at(trade.balance, "2006-Q1")`; undefined where there is none (reported). */
export function figureAt(ref: SeriesRef, period: Period, scope: Scope): Quantity | undefined {
  const found = opened(ref, scope);
  return found?.read(period, `at(${found.text}, ${JSON.stringify(period)})`);
}
