import { describe, expect, it } from 'vitest';
import { checkBoundWords } from '../../src/audit/bound-words.ts';
import { checkNumberWords } from '../../src/audit/number-words.ts';
import { parityOfYears } from '../../src/audit/parity.ts';
import { textRuns } from '../../src/audit/text-blocks.ts';
import { checkYears } from '../../src/audit/years.ts';
import type { Block, Sections } from '../../src/model/document.ts';
import type { Fact, Ledger } from '../../src/model/ledger.ts';

const place = { file: 'templates/points/growth.hbs', line: 9, column: 1 };
const block: Block = {
  id: 'growth-p1',
  kind: 'pair',
  tag: 'p',
  className: 'paragraph',
  text: { vi: '', en: '' },
  target: undefined,
  attributes: {},
  section: 'growth',
  place,
};

const fact = (id: string, expression: string, value: number | boolean, more: Partial<Fact> = {}): Fact => ({
  id,
  expression,
  value,
  unit: typeof value === 'boolean' ? 'truth' : 'percent',
  decimals: 1,
  period: '2005',
  years: [2004, 2005],
  status: undefined,
  vintages: [],
  sources: [],
  inputs: [],
  place,
  ...more,
});

const FACTS = [
  fact('change', 'growth(exports_wits, 2005)', 22.5),
  fact('fall', 'growth(foreign, 2001)', -0.2, { years: [2000, 2001] }),
  fact('share', 'share(a[2005], b[2005])', 57.2),
  fact('record', 'is_highest(exports_wdi, 2005)', true),
  fact('peak', 'highest_year(deficit, 2000, 2005)', 2003, { unit: 'year', years: [2000, 2005] }),
];
const ledger: Ledger = {
  window: { start: 2001, end: 2005, base: 2000, prev: 2004 },
  facts: new Map(FACTS.map((each) => [each.id, each])),
  claims: [],
  find: () => undefined,
  family: () => [],
  revisions: () => [],
  revisionRows: [],
  names: [],
};

/** A page with one paragraph in a language; `[change]` stands for the fact printed. */
const runsOf = (lang: string, text: string) =>
  textRuns(
    `<body><p id="growth-p1-${lang}" lang="${lang}">${text.replace(/\[(\w+)\]/g, '<data data-fact="$1">22,5%</data>').replace(/\((\d{4})\)/g, '<time>$1</time>')}</p></body>`,
  );
const sections = (...facts: string[]): Sections => ({
  html: '',
  blocks: new Map([[block.id, block]]),
  uses: facts.map((id) => ({ fact: id, text: 'x', lang: 'vi', block: block.id, place })),
  title: {},
  description: {},
  running: {},
  edition: {},
});

describe('direction words', () => {
  const check = (lang: string, text: string) =>
    checkBoundWords(runsOf(lang, text), sections(), ledger).map((p) => [p.code, p.line]);

  it.each([
    ['vi', 'Kim ngạch tăng [change] so với năm trước'],
    ['en', 'Exports rose by [change] on the year before'],
    ['vi', 'Khu vực này giảm [fall]'],
    ['en', 'The sector was down [fall], while exports grew [change]'],
    ['vi', 'Giá giảm, còn kim ngạch tăng [change]'],
    ['vi', 'Tỷ trọng giảm còn [share]'],
  ])('that agree with the data pass: %s %s', (lang, text) => expect(check(lang, text)).toEqual([]));

  it.each([
    ['vi', 'Kim ngạch giảm [change] so với năm trước'],
    ['en', 'Exports fell by [change] on the year before'],
    ['vi', 'Khu vực này tăng [fall]'],
    ['en', 'Exports grew [change], the sector grew [fall]'],
  ])('against the data are named: %s %s', (lang, text) =>
    expect(check(lang, text)).toEqual([['word-against-data', 9]]),
  );
});

describe('words of rank', () => {
  it('need a fact that bears them out', () => {
    const check = (...facts: string[]) =>
      checkBoundWords(runsOf('vi', 'Đây là mức cao nhất [share]'), sections(...facts), ledger).map((p) => p.code);
    expect(check('share')).toEqual(['word-not-borne-out']);
    expect(check('share', 'record')).toEqual([]);
    expect(check('peak')).toEqual([]);
  });
});

describe('numbers in words', () => {
  const check = (lang: string, text: string) => checkNumberWords(runsOf(lang, text), sections()).map((p) => p.code);

  it.each([
    ['vi', 'đóng góp hai phần ba mức tăng'],
    ['vi', 'xuất khẩu gấp đôi'],
    ['vi', 'bảy mặt hàng trên mốc này'],
    ['en', 'two thirds of the rise'],
    ['en', 'seven products'],
    ['en', 'exports doubled'],
    ['en', 'more than half'],
    ['vi', 'quá nửa kim ngạch'],
    ['vi', 'gấp mười mức cũ'],
    ['en', 'a fifth of exports'],
    ['en', 'quadrupled'],
    ['en', 'tenfold'],
    ['en', 'about fifteen products'],
    ['en', 'over one billion'],
  ])('are found: %s %s', (lang, text) => expect(check(lang, text)).toEqual(['number-word-without-fact']));

  it.each([
    ['vi', 'cả hai khu vực đều tăng trong năm sau'],
    ['vi', '[share] mặt hàng'],
    ['vi', 'gấp [share] năm trước'],
    ['en', 'in US$ billion, the fifth of May'],
    ['en', 'both sectors had double-digit growth in the first quarter of the year'],
  ])('are not seen where there are none: %s %s', (lang, text) => expect(check(lang, text)).toEqual([]));
});

describe('years', () => {
  const check = (text: string, ...facts: string[]) =>
    checkYears(runsOf('vi', text), sections(...facts), ledger, new Map()).map((p) => [p.code, p.line]);

  it('of a fact beside them pass, and the year that a fact gives', () => {
    expect(check('năm (2005) và (2004)', 'change')).toEqual([]);
    expect(check('cao nhất năm (2003)', 'peak')).toEqual([]);
  });

  it('of no fact beside them are named', () => {
    expect(check('năm (2002)', 'change')).toEqual([['year-without-fact', 9]]);
  });

  it('must be the same in every language', () => {
    const page =
      '<body><p id="growth-p1-vi" lang="vi">năm <time>2005</time></p><p id="growth-p1-en" lang="en">in <time>2004</time></p></body>';
    expect(parityOfYears(textRuns(page), sections()).map((p) => p.message.slice(0, 32))).toEqual([
      'The year 2004 is missing in “vi”',
      'The year 2005 is missing in “en”',
    ]);
  });
});
