/** What a series' schema cannot say: names of sources, items and tables, and that its vintages fit together. */
import { ADVICE } from '../messages.ts';
import type { Placed, Sources } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { RESERVED } from '../model/reserved.ts';
import { type Problem, problem } from '../problem.ts';
import { idsIn, PATHS } from './files.ts';
import { firstOf, isMap, listOf, mapOf, nameOf, type Path, valueAt } from './raw.ts';
import { doubled, unknownKey, unknownValue } from './reference.ts';
import { IDENTIFIER } from './schemas/parts.ts';
import type { Table } from './table.ts';

/** What the other files know. A set is undefined where its file could not be read. */
export interface Known {
  readonly sources: ReadonlySet<string> | undefined;
  readonly terms: ReadonlySet<string> | undefined;
  /** The tables below data/ that were read, by path from there. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The publishers of data/refresh.yaml. */
  readonly origins: ReadonlySet<string> | undefined;
}

const at = (placed: Placed, path: Path) => valueAt(placed.value, path);
/** True where figures or marks stand by item and period. */
const byItem = (value: unknown) => isMap(firstOf(mapOf(value)));

function checkName(id: string, { file }: Placed): Problem[] {
  const place = { file, line: 1, column: 1 };
  if (!IDENTIFIER.test(id)) {
    return [problem('name-not-allowed', place, { name: id, what: 'a series', advice: ADVICE.name_file })];
  }
  if (!RESERVED.has(id)) return [];
  return [problem('name-not-allowed', place, { name: id, what: 'a series', advice: ADVICE.name_reserved })];
}

/** Figures in the file or in a table: one of them, and a table only in a panel. */
function checkPlaceOfFigures(placed: Placed, vintage: Path): Problem[] {
  const { values, table } = mapOf(at(placed, vintage));
  if ((values === undefined) === (table === undefined)) return [problem('series-both', placed.at(vintage))];
  const panel = at(placed, ['panel']) === true;
  if (panel === (table !== undefined)) return [];
  const [found, advice] = panel ? ['“values” stand', ADVICE.panel_values] : ['“table” stands', ADVICE.panel_table];
  const place = placed.keyAt([...vintage, panel ? 'values' : 'table']);
  return [problem('series-panel', place, { found, panel: panel ? 'a' : 'no', advice })];
}

function checkTable(placed: Placed, path: Path, { tables }: Known, sources: Sources): Problem[] {
  const table = at(placed, path);
  if (typeof table !== 'string') return [];
  if (table.startsWith('/') || table.split('/').includes('..')) {
    return [problem('path-outside', placed.at(path), { path: table })];
  }
  if (tables.has(table)) return [];
  const known = [...sources.tables.keys()].map((name) => name.replace(/^data\//, ''));
  const near = closest(table, known);
  if (near !== undefined) return [problem('unknown-name', placed.at(path), { what: 'table', name: table, near })];
  const what = ADVICE.write_file.replace('{place}', placed.file);
  return [problem('file-missing', placed.at(path), { path: `data/${table}`, what })];
}

/** The periods of a vintage that have a figure. */
function periodsOf(
  placed: Placed,
  vintage: Path,
  item: string | undefined,
  { tables }: Known,
): readonly string[] | undefined {
  const { values, table } = mapOf(at(placed, vintage));
  if (typeof table !== 'string') return Object.keys(mapOf(item === undefined ? values : mapOf(values)[item]));
  const read = tables.get(table);
  return item === undefined ? undefined : read?.periods.filter((period) => read.value(item, period) !== undefined);
}

function checkMarks(placed: Placed, vintage: Path, known: Known): Problem[] {
  const path = [...vintage, 'marks'];
  const marks = at(placed, path);
  const row = (item: string | undefined): Problem[] => {
    const figures = periodsOf(placed, vintage, item, known);
    const rowPath = item === undefined ? path : [...path, item];
    return Object.keys(mapOf(at(placed, rowPath))).flatMap((period) =>
      figures === undefined || figures.includes(period)
        ? []
        : [
            problem('mark-without-figure', placed.keyAt([...rowPath, period]), {
              period,
              near: closest(period, figures),
            }),
          ],
    );
  };
  if (!byItem(marks)) return row(undefined);
  const { values, table } = mapOf(at(placed, vintage));
  const items = typeof table === 'string' ? known.tables.get(table)?.economies : Object.keys(mapOf(values));
  return Object.keys(mapOf(marks)).flatMap((item) => {
    const unknown = unknownKey(placed, [...path, item], 'item', items && new Set(items));
    return unknown.length > 0 ? unknown : row(item);
  });
}

function checkVintage(placed: Placed, i: number, known: Known, sources: Sources): Problem[] {
  const vintage = ['vintages', i];
  const values = at(placed, [...vintage, 'values']);
  const first = at(placed, ['vintages', 0, 'values']);
  const items = byItem(values) ? Object.keys(mapOf(values)) : [];
  const problems = [
    ...unknownValue(placed, [...vintage, 'source'], 'source', known.sources),
    ...checkPlaceOfFigures(placed, vintage),
    ...checkTable(placed, [...vintage, 'table'], known, sources),
    ...items.flatMap((item) => unknownKey(placed, [...vintage, 'values', item], 'term', known.terms)),
    ...checkMarks(placed, vintage, known),
  ];
  if (isMap(values) && isMap(first) && byItem(values) !== byItem(first)) {
    const say = (has: boolean) => (has ? 'figures by item' : 'figures without items');
    const args = { found: say(byItem(values)), first: say(byItem(first)) };
    problems.push(problem('series-mixed', placed.keyAt([...vintage, 'values']), args));
  }
  return problems;
}

/** `fetch:` names a publisher, and items that are terms. */
function checkFetch(placed: Placed, known: Known): Problem[] {
  const items = Object.keys(mapOf(at(placed, ['fetch', 'items'])));
  return [
    ...unknownValue(placed, ['fetch', 'from'], 'publisher', known.origins),
    ...items.flatMap((item) => unknownKey(placed, ['fetch', 'items', item], 'term', known.terms)),
  ];
}

/** Vintages stand newest first, so that whoever reads the file sees at once what holds now. */
function checkOrder(placed: Placed): Problem[] {
  const dates = listOf(at(placed, ['vintages'])).map((vintage) => nameOf(mapOf(vintage).published) ?? '');
  return dates.flatMap((date, i) => {
    const above = dates[i - 1] ?? '';
    const length = Math.min(date.length, above.length);
    return date.slice(0, length) > above.slice(0, length)
      ? [problem('series-order', placed.at(['vintages', i, 'published']))]
      : [];
  });
}

/** The problems of one series file beyond its shape. */
export function checkSeries(id: string, placed: Placed, known: Known, sources: Sources): Problem[] {
  const vintages = listOf(at(placed, ['vintages']));
  return [
    ...checkName(id, placed),
    ...unknownValue(placed, ['first_print_of'], 'series', new Set(idsIn(PATHS.series, sources.yaml.keys()))),
    ...vintages.flatMap((_, i) => checkVintage(placed, i, known, sources)),
    ...doubled(
      placed,
      vintages.map((_, i) => ['vintages', i, 'id']),
      'vintage',
    ),
    ...checkOrder(placed),
    ...checkFetch(placed, known),
  ];
}
