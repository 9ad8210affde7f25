/** The outcome of a run as tables: by class, by operator, and every survivor by itself. */

import type { Group } from './corpus.ts';
import { CLASSES, type Class, type Fault } from './fault.ts';
import { CAUGHT, type Caught } from './run.ts';

/** What became of one fault, as it is counted and told. */
export interface Outcome {
  readonly group: Group;
  readonly class: Class;
  readonly operator: string;
  readonly file: string;
  readonly line: number;
  readonly change: string;
  readonly caught: Caught;
  /** For a survivor the error that points elsewhere; undefined where nothing is said. */
  readonly elsewhere: string | undefined;
}

export interface Row {
  readonly name: string;
  readonly faults: number;
  readonly by: Readonly<Record<Caught, number>>;
}

const rowOf = (name: string, outcomes: readonly Outcome[]): Row => {
  const count = (caught: Caught) => outcomes.filter((each) => each.caught === caught).length;
  return {
    name,
    faults: outcomes.length,
    by: Object.fromEntries(CAUGHT.map((caught) => [caught, count(caught)])) as Row['by'],
  };
};

/** A row for each name, in the order in which they are first met, and one for all. */
function rows(outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string): Row[] {
  const names = [...new Set(outcomes.map(nameOf))];
  return [
    ...names.map((name) =>
      rowOf(
        name,
        outcomes.filter((each) => nameOf(each) === name),
      ),
    ),
    rowOf('all', outcomes),
  ];
}

export const byClass = (outcomes: readonly Outcome[]): Row[] =>
  rows(
    [...outcomes].sort((a, b) => CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class)),
    (each) => each.class,
  );
export const byGroup = (outcomes: readonly Outcome[]): Row[] => rows(outcomes, (each) => each.group);
export const byOperator = (outcomes: readonly Outcome[]): Row[] =>
  rows(outcomes, (each) => `${each.group}: ${each.operator}`).slice(0, -1);

/** Rounded down, so that nothing but all is called 100%. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${part === whole ? '100' : (Math.floor((1000 * part) / whole) / 10).toFixed(1)}%`;

const HEAD = [
  '',
  'faults',
  'caught, with file and line',
  'proven',
  'by control totals',
  'by acceptance',
  'survivors',
] as const;
const cellsOf = ({ name, faults, by }: Row): string[] => [
  name,
  String(faults),
  `${faults - by.none} (${percent(faults - by.none, faults)})`,
  ...[by.proof, by.totals, by.acceptance, by.none].map(String),
];

/** A table for the terminal: columns under each other. */
export function plainTable(of: string, list: readonly Row[]): string {
  const lines = [[of, ...HEAD.slice(1)], ...list.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

/** A table for the documents. */
export function markdownTable(of: string, list: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line([of, ...HEAD.slice(1)]),
    line(['---', ...HEAD.slice(1).map(() => '---:')]),
    ...list.map((row) => line(cellsOf(row))),
  ].join('\n');
}

/** Each survivor: where, what was changed, and what was said elsewhere. */
export const survivorLines = (outcomes: readonly Outcome[]): string[] =>
  outcomes
    .filter(({ caught }) => caught === 'none')
    .map(
      ({ file, line, operator, change, elsewhere }) =>
        `${file}:${line}: ${operator}: ${change.replace(/\s+/g, ' ').slice(0, 160)} (${elsewhere ?? 'nothing is said'})`,
    );

export const outcomeOf = (fault: Fault & { group: Group }, caught: Caught, elsewhere: string | undefined): Outcome => ({
  group: fault.group,
  class: fault.class,
  operator: fault.operator,
  file: fault.file,
  line: fault.line,
  change: fault.change,
  caught,
  elsewhere: caught === 'none' ? elsewhere : undefined,
});
