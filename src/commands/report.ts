/** How a command ends: what was made, what is wrong, how long each stage took; and the exit status. */
import { type Problem, stops } from '../problem.ts';
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

export interface Ending {
  readonly strict: boolean;
  readonly json: boolean;
  /** Where outputs went, as people should see it; undefined where nothing is written. */
  readonly folder?: (edition: string) => string;
}

/** A note that every edition of a run repeats (root without sandbox) is said once. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((each) => [JSON.stringify(each), each])).values(),
];

/** Says how it went and gives the exit status. */
export function report(
  terminal: Terminal,
  editions: readonly EditionReport[],
  before: readonly Problem[],
  ending: Ending,
): number {
  const problems = once([...before, ...editions.flatMap((each) => each.problems)]);
  const status = exitStatus(problems, ending.strict);
  if (ending.json) {
    terminal.json({
      ok: !stops(problems, ending.strict),
      problems,
      editions: editions.map(({ edition, outputs, timings }) => ({
        edition,
        outputs,
        timings: Object.fromEntries([...timings].map(([stage, ms]) => [stage, Math.round(ms * 10) / 10])),
      })),
    });
    return status;
  }
  for (const each of editions) {
    if (each.unchanged) terminal.say(`${each.edition}: unchanged since the last build`);
    terminal.timings(each.timings);
    if (ending.folder && !each.unchanged)
      for (const line of listing(each, ending.folder(each.edition))) terminal.say(line);
  }
  terminal.problems(problems);
  if (!ending.folder && status === 0)
    terminal.say(`${editions.map((each) => each.edition).join(', ')}: no error found`);
  return status;
}

/** The documents by name with pages and size; drawings and JSON in one line. */
function listing(each: EditionReport, folder: string): string[] {
  if (each.outputs.length === 0) return [`${each.edition}: nothing written`];
  const documents = each.outputs.filter(({ path }) => /\.(pdf|html)$/.test(path));
  const others = each.outputs.length - documents.length;
  return [
    ...documents.map(
      ({ path, bytes, pages }) =>
        `${folder}/${path}  ${pages === undefined ? '' : `${pages} pages, `}${Math.round(bytes / 1024)} KB`,
    ),
    `${folder}/  and ${others} more: charts, facts.json, inputs.json, manifest.json`,
  ];
}
