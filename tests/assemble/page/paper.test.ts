/** The screen edition printed from the browser has the pages of the PDF: the same words on the same pages, in each language and both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/verify/read-pdf.ts';
import { type Edition, openEdition, type Shown } from './edition.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await openEdition('html,pdf');
}, 240_000);
afterAll(() => edition?.close());

/** The words of each page, without spaces, since where lines break is the printer's business. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await readPdf(bytes);
  if (typeof pdf === 'string') throw new Error(pdf);
  return pdf.pages.map(({ text }) => text.replace(/\s+/g, ''));
}

describe.each<{ shown: Shown; file: string }>([
  { shown: 'both', file: 'brief-2005.pdf' },
  { shown: 'first', file: 'brief-2005.vi.pdf' },
  { shown: 'second', file: 'brief-2005.en.pdf' },
])('printed from the browser with the switch at $shown', ({ shown, file }) => {
  it(`has the pages of ${file}`, async () => {
    const page = await edition.open({ width: 1280, shown, theme: 'dark' });
    const printed = await pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    await page.close();
    const wanted = await pagesOf(readFileSync(join(edition.folder, 'output/2005', file)));
    expect(printed).toHaveLength(wanted.length);
    // The cover of the PDF has page numbers, which a browser cannot know.
    for (const [i, text] of printed.entries()) if (i > 0) expect([i + 1, text]).toEqual([i + 1, wanted[i]]);
    expect(printed[0]?.slice(0, 200)).toBe(wanted[0]?.slice(0, 200));
    expect(printed.join('')).not.toMatch(/CSV|Xemsốliệu|Showthenumbers/);
  }, 120_000);
});
