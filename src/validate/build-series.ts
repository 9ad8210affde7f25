/** Makes a Series of a file: its vintages answer for single figures, whose places are worked out when asked for. */
import type { Placed } from '../model/content.ts';
import type { FetchSpec } from '../model/refresh.ts';
import type { Cell, Period, Series, Status, Vintage } from '../model/series.ts';
import type { Place } from '../problem.ts';
import { firstOf, type Path } from './raw.ts';
import type { SeriesShape, VintageShape } from './schemas/series.ts';
import type { Shaped } from './shape.ts';
import type { Table } from './table.ts';
import { trimmed } from './trimmed.ts';

/** The figures of a vintage, wherever they are written. */
interface Figures {
  readonly items: readonly string[];
  periods(item: string | undefined): readonly Period[];
  value(item: string | undefined, period: Period): number | undefined;
  place(item: string | undefined, period: Period): Place;
}

/** Figures by period, or by item and period: a union that its first value tells apart. */
type ByPeriod<V> = Readonly<Record<string, V>>;
type ByItem<V> = Readonly<Record<string, ByPeriod<V>>>;

export const hasItems = <V extends string | number>(values: ByPeriod<V> | ByItem<V>): values is ByItem<V> =>
  typeof firstOf<unknown>(values) === 'object';

const own = <V>(values: Readonly<Record<string, V>> | undefined, key: string): V | undefined =>
  values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;

function written(placed: Placed, path: Path, values: ByPeriod<number> | ByItem<number>): Figures {
  const items = hasItems(values) ? Object.keys(values) : [];
  const row = (item: string | undefined): ByPeriod<number> | undefined => {
    if (hasItems(values)) return item === undefined ? undefined : own(values, item);
    return item === undefined ? values : undefined;
  };
  return {
    items,
    periods: (item) => Object.keys(row(item) ?? {}).sort(),
    value: (item, period) => own(row(item), period),
    place: (item, period) => placed.at([...path, ...(item === undefined ? [] : [item]), period]),
  };
}

function tabled(table: Table): Figures {
  const periods = [...table.periods].sort();
  return {
    items: table.economies,
    periods: (item) => (item === undefined ? [] : periods.filter((period) => table.value(item, period) !== undefined)),
    value: (item, period) => (item === undefined ? undefined : table.value(item, period)),
    place: (item, period) => table.place(item ?? '', period),
  };
}

function markOf({ marks, status }: VintageShape, item: string | undefined, period: Period): Status | undefined {
  if (marks === undefined) return status;
  const found = hasItems(marks) ? own(own(marks, item ?? ''), period) : own(marks, period);
  return found ?? status;
}

function vintage(series: string, shape: VintageShape, place: Place, figures: Figures): Vintage {
  const id = String(shape.id);
  const { source } = shape;
  const periods = new Map<string | undefined, readonly Period[]>();
  return {
    id,
    source,
    published: String(shape.published),
    place,
    items: figures.items,
    value: figures.value,
    cell(item, period): Cell | undefined {
      const value = figures.value(item, period);
      if (value === undefined) return undefined;
      const status = markOf(shape, item, period);
      return {
        ...{ series, item, vintage: id, source, period, value, status },
        get place() {
          return figures.place(item, period);
        },
      };
    },
    periods(item) {
      const known = periods.get(item) ?? figures.periods(item);
      periods.set(item, known);
      return known;
    },
  };
}

function fetchOf({ from, code, power, ...rest }: NonNullable<SeriesShape['fetch']>, place: Place): FetchSpec {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { from, code: code.trim(), power: power ?? 0, ...(given as Partial<FetchSpec>), place };
}

/**
 * The series of a file that was found right.
 * @param tables the tables that its vintages name, by path below data/
 */
export function buildSeries(
  id: string,
  { placed, value }: Shaped<'series'>,
  tables: ReadonlyMap<string, Table>,
): Series {
  const vintages = value.vintages.map((shape, i) => {
    const table = shape.table === undefined ? undefined : tables.get(shape.table);
    const figures = table ? tabled(table) : written(placed, ['vintages', i, 'values'], shape.values ?? {});
    return vintage(id, shape, placed.at(['vintages', i]), figures);
  });
  return {
    id,
    label: trimmed(value.label),
    unit: value.unit,
    note: value.note && trimmed(value.note),
    vintages,
    panel: value.panel ?? false,
    ...(value.first_print_of !== undefined && { firstPrintOf: value.first_print_of }),
    ...(value.fetch && { fetch: fetchOf(value.fetch, placed.keyAt(['fetch'])) }),
    place: placed.at([]),
  };
}
