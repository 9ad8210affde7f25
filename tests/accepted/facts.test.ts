import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { checkFacts } from '../../src/accepted/check-facts.ts';
import { factsText } from '../../src/accepted/record-facts.ts';
import { derive } from '../../src/derive/derive.ts';
import type { AcceptedFacts } from '../../src/model/accepted.ts';
import { formatter } from '../../src/model/format.ts';
import { type ContentInput, contentOf } from '../derive/content.ts';
import { localeOf, rawLocale } from '../model/locales.ts';

const [VI, EN] = [localeOf(rawLocale('vi')), localeOf(rawLocale('en'))];
const FORMATS = new Map([VI, EN].map((locale) => [locale.lang, formatter(locale)]));
const NAMED = new Set(['total', 'growth', 'yearly', 'place', 'largest']);

const INPUT: ContentInput = {
  series: {
    exports: { vintages: { '2026': { 2003: 20149.32, 2004: 26485.03, 2005: 32447.13 } } },
    older: { vintages: { '2026': { 2004: 26000, 2005: 32000 } } },
    panel: {
      panel: true,
      vintages: { '2026': { VNM: { 2005: 32447 }, THA: { 2005: 110178 }, LAO: { 2004: 363, 2005: 553 } } },
    },
  },
  facts: {
    total: { is: 'exports[end]', unit: 'usd_billion' },
    growth: { is: 'change(exports[prev], total)', unit: 'percent' },
    yearly: { is: 'exports[year]', unit: 'usd_billion', each: ['prev', 'end'] },
    place: { is: 'rank(panel.VNM, end)', unit: 'rank', decimals: 0 },
    unused: { is: 'older[end]', unit: 'usd_billion' },
  },
};
type Spec = { readonly [K in keyof ContentInput]-?: NonNullable<ContentInput[K]> };
const base = INPUT as Spec;

const made = (input: ContentInput) => {
  const content = contentOf(input);
  return { content, ledger: derive(content).ledger };
};
const record = (input: ContentInput) => {
  const { content, ledger } = made(input);
  return parseYaml(factsText(content, ledger, NAMED, FORMATS)) as AcceptedFacts;
};
const ACCEPTED = record(INPUT);

/** What is said of another input. */
const check = (input: ContentInput, formats = FORMATS) => {
  const sentence = (fact: string) =>
    fact === 'total' ? { vi: 'Năm 2005 xuất khẩu …', en: 'Exports in 2005 …' } : undefined;
  return checkFacts({ ...made(input), named: NAMED, formats, sentence }, ACCEPTED);
};
const told = (input: ContentInput, formats = FORMATS) =>
  check(input, formats).map(({ code, file, line }) => [code, file, line]);
const withFacts = (facts: ContentInput['facts']) => ({ ...INPUT, facts: { ...base.facts, ...facts } });
const withFigures = (id: string, table: Readonly<Record<string, unknown>>) =>
  ({ ...INPUT, series: { ...base.series, [id]: { ...base.series[id], vintages: { '2026': table } } } }) as ContentInput;

it('records what is used, in words of every language, with the figures behind it', () => {
  expect(Object.keys(ACCEPTED.facts)).toEqual(['total', 'growth', 'yearly.2004', 'yearly.2005', 'place']);
  expect(ACCEPTED.facts.total).toMatchObject({
    value: 32.44713,
    printed: { vi: '32,4\u00a0tỷ\u00a0USD', en: 'US$32.4\u00a0billion' },
  });
  expect(ACCEPTED.figures).toEqual({
    'exports@2026': { 2004: 26485.03, 2005: 32447.13 },
    'panel@2026 2005': { LAO: 553, THA: 110178, VNM: 32447 },
  });
});

it('is silent while nothing moves, whatever is not used', () => {
  expect(told(INPUT)).toEqual([]);
  expect(told(withFacts({ unused: { is: 'older[prev]', unit: 'usd_billion' } }))).toEqual([]);
  expect(told(withFigures('older', { 2004: 1, 2005: 2 }))).toEqual([]);
});

describe('what moved is told once, where it moved:', () => {
  it('a figure, with every number that it moves and a sentence in every language', () => {
    const problems = check(withFigures('exports', { 2003: 20149.32, 2004: 26485.03, 2005: 33447.13 }));
    expect(problems.map(({ code, severity, file, line }) => [code, severity, file, line])).toEqual([
      ['figure-moved', 'error', 'data/series/exports.yaml', 10],
    ]);
    for (const said of ['32447.13', '33447.13', '32,4', 'US$33.4', 'growth', 'Năm 2005', 'Exports in 2005']) {
      expect(problems[0]?.message.replaceAll('\u00a0', ' ')).toContain(said);
    }
  });

  it('a figure behind the digits that are printed', () => {
    expect(told(withFigures('exports', { 2003: 20149.32, 2004: 26485.03, 2005: 32447.14 }))).toEqual([
      ['figure-moved', 'data/series/exports.yaml', 10],
    ]);
  });

  it('a figure of an economy that changes no rank', () => {
    const table = { VNM: { 2005: 32447 }, THA: { 2005: 110187 }, LAO: { 2004: 363, 2005: 553 } };
    const [problem, ...more] = check(withFigures('panel', table));
    expect([problem?.code, problem?.file, more]).toEqual(['figure-moved', 'data/series/panel.yaml', []]);
    expect(problem?.message).toContain('No printed number moves');
  });

  it('a figure that is gone, at what stands beside it', () => {
    const table = { VNM: { 2005: 32447 }, THA: { 2005: 110178 }, LAO: { 2004: 363 } };
    expect(told(withFigures('panel', table))).toEqual([['figure-moved', 'data/series/panel.yaml', 10]]);
  });

  it('a figure that is gone, at the year before, though no fact reads that', () => {
    const facts = { total: { is: 'exports[end]', unit: 'usd_billion' } } as const;
    const accepted = record({ ...INPUT, facts });
    const figures = { 2003: 20149.32, 2004: 26485.03 };
    const gone = { ...INPUT, facts, series: { ...base.series, exports: { vintages: { '2026': figures } } } };
    const problems = checkFacts({ ...made(gone), named: NAMED, formats: FORMATS, sentence: () => undefined }, accepted);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['figure-moved', 10]]);
    expect(problems[0]?.message).toContain('32447.13');
  });

  it('a formula, and not those that read it', () => {
    expect(told(withFacts({ total: { is: 'older[end]', unit: 'usd_billion' } }))).toEqual([
      ['fact-moved', 'data/facts/test.yaml', 1],
    ]);
  });

  it('a unit, decimals or a mark', () => {
    expect(told(withFacts({ total: { is: 'exports[end]', unit: 'usd_million' } }))).toEqual([
      ['fact-moved', 'data/facts/test.yaml', 1],
    ]);
    expect(told(withFacts({ place: { is: 'rank(panel.VNM, end)', unit: 'rank', decimals: 1 } }))).toEqual([
      ['fact-moved', 'data/facts/test.yaml', 4],
    ]);
    expect(told(withFacts({ growth: { is: 'change(exports[prev], total)', unit: 'percent', status: 'e' } }))).toEqual([
      ['fact-moved', 'data/facts/test.yaml', 2],
    ]);
  });

  it('years that a family gained or lost', () => {
    const yearly = { is: 'exports[year]', unit: 'usd_billion' } as const;
    expect(told(withFacts({ yearly: { ...yearly, each: ['prev - 1', 'end'] } }))).toEqual([
      ['fact-moved', 'data/facts/test.yaml', 3],
    ]);
    expect(told(withFacts({ yearly: { ...yearly, each: ['end', 'end'] } }))).toEqual([
      ['fact-moved', 'data/facts/test.yaml', 3],
    ]);
  });

  it('a way of writing numbers', () => {
    const formats = new Map([
      ...FORMATS,
      ['vi', formatter({ ...VI, units: { ...VI.units, usd_billion: '{n} triệu USD' } })] as const,
    ]);
    expect(told(INPUT, formats).map(([code]) => code)).toContain('fact-moved');
  });
});

it('warns of a fact that nobody accepted', () => {
  const problems = check(withFacts({ largest: { is: 'max(exports[prev], exports[end])', unit: 'usd_billion' } }));
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['fact-new', 'warning']]);
});

it('takes the same thing under another name for the same', () => {
  expect(told(withFacts({ total: { is: 'yearly[end]', unit: 'usd_billion' } }))).toEqual([]);
});
