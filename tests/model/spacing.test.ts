/** Spaces that hold together, and texts compared without them. */
import { describe, expect, it } from 'vitest';
import { fill, fillNumber, formFor, formsOf } from '../../src/model/pattern.ts';
import { foldSpaces, tie } from '../../src/model/spacing.ts';

describe('tie', () => {
  it('makes every space no-break but those that the pattern lets break', () => {
    expect(tie('a b{ }c d')).toBe('a\u00A0b c\u00A0d');
  });
});

describe('foldSpaces', () => {
  it('makes printed text comparable with what a PDF gives back', () => {
    expect(foldSpaces('32,4\u00A0tỷ\u00A0USD')).toBe('32,4 tỷ USD');
    expect(foldSpaces('10\u2060–\u206011%')).toBe('10–11%');
    expect(foldSpaces('39\u202F826 \n  x')).toBe('39 826 x');
  });

  it('takes a document number with no-break hyphens for the same as one with hyphens', () => {
    expect(foldSpaces('12/BC\u2011TCTK')).toBe('12/BC-TCTK');
  });
});

describe('patterns', () => {
  it('fill their gaps and leave unknown ones', () => {
    expect(fill('{a} và {b}{c}', { a: '1', b: '$&' })).toBe('1 và $&{c}');
  });

  it('put the sign before what touches the number', () => {
    expect(fillNumber('€{n} billion', '\u2212', '4.3')).toBe('\u2212€4.3\u00A0billion');
    expect(fillNumber('thứ {n}', '\u2212', '4')).toBe('thứ\u00A0\u22124');
    expect(fillNumber('{n}%', '', '$&')).toBe('$&%');
  });

  it('fall back to the general form where a category has none', () => {
    expect(formFor({ other: 'x', one: 'y' }, 'en', 2, 0, 'ordinal')).toBe('x');
    expect(formFor({ other: 'x', one: 'y' }, 'en', 1, 0, 'cardinal')).toBe('y');
    expect(formFor({ other: 'x', one: 'y' }, 'en', 1, 1, 'cardinal')).toBe('x');
    expect(formsOf({ other: 'x', one: 'y', two: 'x' })).toEqual(['x', 'y']);
  });
});
