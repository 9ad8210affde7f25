/** Periods and dates in both languages. */
import { describe, expect, it, test } from 'vitest';
import { en, vi } from './locales.ts';

const tied = (text: string) => text.replaceAll('_', '\u00A0');

describe('period', () => {
  test.each([
    ['2005', '2005', '2005', '2005', '2005'],
    ['2006-Q1', 'quý_I/2006', 'quý_I/2006', 'the first_quarter of_2006', 'Q1_2006'],
    ['2006-Q4', 'quý_IV/2006', 'quý_IV/2006', 'the fourth_quarter of_2006', 'Q4_2006'],
    ['2006-01', 'tháng_01/2006', '01/2006', 'January_2006', 'Jan_2006'],
    ['2012-09', 'tháng_9/2012', '09/2012', 'September_2012', 'Sep_2012'],
    ['2006-12', 'tháng_12/2006', '12/2006', 'December_2006', 'Dec_2006'],
    ['2006-01/2006-04', 'tháng_1–4/2006', 'tháng_1–4/2006', 'January–April_2006', 'Jan–Apr_2006'],
    ['2006-01/2006-06', '6_tháng đầu_năm_2006', 'tháng_1–6/2006', 'the first_half of_2006', 'Jan–Jun_2006'],
    ['2006-07/2006-12', '6_tháng cuối_năm_2006', 'tháng_7–12/2006', 'the second_half of_2006', 'Jul–Dec_2006'],
    ['2006-01/2006-09', '9_tháng năm_2006', 'tháng_1–9/2006', 'the first_nine months of_2006', 'Jan–Sep_2006'],
    [
      '2005-11/2006-02',
      'tháng_11/2005–tháng_02/2006',
      '11/2005–02/2006',
      'November_2005–February_2006',
      'Nov_2005–Feb_2006',
    ],
    ['2000–2005', 'giai_đoạn 2000–2005', '2000–2005', 'the_period 2000–2005', '2000–2005'],
  ])('writes %s', (period, viLong, viShort, enLong, enShort) => {
    expect(vi.period(period)).toBe(tied(viLong));
    expect(vi.period(period, 'short')).toBe(tied(viShort));
    expect(en.period(period)).toBe(tied(enLong));
    expect(en.period(period, 'short')).toBe(tied(enShort));
  });

  it('leaves alone what is no period', () => {
    expect(vi.period('2006-13')).toBe('2006-13');
    expect(vi.period('2006-Q5')).toBe('2006-Q5');
    expect(vi.period('')).toBe('');
    expect(vi.period('2006-01/next')).toBe('2006-01/next');
  });
});

describe('span', () => {
  it('is short unless the long form is asked for', () => {
    expect(vi.span(2001, 2005)).toBe('2001–2005');
    expect(en.span(2001, 2005)).toBe('2001–2005');
    expect(vi.span(2001, 2005, 'long')).toBe('giai\u00A0đoạn 2001–2005');
  });
});

describe('date', () => {
  test.each([
    ['2026-11-22', 'ngày_22 tháng_11 năm_2026', '22/11/2026', '22_November_2026', '22_Nov_2026'],
    ['2006-02-03', 'ngày_03 tháng_02 năm_2006', '03/02/2006', '3_February_2006', '3_Feb_2006'],
    ['2006-05-09', 'ngày_09 tháng_5 năm_2006', '09/05/2006', '9_May_2006', '9_May_2006'],
    ['2026-07', 'tháng_7/2026', '07/2026', 'July_2026', 'Jul_2026'],
    ['2026', '2026', '2026', '2026', '2026'],
  ])('writes %s', (iso, viLong, viShort, enLong, enShort) => {
    expect(vi.date(iso)).toBe(tied(viLong));
    expect(vi.date(iso, 'short')).toBe(tied(viShort));
    expect(en.date(iso)).toBe(tied(enLong));
    expect(en.date(iso, 'short')).toBe(tied(enShort));
  });

  it('takes the day as written, whatever the time zone', () => {
    expect(en.date('2026-11-22T23:59:59-12:00')).toBe('22\u00A0November\u00A02026');
  });
});
