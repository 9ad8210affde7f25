/** `brief check`: everything that can be wrong without a browser. Writes nothing. */
import { journal } from '../journal.ts';
import { inOrder, stops } from '../problem.ts';
import { readFonts } from '../world/fonts.ts';
import { openTerminal } from '../world/terminal.ts';
import { makeWorld, usedFonts } from '../world/world.ts';
import type { Ran, Run } from './build.ts';
import { openProject } from './project.ts';
import { type EditionReport, report, reportsOf } from './report.ts';

export interface CheckOptions {
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly sarif?: string;
  readonly codeQuality?: string;
  readonly summary?: string;
}

/** A printer for runs that print nothing. */
const noPrinter = { print: () => Promise.reject(new Error('check prints nothing')) };

/** Runs the command; gives the exit code. */
export async function checkCommand(asked: readonly string[], options: CheckOptions): Promise<number> {
  const terminal = openTerminal(process.stdout, process.stderr, process.env);
  const { editions, problems } = await checkEditions(asked, options, {
    folder: process.cwd(),
    env: process.env,
    onStage: (edition, stage) => (stage ? terminal.progress(`${edition}: ${stage}`) : terminal.quiet()),
  });
  return report(terminal, editions, problems, {
    strict: options.strict === true,
    json: options.json === true,
    reports: reportsOf(options),
  });
}

/** Checks editions, none named meaning all. Says nothing: everything is in the result. */
export async function checkEditions(asked: readonly string[], options: CheckOptions, run: Run): Promise<Ran> {
  const { env } = run;
  const strict = options.strict === true;
  const project = await openProject(run.folder, asked);
  if (stops(project.problems, strict)) return { root: project.root, editions: [], problems: project.problems };
  const fonts = await readFonts(usedFonts());
  const world = makeWorld({
    files: project.files,
    fontFiles: fonts.files,
    printer: noPrinter,
    signal: run.signal ?? new AbortController().signal,
    env,
  });
  const { draft } = await import('../pipeline.ts');
  const editions: EditionReport[] = [];
  for (const edition of project.editions) {
    const log = journal(
      () => performance.now(),
      (stage) => run.onStage?.(edition, stage),
    );
    const request = {
      edition,
      documents: undefined,
      pdf: true,
      html: true,
      finish: false,
      verify: false,
      strict,
      jobs: 1,
      inputs: '',
    };
    const { problems } = await draft(request, world, log);
    run.onStage?.(edition);
    editions.push({ edition, unchanged: false, problems: inOrder(problems), outputs: [], timings: log.timings });
  }
  return { root: project.root, editions, problems: [...project.problems, ...fonts.problems] };
}
