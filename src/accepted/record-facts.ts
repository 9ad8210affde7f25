/** The facts of an edition as a person accepts them, and the figures that they read: data/accepted/<edition>.yaml. Part of acceptance. */
import { textHash } from '../model/accepted.ts';
import type { Content } from '../model/content.ts';
import type { Format } from '../model/format.ts';
import { printFact } from '../model/forms.ts';
import type { Lang } from '../model/language.ts';
import type { Fact, Ledger } from '../model/ledger.ts';
import type { Cell, Period } from '../model/series.ts';

/** What a fact is, without its value: as long as this stays, its sentence speaks of the same thing. */
export const meaningOf = ({ expression, unit, decimals, period, status, vintages }: Fact): string =>
  textHash(JSON.stringify([expression, unit, decimals, period, status ?? '', vintages]));

/** Nine digits: more than any page prints, fewer than two machines could differ in. */
export const settled = ({ value }: Fact): number | boolean =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value;

/** A fact in words, in every language. */
export const printedIn = (fact: Fact, formats: ReadonlyMap<Lang, Format>): Record<Lang, string> =>
  Object.fromEntries([...formats].map(([lang, format]) => [lang, printFact(fact, format)]));

/** The facts whose names stand in templates, charts, phrases and claims, with those that checks compare; in order of declaration. */
export function factsInUse({ facts, claims }: Ledger, named: ReadonlySet<string>): Fact[] {
  const checked = new Set(claims.flatMap(({ checks }) => checks.flatMap((check) => check.facts)));
  return [...facts.values()].filter(({ id }) => checked.has(id) || named.has(id.split('.')[0] ?? id));
}

/** The name of a row of figures: `exports_by_market.japan@2025-08`. */
const rowOf = ({ series, item, vintage }: Cell): string =>
  `${series}${item === undefined ? '' : `.${item}`}@${vintage}`;

/** A figure with its mark, as it is recorded. */
export const figureOf = ({ value, status }: Pick<Cell, 'value' | 'status'>): number | string =>
  status ? `${value} ${status}` : value;

/**
 * Every figure that these facts come from, by row and period. Tables of all economies are left out: they are checked by
 * their control totals, and a rank reads hundreds of figures.
 */
export function figuresOf(
  used: readonly Fact[],
  { facts }: Ledger,
  { series }: Pick<Content, 'series'>,
): Map<string, Map<Period, Cell>> {
  const rows = new Map<string, Map<Period, Cell>>();
  const seen = new Set<string>();
  const visit = (fact: Fact): void => {
    if (seen.has(fact.id)) return;
    seen.add(fact.id);
    for (const input of fact.inputs) {
      if ('fact' in input) {
        const inner = facts.get(input.fact);
        if (inner) visit(inner);
      } else if (!series.get(input.cell.series)?.panel) {
        const row = rows.get(rowOf(input.cell)) ?? new Map<Period, Cell>();
        rows.set(rowOf(input.cell), row.set(input.cell.period, input.cell));
      }
    }
  };
  used.forEach(visit);
  return rows;
}

/** The cell that a recorded figure is today; undefined where it is gone. */
export function cellOf(row: string, period: Period, { series }: Pick<Content, 'series'>): Cell | undefined {
  const [, id = '', item, vintage = ''] = /^(\w+)(?:\.(\w+))?@(.*)$/.exec(row) ?? [];
  return series
    .get(id)
    ?.vintages.find((each) => each.id === vintage)
    ?.cell(item, period);
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
  const rows = [...figuresOf(used, ledger, content)].sort(([a], [b]) => (a < b ? -1 : 1));
  const figures = rows.map(([row, cells]) => {
    const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
    return `  ${row}: { ${sorted.map(([period, cell]) => `${text(period)}: ${text(figureOf(cell))}`).join(', ')} }`;
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
