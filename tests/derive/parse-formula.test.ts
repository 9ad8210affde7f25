import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/derive/parse-formula.ts';
import { codes, formula } from './content.ts';

const parse = (text: string) => parseFormula(formula(text));

describe('parsing a formula', () => {
  it('reads names, items, indices, calls and operators with their places', () => {
    const { formula: tree, problems } = parse('growth(markets.japan["2026-07"], end) > percent(2.5)');
    expect(problems).toEqual([]);
    expect(tree).toMatchObject({
      type: 'comparison',
      operator: '>',
      left: {
        type: 'call',
        name: 'growth',
        args: [
          {
            type: 'index',
            of: { type: 'item', item: 'japan', itemPlace: { line: 1, column: 22 } },
            index: { value: '2026-07' },
          },
          { type: 'name', name: 'end', place: { file: 'data/facts/test.yaml', line: 1, column: 40 } },
        ],
      },
      right: { type: 'call', name: 'percent', args: [{ type: 'number', value: 2.5 }] },
    });
  });

  it('gives multiplication before addition, and addition before comparison', () => {
    expect(parse('a + b * c < d').formula).toMatchObject({
      type: 'comparison',
      left: { operator: '+', right: { operator: '*' } },
    });
  });

  it('reads what stands in parentheses alone', () => {
    expect(parse(' ( (a) ) ').formula).toMatchObject({ type: 'name', place: { column: 11 } });
  });

  it('counts lines of a formula that stands on several', () => {
    const { problems } = parse('a +\n  b %\nc');
    expect(codes(problems)).toEqual(['formula-not-allowed 2:3']);
    expect(codes(parse('a +\n  (b ? 1 : 2)').problems)).toEqual(['formula-not-allowed 2:4']);
  });

  it.each([
    ['', 'formula-syntax 1:7'],
    ['a +', 'formula-syntax 1:10'],
    ['a b', 'formula-syntax 1:9'],
    ['a;', 'formula-syntax 1:8'],
    ['(a', 'formula-syntax 1:9'],
    ['a // b', 'formula-not-allowed 1:9'],
    ['a /* b */ + c', 'formula-not-allowed 1:9'],
    ['a < b < c', 'formula-chained-comparison 1:7'],
    ['(a < b) == c', 'formula-chained-comparison 1:7'],
    ['a == (b > c)', 'formula-chained-comparison 1:7'],
    ['a % b', 'formula-not-allowed 1:7'],
    ['a ** b', 'formula-not-allowed 1:7'],
    ['a, b', 'formula-not-allowed 1:7'],
    ['a ? b : c', 'formula-not-allowed 1:7'],
    ['a ?? b', 'formula-not-allowed 1:7'],
    ['a?.b', 'formula-not-allowed 1:7'],
    ['a = b', 'formula-not-allowed 1:7'],
    ['a++', 'formula-not-allowed 1:7'],
    ['+a', 'formula-not-allowed 1:7'],
    ['typeof a', 'formula-not-allowed 1:7'],
    ['new A()', 'formula-not-allowed 1:7'],
    ['() => a', 'formula-not-allowed 1:7'],
    ['function () {}', 'formula-not-allowed 1:7'],
    ['this', 'formula-not-allowed 1:7'],
    ['[a]', 'formula-not-allowed 1:7'],
    ['({})', 'formula-not-allowed 1:8'],
    ['`a`', 'formula-not-allowed 1:7'],
    ['/a/', 'formula-not-allowed 1:7'],
    ['null', 'formula-not-allowed 1:7'],
    ['true', 'formula-not-allowed 1:7'],
    ['0x10', 'formula-not-allowed 1:7'],
    ['10n', 'formula-not-allowed 1:7'],
    ['f(...a)', 'formula-not-allowed 1:9'],
    ['a.f()', 'formula-not-allowed 1:7'],
    ['f()()', 'formula-not-allowed 1:7'],
    ['import("a")', 'formula-not-allowed 1:7'],
  ])('%s is refused', (text, code) => {
    const { formula: tree, problems } = parse(text);
    expect(codes(problems)).toEqual([code]);
    expect(tree).toBeUndefined();
  });

  it('gathers every fault of one formula', () => {
    expect(codes(parse('(a % b) + (c ? 1 : 2) + f(...d)').problems)).toEqual([
      'formula-not-allowed 1:8',
      'formula-not-allowed 1:18',
      'formula-not-allowed 1:33',
    ]);
  });

  it('gives a tree or a problem for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { formula: tree, problems } = parse(text);
        expect(tree === undefined).toBe(problems.length > 0);
      }),
    );
  });
});
