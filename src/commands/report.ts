/** How a command ends: what was made, what is wrong, how long each stage took; and the exit status. */
import { type Problem, stops } from '../problem.ts';
import { UI, type Ui } from '../ui.ts';
import { exitStatus } from '../world/exit.ts';
import type { Terminal } from '../world/terminal.ts';

export interface EditionReport {
  readonly edition: string;
  readonly unchanged: boolean;
  readonly problems: readonly Problem[];
  readonly outputs: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly pages?: number;
  }[];
  readonly timings: ReadonlyMap<string, number>;
}

/** Paths as given on the command line, relative to where one stands. */
export interface ReportFiles {
  readonly sarif?: string | undefined;
  readonly codeQuality?: string | undefined;
  readonly summary?: string | undefined;
}

/** The report files among a command's options. */
export const reportsOf = ({ sarif, codeQuality, summary }: ReportFiles): ReportFiles => ({
  sarif,
  codeQuality,
  summary,
});

export interface Ending {
  readonly strict: boolean;
  readonly json: boolean;
  /** Where outputs went, as people should see it; undefined where nothing is written. */
  readonly folder?: (edition: string) => string;
  /** What a CI job shows; nothing where none is named. */
  readonly reports?: ReportFiles;
  /** What a command adds to the object of `--json`. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** The text of an edition's facts.json; undefined where there is none. */
  readonly facts?: (edition: string) => Promise<string | undefined>;
}

/** A note that every edition of a run repeats (root without sandbox) is said once. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((each) => [JSON.stringify(each), each])).values(),
];

/** Says how it went, writes the reports asked for, and gives the exit status. */
export async function report(
  terminal: Terminal,
  editions: readonly EditionReport[],
  before: readonly Problem[],
  ending: Ending,
): Promise<number> {
  const found = once([...before, ...editions.flatMap((each) => each.problems)]);
  const all = [...found, ...(await written(editions, found, ending))];
  const status = exitStatus(all, ending.strict);
  const problems = await spoken(all, terminal.ui);
  const words = UI[terminal.ui];
  if (ending.json) {
    terminal.json({
      ok: !stops(problems, ending.strict),
      problems,
      editions: editions.map(({ edition, outputs, timings }) => ({
        edition,
        outputs,
        timings: Object.fromEntries([...timings].map(([stage, ms]) => [stage, Math.round(ms * 10) / 10])),
      })),
      ...ending.more,
    });
    return status;
  }
  for (const each of editions) {
    if (each.unchanged) terminal.say(`${each.edition}: ${words.unchanged}`);
    terminal.timings(each.timings);
    if (ending.folder && !each.unchanged)
      for (const line of listing(each, ending.folder(each.edition), terminal.ui)) terminal.say(line);
  }
  terminal.problems(problems);
  if (!ending.folder && status === 0)
    terminal.say(`${editions.map((each) => each.edition).join(', ')}: ${words.noError}`);
  return status;
}

/** Problems in the language of whoever looks on; the translation is loaded when it is wanted. */
export async function spoken(problems: readonly Problem[], ui: Ui): Promise<readonly Problem[]> {
  if (ui === 'en') return problems;
  const { inVietnamese } = await import('../vietnamese/vietnamese.ts');
  return problems.map(inVietnamese);
}

/** Writes the reports asked for; gives what went wrong with that. Loaded when used: few runs ask for one. */
async function written(
  editions: readonly EditionReport[],
  problems: readonly Problem[],
  { reports = {}, facts, strict }: Ending,
): Promise<Problem[]> {
  if (Object.values(reports).every((file) => file === undefined)) return [];
  const shown = await Promise.all(
    editions.map(async (each) => {
      // What an earlier build left is not what this run made.
      const text = each.outputs.length > 0 ? await facts?.(each.edition) : undefined;
      return { ...each, ...(text !== undefined && { facts: text }) };
    }),
  );
  const { writeReports } = await import('./write-reports.ts');
  return writeReports(reports, shown, problems, strict);
}

/** The documents by name with pages and size; drawings and JSON in one line. */
function listing(each: EditionReport, folder: string, ui: Ui): string[] {
  if (each.outputs.length === 0) return [`${each.edition}: ${UI[ui].nothingWritten}`];
  const documents = each.outputs.filter(({ path }) => /\.(pdf|html)$/.test(path));
  const others = each.outputs.length - documents.length;
  return [
    ...documents.map(
      ({ path, bytes, pages }) =>
        `${folder}/${path}  ${pages === undefined ? '' : `${UI[ui].pages(pages)}, `}${Math.round(bytes / 1024)} KB`,
    ),
    `${folder}/  ${UI[ui].others(others)}`,
  ];
}
