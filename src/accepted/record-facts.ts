/** The facts of an edition as a person accepts them, and the figures that they read: data/accepted/<edition>.yaml. Part of acceptance. */
import { textHash } from '../model/accepted.ts';
import type { Content } from '../model/content.ts';
import type { Format } from '../model/format.ts';
import { printFact } from '../model/forms.ts';
import type { Lang } from '../model/language.ts';
import type { Fact, Ledger } from '../model/ledger.ts';
import type { Cell } from '../model/series.ts';

/** What a fact is, without its value: as long as this stays, its sentence speaks of the same thing. */
export const meaningOf = ({ expression, unit, decimals, period, status, vintages }: Fact): string =>
  textHash(JSON.stringify([expression, unit, decimals, period, status ?? '', vintages]));

/** Nine digits: more than any page prints, fewer than two machines could differ in. */
export const settled = ({ value }: Fact): number | boolean =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value;

/** A fact in words, in every language. */
export const printedIn = (fact: Fact, formats: ReadonlyMap<Lang, Format>): Record<Lang, string> =>
  Object.fromEntries([...formats].map(([lang, format]) => [lang, printFact(fact, format)]));

/** The facts whose names stand in templates, charts, phrases and claims, those that checks compare, and all that these come from. */
export function factsInUse({ facts, claims }: Ledger, named: ReadonlySet<string>): Fact[] {
  const used = new Set<string>();
  const visit = (id: string): void => {
    const fact = facts.get(id);
    if (!fact || used.has(id)) return;
    used.add(id);
    for (const input of fact.inputs) if ('fact' in input) visit(input.fact);
  };
  for (const { checks } of claims) for (const check of checks) check.facts.forEach(visit);
  for (const id of facts.keys()) if (named.has(headOf(id))) visit(id);
  return [...facts.values()].filter(({ id }) => used.has(id));
}

/** The name that a fact is declared under: `exports_growth` of `exports_growth.2005`. */
export const headOf = (id: string): string => id.split('.')[0] ?? id;

/** The name of a row of figures: `exports_by_market.japan@2025-08`. A table of all economies is recorded by columns, `exports_panel@2026-07 2005`. */
const rowOf = ({ series, item, vintage, period }: Cell, panel: boolean): string =>
  panel ? `${series}@${vintage} ${period}` : `${series}${item === undefined ? '' : `.${item}`}@${vintage}`;

/** A figure with its mark, as it is recorded. */
export const figureOf = ({ value, status }: Pick<Cell, 'value' | 'status'>): number | string =>
  status ? `${value} ${status}` : value;

/** Every figure that these facts come from, by row and period; in a table of all economies by column and economy. */
export function figuresOf(used: readonly Fact[], { series }: Pick<Content, 'series'>): Map<string, Map<string, Cell>> {
  const rows = new Map<string, Map<string, Cell>>();
  for (const input of used.flatMap(({ inputs }) => inputs)) {
    if ('fact' in input) continue;
    const { cell } = input;
    const panel = series.get(cell.series)?.panel ?? false;
    const name = rowOf(cell, panel);
    rows.set(name, (rows.get(name) ?? new Map<string, Cell>()).set(panel ? (cell.item ?? '') : cell.period, cell));
  }
  return rows;
}

/** The cell that a recorded figure is today; undefined where it is gone. */
export function cellOf(row: string, entry: string, { series }: Pick<Content, 'series'>): Cell | undefined {
  const [, id = '', item, vintage = '', period] = /^(\w+)(?:\.(\w+))?@(\S*)(?: (.*))?$/.exec(row) ?? [];
  const found = series.get(id)?.vintages.find((each) => each.id === vintage);
  return period === undefined ? found?.cell(item, entry) : found?.cell(entry, period);
}

const text = (value: unknown): string => JSON.stringify(value);

/** The text of data/accepted/<edition>.yaml: a fact or a row of figures a line. */
export function factsText(
  content: Content,
  ledger: Ledger,
  named: ReadonlySet<string>,
  formats: ReadonlyMap<Lang, Format>,
): string {
  const used = factsInUse(ledger, named);
  const facts = used.map((fact) => {
    const printed = Object.entries(printedIn(fact, formats)).map(([lang, said]) => `${lang}: ${text(said)}`);
    return `  ${fact.id}: { is: "${meaningOf(fact)}", value: ${settled(fact)}, printed: { ${printed.join(', ')} } }`;
  });
  const rows = [...figuresOf(used, content)].sort(([a], [b]) => (a < b ? -1 : 1));
  const figures = rows.map(([row, cells]) => {
    const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
    return `  ${/ /.test(row) ? text(row) : row}: { ${sorted.map(([period, cell]) => `${text(period)}: ${text(figureOf(cell))}`).join(', ')} }`;
  });
  return [
    '# yaml-language-server: $schema=../../schemas/accepted_facts.schema.json',
    '# The numbers of this edition as a person accepted them, and the figures that they come from. Written by `brief accept`; do not edit.',
    'facts:',
    ...facts,
    'figures:',
    ...figures,
    '',
  ].join('\n');
}
