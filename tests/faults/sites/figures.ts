/** The figures of series that the editions read: the characters of each, and the lines of its block. */
import type { Cell, Series } from '../../../src/model/series.ts';
import type { Context } from '../context.ts';
import { type Lines, offsetOf } from '../fault.ts';

export interface Figure {
  readonly cell: Cell;
  readonly panel: boolean;
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** The line of the figure: in a table that of its economy. */
  readonly block: Lines;
  /** The figure of another year, of the same row. */
  readonly otherYear: Cell | undefined;
  /** The figure of the same year in the row below: another item or economy, else another series in the same unit. */
  readonly otherRow: Cell | undefined;
}

/** Every figure that a fact of the edition reads, in order of files and lines; each once. */
export function figuresRead({
  files,
  content: { series },
  facts,
}: Pick<Context, 'files' | 'content' | 'facts'>): Figure[] {
  const found = new Map<string, Figure>();
  for (const { cell } of facts.flatMap(({ inputs }) => inputs.filter((input) => 'cell' in input))) {
    const { file, line, column } = cell.place;
    const text = files.get(file) ?? '';
    const start = offsetOf(text, line, column);
    const written = /^[-+]?[\d.]+(?:e[-+]?\d+)?/i.exec(text.slice(start))?.[0] ?? '';
    const key = `${file}:${start}`;
    if (found.has(key) || written === '') continue;
    const own = series.get(cell.series);
    found.set(key, {
      cell,
      panel: own?.panel ?? false,
      file,
      line,
      start,
      end: start + written.length,
      written,
      block: { file, first: line, last: line },
      ...neighbours(cell, own, series),
    });
  }
  return [...found.values()].sort((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}

/** What a hand may take in place of a figure: that of the year before, or of the row below. */
function neighbours(
  cell: Cell,
  own: Series | undefined,
  series: ReadonlyMap<string, Series>,
): Pick<Figure, 'otherYear' | 'otherRow'> {
  const vintage = own?.vintages.find(({ id }) => id === cell.vintage);
  const periods = vintage?.periods(cell.item) ?? [];
  const i = periods.indexOf(cell.period);
  const year = periods[i - 1] ?? periods[i + 1];
  const items = vintage?.items ?? [];
  const j = cell.item === undefined ? -1 : items.indexOf(cell.item);
  const below = j < 0 ? [] : [...items.slice(j + 1), ...items.slice(0, j)];
  const row = below
    .map((item) => vintage?.cell(item, cell.period))
    .find((each) => each !== undefined && each.value !== cell.value);
  const others = [...series.values()].filter(
    ({ id, unit, panel }) => id !== cell.series && unit === own?.unit && !panel,
  );
  const elsewhere = others
    .flatMap((each) => each.vintages.flatMap((v) => v.cell(v.items[0], cell.period) ?? []))
    .find((each) => each.value !== cell.value);
  return {
    otherYear: year === undefined ? undefined : vintage?.cell(cell.item, year),
    otherRow: row ?? elsewhere,
  };
}
