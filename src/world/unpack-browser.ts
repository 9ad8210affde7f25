/**
 * Unpacks the Chromium that @sparticuz/chromium carries, once a version, into the private cache folder. The package
 * itself unpacks into the temporary folder and trusts whatever `chromium` lies there; so it is given a fresh private
 * one in a process of its own, and the result is moved into place in one step. Part of `world/`.
 */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { type Problem, problem } from '../problem.ts';
import { fontsConf } from './fonts-conf.ts';
import { atEnd } from './interrupt.ts';
import { reasonOf } from './reason.ts';

/** A browser program and what its environment needs. */
export interface UnpackedBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const PACKAGE = '@sparticuz/chromium';
/** Lists every file with its size, so that a folder that lost one is noticed. */
const LIST = 'unpacked.json';
const UNPACKING = '-unpacking-';
const HOUR_MS = 3_600_000;

/** The package that carries the browser. */
export interface BrowserPackage {
  /** Its main file, absolute. */
  readonly main: string;
  readonly version: string;
}

/** The package's main file and version; undefined where it is not installed. */
export async function browserPackage(): Promise<BrowserPackage | undefined> {
  try {
    const main = createRequire(import.meta.url).resolve(PACKAGE);
    const manifest = await readFile(
      join(main.slice(0, main.lastIndexOf(join(PACKAGE))), PACKAGE, 'package.json'),
      'utf8',
    );
    return { main, version: String((JSON.parse(manifest) as { version: unknown }).version) };
  } catch {
    return undefined;
  }
}

async function sizes(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [relative(folder, file), (await stat(file)).size])),
  );
}

/** True where every file that was unpacked is still there in full length. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    const wanted = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as Record<string, number>;
    const found = await Promise.all(
      Object.entries(wanted).map(async ([file, size]) => (await stat(join(folder, file))).size === size),
    );
    return found.length > 0 && found.every(Boolean);
  } catch {
    return false;
  }
}

/** Runs the package in a process whose temporary folder is `folder`; its Lambda mark makes it unpack its libraries too. */
async function inflate(main: string, folder: string, signal: AbortSignal): Promise<void> {
  const script = `require(${JSON.stringify(main)}).executablePath().catch((error) => { console.error(error.message); process.exit(1); })`;
  const env = { PATH: process.env.PATH, TMPDIR: folder, HOME: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await promisify(execFile)(process.execPath, ['--input-type=commonjs', '-e', script], {
    env,
    timeout: 120_000,
    signal,
  });
}

/** What a process that failed said first, or why it could not be run. */
const saidBy = (error: unknown): string => {
  const said = (error as { stderr?: unknown }).stderr;
  return reasonOf(typeof said === 'string' && said.trim() !== '' ? said.trim() : error);
};

/** Moves a finished folder into place. Where another process was quicker, its folder stays; a broken one makes room. */
async function moveInto(place: string, fresh: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(fresh, place);
      return;
    } catch (error) {
      if (await isWhole(place)) return rm(fresh, { recursive: true, force: true });
      if (attempt === 2) throw error;
      const aside = `${fresh}-broken-${attempt}`;
      await rename(place, aside).catch(() => undefined);
      await rm(aside, { recursive: true, force: true });
    }
  }
}

/** Unpacks into a folder beside `place` and moves it there. Nothing stays where this process is ended meanwhile. */
async function unpackInto(place: string, main: string): Promise<void> {
  const fresh = await mkdtemp(`${place}${UNPACKING}`);
  const abort = new AbortController();
  const keep = atEnd(() => {
    abort.abort();
    rmSync(fresh, { recursive: true, force: true });
  });
  try {
    await inflate(main, fresh, abort.signal);
    await writeFile(join(fresh, 'fonts.conf'), fontsConf(place));
    await writeFile(join(fresh, LIST), JSON.stringify(await sizes(fresh)));
    await mkdir(join(fresh, 'font-cache'));
    await moveInto(place, fresh);
  } finally {
    keep();
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Removes what processes that were killed left half unpacked an hour ago or more: 200 MB each. */
async function sweep(cache: string): Promise<void> {
  const left = (await readdir(cache)).filter((name) => name.includes(UNPACKING));
  for (const name of left) {
    const { mtimeMs } = await stat(join(cache, name));
    if (Date.now() - mtimeMs > HOUR_MS) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/**
 * The packaged browser, unpacked. Quick where it was unpacked before; the first time it takes about two seconds.
 * @param cache a private folder of this user
 */
export async function unpackBrowser(found: BrowserPackage, cache: string): Promise<UnpackedBrowser | Problem> {
  const place = join(cache, `chromium-${found.version}`);
  const browser = {
    path: join(place, 'chromium'),
    env: { LD_LIBRARY_PATH: join(place, 'al2023', 'lib'), FONTCONFIG_FILE: join(place, 'fonts.conf') },
  };
  if (await isWhole(place)) return browser;
  try {
    await sweep(cache).catch(() => undefined);
    await unpackInto(place, found.main);
    return browser;
  } catch (error) {
    return problem('browser-unpack-failed', undefined, { folder: cache, reason: saidBy(error) });
  }
}
