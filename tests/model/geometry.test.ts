import { describe, expect, it } from 'vitest';
import { ALL, boxAround, EMPTY, IDENTITY, isEmpty, join, meet, put, times } from '../../src/model/geometry.ts';

describe('boxes', () => {
  it('join and meet as sets do', () => {
    expect(join(EMPTY, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
    expect(meet(ALL, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
    expect(isEmpty(meet([0, 0, 1, 1], [2, 2, 3, 3]))).toBe(true);
  });

  it('follow scaling, turning over and turning round', () => {
    expect(boxAround([2, 0, 0, -2, 10, 100], 0, 0, 5, 10)).toEqual([10, 80, 20, 100]);
    expect(boxAround([0, 1, -1, 0, 0, 0], 0, 0, 2, 1)).toEqual([-1, 0, 0, 2]);
  });
});

describe('transformations', () => {
  it('apply the first before the second', () => {
    const moved = times([1, 0, 0, 1, 5, 0], [2, 0, 0, 2, 0, 0]);
    expect(put(moved, 1, 1)).toEqual([12, 2]);
    expect(times(IDENTITY, moved)).toEqual(moved);
  });
});
