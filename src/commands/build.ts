/** `brief build`: makes the HTML page and the PDFs of editions. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { journal } from '../journal.ts';
import type { Manifest, Output } from '../outputs.ts';
import { inOrder, type Problem, problem, stops } from '../problem.ts';
import { lastOutputs, lastPages, unchanged } from '../unchanged.ts';
import { openBrowser } from '../world/browser.ts';
import { browserIdentity } from '../world/find-browser.ts';
import { readFonts } from '../world/fonts.ts';
import { removeOutputs, unwritable, writeOutputs } from '../world/outputs.ts';
import { openTerminal } from '../world/terminal.ts';
import { makeWorld, usedFonts } from '../world/world.ts';
import { inputsOf } from './inputs.ts';
import { openProject } from './project.ts';
import { type EditionReport, report, reportsOf } from './report.ts';

export interface BuildOptions {
  readonly lang?: readonly string[];
  readonly format?: readonly string[];
  readonly out: string;
  readonly jobs?: number;
  readonly force?: boolean;
  readonly verify: boolean;
  readonly finish: boolean;
  readonly browser?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly sarif?: string;
  readonly codeQuality?: string;
  readonly summary?: string;
}

/** Runs the command; gives the exit code. */
export async function buildCommand(asked: readonly string[], options: BuildOptions): Promise<number> {
  const { env } = process;
  const terminal = openTerminal(process.stdout, process.stderr, env);
  const strict = options.strict === true;
  const folder = (edition: string) => `${options.out}/${edition}`;
  const ending = { strict, json: options.json === true, folder, reports: reportsOf(options) };
  const wrong = wrongUse(options);
  if (wrong.length > 0) return report(terminal, [], wrong, ending);

  const project = await openProject(process.cwd(), asked);
  if (stops(project.problems, strict)) return report(terminal, [], project.problems, ending);
  const fonts = await readFonts(usedFonts());
  if (stops(fonts.problems)) return report(terminal, [], fonts.problems, ending);

  const abort = new AbortController();
  const browser = openBrowser({ browser: options.browser, env });
  const world = makeWorld({
    files: project.files,
    fontFiles: fonts.files,
    printer: browser.printer,
    signal: abort.signal,
    env,
  });
  const name = await browserIdentity({ browser: options.browser, env });
  const editions: EditionReport[] = [];
  try {
    for (const edition of project.editions) {
      const request = {
        edition,
        documents: options.lang,
        pdf: wants(options, 'pdf'),
        html: wants(options, 'html'),
        finish: options.finish,
        verify: options.verify,
      };
      const inputs = inputsOf(request, project.files, fonts.files, name, world.epoch);
      const folder = resolve(project.root, options.out, edition);
      const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
      const last = options.force
        ? undefined
        : await unchanged(manifest, inputs, (path) => readFile(join(folder, path)).catch(() => undefined));
      if (last) {
        editions.push({ edition, unchanged: true, problems: last.problems, outputs: last.outputs, timings: new Map() });
        continue;
      }
      const blocked = await unwritable(folder);
      if (blocked.length > 0) {
        editions.push({ edition, unchanged: false, problems: blocked, outputs: [], timings: new Map() });
        continue;
      }
      // Everything that makes a brief is loaded only now: an unchanged edition costs no start-up.
      if (request.pdf) browser.warm();
      const { build } = await import('../pipeline.ts');
      const log = journal(
        () => performance.now(),
        (stage) => terminal.progress(`${edition}: ${stage}`),
      );
      const outcome = await build(
        {
          ...request,
          strict,
          inputs,
          firstGuess: lastPages(manifest),
          jobs: options.jobs ?? Math.max(2, availableParallelism()),
        },
        world,
        log,
      );
      terminal.quiet();
      const written = outcome.outputs.length > 0 ? await writeOutputs(folder, outcome.outputs) : [];
      if (outcome.outputs.length > 0 && written.length === 0) {
        const made = new Set(outcome.outputs.map(({ path }) => path));
        await removeOutputs(
          folder,
          lastOutputs(manifest).filter((path) => !made.has(path)),
        );
      }
      editions.push({
        edition,
        unchanged: false,
        problems: inOrder([...outcome.problems, ...written]),
        outputs: written.length > 0 ? [] : listed(outcome.outputs),
        timings: log.timings,
      });
    }
  } finally {
    await browser.close();
  }
  const facts = (edition: string) =>
    readFile(resolve(project.root, options.out, edition, 'facts.json'), 'utf8').catch(() => undefined);
  return report(terminal, editions, project.problems, { ...ending, facts });
}

const wants = (options: BuildOptions, format: string): boolean => options.format?.includes(format) ?? true;

/** What commander cannot know: the names of formats. Documents are checked against brief.yaml by the line. */
function wrongUse(options: BuildOptions): Problem[] {
  return (options.format ?? [])
    .filter((format) => !['html', 'pdf'].includes(format))
    .map((format) => problem('usage-format', undefined, { format }));
}

/** The outputs as the manifest lists them, read back from it: one place knows the hashes. */
function listed(outputs: readonly Output[]): Manifest['outputs'] {
  const manifest = outputs.find((output) => output.path === 'manifest.json');
  return manifest ? (JSON.parse(new TextDecoder().decode(manifest.bytes)) as Manifest).outputs : [];
}
