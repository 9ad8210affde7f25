/**
 * The library: what `import … from 'export-brief'` gives. It does what the commands do, and hands back what they would
 * print: problems are values, nothing is thrown for what a project can hold, nothing is written on the terminal, and the
 * process is never ended.
 */
import { resolve } from 'node:path';
import type { EditionReport } from './commands/report.ts';
import type { StageName } from './journal.ts';
import { type Problem, stops } from './problem.ts';

export type { StageName } from './journal.ts';
export type { Code } from './messages.ts';
export { inOrder, type Problem, type Severity } from './problem.ts';

/** What both functions may be told. */
export interface CheckOptions {
  /** Editions by name; without them, all of brief.yaml. */
  readonly editions?: readonly string[];
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Told when a stage of an edition begins; without a stage, when the edition is through. */
  readonly onStage?: (edition: string, stage?: StageName) => void;
}

/** What `build` may be told besides. */
export interface BuildOptions extends CheckOptions {
  /** Documents to print, by name: `vi-en`, `vi`; without them, those of brief.yaml. */
  readonly documents?: readonly string[];
  /** Without them, both. */
  readonly formats?: readonly ('html' | 'pdf')[];
  /** Where outputs go, a folder below the project's or an absolute path; `output` unless said. */
  readonly out?: string;
  /** Documents printed side by side; one a processor unless said. */
  readonly jobs?: number;
  /** Build even where nothing changed. */
  readonly force?: boolean;
  /** Whether the printed PDF is read back; true unless said. */
  readonly verify?: boolean;
  /** The browser to print with: a path, or a ws:// address. */
  readonly browser?: string;
  /** Ends what is printing. */
  readonly signal?: AbortSignal;
}

/** One file that a build made. */
export interface Output {
  /** Below `folder` of its edition, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of a PDF. */
  readonly pages?: number;
}

/** What became of one edition. */
export interface EditionResult {
  readonly edition: string;
  /** In order of file and line. */
  readonly problems: readonly Problem[];
  /** Milliseconds by stage, in the order of the line. */
  readonly timings: Readonly<Record<string, number>>;
}

/** What became of one edition that was to be built. */
export interface BuiltEdition extends EditionResult {
  /** The folder of its outputs, absolute. */
  readonly folder: string;
  /** Empty where a problem stopped the line. */
  readonly outputs: readonly Output[];
  /** True where nothing had changed since the last build, so that nothing was made. */
  readonly unchanged: boolean;
}

/** How it went: `ok` as the command's exit status 0. */
export interface Result<T extends EditionResult> {
  readonly ok: boolean;
  /** What was wrong before any edition was looked at: no project, an unknown name. */
  readonly problems: readonly Problem[];
  readonly editions: readonly T[];
}

/**
 * Finds everything that is wrong with a project without a browser; writes nothing.
 * @param folder the project's folder, or one below it
 */
export async function check(folder: string, options: CheckOptions = {}): Promise<Result<EditionResult>> {
  const { checkEditions } = await import('./commands/check.ts');
  const { editions, problems } = await checkEditions(options.editions ?? [], wanted(options), runOf(folder, options));
  return resultOf(editions.map(common), problems, options);
}

/**
 * Makes the HTML page and the PDFs of a project's editions and writes them.
 * @param folder the project's folder, or one below it
 */
export async function build(folder: string, options: BuildOptions = {}): Promise<Result<BuiltEdition>> {
  const { buildEditions } = await import('./commands/build.ts');
  const { out = 'output', documents, formats, jobs, force, verify = true, browser } = options;
  const { root, editions, problems } = await buildEditions(
    options.editions ?? [],
    {
      ...wanted(options),
      out,
      verify,
      finish: true,
      ...(documents && { lang: documents }),
      ...(formats && { format: formats }),
      ...(jobs !== undefined && { jobs }),
      ...(force !== undefined && { force }),
      ...(browser !== undefined && { browser }),
    },
    { ...runOf(folder, options), ...(options.signal && { signal: options.signal }) },
  );
  const built = editions.map((each) => ({
    ...common(each),
    folder: resolve(root, out, each.edition),
    outputs: each.outputs,
    unchanged: each.unchanged,
  }));
  return resultOf(built, problems, options);
}

const wanted = ({ strict = false }: CheckOptions) => ({ strict });

const runOf = (folder: string, { onStage }: CheckOptions) => ({
  folder,
  env: process.env,
  ...(onStage && { onStage }),
});

const common = ({ edition, problems, timings }: EditionReport): EditionResult => ({
  edition,
  problems,
  timings: Object.fromEntries(timings),
});

function resultOf<T extends EditionResult>(
  editions: readonly T[],
  problems: readonly Problem[],
  { strict = false }: CheckOptions,
): Result<T> {
  const all = [...problems, ...editions.flatMap((each) => each.problems)];
  return { ok: !stops(all, strict), problems, editions };
}
