/**
 * Writes a new vintage into a project's files as text: the block of the vintage above the others, its source, and in each
 * edition a pin to the old state, so that no printed figure changes until somebody moves the pin. Nothing else of a file changes.
 */
import type { Placed } from '../model/content.ts';
import type { Origin } from '../model/refresh.ts';
import type { Series } from '../model/series.ts';
import type { Fresh } from './changes.ts';

/** What is known of a new vintage. */
export interface NewVintage {
  readonly id: string;
  readonly source: string;
  /** As a date. */
  readonly published: string;
}

const quoted = (text: string): string => JSON.stringify(text);

/** A key of YAML: a period or a name; a bare year would be a number, which the reader takes as a key too. */
const keyOf = (text: string): string => (/^(\d{4}|[A-Za-z_]\w*)$/.test(text) ? text : quoted(text));

function inserted(text: string, line: number, block: readonly string[]): string {
  const lines = text.split('\n');
  lines.splice(line, 0, ...block);
  return lines.join('\n');
}

/** Figures or marks as lines, by period or by item and period. */
function figureLines(key: string, cells: readonly (readonly [Fresh, string])[], indent: string): string[] {
  if (cells.length === 0) return [];
  const items = [...new Set(cells.map(([{ item }]) => item))];
  const rows = (item: string | undefined, more: string) =>
    cells
      .filter(([fresh]) => fresh.item === item)
      .map(([{ period }, value]) => `${indent}${more}${keyOf(period)}: ${value}`);
  return [
    `${indent}${key}:`,
    ...items.flatMap((item) =>
      item === undefined ? rows(item, '  ') : [`${indent}  ${keyOf(item)}:`, ...rows(item, '    ')],
    ),
  ];
}

/**
 * The series' file with the vintage above the others.
 * @param table the path of its CSV file below data/, in a panel
 */
export function withVintage(
  placed: Placed,
  vintage: NewVintage,
  fresh: readonly Fresh[],
  table: string | undefined,
): string {
  const first = placed.at(['vintages', 0]);
  const dash = ' '.repeat(Math.max(0, first.column - 3));
  const inner = `${dash}  `;
  const marked = fresh.flatMap((each) => (each.status ? [[each, each.status] as const] : []));
  const block = [
    `${dash}- id: ${quoted(vintage.id)}`,
    `${inner}source: ${vintage.source}`,
    `${inner}published: ${vintage.published}`,
    ...figureLines('marks', marked, inner),
    ...(table === undefined
      ? figureLines(
          'values',
          fresh.map((each) => [each, String(each.value)] as const),
          inner,
        )
      : [`${inner}table: ${table}`]),
  ];
  return inserted(placed.text, placed.keyAt(['vintages']).line, block);
}

/** The CSV of a panel: economies in the order of the series, periods ascending, an empty cell where there is no figure. */
export function tableText(fresh: readonly Fresh[]): string {
  const periods = [...new Set(fresh.map(({ period }) => period))].sort();
  const rows = new Map<string, Map<string, number>>();
  for (const { item = '', period, value } of fresh)
    rows.set(item, (rows.get(item) ?? new Map<string, number>()).set(period, value));
  const lines = [...rows].map(([item, row]) => [item, ...periods.map((period) => row.get(period) ?? '')].join(','));
  return `${[['economy', ...periods].join(','), ...lines].join('\n')}\n`;
}

/**
 * data/sources.yaml with the release as a source.
 * @param month the month of the release in the words of a language
 */
export function withSource(
  text: string,
  name: string,
  origin: Origin,
  published: string,
  retrieved: string,
  month: (lang: string) => string,
): string {
  const inWords = (key: string, texts: Origin['line']) => [
    `  ${key}:`,
    ...Object.entries(texts).map(([lang, line]) => `    ${lang}: ${quoted(line.replaceAll('{release}', month(lang)))}`),
  ];
  const block = [
    `${name}:`,
    ...inWords('publisher', origin.publisher),
    ...inWords('title', origin.title),
    ...inWords('line', origin.line),
    `  published: ${published}`,
    `  retrieved: ${retrieved}`,
    `  licence: ${quoted(origin.licence)}`,
    ...(origin.link === undefined ? [] : [`  url: ${quoted(origin.link)}`]),
    `  certainty: ${origin.certainty}`,
  ];
  return `${text.trimEnd()}\n\n${block.join('\n')}\n`;
}

/** An edition's file with the series pinned to a vintage; the same text where it is pinned already. */
export function withPin(placed: Placed, series: Series, vintage: string): string {
  const value = (placed.value ?? {}) as { vintages?: Record<string, unknown> | null };
  if (value.vintages && Object.hasOwn(value.vintages, series.id)) return placed.text;
  const pin = `${series.id}: ${quoted(vintage)}`;
  if (value.vintages === undefined || value.vintages === null) {
    const [, ...rest] = placed.text.split(/^vintages:[^\n]*\n/m);
    if (rest.length > 0) return placed.text.replace(/^(vintages:[^\n]*)\n/m, `$1\n  ${pin}\n`);
    return `${placed.text.trimEnd()}\n\nvintages:\n  ${pin}\n`;
  }
  const line = placed.keyAt(['vintages']).line;
  const lines = placed.text.split('\n');
  const flow = /^(vintages:\s*\{)(\s*)(\}?)/.exec(lines[line - 1] ?? '');
  if (!flow) return inserted(placed.text, line, [`  ${pin}`]);
  lines[line - 1] = (lines[line - 1] ?? '').replace(flow[0], `${flow[1]} ${pin}${flow[3] === '}' ? ' }' : ', '}`);
  return lines.join('\n');
}
