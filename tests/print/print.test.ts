import { describe, expect, it } from 'vitest';
import type { Document, Printer, PrintOptions } from '../../src/model/document.ts';
import { type PrintingOptions, print } from '../../src/print/print.ts';
import { problem } from '../../src/problem.ts';
import { type FakePage, fakePdf } from './fake-pdf.ts';

const signal = new AbortController().signal;

const documentOf = (name: string, html: string): Document => ({
  edition: '2005',
  name,
  languages: ['vi'],
  medium: 'print',
  title: '',
  titles: {},
  html,
  date: '2026-11-22',
  publisher: '',
  subject: '',
});

const pageno = (anchor: string) => `<a href="#${anchor}">trang <span class="pageno" data-page="${anchor}">0</span></a>`;
const contents = documentOf('vi', `${pageno('scale')}${pageno('plan')}`);

/** Prints what `pages` says for each print of each document, and keeps what it was given. */
function fakePrinter(pages: (html: string, print: number) => FakePage[]) {
  const prints: { html: string; options: PrintOptions }[] = [];
  const printer: Printer = {
    async print(html, _assets, options) {
      prints.push({ html, options });
      return { bytes: fakePdf(pages(html, prints.length)), problems: [] };
    },
  };
  return { printer, prints };
}

const run = (documents: Document[], printer: Printer, options: Partial<PrintingOptions> = {}) =>
  print(documents, printer, new Map(), { jobs: 2, signal, ...options });

const settled = (): FakePage[] => [{}, { anchors: ['scale'] }, { anchors: ['plan'] }];

describe('page numbers in the contents', () => {
  it('are read from the printed file, filled in, and the file printed again', async () => {
    const { printer, prints } = fakePrinter(settled);
    const { pdfs, problems } = await run([contents], printer);
    expect(problems).toEqual([]);
    expect(prints).toHaveLength(2);
    expect(pdfs[0]?.pages).toBe(3);
    expect(Object.fromEntries(pdfs[0]?.destinations ?? [])).toEqual({ scale: 2, plan: 3 });
    expect(pdfs[0]?.document.html).toContain('data-page="scale">2</span>');
    expect(pdfs[0]?.document.html).toContain('data-page="plan">3</span>');
    expect(pdfs[0]?.document.html).toBe(prints.at(-1)?.html);
  });

  it('need one print where the first guess is right, and two where it is wrong', async () => {
    const guess = (scale: number) =>
      new Map([
        [
          'vi',
          new Map([
            ['scale', scale],
            ['plan', 3],
          ]),
        ],
      ]);
    const right = fakePrinter(settled);
    expect((await run([contents], right.printer, { firstGuess: guess(2) })).problems).toEqual([]);
    expect(right.prints).toHaveLength(1);
    const wrong = fakePrinter(settled);
    expect((await run([contents], wrong.printer, { firstGuess: guess(7) })).problems).toEqual([]);
    expect(wrong.prints).toHaveLength(2);
  });

  it('need one print where there are none', async () => {
    const { printer, prints } = fakePrinter(() => [{}]);
    const { pdfs } = await run([documentOf('vi', '<p>không có mục lục</p>')], printer);
    expect(prints).toHaveLength(1);
    expect(pdfs[0]?.pages).toBe(1);
  });

  it('follow text that moves once', async () => {
    const { printer, prints } = fakePrinter((_, number) =>
      number === 1 ? settled() : [{}, {}, { anchors: ['scale', 'plan'] }],
    );
    const { pdfs, problems } = await run([contents], printer);
    expect(problems).toEqual([]);
    expect(prints).toHaveLength(3);
    expect(pdfs[0]?.document.html).toContain('data-page="scale">3</span>');
  });

  it('that never settle are a problem after three prints', async () => {
    const { printer, prints } = fakePrinter((_, number) =>
      number % 2 === 1 ? settled() : [{ anchors: ['scale', 'plan'] }],
    );
    const { problems } = await run([contents], printer);
    expect(prints).toHaveLength(3);
    expect(problems.map(({ code }) => code)).toEqual(['print-pages-unstable']);
  });

  it('of an anchor that is not in the file are a problem that names it', async () => {
    const { printer, prints } = fakePrinter(() => [{ anchors: ['scale'] }]);
    const { problems } = await run([contents], printer);
    expect(prints).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(['print-anchor-missing']);
    expect(problems[0]?.message).toContain('plan');
  });
});

describe('documents side by side', () => {
  it('are printed no more at a time than asked, and come back in their order', async () => {
    let now = 0;
    let most = 0;
    const printer: Printer = {
      async print() {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
        return { bytes: fakePdf([{}]), problems: [] };
      },
    };
    const documents = ['a', 'b', 'c', 'd', 'e'].map((name) => documentOf(name, ''));
    const { pdfs } = await run(documents, printer, { jobs: 2 });
    expect(most).toBe(2);
    expect(pdfs.map((pdf) => pdf.document.name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leave each other alone where one fails', async () => {
    const printer: Printer = {
      async print(_html, _assets, { document }) {
        const failed = document === '2005/b';
        return failed
          ? { bytes: new Uint8Array(), problems: [problem('print-crashed', undefined, { document })] }
          : { bytes: fakePdf([{}]), problems: [] };
      },
    };
    const { pdfs, problems } = await run(
      ['a', 'b', 'c'].map((name) => documentOf(name, '')),
      printer,
    );
    expect(pdfs.map((pdf) => pdf.document.name)).toEqual(['a', 'c']);
    expect(problems.map(({ code }) => code)).toEqual(['print-crashed']);
  });

  it('say once what is wrong for all of them', async () => {
    const printer: Printer = {
      print: async () => ({ bytes: new Uint8Array(), problems: [problem('browser-missing', undefined)] }),
    };
    const { problems } = await run(
      ['a', 'b', 'c'].map((name) => documentOf(name, '')),
      printer,
    );
    expect(problems.map(({ code }) => code)).toEqual(['browser-missing']);
  });

  it('of a shape that cannot be read are a problem', async () => {
    const printer: Printer = { print: async () => ({ bytes: new Uint8Array([37, 80, 68, 70]), problems: [] }) };
    const { pdfs, problems } = await run([documentOf('a', '')], printer);
    expect(pdfs).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['print-unreadable']);
  });

  it('stop with the reason of the caller', async () => {
    const abort = new AbortController();
    const printer: Printer = {
      print: async (_html, _assets, options) => {
        options.signal.throwIfAborted();
        return { bytes: fakePdf([{}]), problems: [] };
      },
    };
    abort.abort(new Error('a newer build began'));
    await expect(run([documentOf('a', '')], printer, { signal: abort.signal })).rejects.toThrow('a newer build began');
  });
});
