/** Rows as specs see them: one fact each, with ready-made texts and the words that a spec colours and filters by. */
import { describe, expect, it } from 'vitest';
import type { DatasetSpec } from '../../src/chart/brief.ts';
import type { Context } from '../../src/chart/context.ts';
import { measurer } from '../../src/chart/measure.ts';
import type { Row } from '../../src/chart/row.ts';
import { rowsOf } from '../../src/chart/rows.ts';
import { formatter } from '../../src/model/format.ts';
import type { Languages } from '../../src/model/language.ts';
import { foldSpaces } from '../../src/model/spacing.ts';
import { fakeLedger } from './fake-ledger.ts';
import { chartOf, contentWith, FONTS } from './fixtures.ts';

const content = contentWith([]);
const formats = new Map([...content.locales].map(([lang, locale]) => [lang, formatter(locale)]));
const measure = measurer(FONTS);

function rows(spec: DatasetSpec, languages: Languages = ['vi', 'en'], id = 'scale'): readonly Row[] {
  const context: Context = {
    content,
    ledger: fakeLedger(),
    chart: chartOf(id, 'usermeta: {}'),
    document: languages.join('-'),
    languages,
    narrow: false,
    measure,
    tokens: new Map(),
    formatOf: (lang) => formats.get(lang)!,
  };
  const built = rowsOf('data', spec, context);
  expect(built.problems).toEqual([]);
  return built.rows;
}

const column = (field: string, spec: DatasetSpec, languages?: Languages) =>
  rows(spec, languages).map((row) => row[field]);

describe('a row', () => {
  it('of a fact has its value, year, label and use in the first language', () => {
    expect(rows({ fact: 'price_change.start', term: 'rice' })[0]).toMatchObject({
      fact: 'price_change.2001',
      year: 2001,
      year_label: '2001',
      label: '−6,8',
      name: ['Gạo', 'Rice'],
      name1: 'Gạo · Rice',
      tag: ['Gạo · Rice', '−6,8'],
      lines: ['Gạo', 'Rice', '−6,8'],
      beside: 'Gạo · Rice −6,8',
      series: 'rice',
      uses: [{ fact: 'price_change.2001', text: '−6,8', lang: 'vi' }],
      years: [2001],
      order: 0,
    });
    expect(column('label', { fact: 'price_change.start', label: 'signed' }, ['en'])).toEqual(['−6.8']);
    expect(column('label', { fact: 'volume_change.start', label: 'signed' }, ['en'])).toEqual(['+11.3']);
  });

  it('of text alone has the phrase of its chart in every language, with the facts and years in it', () => {
    const [row] = rows({ name: 'month' });
    expect(row).toMatchObject({ fact: undefined, label: undefined, value: undefined, years: [2005, 2005] });
    expect(row?.name).toHaveLength(2);
    const [mark] = rows({ name: 'chart.products.mark' });
    expect(mark?.uses.map(({ fact, text, lang }) => [fact, foldSpaces(text), lang])).toEqual([
      ['one_billion', '1 tỷ USD', 'vi'],
      ['one_billion', 'US$1 billion', 'en'],
    ]);
  });

  it('says a name once where the languages agree, and breaks it where it is too wide', () => {
    expect(column('name', { name: 'chart.openness_bars.gdp' })).toEqual([['GDP']]);
    expect(column('name', { name: 'chart.sectors.foreign', wrap: 90 }, ['vi'])).toEqual([
      ['Khu vực có vốn', 'đầu tư nước ngoài'],
    ]);
  });

  it('carries the status mark of its fact with the year', () => {
    const [row] = rows({ fact: 'group_agri.last' });
    expect([foldSpaces(row?.year_label ?? ''), row?.status_label]).toEqual(['2006 [e]', '[e]']);
  });
});

describe('a dataset', () => {
  it('of a family has a row for each year, or for the years named', () => {
    expect(column('year', { family: 'exports_growth' })).toEqual([2001, 2002, 2003, 2004, 2005]);
    expect(column('year', { family: 'exports_history', years: ['first', 'month_beats_year', 'base..start'] })).toEqual([
      1986, 1992, 2000, 2001,
    ]);
  });

  it('gives what it says to each of its rows, which may say otherwise', () => {
    const spec: DatasetSpec = {
      set: { a: 'x', b: 'y' },
      with: { mark: 'one_billion' },
      rows: [{ fact: 'product_rice', set: { b: 'z' } }, { fact: 'product_coffee' }],
    };
    expect(rows(spec).map(({ a, b, mark }) => [a, b, mark])).toEqual([
      ['x', 'z', 1000],
      ['x', 'y', 1000],
    ]);
  });

  it('takes other facts in the unit of the row, those of families from the year of the row', () => {
    const spec: DatasetSpec = {
      family: 'exports_yearly',
      with: { other: 'imports_yearly' },
      peak: ['other'],
      trough: ['other'],
      years: 'base',
    };
    const [row] = rows(spec);
    expect([row?.value, row?.other, row?.peak, row?.trough].map((n) => Number(n).toFixed(2))).toEqual([
      '14.48',
      '15.64',
      '15.64',
      '14.48',
    ]);
    expect(column('value', { fact: 'one_billion', unit: 'usd_million' })).toEqual([1000]);
  });

  it('classes rows by the first case that holds: years, limits, signs, statuses', () => {
    const family = 'price_change';
    expect(column('sign', { family, set: { sign: [{ is: 'down', negative: true }, { is: 'up' }] } })).toEqual([
      'down',
      'up',
      'up',
      'up',
      'up',
    ]);
    const set = {
      role: [
        { is: 'high', above: 'growth_average' },
        { is: 'late', years: 'prev..end' },
        { is: 'low', below: 'growth_average' },
      ],
    };
    expect(column('role', { family: 'exports_growth', set })).toEqual(['low', 'low', 'high', 'high', 'high']);
    expect(
      column('sure', { family: 'group_agri', years: 'end..last', set: { sure: [{ is: 'no', status: 'e' }] } }),
    ).toEqual(['', 'no']);
  });

  it('is sorted by value where asked, and numbered in that order', () => {
    const spec: DatasetSpec = {
      sort: 'descending',
      rows: [{ fact: 'product_rice' }, { fact: 'product_crude_oil' }, { fact: 'product_coffee' }],
    };
    expect(rows(spec).map(({ fact, order }) => [fact, order])).toEqual([
      ['product_crude_oil', 0],
      ['product_rice', 1],
      ['product_coffee', 2],
    ]);
  });

  it('is stacked year by year, by value or by another field', () => {
    const groups: DatasetSpec = {
      stack: true,
      years: 'base..start',
      rows: [{ family: 'group_agri' }, { family: 'group_light' }],
    };
    expect(rows(groups).map(({ year, low, high }) => [year, low, Number(high).toFixed(1)])).toEqual([
      [2000, 0, '28.9'],
      [2001, 0, '29.4'],
      [2000, 28.9, '62.8'],
      [2001, 29.4, '65.1'],
    ]);
    const shares: DatasetSpec = {
      stack: 'amount',
      with: { amount: 'exports_yearly' },
      rows: [{ fact: 'group_agri.base' }, { fact: 'group_light.base' }],
    };
    expect(rows(shares).map(({ mid }) => Number(mid).toFixed(2))).toEqual(['7.24', '21.72']);
  });
});
