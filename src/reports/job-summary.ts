/** The end of a run as Markdown, for the summary page of a CI job: what was made, the cover's figures, the verdicts, what is wrong. Pure. */
import { inOrder, type Problem } from '../problem.ts';

/** What of facts.json the summary reads. */
interface Facts {
  readonly facts: readonly {
    readonly id: string;
    readonly status?: string;
    readonly uses: readonly { readonly text: string; readonly lang: string; readonly block: string }[];
  }[];
  readonly claims: readonly { readonly verdict: string }[];
}

export interface SummaryEdition {
  readonly edition: string;
  readonly unchanged: boolean;
  readonly outputs: readonly { readonly path: string; readonly bytes: number; readonly pages?: number }[];
  /** The text of facts.json; undefined where nothing was built. */
  readonly facts?: string;
}

/** Problems shown one by one; the rest are counted. GitHub cuts a summary at 1 MB. */
const SHOWN = 50;

/** A cell of a Markdown table: a pipe or a line break would end it, an angle bracket would be HTML. */
const cell = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [row(head), row(head.map(() => '---')), ...rows.map(row), ''];

/**
 * The Markdown.
 * @param ok false where a problem stopped the run
 */
export function summaryText(editions: readonly SummaryEdition[], problems: readonly Problem[], ok: boolean): string {
  return [`## ${ok ? '✅' : '❌'} Export Brief`, '', ...problemLines(problems), ...editions.flatMap(editionLines)]
    .join('\n')
    .concat('\n');
}

function problemLines(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return ['No problem found.', ''];
  const rows = inOrder(problems)
    .slice(0, SHOWN)
    .map(({ severity, file, line, column, message, hint, code }) => [
      severity,
      [file, line, column].filter((part) => part !== undefined).join(':'),
      hint === undefined ? message : `${message} ${hint}`,
      `\`${code}\``,
    ]);
  const rest = problems.length - rows.length;
  return [...table(['', 'place', 'what', 'code'], rows), ...(rest > 0 ? [`… and ${rest} more.`, ''] : [])];
}

function editionLines({ edition, unchanged, outputs, facts }: SummaryEdition): string[] {
  const documents = outputs.filter(({ path }) => /\.(pdf|html)$/.test(path));
  const made = documents.map(({ path, bytes, pages }) => [
    path,
    pages === undefined ? '' : String(pages),
    `${Math.round(bytes / 1024)} KB`,
  ]);
  return [
    `### ${edition}${unchanged ? ' (unchanged)' : ''}`,
    '',
    ...table(['document', 'pages', 'size'], made),
    ...(facts === undefined ? [] : factLines(JSON.parse(facts) as Facts)),
  ];
}

/** The figures of the cover as they are printed in each language, and how many claims have which verdict. */
function factLines({ facts, claims }: Facts): string[] {
  const cover = facts
    .map(({ id, uses }) => ({ id, uses: uses.filter(({ block, text }) => block.startsWith('cover-') && text !== '') }))
    .filter(({ uses }) => uses.length > 0);
  const languages = [...new Set(cover.flatMap(({ uses }) => uses.map(({ lang }) => lang)))];
  const printed = cover.map(({ id, uses }) => [
    `\`${id}\``,
    ...languages.map((lang) =>
      [...new Set(uses.filter((use) => use.lang === lang).map(({ text }) => text))].join(', '),
    ),
  ]);
  const verdicts = new Map<string, number>();
  for (const { verdict } of claims) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  const counted = [...verdicts]
    .sort(([, a], [, b]) => b - a)
    .map(([verdict, n]) => `${n} ${verdict.replace('_', ' ')}`);
  return [
    ...(counted.length > 0 ? [`${claims.length} claims: ${counted.join(', ')}.`, ''] : []),
    ...(printed.length > 0
      ? [
          '<details><summary>Figures on the cover</summary>',
          '',
          ...table(['fact', ...languages], printed),
          '</details>',
          '',
        ]
      : []),
  ];
}
