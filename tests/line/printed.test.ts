/** The printed PDFs read back: whatever a reader looks for stands where it belongs, in each language. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfText } from '../../src/model/pdf.ts';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { brief } from '../brief.ts';
import { smallest } from '../project.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function shipped(folder: string): void {
  for (const part of ['brief.yaml', 'data', 'templates'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
}

interface Manifest {
  readonly outputs: readonly { readonly path: string; readonly pages?: number }[];
}
interface Facts {
  readonly facts: readonly {
    readonly uses: readonly { readonly text: string; readonly lang: string; readonly block: string }[];
  }[];
}

/** Text without any white space: where lines break is the printer's business. */
const bare = (text: string) => text.replace(/\s+/g, '');

describe.each([
  { project: 'the smallest project', make: smallest },
  { project: 'the edition of 2005', make: shipped },
])('$project', ({ make }) => {
  let folder: string;
  let facts: Facts;
  let attached: Buffer;
  let pages: Readonly<Record<string, number | undefined>>;
  const pdfs = new Map<string, PdfText>();
  const pdf = (languages: string): PdfText => pdfs.get(languages) ?? expect.fail(`no PDF in ${languages}`);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'brief-printed-'));
    make(folder);
    const { status, stderr } = await brief('build --format pdf', folder);
    expect([status, stderr]).toEqual([0, stderr]);
    const read = (file: string) => readFileSync(join(folder, 'output/2005', file));
    attached = read('facts.json');
    facts = JSON.parse(attached.toString('utf8'));
    const { outputs }: Manifest = JSON.parse(read('manifest.json').toString('utf8'));
    pages = Object.fromEntries(outputs.map((output) => [output.path, output.pages]));
    for (const [languages, file] of [
      ['vi en', 'brief-2005.pdf'],
      ['vi', 'brief-2005.vi.pdf'],
      ['en', 'brief-2005.en.pdf'],
    ] as const) {
      const text = await readPdf(read(file));
      if (typeof text === 'string') throw new Error(text);
      pdfs.set(languages, text);
    }
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(['vi en', 'vi', 'en'])('in %s', (languages) => {
    it('has the pages that the manifest says, with text on each', () => {
      const file = languages === 'vi en' ? 'brief-2005.pdf' : `brief-2005.${languages}.pdf`;
      expect(pdf(languages).pages).toHaveLength(pages[file] ?? 0);
      for (const { text, items } of pdf(languages).pages) expect([bare(text) !== '', items > 0]).toEqual([true, true]);
    });

    it('says its language and its title', () => {
      const { lang, title, headings } = pdf(languages);
      expect(lang).toBe(languages.split(' ')[0]);
      expect(title).toMatch(/2001–2005/);
      expect(title?.split(' · ')).toHaveLength(languages.split(' ').length);
      expect(new Set(headings.map((heading) => heading.lang))).toEqual(new Set(languages.split(' ')));
    });

    it('is set in the fonts of the tool alone, all of them inside', () => {
      const { fonts } = pdf(languages);
      expect(fonts.length).toBeGreaterThan(1);
      for (const { name, type, embedded } of fonts) {
        expect([name, type, embedded]).toEqual([
          expect.stringMatching(/^Source(Sans3|Serif4)-(Regular|SemiBold|Bold)$/),
          'Type0',
          true,
        ]);
      }
    });

    it('has its headings as bookmarks, in order, each at the page where it stands', () => {
      const { outline, headings } = pdf(languages);
      expect(headings[0]).toMatchObject({ level: 1, page: 1 });
      expect(outline.map(({ title, page }) => ({ title: bare(title), page }))).toEqual(
        headings.map(({ text, page }) => ({ title: bare(text), page })),
      );
    });

    it('has links that lead to the page of their section, and the contents say which page that is', () => {
      const { links, destinations, pages: printed, outline } = pdf(languages);
      const inside = links.filter(({ target }) => target.startsWith('#'));
      expect(inside.length).toBeGreaterThan(0);
      const cover = printed[0]?.text.replace(/\s+/g, ' ') ?? '';
      for (const { target, contents, page } of inside) {
        const led = destinations.get(target.slice(1));
        // a section begins with a heading
        expect([target, outline.some((each) => each.page === led)]).toEqual([target, true]);
        const said = /^(?:tr|p)\.\s(\d+)$/u.exec(contents)?.[1];
        if (said !== undefined) expect([target, Number(said)]).toEqual([target, led]);
        else if (page === 1) expect(cover).toContain(`${contents.replace(/\s+/g, ' ')} ${led}`);
      }
    });

    it('has the numbers of every text of a point, as the ledger says that they were printed, on the pages of that point', () => {
      const { destinations, pages: printed } = pdf(languages);
      const starts = [...destinations.values()].sort((a, b) => a - b);
      const texts = facts.facts
        .flatMap(({ uses }) => uses)
        .filter(({ lang, block }) => languages.includes(lang) && /-(heading|paragraph|note)\d/.test(block));
      let found = 0;
      for (const { text, block } of texts) {
        const start = destinations.get(`point-${block.slice(0, block.indexOf('-'))}`);
        if (start === undefined) continue;
        const next = starts.find((each) => each > start) ?? printed.length;
        const there = printed
          .slice(start - 1, next)
          .map((page) => bare(page.text))
          .join('');
        expect([block, there.includes(bare(text)), text]).toEqual([block, true, text]);
        found += 1;
      }
      expect(found).toBeGreaterThan(0);
    });

    it('carries its ledger, its inputs and their hashes', () => {
      const { attachments } = pdf(languages);
      expect(attachments.map(({ name }) => name).sort()).toEqual(['facts.json', 'inputs.json', 'source.json']);
      const carried = attachments.find(({ name }) => name === 'facts.json');
      expect(Buffer.from(carried?.bytes ?? []).equals(attached)).toBe(true);
    });
  });
});
