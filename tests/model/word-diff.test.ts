import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../src/model/word-diff.ts';

const said = (a: string, b: string) =>
  wordDiff(a, b).map(({ from, to, otherFrom, otherTo }) => [a.slice(from, to), b.slice(otherFrom, otherTo)]);

describe('the words in which two texts differ', () => {
  it('are told one change at a time', () => {
    expect(said('Đạt 32,4 tỷ USD, tăng 22,5%.', 'Đạt 32,5 tỷ USD, tăng 22,9%.')).toEqual([
      ['32,4', '32,5'],
      ['22,5%.', '22,9%.'],
    ]);
  });

  it('are one change where only a space is between them', () => {
    expect(said('verdict: khớp một phần', 'verdict: có chênh lệch')).toEqual([['khớp một phần', 'có chênh lệch']]);
  });

  it('may be words that were added, or that are gone', () => {
    expect(said('a b', 'a c b')).toEqual([['', 'c ']]);
    expect(said('a c b', 'a b')).toEqual([['c ', '']]);
    expect(said('a', 'a')).toEqual([]);
  });

  it('give the second text when they are put into the first', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', 'c1', ','), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        let made = '';
        let at = 0;
        for (const { from, to, otherFrom, otherTo } of wordDiff(a, b)) {
          made += a.slice(at, from) + b.slice(otherFrom, otherTo);
          at = to;
        }
        expect(made + a.slice(at)).toBe(b);
      }),
    );
  });
});
