/** Rows: the figures of one item in one vintage of a series, laid out once for all rules that look at them. */
import type { Cell, Period, Series, Vintage } from '../../model/series.ts';

/** A year as a number, so that rules can reckon with it; any other period as it is written. */
export type Moment = number | Period;

export interface Row {
  readonly series: Series;
  readonly vintage: Vintage;
  readonly item: string | undefined;
  /** Those that have a figure, ascending. */
  readonly moments: readonly Moment[];
  figure(moment: Moment): number | undefined;
}

/** One figure in its row. */
export interface Spot {
  readonly row: Row;
  readonly moment: Moment;
}

/** How rules read figures: as they stand, or with one of them replaced, to see whether that would mend anything. */
export type Read = (row: Row, moment: Moment) => number | undefined;

export const asWritten: Read = (row, moment) => row.figure(moment);

/** Reads as `read` does, but one figure as something else. */
export const replacing =
  (spot: Spot, value: number, read: Read = asWritten): Read =>
  (row, moment) =>
    row === spot.row && moment === spot.moment ? value : read(row, moment);

export const cellOf = ({ row, moment }: Spot): Cell | undefined => row.vintage.cell(row.item, String(moment));

export const momentOf = (period: Period): Moment => (period.length === 4 ? Number(period) : period);

/** The year in which a moment begins. */
export const yearOf = (moment: Moment): number => (typeof moment === 'number' ? moment : Number(moment.slice(0, 4)));

const made = new WeakMap<Vintage, Map<string | undefined, Row>>();

/** The row of an item. A vintage never changes, so that its rows are made once, however many rules and editions ask. */
export function rowOf(series: Series, vintage: Vintage, item: string | undefined): Row {
  const ofVintage = made.get(vintage) ?? new Map<string | undefined, Row>();
  made.set(vintage, ofVintage);
  const known = ofVintage.get(item);
  if (known) return known;
  const row = makeRow(series, vintage, item);
  ofVintage.set(item, row);
  return row;
}

/** Years stand in an array, which is several times faster than a map; thousands of rows of economies have nothing else. */
function makeRow(series: Series, vintage: Vintage, item: string | undefined): Row {
  const moments = vintage.periods(item).map(momentOf);
  const first = yearOf(moments[0] ?? 0);
  const years: (number | undefined)[] = [];
  const others = new Map<Moment, number | undefined>();
  for (const moment of moments) {
    const value = vintage.value(item, String(moment));
    if (typeof moment === 'number') years[moment - first] = value;
    else others.set(moment, value);
  }
  const figure = (moment: Moment) => (typeof moment === 'number' ? years[moment - first] : others.get(moment));
  return { series, vintage, item, moments, figure };
}
