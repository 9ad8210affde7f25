/** Widths as the page will have them, and lines broken by them. */
import * as fontkit from 'fontkit';
import { describe, expect, it, test } from 'vitest';
import { measurer, wrapped } from '../../src/chart/measure.ts';
import { FONTS } from './fixtures.ts';

const measure = measurer(FONTS);

describe('a width', () => {
  test.each([
    'Xuất khẩu · Exports',
    'Giày, dép các loại',
    'Ô-xtrây-li-a',
    'Công nghiệp nhẹ, tiểu thủ công nghiệp',
    '−6,8',
    '39.826,4%',
    '2006 [e]',
    '+11.3',
    'US$1 billion',
    'Tổng AVATAR Kỹ, Ty. efficient',
  ])('of “%s” is that of the whole text, shaped without ligatures', (text) => {
    for (const { weight, bytes } of FONTS) {
      const face = fontkit.create(Buffer.from(bytes)) as fontkit.Font;
      const shaped =
        face.layout(text, { liga: false, clig: false, dlig: false } as never).advanceWidth / face.unitsPerEm;
      expect(measure(text, { family: 'Brief Sans', weight, size: 100 })).toBeCloseTo(shaped * 100, 6);
    }
  });

  it('grows with size and weight, and is nothing for nothing', () => {
    const width = (weight: number, size: number) => measure('Nhập khẩu', { family: 'Brief Sans', weight, size });
    expect(width(400, 20)).toBeCloseTo(2 * width(400, 10));
    expect(width(600, 10)).toBeGreaterThan(width(400, 10));
    expect(measure('', { family: 'Brief Sans', weight: 400, size: 10 })).toBe(0);
    expect(measurer([])('x', { family: 'Brief Sans', weight: 400, size: 10 })).toBe(0);
  });

  it('is that of the nearest weight, or of the first family, where a face is missing', () => {
    const width = (family: string, weight: number) => measure('Việt Nam', { family, weight, size: 10 });
    expect(width('Brief Sans', 700)).toBe(width('Brief Sans', 600));
    expect(width('Other', 400)).toBe(width('Brief Sans', 400));
  });
});

describe('a wrapped text', () => {
  const lines = (text: string, width: number) => wrapped(text, width, (line) => line.length);

  it('has as few lines as the width allows, as even as they can be', () => {
    expect(lines('below one quarter of 2005', 16)).toEqual(['below one', 'quarter of 2005']);
    expect(lines('short', 10)).toEqual(['short']);
  });

  it('breaks at ordinary spaces only and leaves a long word whole', () => {
    expect(lines('2,70 tỷ\u00A0USD incomprehensibilities', 9)).toEqual([
      '2,70',
      'tỷ\u00A0USD',
      'incomprehensibilities',
    ]);
  });
});
