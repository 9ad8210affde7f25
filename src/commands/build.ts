/** `brief build`: makes the HTML page and the PDFs of editions. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import { journal, type StageName } from '../journal.ts';
import type { Manifest, Output } from '../outputs.ts';
import { inTurn } from '../print/in-turn.ts';
import { inOrder, type Problem, problem, stops } from '../problem.ts';
import { lastOutputs, lastPages, unchanged } from '../unchanged.ts';
import { openBrowser } from '../world/browser.ts';
import { browserIdentity } from '../world/find-browser.ts';
import { readFonts } from '../world/fonts.ts';
import { removeOutputs, unwritable, writeOutputs } from '../world/outputs.ts';
import { openTerminal } from '../world/terminal.ts';
import { makeWorld, usedFonts, type World } from '../world/world.ts';
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

/** Where a run takes place, and who listens. */
export interface Run {
  /** A folder of the project. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends what is printing. */
  readonly signal?: AbortSignal;
  /** Told when a stage of an edition begins; without a stage, when the edition is through. */
  readonly onStage?: (edition: string, stage?: StageName) => void;
}

/** What a run found: by edition, and before it came to any. */
export interface Ran {
  /** The project's folder. */
  readonly root: string;
  readonly editions: readonly EditionReport[];
  readonly problems: readonly Problem[];
}

/** Runs the command; gives the exit code. */
export async function buildCommand(asked: readonly string[], options: BuildOptions): Promise<number> {
  const terminal = openTerminal(process.stdout, process.stderr, process.env);
  const { root, editions, problems } = await buildEditions(asked, options, {
    folder: process.cwd(),
    env: process.env,
    onStage: (edition, stage) => (stage ? terminal.progress(`${edition}: ${stage}`) : terminal.quiet()),
  });
  return report(terminal, editions, problems, {
    strict: options.strict === true,
    json: options.json === true,
    folder: (edition) => `${options.out}/${edition}`,
    reports: reportsOf(options),
    facts: (edition) => readFile(resolve(root, options.out, edition, 'facts.json'), 'utf8').catch(() => undefined),
  });
}

/** Builds editions, none named meaning all, and writes what was made. Says nothing: everything is in the result. */
export async function buildEditions(asked: readonly string[], options: BuildOptions, run: Run): Promise<Ran> {
  const { env } = run;
  const strict = options.strict === true;
  const wrong = wrongUse(options);
  if (wrong.length > 0) return { root: run.folder, editions: [], problems: wrong };

  const project = await openProject(run.folder, asked);
  if (stops(project.problems, strict)) return { root: project.root, editions: [], problems: project.problems };
  const fonts = await readFonts(usedFonts());
  if (stops(fonts.problems)) return { root: project.root, editions: [], problems: fonts.problems };

  const jobs = options.jobs ?? Math.max(2, availableParallelism());
  const browser = openBrowser({ browser: options.browser, env });
  const world = makeWorld({
    files: project.files,
    fontFiles: fonts.files,
    printer: inTurn(browser.printer, jobs),
    signal: run.signal ?? new AbortController().signal,
    env,
  });
  const name = await browserIdentity({ browser: options.browser, env });
  const parts = { options, run, root: project.root, files: project.files, fonts: fonts.files, world, jobs };
  try {
    // Side by side in one browser: while one edition is printed, another is drawn.
    const limit = pLimit(jobs);
    const built = project.editions.map((edition) =>
      limit(() => buildEdition(edition, { ...parts, browser: name, warm: () => browser.warm() })),
    );
    return { root: project.root, editions: await Promise.all(built), problems: project.problems };
  } finally {
    await browser.close();
  }
}

/** What the editions of one run share. */
interface Shared {
  readonly options: BuildOptions;
  readonly run: Run;
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  readonly world: World;
  readonly jobs: number;
  /** The browser's identity, and what starts it while there is other work. */
  readonly browser: string;
  readonly warm: () => void;
}

/** Builds one edition and writes it; one that is as it was is left alone. */
async function buildEdition(edition: string, shared: Shared): Promise<EditionReport> {
  const { options, run, world, jobs } = shared;
  const request = {
    edition,
    documents: options.lang,
    pdf: wants(options, 'pdf'),
    html: wants(options, 'html'),
    finish: options.finish,
    verify: options.verify,
  };
  const inputs = inputsOf(request, shared.files, shared.fonts, shared.browser, world.epoch);
  const folder = resolve(shared.root, options.out, edition);
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
  const last = options.force
    ? undefined
    : await unchanged(manifest, inputs, (path) => readFile(join(folder, path)).catch(() => undefined));
  if (last) return { edition, unchanged: true, problems: last.problems, outputs: last.outputs, timings: new Map() };
  const blocked = await unwritable(folder);
  if (blocked.length > 0) return { edition, unchanged: false, problems: blocked, outputs: [], timings: new Map() };
  // Everything that makes a brief is loaded only now: an unchanged edition costs no start-up.
  if (request.pdf) shared.warm();
  const { build } = await import('../pipeline.ts');
  const log = journal(
    () => performance.now(),
    (stage) => run.onStage?.(edition, stage),
  );
  const strict = options.strict === true;
  const outcome = await build({ ...request, strict, inputs, firstGuess: lastPages(manifest), jobs }, world, log);
  run.onStage?.(edition);
  const written = outcome.outputs.length > 0 ? await writeOutputs(folder, outcome.outputs) : [];
  if (outcome.outputs.length > 0 && written.length === 0) {
    const made = new Set(outcome.outputs.map(({ path }) => path));
    const gone = lastOutputs(manifest).filter((path) => !made.has(path));
    await removeOutputs(folder, gone);
  }
  return {
    edition,
    unchanged: false,
    problems: inOrder([...outcome.problems, ...written]),
    outputs: written.length > 0 ? [] : listed(outcome.outputs),
    timings: log.timings,
  };
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
