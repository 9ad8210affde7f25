/** What the two shipped languages print: the conventions for numbers, units, signs and ranges, character by character. */
import { describe, expect, it, test } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { UNIT_NAMES } from '../../src/model/unit.ts';
import { en, vi } from './locales.ts';

/** `_` stands for a no-break space, so that a table can show where a line must not break. */
const tied = (text: string) => text.replaceAll('_', '\u00A0');

describe('number', () => {
  test.each([
    [39826.4, 1, '39.826,4', '39,826.4'],
    [1234567.891, 3, '1.234.567,891', '1,234,567.891'],
    [1000, 0, '1.000', '1,000'],
    [999.94, 1, '999,9', '999.9'],
    [999.95, 1, '1.000,0', '1,000.0'],
    [-0.071, 3, '\u22120,071', '\u22120.071'],
    [-7.1, 1, '\u22127,1', '\u22127.1'],
    [-0.04, 1, '0,0', '0.0'],
    [1.005, 2, '1,01', '1.01'],
    [-5483.8, 1, '\u22125.483,8', '\u22125,483.8'],
  ])('writes %d with %d decimals', (value, decimals, inVietnamese, inEnglish) => {
    expect(vi.number(value, decimals)).toBe(inVietnamese);
    expect(en.number(value, decimals)).toBe(inEnglish);
  });

  it('shows a plus only on request, and never before what rounds to zero', () => {
    expect(vi.number(11.3, 1, { sign: 'always' })).toBe('+11,3');
    expect(vi.number(-6.8, 1, { sign: 'always' })).toBe('\u22126,8');
    expect(vi.number(0.04, 1, { sign: 'always' })).toBe('0,0');
    expect(vi.number(-6.8, 1, { sign: 'never' })).toBe('6,8');
  });

  it('groups a figure of a table but never a year', () => {
    expect(vi.bare(2005, 0)).toBe('2.005');
    expect(vi.bare(2005, 0, { unit: 'year' })).toBe('2005');
    expect(vi.bare(3.8, 1, { sign: 'always' })).toBe('+3,8');
    expect(vi.year(2005)).toBe('2005');
    expect(en.quantity(2005, 'year', 0)).toBe('2005');
  });
});

describe('quantity', () => {
  test.each<[number, Unit, number, string, string]>([
    [32.447, 'usd_billion', 1, '32,4_tỷ_USD', 'US$32.4_billion'],
    [39.8, 'usd_billion', 1, '39,8_tỷ_USD', 'US$39.8_billion'],
    [1.24, 'usd_billion', 2, '1,24_tỷ_USD', 'US$1.24_billion'],
    [450, 'usd_million', 0, '450_triệu_USD', 'US$450_million'],
    [9.9, 'usd_thousand', 1, '9,9_nghìn_USD', 'US$9.9_thousand'],
    [39826.4, 'usd', 2, '39.826,40_USD', 'US$39,826.40'],
    [-4.314, 'usd_billion', 1, '\u22124,3_tỷ_USD', '\u2212US$4.3_billion'],
    [-222, 'usd_million', 0, '\u2212222_triệu_USD', '\u2212US$222_million'],
    [393.8, 'usd_per_person', 0, '394_USD/người', 'US$394 a_head'],
    [83.1, 'person_million', 1, '83,1_triệu người', '83.1_million people'],
    [1, 'person', 0, '1_người', '1_person'],
    [2, 'person', 0, '2_người', '2_people'],
    [1234, 'person', 0, '1.234_người', '1,234_people'],
    [17.51, 'percent', 1, '17,5%', '17.5%'],
    [-7.1, 'percent', 1, '\u22127,1%', '\u22127.1%'],
    [-0.04, 'percent', 1, '0,0%', '0.0%'],
    [17.51, 'percent_per_year', 1, '17,5%/năm', '17.5% a_year'],
    [1.5, 'percentage_point', 1, '1,5_điểm phần_trăm', '1.5_percentage points'],
    [1, 'percentage_point', 0, '1_điểm phần_trăm', '1_percentage point'],
    [1, 'percentage_point', 1, '1,0_điểm phần_trăm', '1.0_percentage points'],
    [-1, 'percentage_point', 0, '\u22121_điểm phần_trăm', '\u22121_percentage point'],
    [2.24, 'times', 1, '2,2_lần', '2.2_times'],
    [131, 'index', 0, '131', '131'],
    [1196, 'count', 0, '1.196', '1,196'],
    [42, 'rank', 0, 'thứ_42', '42nd'],
    [48, 'rank', 0, 'thứ_48', '48th'],
  ])('writes %d %s with %d decimals', (value, unit, decimals, inVietnamese, inEnglish) => {
    expect(vi.quantity(value, unit, decimals)).toBe(tied(inVietnamese));
    expect(en.quantity(value, unit, decimals)).toBe(tied(inEnglish));
  });

  it('puts the status in brackets after a no-break space', () => {
    expect(vi.quantity(22.7, 'percent', 1, 'e')).toBe('22,7%\u00A0[e]');
    expect(en.quantity(7.37, 'usd_billion', 2, 'p')).toBe('US$7.37\u00A0billion\u00A0[p]');
    expect(en.mark('x')).toBe('\u00A0[x]');
    expect(en.mark(undefined)).toBe('');
  });

  it('says a truth in words', () => {
    expect(vi.quantity(true, 'truth', 0)).toBe('đúng');
    expect(en.quantity(false, 'truth', 0)).toBe('no');
    expect(en.quantity(0, 'truth', 0)).toBe('no');
  });

  it('never prints a keyboard hyphen, nor a break beside the number', () => {
    for (const unit of UNIT_NAMES.filter((each) => each !== 'truth' && each !== 'rank' && each !== 'year')) {
      for (const format of [vi, en]) {
        const text = format.quantity(-1234.5, unit, 1);
        expect(text).not.toMatch(/-/);
        expect(text).toMatch(/^\u2212/);
        // The only break is between two words of a unit, or before “a head”, “a year”.
        expect(text).not.toMatch(/\d (?!a\u00A0head)/);
      }
    }
  });

  it('names units for table heads', () => {
    expect(vi.unitName('usd_billion')).toBe('tỷ\u00A0USD');
    expect(en.unitName('usd_million')).toBe('US$\u00A0million');
    expect(vi.unitName('percent_per_year')).toBe('%/năm');
    expect(en.unitName('percentage_point')).toBe('percentage\u00A0points');
  });
});

describe('range', () => {
  test.each<[number, number, Unit, number, string, string]>([
    [10.4, 11.4, 'percent', 0, '10–11%', '10–11%'],
    [3, 5, 'percent', 1, '3,0–5,0%', '3.0–5.0%'],
    [10.4, 11.4, 'percent_per_year', 0, '10–11%/năm', '10–11% a_year'],
    [393.8, 400.1, 'usd', 0, '394–400_USD', 'US$394–400'],
    [393.8, 400.1, 'usd_per_person', 0, '394–400_USD/người', 'US$394–400 a_head'],
    [47, 78, 'usd_million', 0, '47–78_triệu_USD', 'US$47–78_million'],
    [4, 9, 'rank', 0, 'thứ_4–9', '4th–9th'],
    [1, 3, 'rank', 0, 'thứ_1–3', '1st–3rd'],
    [2.39, 2.54, 'times', 1, '2,4–2,5_lần', '2.4–2.5_times'],
    [2001, 2005, 'year', 0, '2001–2005', '2001–2005'],
    [17.46, 17.54, 'percent', 1, '17,5%', '17.5%'],
    [-5.48, -4.31, 'usd_billion', 1, '\u22125,5 đến_\u22124,3_tỷ_USD', '\u2212US$5.5 to_\u2212US$4.3_billion'],
    [-1, 2, 'percent', 0, '\u22121 đến_2%', '\u22121 to_2%'],
  ])('writes %d to %d %s', (from, to, unit, decimals, inVietnamese, inEnglish) => {
    expect(vi.range(from, to, unit, decimals)).toBe(tied(inVietnamese));
    expect(en.range(from, to, unit, decimals)).toBe(tied(inEnglish));
  });

  it('marks the status once', () => {
    expect(vi.range(6.3, 6.6, 'usd_billion', 1, 'e')).toBe('6,3–6,6\u00A0tỷ\u00A0USD\u00A0[e]');
  });
});

describe('change', () => {
  it('uses a positive number with the direction in words', () => {
    expect(vi.change(22.51, 'percent', 1)).toBe('tăng 22,5%');
    expect(en.change(22.51, 'percent', 1)).toBe('up 22.5%');
    expect(vi.change(-7.1, 'percent', 1)).toBe('giảm 7,1%');
    expect(en.change(-7.1, 'percent', 1)).toBe('down 7.1%');
    expect(vi.change(-1.2, 'usd_billion', 1)).toBe('giảm 1,2\u00A0tỷ\u00A0USD');
    expect(en.change(1.5, 'percentage_point', 1)).toBe('up 1.5\u00A0percentage points');
  });

  it('is unchanged where the printed number would be zero', () => {
    expect(vi.change(0, 'percent', 1)).toBe('không đổi');
    expect(en.change(0.04, 'percent', 1)).toBe('unchanged');
    expect(en.change(-0.04, 'percent', 1, 'verb')).toBe('was unchanged');
    expect(en.direction(-0.04, 1)).toBe('unchanged');
    expect(en.direction(-0.05, 1)).toBe('down');
  });

  it('has verb and noun forms, with and without the number', () => {
    expect(en.change(3.8, 'percent', 1, 'verb')).toBe('rose 3.8%');
    expect(en.change(-3.8, 'percent', 1, 'noun')).toBe('a fall of 3.8%');
    expect(vi.change(3.8, 'percent', 1, 'noun')).toBe('mức tăng 3,8%');
    expect(en.directionWord(-3.8, 1, 'verb')).toBe('fell');
    expect(vi.directionWord(3.8, 1)).toBe('tăng');
  });

  it('marks the status after the number', () => {
    expect(vi.change(22.7, 'percent', 1, 'adverb', 'e')).toBe('tăng 22,7%\u00A0[e]');
  });

  it('is followed by what it is measured against', () => {
    expect(`${vi.change(7.1, 'percent', 1)} ${vi.say('compare.same_period')}`).toBe(
      'tăng 7,1% so với cùng kỳ năm trước',
    );
    expect(`${en.change(7.1, 'percent', 1)} ${en.say('compare.same_period')}`).toBe(
      'up 7.1% on the same period a year earlier',
    );
  });
});

describe('words and lists', () => {
  it('says small counts and ranks in words, larger ones in digits', () => {
    expect([vi.word(7), vi.word(10), vi.word(15), vi.word(20), vi.word(39)]).toEqual([
      'bảy',
      'mười',
      'mười lăm',
      'hai mươi',
      '39',
    ]);
    expect([en.word(7), en.word(0), en.word(20), en.word(1234)]).toEqual(['seven', 'zero', 'twenty', '1,234']);
    expect([vi.ordinalWord(1), vi.ordinalWord(4), vi.ordinalWord(10)]).toEqual(['thứ nhất', 'thứ tư', 'thứ mười']);
    expect([en.ordinalWord(1), en.ordinalWord(10), en.ordinalWord(11)]).toEqual(['first', 'tenth', '11th']);
  });

  it('begins a sentence with a capital, also a Vietnamese one', () => {
    expect(vi.word(7, true)).toBe('Bảy');
    expect(en.word(9, true)).toBe('Nine');
    expect(en.ordinalWord(2, true)).toBe('Second');
    expect(vi.capital('đứng đầu')).toBe('Đứng đầu');
    expect(vi.capital('ốc')).toBe('Ốc');
  });

  it('ends English ordinals rightly, the teens included', () => {
    const ends = [1, 2, 3, 4, 11, 12, 13, 21, 22, 42, 53, 84, 101, 111, 122].map(en.ordinal);
    expect(ends).toEqual('1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 42nd 53rd 84th 101st 111th 122nd'.split(' '));
    expect(vi.ordinal(42)).toBe('thứ\u00A042');
  });

  it('joins lists without a comma before the last', () => {
    expect(vi.list([])).toBe('');
    expect(vi.list(['a'])).toBe('a');
    expect(vi.list(['a', 'b'])).toBe('a và b');
    expect(vi.list(['a', 'b', 'c', 'd'])).toBe('a, b, c và d');
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('sorts Vietnamese in dictionary order', () => {
    const words = ['đá', 'ạ', 'da', 'ă', 'á', 'â', 'a', 'ã', 'ả', 'à'];
    expect([...words].sort(vi.collate)).toEqual(['a', 'à', 'ả', 'ã', 'á', 'ạ', 'ă', 'â', 'da', 'đá']);
  });

  it('gives the key where a locale file has no such phrase', () => {
    expect(en.say('page.source')).toBe('Source');
    expect(en.say('page.nosuch')).toBe('page.nosuch');
  });
});
