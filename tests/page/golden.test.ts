/**
 * Every page of the shipped editions as it looked and read when somebody last looked: a change of layout or words that
 * nobody meant is seen. `npm run golden` renews pictures and texts; look at them before you commit.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { readProject } from '../../src/world/files.ts';
import { compared, decoded, encoded, picturesOf } from './pictures.ts';
import { openPress, type Press, shippedEditions } from './printed-edition.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GOLDEN = join(ROOT, 'tests/page/golden');
const DIFFERENCES = join(ROOT, 'output/golden');
const RENEW = process.env.UPDATE_GOLDEN === '1';
const HOW = 'If that is meant, look at the pages and run `npm run golden`.';
/** Anti-aliasing may differ by a version of the canvas; a line that moved differs by more. */
const TOLERATED = 0.003;

const { files } = await readProject(ROOT);
const page = (number: number): string => `page-${String(number).padStart(2, '0')}`;

/** The words of a page block by block, as a screen reader has them. */
const textOf = (blocks: readonly { readonly page: number; readonly text: string }[], number: number): string =>
  blocks
    .filter((block) => block.page === number)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join('\n');

/** Pages in one file: each begins with a line of its name. */
const joined = (pages: readonly string[]): string => pages.map((text, i) => `# ${page(i + 1)}\n${text}\n`).join('\n');
const parted = (text: string): string[] =>
  text
    .split(/^# page-\d+\n/m)
    .slice(1)
    .map((each) => each.trim());

describe.each(shippedEditions(files))('the edition of %s', (edition) => {
  let press: Press;
  const folder = join(GOLDEN, edition);
  const found = new Map<string, readonly { code: string; message: string }[]>();
  let bytes = new Uint8Array();
  beforeAll(async () => {
    press = await openPress();
    const made = await press.draft(edition);
    for (const { name } of made.printed) {
      const proof = await press.proof(made, name);
      found.set(
        name,
        proof.problems.filter(({ severity }) => severity !== 'note'),
      );
      if (name.includes('-')) bytes = new Uint8Array(proof.bytes ?? []);
    }
  }, 240_000);
  afterAll(() => press.close());

  it('gives nothing to tell about its pages', () => {
    expect(Object.fromEntries([...found].filter(([, problems]) => problems.length > 0))).toEqual({});
    expect(found.size).toBeGreaterThan(0);
  });

  it('reads as it did', async () => {
    const text = await readPdf(bytes);
    if (typeof text === 'string') throw new Error(text);
    const pages = text.pages.map((_, i) => textOf(text.blocks, i + 1));
    mkdirSync(folder, { recursive: true });
    if (RENEW) writeFileSync(join(folder, 'text.txt'), joined(pages));
    const kept = parted(readFileSync(join(folder, 'text.txt'), 'utf8'));
    pages.forEach((said, i) => {
      expect(said, `The words of page ${i + 1} of ${edition} changed. ${HOW}`).toBe(kept[i] ?? '');
    });
    expect(pages.length, `The number of pages of ${edition} changed. ${HOW}`).toBe(kept.length);
  });

  it('looks as it did', async () => {
    const pictures = await picturesOf(bytes);
    const names = pictures.map((_, i) => `${page(i + 1)}.webp`);
    if (RENEW) {
      for (const name of readdirSync(folder)) if (name.endsWith('.webp')) rmSync(join(folder, name));
      for (const [i, picture] of pictures.entries())
        writeFileSync(join(folder, names[i] ?? ''), await encoded(picture));
    }
    const kept = readdirSync(folder).filter((name) => name.endsWith('.webp'));
    const wrong: string[] = [];
    for (const [i, picture] of pictures.entries()) {
      const name = names[i] ?? '';
      if (!kept.includes(name)) continue;
      const { share, side } = await compared(await decoded(readFileSync(join(folder, name))), picture);
      if (share <= TOLERATED) continue;
      mkdirSync(DIFFERENCES, { recursive: true });
      const file = join(DIFFERENCES, `${edition}-${page(i + 1)}.png`);
      writeFileSync(file, side);
      wrong.push(`page ${i + 1}: ${(share * 100).toFixed(1)} % of it, see output/golden/${edition}-${page(i + 1)}.png`);
    }
    expect(wrong, `Pages of ${edition} look otherwise (before, difference, now). ${HOW}`).toEqual([]);
    expect(names, `The number of pages of ${edition} changed. ${HOW}`).toEqual(kept.sort());
  });
});
