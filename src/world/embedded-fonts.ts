/** Fonts inside the HTML edition: subsets to the characters of the page, as WOFF2 data URIs, kept in the cache. Part of `world/`. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Environment, privateCache } from './cache-folder.ts';
import type { FontFile } from './fonts.ts';

/**
 * The `@font-face` rules with the fonts inside, for a text.
 * Subsetting takes about a quarter of a second a face, so a subset is kept in the private cache under the hash of font and characters;
 * where the cache cannot be written it is simply made again.
 */
export async function embeddedFontRules(
  fonts: readonly FontFile[],
  files: ReadonlyMap<string, Uint8Array>,
  text: string,
  env: Environment,
): Promise<string> {
  const characters = [...new Set(text.normalize('NFC'))]
    .filter((c) => c >= ' ')
    .sort()
    .join('');
  const folder = await fontCache(env);
  const rules = await Promise.all(
    fonts.map(async (font) => {
      const bytes = files.get(font.path);
      if (!bytes) return '';
      const subset = await cached(folder, bytes, characters);
      const data = Buffer.from(subset).toString('base64');
      return `@font-face { font-family: '${font.family}'; font-weight: ${font.weight}; font-style: normal; font-display: swap; src: url('data:font/woff2;base64,${data}') format('woff2'); }`;
    }),
  );
  return rules.filter(Boolean).join('\n');
}

async function fontCache(env: Environment): Promise<string | undefined> {
  const cache = await privateCache(env);
  if (typeof cache !== 'string') return undefined;
  const folder = join(cache, 'fonts');
  return mkdir(folder, { recursive: true, mode: 0o700 }).then(
    () => folder,
    () => undefined,
  );
}

async function cached(folder: string | undefined, font: Uint8Array, characters: string): Promise<Uint8Array> {
  const key = createHash('sha256').update(font).update('\0woff2\0').update(characters).digest('hex');
  const path = folder === undefined ? undefined : join(folder, `${key}.woff2`);
  if (path !== undefined) {
    const kept = await readFile(path).catch(() => undefined);
    // A WOFF2 file begins with its name; anything else is not ours.
    if (kept?.subarray(0, 4).toString('latin1') === 'wOF2') return kept;
  }
  const { default: subsetFont } = await import('subset-font');
  const made = await subsetFont(Buffer.from(font), characters, { targetFormat: 'woff2' });
  if (path !== undefined) await writeFileAtomic(path, made).catch(() => undefined);
  return made;
}
