import { describe, expect, it } from 'vitest';
import { hull, periodsText, spanText, yearsOf } from '../../src/derive/period.ts';

const span = (from: string, to = from) => ({ from, to });

describe('periods', () => {
  it.each([
    ['2005', '2004', '2004–2005'],
    ['2005', '2006-Q1', '2005–2006-Q1'],
    ['2006-Q1', '2006', '2006'],
    ['2006-03', '2006-Q1', '2006-Q1'],
    ['2006-01/2006-04', '2006-02', '2006-01/2006-04'],
    ['2005', '2005', '2005'],
  ])('%s and %s are held by %s', (a, b, expected) => {
    expect(spanText(hull(span(a), span(b)))).toBe(expected);
  });

  it.each([
    ['2005', [2005]],
    ['2006-Q4', [2006]],
    ['2005-12', [2005]],
    ['2005-11/2006-02', [2005, 2006]],
  ])('%s touches %j', (period, years) => {
    expect(yearsOf(period)).toEqual(years);
  });

  it('are listed as runs of years', () => {
    expect(periodsText(['1986', '1987', '1988', '1990', '2006-Q1', '2006-Q2'])).toBe(
      '1986–1988, 1990, 2006-Q1, 2006-Q2',
    );
    expect(periodsText([])).toBe('no period at all');
  });
});
