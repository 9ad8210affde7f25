/**
 * Chooses the browser: what was asked for, else the packaged one, else an installed one, else one that Puppeteer
 * downloaded. A wish that cannot be met is a problem, never a silent change of browser. Part of `world/`.
 */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { type Problem, problem } from '../problem.ts';
import type { Environment } from './cache-folder.ts';
import { privateCache } from './cache-folder.ts';
import { type BrowserPackage, browserPackage, unpackBrowser } from './unpack-browser.ts';

/** A browser on this machine and what its environment needs; or the address of one elsewhere. `from` says who chose it. */
export type BrowserChoice =
  | {
      readonly kind: 'local';
      readonly from: string;
      readonly path: string;
      readonly env: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'remote'; readonly from: string; readonly address: string };

/** The same before anything is unpacked. */
export type BrowserPlace = BrowserChoice | ({ readonly kind: 'packaged' } & BrowserPackage);

export interface BrowserWish {
  /** The value of `--browser`: a path, or the ws:// address of a remote browser. */
  readonly browser?: string | undefined;
  readonly env: Environment;
}

/** Looks at a wish in this order; the name is what people are told. */
const WISHES = ['--browser', 'BRIEF_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const;

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function firstProgram(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isProgram(path)) return path;
  return undefined;
}

/** The usual places of Chrome and Chromium (and Edge, where it is the one that every machine has). */
function installedPlaces(env: Environment): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `${app}.app/Contents/MacOS/${app}`);
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, app)),
    );
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((f) => f !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const folders = [...(env.PATH ?? '').split(delimiter).filter((f) => f !== ''), '/usr/bin', '/usr/local/bin'];
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), '/opt/google/chrome/chrome'];
}

/** The browser that Puppeteer itself downloaded, where there is one. */
async function puppeteersOwn(): Promise<string | undefined> {
  try {
    const path = (await import('puppeteer')).default.executablePath();
    return (await isProgram(path)) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The packaged browser is built for Linux x64 with glibc; elsewhere its loader is missing. */
const suitsPackaged = async (): Promise<boolean> =>
  process.platform === 'linux' && process.arch === 'x64' && (await isProgram('/lib64/ld-linux-x86-64.so.2'));

async function installedOrOwn(env: Environment): Promise<BrowserPlace | undefined> {
  const installed = await firstProgram(installedPlaces(env));
  if (installed !== undefined) return { kind: 'local', from: 'installed', path: installed, env: {} };
  const own = await puppeteersOwn();
  return own === undefined ? undefined : { kind: 'local', from: 'puppeteer', path: own, env: {} };
}

/** Chooses the browser of this run; nothing is unpacked or started. */
export async function locateBrowser({ browser, env }: BrowserWish): Promise<BrowserPlace | Problem> {
  for (const from of WISHES) {
    const wish = from === '--browser' ? browser : env[from];
    if (wish === undefined || wish === '') continue;
    if (/^(wss?|https?):\/\//.test(wish)) return { kind: 'remote', from, address: wish };
    if (await isProgram(wish)) return { kind: 'local', from, path: wish, env: {} };
    return problem('browser-wish-missing', undefined, { from, path: wish });
  }
  const carried = (await suitsPackaged()) ? await browserPackage() : undefined;
  if (carried) return { kind: 'packaged', ...carried };
  return (await installedOrOwn(env)) ?? problem('browser-missing', undefined);
}

/** The browser of this run, ready to be started: the packaged one is unpacked; where that fails, an installed one serves. */
export async function findBrowser(wish: BrowserWish): Promise<BrowserChoice | Problem> {
  const place = await locateBrowser(wish);
  if ('code' in place || place.kind !== 'packaged') return place;
  const cache = await privateCache(wish.env);
  const unpacked = typeof cache === 'string' ? await unpackBrowser(place, cache) : cache;
  if (!('code' in unpacked)) return { kind: 'local', from: 'package', ...unpacked };
  const instead = await installedOrOwn(wish.env);
  return instead && instead.kind !== 'packaged' ? instead : unpacked;
}

/**
 * What prints, as text that changes when the browser does: the package and its version, or the program's name and size
 * (no path: it goes into the PDF), or the address. For `inputs.json`; a browser that cannot be found is `none`.
 */
export async function browserIdentity(wish: BrowserWish): Promise<string> {
  const place = await locateBrowser(wish);
  if ('code' in place) return 'none';
  if (place.kind === 'packaged') return `@sparticuz/chromium ${place.version}`;
  if (place.kind === 'remote') return place.address;
  const { size } = await stat(place.path);
  return `${basename(place.path)} of ${size} bytes`;
}
