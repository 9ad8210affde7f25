/** Rows: the figures of one item in one vintage of a series, read once for all rules that look at them. */
import type { Cell, Period, Series, Vintage } from '../../model/series.ts';

export interface Row {
  readonly series: Series;
  readonly vintage: Vintage;
  readonly item: string | undefined;
  /** Ascending. */
  readonly periods: readonly Period[];
  readonly figures: ReadonlyMap<Period, number>;
}

/** One figure in its row. */
export interface Spot {
  readonly row: Row;
  readonly period: Period;
}

/** How rules read figures: as they stand, or with one of them replaced, to see whether that would mend anything. */
export type Read = (row: Row, period: Period) => number | undefined;

export const asWritten: Read = (row, period) => row.figures.get(period);

/** Reads as `read` does, but one figure as something else. */
export const replacing =
  ({ row, period }: Spot, value: number, read: Read = asWritten): Read =>
  (other, at) =>
    other === row && at === period ? value : read(other, at);

export const cellOf = ({ row, period }: Spot): Cell | undefined => row.vintage.cell(row.item, period);

const made = new WeakMap<Vintage, Map<string | undefined, Row>>();

/** The row of an item. A vintage never changes, so that its rows are made once, however many rules and editions ask. */
export function rowOf(series: Series, vintage: Vintage, item: string | undefined): Row {
  const ofVintage = made.get(vintage) ?? new Map<string | undefined, Row>();
  made.set(vintage, ofVintage);
  const known = ofVintage.get(item);
  if (known) return known;
  const periods = vintage.periods(item);
  const figures = new Map<Period, number>();
  for (const period of periods) figures.set(period, vintage.value(item, period) ?? Number.NaN);
  const row = { series, vintage, item, periods, figures };
  ofVintage.set(item, row);
  return row;
}

/** The year of a period that is one; undefined for quarters and months. */
export const yearIn = (period: Period): number | undefined => (period.length === 4 ? Number(period) : undefined);

/** The year before, as a period. */
export const before = (period: Period): Period => String(Number(period) - 1);
export const after = (period: Period): Period => String(Number(period) + 1);
