import { describe, expect, it } from 'vitest';
import { contentOf, found, seriesFile, validated, vintage } from './project.ts';

const PATH = 'data/series/more.yaml';
const TERMS = { 'data/terms.yaml': 'rice: {vi: gạo, en: rice}\noil: {vi: dầu thô, en: crude oil}\n' };
const figures = (text: string) => seriesFile(`${vintage('a')}  values: ${text}\n`);

describe('a series file', () => {
  it.each([
    ['a text for a number', figures('{2005: many}'), 'shape-wrong-value', 7, 20],
    ['an empty value', figures('\n      2005:'), 'shape-wrong-value', 8, 9],
    ['an infinite number', figures('{2005: .inf}'), 'shape-wrong-value', 7, 20],
    ['a number that is none', figures('{2005: .nan}'), 'shape-wrong-value', 7, 20],
    ['a month 13', figures('{2006-13: 1}'), 'shape-wrong-value', 7, 14],
    ['a quarter 5', figures('{2006-Q5: 1}'), 'shape-wrong-value', 7, 14],
    ['months that end in a month 0', figures('{2006-01/2006-00: 1}'), 'shape-wrong-value', 7, 14],
    ['a period with a word', figures('{2005e: 1}'), 'shape-wrong-value', 7, 14],
    ['a doubled period', figures('\n      2005: 1\n      2005: 2'), 'yaml-duplicate-key', 9, 9],
    ['an unknown unit', figures('{2005: 1}').replace('usd_million', 'usd_milion'), 'shape-wrong-value', 2, 7],
    ['an unknown key', figures('{2005: 1}').replace('unit:', 'colour: red\nunit:'), 'shape-unknown-key', 2, 1],
    ['a missing key', figures('{2005: 1}').replace('unit: usd_million\n', ''), 'shape-missing-key', 1, 1],
    ['a missing translation', figures('{2005: 1}').replace(', en: One', ''), 'translation-missing', 1, 8],
    ['an empty translation', figures('{2005: 1}').replace('en: One', 'en: " "'), 'shape-wrong-value', 1, 22],
    ['an unknown language', figures('{2005: 1}').replace('en: One', 'en: One, fr: Un'), 'unknown-name', 1, 27],
    ['a text with a comma', figures('{2005: 1}').replace('en: One', 'en: One, and two'), 'text-comma', 1, 27],
    ['a text in one language', figures('{2005: 1}').replace('{vi: Một, en: One}', 'One'), 'shape-wrong-value', 1, 8],
    ['an unknown source', figures('{2005: 1}').replace('wits', 'wit'), 'unknown-name', 5, 13],
    ['an unknown mark', seriesFile(`${vintage('a')}  status: z\n  values: {2005: 1}\n`), 'shape-wrong-value', 7, 13],
    [
      'a mark without a figure',
      seriesFile(`${vintage('a')}  marks: {2004: e}\n  values: {2005: 1}\n`),
      'mark-without-figure',
      7,
      13,
    ],
    ['no figures', seriesFile(vintage('a')), 'series-both', 4, 5],
    ['no vintage', 'label: {vi: Một, en: One}\nunit: count\nvintages: []\n', 'shape-wrong-value', 3, 11],
    ['a vintage with blanks in its name', figures('{2005: 1}').replace('"a"', '"a b"'), 'shape-wrong-value', 4, 9],
    [
      'vintages of one name',
      seriesFile(`${vintage('a')}  values: {2005: 1}\n`, `${vintage('a')}  values: {2005: 1}\n`),
      'name-twice',
      8,
      9,
    ],
    ['a release that is no date', figures('{2005: 1}').replace('2025-08', 'August'), 'shape-wrong-value', 6, 16],
  ])('may not have %s', (_, text, code, line, column) => {
    expect(found({ [PATH]: text })).toEqual([[code, line, column]]);
  });

  it('may not have figures and a table', () => {
    const text = seriesFile(`${vintage('a')}  values: {2005: 1}\n  table: p.csv\n`);
    expect(found({ [PATH]: text, 'data/p.csv': 'economy,2005\nVNM,1\n' })).toEqual([['series-both', 4, 5]]);
  });

  it.each([
    ['an item without a term', '{rice: {2005: 1}, tea: {2005: 2}}', 'unknown-name', 7, 31],
    ['an item with a hyphen', '{rice: {2005: 1}, crude-oil: {2005: 2}}', 'shape-wrong-value', 7, 31],
    ['a wrong number in an item', '{rice: {2005: 1}, oil: {2005: "1,5"}}', 'shape-wrong-value', 7, 43],
  ])('with items may not have %s', (_, values, code, line, column) => {
    const problems = found({ ...TERMS, [PATH]: figures(values) }).filter(([each]) => each === code);
    expect(problems).toEqual([[code, line, column]]);
  });

  it('may not mix figures with and without items', () => {
    const text = seriesFile(`${vintage('b')}  values: {rice: {2005: 1}}\n`, `${vintage('a')}  values: {2005: 1}\n`);
    expect(found({ ...TERMS, [PATH]: text })).toEqual([['series-mixed', 11, 5]]);
  });

  it('warns where an older vintage stands above a newer one', () => {
    const text = seriesFile(
      `${vintage('a', '2012-09')}  values: {2005: 1}\n`,
      `${vintage('b', '2026')}  values: {2005: 1}\n`,
    );
    const { content, problems } = validated({ [PATH]: text });
    expect(problems).toMatchObject([{ code: 'series-order', severity: 'warning', line: 10, column: 16 }]);
    expect(content).toBeDefined();
  });

  it('does not compare a year with its own months', () => {
    const text = seriesFile(
      `${vintage('a', '2026')}  values: {2005: 1}\n`,
      `${vintage('b', '2026-07')}  values: {2005: 1}\n`,
    );
    expect(found({ [PATH]: text })).toEqual([]);
  });

  it.each([
    ['has-hyphen', 'name-not-allowed'],
    ['growth', 'name-not-allowed'],
    ['end', 'name-not-allowed'],
    ['usd_million', 'name-not-allowed'],
    ['2005', 'name-not-allowed'],
  ])('may not be called %s', (name, code) => {
    expect(found({ [`data/series/${name}.yaml`]: figures('{2005: 1}') })).toEqual([[code, 1, 1]]);
  });

  it('may name a vintage by a bare year', () => {
    const text = figures('{2005: 1}').replace('"a"', '2026');
    expect(contentOf({ [PATH]: text }).series.get('more')?.vintages[0]?.id).toBe('2026');
  });
});

describe('a series', () => {
  const text = seriesFile(
    `${vintage('b')}  status: p\n  marks: {2006-Q1: e}\n  values:\n    2006-Q1: 3\n    2005: 1.5\n    1999: -2\n`,
    `${vintage('a', '2024')}  values: {2005: 1}\n`,
  );
  const series = contentOf({ [PATH]: text }).series.get('more')!;
  const [newest, older] = series.vintages;

  it('answers for its figures with mark and place', () => {
    expect(newest!.cell(undefined, '2006-Q1')).toEqual({
      series: 'more',
      item: undefined,
      vintage: 'b',
      source: 'wits',
      period: '2006-Q1',
      value: 3,
      status: 'e',
      place: { file: PATH, line: 10, column: 16 },
    });
    expect(newest!.cell(undefined, '2005')).toMatchObject({ value: 1.5, status: 'p', place: { line: 11, column: 13 } });
    expect(older!.cell(undefined, '2005')).toMatchObject({ value: 1, status: undefined, vintage: 'a' });
  });

  it('has no figure for other periods and items', () => {
    expect(newest!.cell(undefined, '2004')).toBeUndefined();
    expect(newest!.cell('rice', '2005')).toBeUndefined();
    expect(newest!.cell(undefined, 'toString')).toBeUndefined();
  });

  it('lists its periods in ascending order', () => {
    expect(newest!.periods(undefined)).toEqual(['1999', '2005', '2006-Q1']);
    expect(newest!.periods('rice')).toEqual([]);
    expect(newest!.items).toEqual([]);
  });

  it('is complete', () => {
    expect(series).toMatchObject({
      id: 'more',
      unit: 'usd_million',
      note: undefined,
      panel: false,
      label: { vi: 'Một', en: 'One' },
    });
    expect(newest).toMatchObject({ published: '2025-08', place: { file: PATH, line: 4, column: 5 } });
    expect(older).toMatchObject({ published: '2024' });
  });

  it('with items keeps them in the order of the file', () => {
    const items = seriesFile(
      `${vintage('a')}  marks: {oil: {2005: e}}\n  values:\n    rice: {2005: 1, 2004: 2}\n    oil: {2005: 3}\n`,
    );
    const [only] = contentOf({ ...TERMS, [PATH]: items }).series.get('more')!.vintages;
    expect(only!.items).toEqual(['rice', 'oil']);
    expect(only!.periods('rice')).toEqual(['2004', '2005']);
    expect(only!.cell('oil', '2005')).toMatchObject({
      item: 'oil',
      value: 3,
      status: 'e',
      place: { line: 10, column: 19 },
    });
    expect(only!.cell('rice', '2005')?.status).toBeUndefined();
    expect(only!.cell(undefined, '2005')).toBeUndefined();
  });
});
