/** The figures of series that are not what was accepted, each with the place where it stands, or stood. Part of acceptance. */
import type { AcceptedFacts } from '../model/accepted.ts';
import type { Content } from '../model/content.ts';
import type { Cell } from '../model/series.ts';
import type { Place } from '../problem.ts';
import { cellOf, figureOf } from './record-facts.ts';

export interface MovedFigure {
  /** `exports_wits@2025-08 2005`; without an entry where the whole row is gone. */
  readonly name: string;
  /** The figure as accepted; of a whole row undefined. */
  readonly before: string | undefined;
  /** Undefined where it is gone. */
  readonly cell: Cell | undefined;
  readonly place: Place | undefined;
}

/** In order of the record; a row that is gone altogether is one. */
export function movedFigures({ figures }: AcceptedFacts, content: Content): MovedFigure[] {
  return Object.entries(figures).flatMap(([row, entries]): MovedFigure[] => {
    const cells = Object.entries(entries).map(([entry, before]) => ({
      entry,
      before,
      cell: cellOf(row, entry, content),
    }));
    if (cells.every(({ cell, entry }) => !cell && !ofNeighbour(row, entry, content)))
      return [{ name: row, before: undefined, cell: undefined, place: placeOfRow(row, content) }];
    return cells.flatMap(({ entry, before, cell }, i): MovedFigure[] => {
      if (cell && figureOf(cell) === before) return [];
      // A figure that is gone stood beside those of its economy, else beside those before and after it.
      const near =
        ofEconomy(row, entry, content) ??
        ofNeighbour(row, entry, content) ??
        cells.slice(0, i).findLast((each) => each.cell)?.cell ??
        cells.slice(i).find((each) => each.cell)?.cell;
      return [{ name: `${row} ${entry}`, before: String(before), cell, place: (cell ?? near)?.place }];
    });
  });
}

/** Any figure of an economy in a table: they stand in one line. */
function ofEconomy(row: string, economy: string, { series }: Content): Cell | undefined {
  const [, id = '', vintage = ''] = /^(\w+)@(\S*) /.exec(row) ?? [];
  const found = series.get(id)?.vintages.find((each) => each.id === vintage);
  const [period] = found?.items.includes(economy) ? found.periods(economy) : [];
  return period === undefined ? undefined : found?.cell(economy, period);
}

/**
 * The figure of the year before in the same row, else of the year after, whether or not an edition reads it; in a table of
 * economies, any figure of the economy before, by its code, else behind.
 */
function ofNeighbour(row: string, entry: string, { series }: Content): Cell | undefined {
  const [, id = '', item, vintage = '', period] = /^(\w+)(?:\.([^@]+))?@(\S*)(?: (\S+))?$/.exec(row) ?? [];
  const found = series.get(id)?.vintages.find((each) => each.id === vintage);
  if (!found) return undefined;
  const besides = <T extends string>(all: readonly T[]) =>
    all.findLast((each) => each < entry) ?? all.find((each) => each > entry);
  if (period === undefined) {
    const near = besides(found.periods(item));
    return near === undefined ? undefined : found.cell(item, near);
  }
  const code = besides(found.items.filter((each) => found.periods(each).length > 0));
  const [first] = code === undefined ? [] : found.periods(code);
  return first === undefined ? undefined : found.cell(code, first);
}

/** Where a row that is gone stood: its vintage, or its series. */
function placeOfRow(row: string, { series }: Content): Place | undefined {
  const [, id = '', vintage = ''] = /^(\w+)[^@]*@(\S*)/.exec(row) ?? [];
  const found = series.get(id);
  return found?.vintages.find((each) => each.id === vintage)?.place ?? found?.place;
}
