/** Problems, timings and results as text: for people, for CI annotations, and as the one JSON object of `--json`. Pure. Part of `world/`. */
import type pc from 'picocolors';
import { inOrder, type Problem, type Severity } from '../problem.ts';
import { UI, type Ui } from '../ui.ts';

/** What `--json` prints: the contract of the command line, and what a command may add of its own. */
export interface JsonReport extends Readonly<Record<string, unknown>> {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly editions: readonly {
    readonly edition: string;
    readonly outputs: readonly {
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly pages?: number;
    }[];
    /** Milliseconds by stage. */
    readonly timings: Readonly<Record<string, number>>;
  }[];
}

/** Colours of `picocolors`, or none. */
export type Paint = Pick<ReturnType<typeof pc.createColors>, 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green'>;

const COLOUR: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', note: 'cyan' };

const placeOf = ({ file, line, column }: Problem): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** `data/x.yaml:3:5: error: What is wrong. [code]`, and the hint below it. */
function problemLines(each: Problem, paint: Paint, ui: Ui): string[] {
  const place = placeOf(each);
  const severity = paint[COLOUR[each.severity]](paint.bold(UI[ui].severity[each.severity]));
  const head = `${place === '' ? '' : `${paint.bold(place)}: `}${severity}: ${each.message} ${paint.dim(`[${each.code}]`)}`;
  return each.hint === undefined ? [head] : [head, `    ${each.hint}`];
}

/** `2 errors, 1 warning`; empty where there is nothing. */
export function summary(problems: readonly Problem[], ui: Ui = 'en'): string {
  const kinds: Severity[] = ['error', 'warning', 'note'];
  const numbers = kinds.map((kind) => [problems.filter((each) => each.severity === kind).length, kind] as const);
  return numbers.flatMap(([number, kind]) => (number === 0 ? [] : [UI[ui].count(number, kind)])).join(', ');
}

/** All problems for people: by file and place, a blank line between files, their number at the end. Empty for none. */
export function problemText(problems: readonly Problem[], paint: Paint, ui: Ui = 'en'): string {
  if (problems.length === 0) return '';
  const ordered = inOrder(problems);
  const files = [...new Set(ordered.map((each) => each.file))];
  const blocks = files.map((file) =>
    ordered
      .filter((each) => each.file === file)
      .flatMap((each) => problemLines(each, paint, ui))
      .join('\n'),
  );
  return `${[...blocks, summary(problems, ui)].join('\n\n')}\n`;
}

/** One row a stage: its name, and its milliseconds rounded; the whole last. */
export function timingText(timings: ReadonlyMap<string, number>, paint: Paint, ui: Ui = 'en'): string {
  const whole = [...timings.values()].reduce((sum, ms) => sum + ms, 0);
  const rows = [...timings, [UI[ui].total, whole] as const];
  return rows
    .map(([stage, ms]) => paint.dim(`  ${stage.padEnd(10)} ${Math.round(ms).toString().padStart(6)} ms\n`))
    .join('');
}

/** Exactly one JSON object. All keys of the contract are always there: a place that a problem does not have, and the pages of what is no PDF, are null. */
export function jsonText(report: JsonReport): string {
  const problems = inOrder(report.problems).map(({ code, severity, file, line, column, message, hint }) => ({
    code,
    severity,
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    message,
    hint: hint ?? null,
  }));
  const editions = report.editions.map(({ edition, outputs, timings }) => ({
    edition,
    outputs: outputs.map(({ path, bytes, sha256, pages }) => ({ path, bytes, sha256, pages: pages ?? null })),
    timings,
  }));
  return `${JSON.stringify({ ...report, problems, editions }, null, 2)}\n`;
}

/** GitHub's form of a problem, which its pages show beside the line. */
export function annotationText(problems: readonly Problem[]): string {
  const level = { error: 'error', warning: 'warning', note: 'notice' };
  const value = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => value(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return inOrder(problems)
    .map(({ code, severity, file, line, column, message, hint }) => {
      const at = [file && `file=${property(file)}`, line && `line=${line}`, column && `col=${column}`, `title=${code}`];
      return `::${level[severity]} ${at.filter(Boolean).join(',')}::${value(hint === undefined ? message : `${message}\n${hint}`)}\n`;
    })
    .join('');
}
