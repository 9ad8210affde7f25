/** `brief check`: everything that can be wrong without a browser. Writes nothing. */
import { journal } from '../journal.ts';
import { inOrder, stops } from '../problem.ts';
import { readFonts } from '../world/fonts.ts';
import { openTerminal } from '../world/terminal.ts';
import { makeWorld, usedFonts } from '../world/world.ts';
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
  const { env } = process;
  const terminal = openTerminal(process.stdout, process.stderr, env);
  const strict = options.strict === true;
  const ending = { strict, json: options.json === true, reports: reportsOf(options) };
  const project = await openProject(process.cwd(), asked);
  if (stops(project.problems, strict)) return report(terminal, [], project.problems, ending);
  const fonts = await readFonts(usedFonts());
  const world = makeWorld({
    files: project.files,
    fontFiles: fonts.files,
    printer: noPrinter,
    signal: new AbortController().signal,
    env,
  });
  const { draft } = await import('../pipeline.ts');
  const editions: EditionReport[] = [];
  for (const edition of project.editions) {
    const log = journal(
      () => performance.now(),
      (stage) => terminal.progress(`${edition}: ${stage}`),
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
    terminal.quiet();
    editions.push({ edition, unchanged: false, problems: inOrder(problems), outputs: [], timings: log.timings });
  }
  return report(terminal, editions, [...project.problems, ...fonts.problems], ending);
}
