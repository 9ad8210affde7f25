/** inputs.json of an edition as it would be built now, from what is on disk: no stage is needed to know whether anything changed. */
import { createRequire } from 'node:module';
import { stat } from 'node:fs/promises';
import { type BrowserWish, locateBrowser } from '../world/find-browser.ts';
import { fileHashes, inputsText, sha256 } from '../inputs.ts';

export interface Asked {
  readonly edition: string;
  readonly documents: readonly string[] | undefined;
  readonly pdf: boolean;
  readonly html: boolean;
  readonly finish: boolean;
  readonly verify: boolean;
}

const require = createRequire(import.meta.url);
const { name, version } = require('../../package.json') as { name: string; version: string };

/** The browser as far as it can be told without starting it: the package's version, the size of a program, an address. */
export async function browserName(wish: BrowserWish): Promise<string> {
  const place = await locateBrowser(wish);
  if ('code' in place) return 'none';
  if (place.kind === 'packaged') return `@sparticuz/chromium ${place.version}`;
  if (place.kind === 'remote') return place.address;
  const { size } = await stat(place.path);
  return `a program of ${size} bytes`;
}

export function inputsOf(asked: Asked, files: ReadonlyMap<string, string>, fonts: ReadonlyMap<string, Uint8Array>, browser: string, epoch: number | undefined): string {
  const { edition, documents, pdf, html, finish, verify } = asked;
  return inputsText({
    tool: { name, version },
    edition,
    request: { documents: documents ?? ['all'], pdf, html, finish, verify },
    browser,
    fonts: Object.fromEntries([...fonts].map(([path, bytes]) => [path, sha256(bytes)])),
    files: fileHashes(files, edition),
    epoch,
  });
}
