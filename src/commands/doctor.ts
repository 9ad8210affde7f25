/** `brief doctor`: is this machine fit, and what to do if not. Every check really does what a build will do. */
import { access, constants, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readPrintedPages } from '../model/raw-pdf.ts';
import { type Problem, problem } from '../problem.ts';
import { openBrowser } from '../world/browser.ts';
import { type Environment, privateCache } from '../world/cache-folder.ts';
import { EXIT } from '../world/exit.ts';
import { type BrowserPlace, locateBrowser } from '../world/find-browser.ts';
import { FONT_FILES, fontFaceRules, readFonts } from '../world/fonts.ts';
import { reasonOf } from '../world/reason.ts';
import { openTerminal } from '../world/terminal.ts';

export interface DoctorWorld {
  readonly env: Environment;
  /** The value of `--browser`. */
  readonly browser: string | undefined;
  /** The folder that outputs will go to; it need not exist. */
  readonly output: string;
  readonly signal: AbortSignal;
}

export interface DoctorCheck {
  readonly name: 'node' | 'platform' | 'fonts' | 'cache' | 'output' | 'browser' | 'sandbox' | 'print';
  readonly ok: boolean;
  /** What was found, or what is wrong. */
  readonly detail: string;
  /** What to do; where a check is ok, what would be better still. */
  readonly remedy?: string;
  /** The problem that a check which is not ok found. */
  readonly problem?: Problem;
}

const LEAST_NODE = '20.19.0';
const PRINT_MS = 60_000;
/** Letters with two marks, a stroke, the sign of the đồng: what a font or a browser without Vietnamese gets wrong first. */
const SAMPLE = 'Xuất khẩu đạt 32,4 tỷ USD; Ẳ Ỡ Ặ ữ đ ₫';

type Name = DoctorCheck['name'];

const good = (name: Name, detail: string, remedy?: string): DoctorCheck => ({
  name,
  ok: true,
  detail,
  ...(remedy !== undefined && { remedy }),
});
const bad = (name: Name, found: Problem): DoctorCheck => ({
  name,
  ok: false,
  detail: found.message,
  ...(found.hint !== undefined && { remedy: found.hint }),
  problem: found,
});

const numbers = (version: string): number[] => version.split('.').map(Number);

function nodeCheck(version: string): DoctorCheck {
  const [major = 0, minor = 0] = numbers(version);
  const [leastMajor = 0, leastMinor = 0] = numbers(LEAST_NODE);
  const fits = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return fits
    ? good('node', `Node.js ${version}`)
    : bad('node', problem('node-too-old', undefined, { version, least: LEAST_NODE }));
}

/** Makes and removes a folder where the outputs will go, or in the nearest folder above that exists. */
async function outputCheck(output: string): Promise<DoctorCheck> {
  let folder = resolve(output);
  while (dirname(folder) !== folder && !(await stat(folder).catch(() => undefined))) folder = dirname(folder);
  try {
    await access(folder, constants.W_OK);
    await rm(await mkdtemp(join(folder, '.brief-doctor-')), { recursive: true });
    return good('output', resolve(output));
  } catch (error) {
    return bad('output', problem('output-unwritable', undefined, { folder: output, reason: reasonOf(error) }));
  }
}

function describe(place: BrowserPlace): string {
  if (place.kind === 'packaged') return `packaged: @sparticuz/chromium ${place.version}`;
  return `${place.from}: ${place.kind === 'remote' ? place.address : place.path}`;
}

/** Starts the browser and prints one page in every packaged font. */
async function printChecks(world: DoctorWorld, fonts: ReadonlyMap<string, Uint8Array>): Promise<DoctorCheck[]> {
  const lines = FONT_FILES.map(
    ({ family, weight, style }) => `<p style="font: ${style} ${weight} 12pt '${family}'">${SAMPLE}</p>`,
  );
  const styles = `@page { size: A4; margin: 20mm } ${fontFaceRules()}`;
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Kiểm tra</title><style>${styles}</style></head><body>${lines.join('')}</body></html>`;
  await using session = openBrowser({ browser: world.browser, env: world.env });
  const { bytes, problems } = await session.printer.print(html, fonts, {
    document: 'doctor',
    timeoutMs: PRINT_MS,
    signal: world.signal,
  });
  const sandbox = problems.find(({ code }) => code === 'browser-sandbox');
  const off = problems.find(({ code }) => code === 'browser-sandbox-off');
  const wrong = problems.find(({ severity }) => severity === 'error');
  const used = readPrintedPages(bytes)?.fonts ?? [];
  const foreign = used.filter((font) => !/^Source(Sans3|Serif4)-/.test(font));
  const strange =
    foreign.length === 0
      ? undefined
      : problem('print-failed', undefined, {
          document: 'doctor',
          reason: `its text came out in ${foreign.join(', ')}`,
        });
  const failure = wrong ?? strange;
  return [
    sandbox ? bad('sandbox', sandbox) : good('sandbox', off ? off.message : 'on', off?.hint),
    failure ? bad('print', failure) : good('print', `${bytes.length} bytes of PDF in ${used.join(', ')}`),
  ];
}

/** Looks at this machine. `ok` is false where a build could not print here; a sandbox that is off for root is no fault. */
export async function doctor(world: DoctorWorld): Promise<{ ok: boolean; checks: readonly DoctorCheck[] }> {
  const [fonts, cache, output, place] = await Promise.all([
    readFonts(),
    privateCache(world.env),
    outputCheck(world.output),
    locateBrowser(world),
  ]);
  const checks = [
    nodeCheck(process.versions.node),
    good('platform', `${process.platform} ${process.arch}`),
    fonts.problems[0] ? bad('fonts', fonts.problems[0]) : good('fonts', `${fonts.files.size} files`),
    typeof cache === 'string' ? good('cache', cache) : bad('cache', cache),
    output,
    ...('code' in place
      ? [bad('browser', place)]
      : [good('browser', describe(place)), ...(await printChecks(world, fonts.files))]),
  ];
  return { ok: checks.every((check) => check.ok), checks };
}

/** Runs the command; gives the exit code: 0 where this machine is fit, else 3. */
export async function doctorCommand(options: { readonly browser?: string; readonly json?: boolean }): Promise<number> {
  const { env } = process;
  const terminal = openTerminal(process.stdout, process.stderr, env);
  terminal.progress('doctor');
  const { ok, checks } = await doctor({
    env,
    browser: options.browser,
    output: 'output',
    signal: new AbortController().signal,
  });
  terminal.quiet();
  if (options.json) {
    const problems = checks.flatMap((check) => check.problem ?? []);
    const shown = checks.map(({ name, ok, detail, remedy }) => ({ name, ok, detail, remedy: remedy ?? null }));
    terminal.json({ ok, problems, editions: [], checks: shown });
    return ok ? EXIT.fine : EXIT.machine;
  }
  const { green, red, dim } = terminal.paint;
  for (const { name, ok, detail, remedy } of checks) {
    terminal.say(`${ok ? green('ok  ') : red('no  ')} ${name.padEnd(8)} ${detail}`);
    if (remedy !== undefined) terminal.say(dim(`              ${remedy}`));
  }
  return ok ? EXIT.fine : EXIT.machine;
}
