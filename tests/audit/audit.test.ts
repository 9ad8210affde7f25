import { describe, expect, it } from 'vitest';
import { closedWorld } from '../../src/audit/closed-world.ts';
import { lintLanguage } from '../../src/audit/lint-language.ts';
import { parity } from '../../src/audit/parity.ts';
import { textBlocks, textRuns } from '../../src/audit/text-blocks.ts';
import type { Block, Sections } from '../../src/model/document.ts';
import type { Ledger, Use } from '../../src/model/ledger.ts';

const place = { file: 'templates/points/scale.hbs', line: 7, column: 1 };
const block = (id: string, kind: Block['kind'] = 'pair'): Block => ({
  id,
  kind,
  tag: 'p',
  className: '',
  text: { vi: '', en: '' },
  target: undefined,
  attributes: {},
  section: 'scale',
  place,
});
const sections = (uses: readonly Use[] = [], kind: Block['kind'] = 'pair'): Sections => ({
  html: '',
  blocks: new Map([['scale-p1', block('scale-p1', kind)]]),
  uses,
  title: {},
  description: {},
  running: {},
  edition: {},
});
const ledger: Ledger = {
  window: { start: 2001, end: 2005, base: 2000, prev: 2004 },
  facts: new Map(),
  claims: [],
  find: () => undefined,
  family: () => [],
  revisions: () => [],
  revisionRows: [],
  names: [],
};
const use = (fact: string, text: string, lang: string): Use => ({ fact, text, lang, block: 'scale-p1', place });
const page = (body: string): string => `<html lang="vi"><body>${body}</body></html>`;

describe('the closed world', () => {
  const find = (body: string) => closedWorld(textRuns(page(body)), sections()).map((p) => [p.code, p.line, p.message]);

  it('lets facts, years and declared exemptions pass', () => {
    expect(
      find(
        '<p id="scale-p1-vi"><data data-fact="exports">32,4 tỷ USD</data> năm <time>2005</time> <span data-exempt="list">7</span></p>',
      ),
    ).toEqual([]);
  });

  it('names a numeral that belongs to no fact, at the block that prints it', () => {
    const [found] = find('<p id="scale-p1-vi">tăng 22,5% so với năm trước</p>');
    expect(found?.slice(0, 2)).toEqual(['number-without-fact', 7]);
    expect(found?.[2]).toContain('22,5');
  });

  it('finds every numeral, also in table cells and headings', () => {
    expect(find('<h2>7 mặt hàng</h2><table><tr><td>1.234</td><td>–</td></tr></table>')).toHaveLength(2);
  });

  it('takes signs that are numbers for numbers, and raised ones for parts of units', () => {
    expect(find('<p>½ kim ngạch, nhóm ④, quý Ⅳ</p>')).toHaveLength(3);
    expect(find('<p>m², CO₂</p>')).toEqual([]);
  });

  it('leaves styles and drawings to others', () => {
    expect(find('<style>p { margin: 12mm }</style><svg><text>32,4</text></svg>')).toEqual([]);
  });
});

describe('parity of facts', () => {
  it('is silent where both languages print the same facts with the same rounding', () => {
    expect(
      parity(sections([use('exports', '32,4 tỷ USD', 'vi'), use('exports', 'US$32.4 billion', 'en')]), ledger),
    ).toEqual([]);
  });

  it('names the fact and the language where one is missing', () => {
    const [found] = parity(sections([use('exports', '32,4 tỷ USD', 'vi')]), ledger);
    expect(found).toMatchObject({ code: 'parity-fact-missing', line: 7 });
    expect(found?.message).toContain('exports');
    expect(found?.message).toContain('“en”');
  });

  it('counts a different rounding as different, with the no-break spaces that units have', () => {
    const uses = [use('exports', '32,45\u00a0tỷ\u00a0USD', 'vi'), use('exports', 'US$32.4\u00a0billion', 'en')];
    expect(parity(sections(uses), ledger)).toHaveLength(2);
    expect(
      parity(
        sections([use('exports', '32,4\u00a0tỷ USD', 'vi'), use('exports', 'US$32.4\u00a0billion', 'en')]),
        ledger,
      ),
    ).toEqual([]);
    expect(
      parity(sections([use('exports', '32,45 tỷ USD', 'vi'), use('exports', 'US$32.4 billion', 'en')]), ledger),
    ).toHaveLength(2);
  });

  it('does not take a year or a thousand for decimals', () => {
    expect(
      parity(
        sections([
          use('peak', '2004', 'vi'),
          use('peak', '2004', 'en'),
          use('oil', '7.369', 'vi'),
          use('oil', '7,369', 'en'),
        ]),
        ledger,
      ),
    ).toEqual([]);
  });
});

describe('the language lint', () => {
  const lint = (lang: string, text: string) =>
    lintLanguage(textRuns(page(`<p id="scale-p1-${lang}" lang="${lang}">${text}</p>`)), sections()).map(
      (p) => p.message,
    );

  it.each([
    ['en', 'exports of 12.25 tỷ USD'],
    ['vi', 'xuất khẩu 12,25 billion'],
    ['en', 'up 22,5%'],
    ['vi', 'tăng 22.5%'],
    ['vi', 'thay đổi -12,1%'],
    ['vi', 'xuâ\u0301t khẩu'],
    ['vi', 'đạt 12 tỉ USD'],
    ['vi', 'đạt 12 tỷ\u00a0USD'],
  ])('finds one fault in %s: %s', (lang, text) => expect(lint(lang, text)).not.toEqual([]));

  it.each([
    ['vi', 'Kim ngạch đạt 32,4\u00a0tỷ\u00a0USD, bằng 1.234,5 và giảm −0,2% so với 2001–2005'],
    ['en', 'Exports reached US$32.4\u00a0billion, 1,234.5 and −0.2% against 2001–2005; 1,234 items'],
  ])('finds none in good %s', (lang, text) => expect(lint(lang, text)).toEqual([]));
});

describe('text blocks', () => {
  it('gives each block’s text in order, spaces as a reader sees them, with id and language', () => {
    const html = page(
      '<h2 id="a-vi" lang="vi">Kim  ngạch\n <b>2005</b></h2><p id="b-en" lang="en">Exports <data>rose</data> &amp; fell</p><svg><text>x</text></svg>',
    );
    expect(textBlocks(html)).toEqual([
      { id: 'a-vi', lang: 'vi', text: 'Kim ngạch 2005' },
      { id: 'b-en', lang: 'en', text: 'Exports rose & fell' },
    ]);
  });
});
