/** Reading printed numbers back: the inverse of printing, in two shipped languages and a third. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Format } from '../../src/model/format.ts';
import { parse } from '../../src/model/reading.ts';
import { rounded } from '../../src/model/rounding.ts';
import type { Status } from '../../src/model/series.ts';
import { UNIT_NAMES, type Unit } from '../../src/model/unit.ts';
import { fr } from './french.ts';
import { en, vi } from './locales.ts';

const languages: [string, Format][] = [
  ['Vietnamese', vi],
  ['English', en],
  ['French', fr],
];
/** Units that print as bare digits cannot be told apart when read. */
const BARE: readonly Unit[] = ['count', 'index', 'year'];

describe('parse', () => {
  const units = fc.constantFrom(...UNIT_NAMES.filter((unit) => unit !== 'truth'));
  const values = fc.oneof(
    fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1000),
    fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  );
  const statuses = fc.constantFrom<Status | undefined>(undefined, 'e', 'p', 'r', 'a', 'b');

  test.each(languages)('gives back in %s what was printed: value, unit, decimals and status', (_, format) => {
    fc.assert(
      fc.property(values, units, fc.integer({ min: 0, max: 4 }), statuses, (any, unit, places, status) => {
        const whole = unit === 'rank' || unit === 'year';
        const value = whole ? Math.abs(Math.round(any)) : any;
        const decimals = whole ? 0 : places;
        const read = format.parse(format.quantity(value, unit, decimals, status));
        expect(read).toMatchObject({
          value: rounded(value, decimals),
          unit: BARE.includes(unit) ? undefined : unit,
          decimals,
          status,
        });
      }),
      { numRuns: 400 },
    );
  });

  test.each(languages)('gives back in %s a number of a table', (_, format) => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('negative', 'always'),
        (value, decimals, sign) => {
          const read = format.parse(format.number(value, decimals, { sign: sign as 'negative' | 'always' }));
          expect(read).toMatchObject({ value: rounded(value, decimals), unit: undefined, decimals });
        },
      ),
    );
  });

  it('reads a printed text whose no-break spaces became ordinary ones, as in a PDF', () => {
    expect(vi.parse('32,4 tỷ USD')).toMatchObject({ value: 32.4, unit: 'usd_billion', decimals: 1 });
    expect(en.parse('\u2212US$4.3 billion [e]')).toMatchObject({ value: -4.3, unit: 'usd_billion', status: 'e' });
    expect(en.parse('1.5 percentage points')).toMatchObject({ value: 1.5, unit: 'percentage_point' });
  });

  it('tells a year from a grouped number', () => {
    expect(vi.parse('2005')).toMatchObject({ value: 2005, grouped: false, unit: undefined });
    expect(vi.parse('2.005')).toMatchObject({ value: 2005, grouped: true, decimals: 0 });
    expect(en.parse('2.005')).toMatchObject({ value: 2.005, grouped: false, decimals: 3 });
  });

  it('prefers the longer unit: a head, a year, billion', () => {
    expect(en.parse('US$394 a head')?.unit).toBe('usd_per_person');
    expect(en.parse('US$394')?.unit).toBe('usd');
    expect(en.parse('17.5% a year')?.unit).toBe('percent_per_year');
    expect(vi.parse('83,1 triệu người')?.unit).toBe('person_million');
    expect(vi.parse('83,1 triệu USD')?.unit).toBe('usd_million');
  });

  it('reads nothing where there is more than one number, or none', () => {
    expect(vi.parse('')).toBeUndefined();
    expect(vi.parse('tỷ USD')).toBeUndefined();
    expect(vi.parse('10–11%')).toBeUndefined();
    expect(vi.parse('32.4 tỷ USD')).toBeUndefined();
    expect(en.parse('32,4')).toBeUndefined();
    expect(en.parse('up 22.5%')).toBeUndefined();
    expect(en.parse('-7.1%')).toBeUndefined();
  });

  it('works from a locale alone', () => {
    expect(parse('thứ 48', vi.locale)).toMatchObject({ value: 48, unit: 'rank' });
    expect(parse('42nd', en.locale)).toMatchObject({ value: 42, unit: 'rank' });
  });
});

describe('scan', () => {
  const read = (format: Format, text: string) => format.scan(text).map(({ text: t, value, unit }) => [t, value, unit]);

  it('finds every numeral of a sentence with its unit', () => {
    expect(read(vi, 'Năm 2005, xuất khẩu đạt 32,4 tỷ USD [e], gấp 2,2 lần năm 2000, đứng thứ 48.')).toEqual([
      ['2005', 2005, undefined],
      ['32,4 tỷ USD [e]', 32.4, 'usd_billion'],
      ['2,2 lần', 2.2, 'times'],
      ['2000', 2000, undefined],
      ['thứ 48', 48, 'rank'],
    ]);
    expect(read(en, 'Exports (US$32.4 billion) grew 17.5% a year, 10–11% in volume; 48th of 196.')).toEqual([
      ['US$32.4 billion', 32.4, 'usd_billion'],
      ['17.5% a year', 17.5, 'percent_per_year'],
      ['10', 10, undefined],
      ['11%', 11, 'percent'],
      ['48th', 48, 'rank'],
      ['196', 196, undefined],
    ]);
  });

  it('says where each stands', () => {
    expect(vi.scan('từ 7,1% lên 18,3%').map(({ index }) => index)).toEqual([3, 12]);
  });

  it('takes the comma after a number for the sentence’s own', () => {
    expect(read(en, 'In 2003, 4 and 1,234, then 5.')).toEqual([
      ['2003', 2003, undefined],
      ['4', 4, undefined],
      ['1,234', 1234, undefined],
      ['5', 5, undefined],
    ]);
  });

  it('does not take a unit that is only the beginning of a word', () => {
    expect(read(en, '3 timesheets')).toEqual([['3', 3, undefined]]);
    expect(read(vi, '2 lầnh')).toEqual([['2', 2, undefined]]);
  });

  it('misses no digit, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,–\u2212 %$USQ[e]tỷ-'.split('')) }), (text) => {
        for (const format of [vi, en, fr]) {
          const seen = format
            .scan(text)
            .map((each) => each.text.replace(/\D/g, ''))
            .join('');
          expect(seen).toBe(text.replace(/\D/g, ''));
        }
      }),
    );
  });
});
