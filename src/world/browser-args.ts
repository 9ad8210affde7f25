/**
 * How the browser is started. Neither Puppeteer's nor the package's own lists are used: the first is for driving web
 * sites, the second switches security off. Part of `world/`.
 */
import type { Environment } from './cache-folder.ts';

const ARGS = [
  '--headless',
  '--remote-debugging-pipe',
  // quiet: nothing fetched, shown, reported or asked
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  // no network: names and addresses lead nowhere, even for what request interception does not see
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // the same page everywhere: text is measured unhinted, colours are sRGB, numbers of the interface are English
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=en-US',
  // containers: /dev/shm is often too small, and there is no graphics card
  '--disable-dev-shm-usage',
  '--disable-gpu',
] as const;

/** The whole argument list for a profile folder. */
export const browserArgs = (profile: string, sandbox: readonly string[]): string[] => [
  ...ARGS,
  ...sandbox,
  `--user-data-dir=${profile}`,
  'about:blank',
];

/**
 * The environment of the browser: time zone and language fixed, so that the same page prints alike everywhere.
 * On Linux its home and temporary folder are the profile, so that nothing of it stays elsewhere; only what a browser
 * may need of ours is handed on (on other systems all of it).
 */
export function browserEnvironment(env: Environment, profile: string, own: Environment): NodeJS.ProcessEnv {
  const fixed = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };
  if (process.platform !== 'linux') return { ...env, ...fixed, ...own };
  const kept = Object.fromEntries(
    ['PATH', 'LD_LIBRARY_PATH', 'FONTCONFIG_FILE', 'FONTCONFIG_PATH'].map((key) => [key, env[key]]),
  );
  return { ...kept, HOME: profile, TMPDIR: profile, ...fixed, ...own };
}
