import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintResult } from '../../src/model/document.ts';
import { readPrintedPages } from '../../src/model/raw-pdf.ts';
import { print } from '../../src/print/print.ts';
import { type BrowserSession, openBrowser } from '../../src/world/browser.ts';
import { findBrowser } from '../../src/world/find-browser.ts';
import { readFonts } from '../../src/world/fonts.ts';
import { FACES, options, page } from './page.ts';

const isRoot = process.getuid?.() === 0;

let session: BrowserSession;
let fonts: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  session = openBrowser({ env: process.env });
  fonts = (await readFonts(FACES)).files;
});
afterAll(() => session.close());

const printed = (html: string): Promise<PrintResult> => session.printer.print(html, fonts, options());

/** What is wrong but for how the browser runs. */
const wrong = (result: PrintResult) => result.problems.filter(({ code }) => code !== 'browser-sandbox-off');
const codes = (result: PrintResult) => wrong(result).map(({ code }) => code);
const said = (result: PrintResult) =>
  wrong(result)
    .map(({ message }) => message)
    .join('\n');

const fontsOf = (result: PrintResult) => readPrintedPages(result.bytes)?.fonts;

/** All drawing instructions of a file, as text. */
const drawn = (result: PrintResult) =>
  (readPrintedPages(result.bytes)?.pages ?? [])
    .map(({ bytes, compressed }) => Buffer.from(compressed ? inflateSync(bytes) : bytes).toString('latin1'))
    .join('\n');

describe('a printed page', () => {
  it('is tagged, has an outline, and its anchors are where they are', async () => {
    const result = await printed(
      page(
        '<nav><a href="#scale">Quy mô</a> <a href="#phụ-lục">Phụ lục</a></nav><h1 id="scale">Quy mô</h1><h1 id="phụ-lục" style="break-before: page">Phụ lục</h1>',
      ),
    );
    expect(wrong(result)).toEqual([]);
    const pdf = Buffer.from(result.bytes).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toContain('/Lang (vi)');
    const read = readPrintedPages(result.bytes);
    expect(read?.pages).toHaveLength(2);
    expect(Object.fromEntries(read?.destinations ?? [])).toEqual({ scale: 1, 'phụ-lục': 2 });
  });

  it('is set in the packaged fonts alone, the margin boxes too, whose face nothing else on the page uses', async () => {
    const result = await printed(page('<h1>Tỷ lệ Ẳ Ỡ ₫</h1><p>Kim ngạch xuất khẩu</p>'));
    expect(wrong(result)).toEqual([]);
    expect(fontsOf(result)).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold', 'SourceSerif4-Regular']);
  });

  it('is the same twice but for its dates and the numbers of its tags', async () => {
    const html = page('<h1>Quy mô</h1><p>32,4 tỷ USD</p>');
    const [first, second] = [await printed(html), await printed(html)];
    expect(drawn(first)).toBe(drawn(second));
    expect(first.bytes.length).toBe(second.bytes.length);
  });

  it('runs no script', async () => {
    const result = await printed(
      page(
        '<p>đúng</p><script>document.body.innerHTML = ""</script><img src="data:," onerror="document.body.remove()">',
      ),
    );
    expect(codes(result)).toEqual([]);
    expect(drawn(result)).toMatch(/Tj/);
  });

  it.runIf(isRoot)('says that the sandbox is off where it is', async () => {
    const { problems } = await printed(page('<p>a</p>'));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['browser-sandbox-off', 'note']]);
  });

  it('keeps its own address: a page that sends elsewhere stays', async () => {
    const result = await printed(page('<p>đúng</p><meta http-equiv="refresh" content="0; url=https://example.org/">'));
    expect(drawn(result)).toMatch(/Tj/);
  });
});

describe('what a page may reach', () => {
  it('is itself and the files beside it; everything else is refused and named', async () => {
    const result = await printed(
      page(
        '<p>a</p><img src="https://example.org/x.png"><img src="logo.png"><img src="file:///etc/hostname"><iframe src="http://127.0.0.1:1/"></iframe><link rel="stylesheet" href="//example.org/s.css">',
      ),
    );
    expect(new Set(codes(result))).toEqual(new Set(['print-request-refused']));
    for (const address of [
      'https://example.org/x.png',
      'logo.png',
      'file:///etc/hostname',
      'http://127.0.0.1:1/',
      'https://example.org/s.css',
    ]) {
      expect(said(result)).toContain(address);
    }
    expect(codes(result)).toHaveLength(5);
  });

  it('is told of what the page’s own policy forbids, too', async () => {
    const policy =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src 'self'\">";
    const result = await printed(
      page('<p>a</p><img src="https://example.org/x.png">').replace('<meta charset', `${policy}<meta charset`),
    );
    expect(codes(result)).toEqual(['print-request-refused']);
    expect(fontsOf(result)).toContain('SourceSerif4-Regular');
  });

  it('is a font that is missing: the page is printed, and the face is named', async () => {
    const result = await printed(
      page(
        '<p class="x">a</p>',
        "@font-face { font-family: 'Gone'; font-weight: 600; src: url('fonts/gone.ttf') } .x { font-family: Gone }",
      ),
    );
    expect(codes(result).sort()).toEqual(['print-font-failed', 'print-request-refused']);
    expect(said(result)).toContain('Gone 600 normal');
  });

  it('is a font that is no font', async () => {
    const files = new Map([...fonts, ['fonts/broken.ttf', new Uint8Array(100)] as const]);
    const html = page('<p>a</p>', "@font-face { font-family: 'Broken'; src: url('fonts/broken.ttf') }");
    expect(codes(await session.printer.print(html, files, options()))).toEqual(['print-font-failed']);
  });
});

describe('text that is not there', () => {
  it('is an error for the whole file', async () => {
    const result = await printed(
      '<!doctype html><title>a</title><style>@page { size: A4; margin: 20mm } p { color: transparent; visibility: hidden }</style><p>chữ</p>',
    );
    expect(codes(result)).toEqual(['print-no-text']);
  });

  it('is an error for a page that stayed blank', async () => {
    const blank =
      '<!doctype html><title>a</title><style>@page { size: A4; margin: 20mm } div { break-before: page }</style><p>một</p><div>&nbsp;<svg width="9" height="9"><rect width="9" height="9"/></svg></div><div>ba</div>';
    const result = await printed(blank.replace('&nbsp;', ''));
    expect(codes(result)).toEqual(['print-page-empty']);
    expect(said(result)).toContain('2');
  });
});

describe('what does not fit the paper', () => {
  it('is named by its block, with what is too much in millimetres', async () => {
    const result = await printed(
      page('<section id="scale"><div id="scale-table" style="width: 180mm">rộng</div></section>'),
    );
    expect(codes(result)).toEqual(['print-too-wide']);
    expect(said(result)).toMatch(/scale-table.* 10\.\d mm/);
  });

  it('is found inside the page area, too: a word that is longer than its column', async () => {
    const result = await printed(
      page(
        `<div style="display: grid; grid-template-columns: 40mm 120mm"><p id="a-vi">${'dài'.repeat(40)}</p><p id="a-en">b</p></div>`,
      ),
    );
    expect(codes(result)).toEqual(['print-too-wide']);
    expect(said(result)).toContain('a-vi');
  });

  it('is found where it is hidden', async () => {
    const result = await printed(
      page(`<div id="box" style="height: 10mm; overflow: hidden">${'<p>dòng</p>'.repeat(5)}</div>`),
    );
    expect(codes(result)).toEqual(['print-clipped']);
    expect(said(result)).toContain('box');
  });

  it('is measured on each page’s own paper', async () => {
    const styles = '@page wide { size: A4 landscape; margin: 15mm } .wide { page: wide }';
    const fits = page(
      '<p>đứng</p><section class="wide"><div id="w" style="width: 266mm">ngang</div></section>',
      styles,
    );
    expect(codes(await printed(fits))).toEqual([]);
    const exceeds = page(
      '<p>đứng</p><section class="wide"><div id="w" style="width: 270mm">ngang</div></section>',
      styles,
    );
    expect(said(await printed(exceeds))).toMatch(/“w”/);
  });

  it('is not text for screen readers, nor what exactly fills its box', async () => {
    const hidden =
      '<span style="position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap">chỉ để nghe, không để đọc</span>';
    const table = '<table style="width: 100%; table-layout: fixed"><tr><th>một</th><th>hai</th></tr></table>';
    expect(
      codes(
        await printed(
          page(`${hidden}<div style="width: 170mm">vừa</div>${table}<p style="white-space: pre-wrap">chữ   </p>`),
        ),
      ),
    ).toEqual([]);
  });
});

describe('a whole document', () => {
  it('gets the page numbers of its contents from its own file', async () => {
    const entry = (id: string) => `<p><a href="#${id}">${id} <span class="pageno" data-page="${id}">0</span></a></p>`;
    const html = page(
      `${entry('mot')}${entry('hai')}<section id="mot" style="break-before: page">một</section><section id="hai" style="break-before: page">hai</section>`,
    );
    const document = {
      edition: '2005',
      name: 'vi',
      languages: ['vi'],
      medium: 'print',
      title: '',
      titles: {},
      html,
      date: '2026-11-22',
      publisher: '',
      subject: '',
    } as const;
    const { pdfs, problems } = await print([document, { ...document, name: 'en' }], session.printer, fonts, {
      jobs: 2,
      signal: new AbortController().signal,
    });
    expect(problems.filter(({ code }) => code !== 'browser-sandbox-off')).toEqual([]);
    expect(pdfs.map((pdf) => pdf.pages)).toEqual([3, 3]);
    expect(pdfs[1]?.document.html).toContain('data-page="hai">3</span>');
  });
});

describe('a browser elsewhere', () => {
  it('prints the same, and runs on when the session is closed', async () => {
    const choice = await findBrowser({ env: process.env });
    if ('code' in choice || choice.kind !== 'local') throw new Error('no local browser');
    const { default: puppeteer } = await import('puppeteer');
    const remote = await puppeteer.launch({
      executablePath: choice.path,
      headless: 'shell',
      args: isRoot ? ['--no-sandbox', '--font-render-hinting=none'] : ['--font-render-hinting=none'],
      env: { ...process.env, ...choice.env, TZ: 'UTC' },
    });
    try {
      const html = page('<h1>Quy mô</h1><p>32,4 tỷ USD</p>');
      await using there = openBrowser({ browser: remote.wsEndpoint(), env: {} });
      const result = await there.printer.print(html, fonts, options());
      expect(result.problems).toEqual([]);
      expect(drawn(result)).toBe(drawn(await printed(html)));
      await there.close();
      expect(remote.connected).toBe(true);
      expect(await remote.version()).toContain('Chrome');
    } finally {
      await remote.close();
    }
  });
});
