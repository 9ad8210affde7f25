import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { codes, deriveOne, SERIES } from './content.ts';

describe('names in a formula', () => {
  it.each<[string, Unit, number | boolean]>([
    ['exports[end]', 'usd_million', 200],
    ['exports[2003]', 'usd_million', 120],
    ['exports[end - 1]', 'usd_million', 150],
    ['exports["2026-07"][base]', 'usd_million', 100],
    ['markets.japan["v"][end]', 'usd_million', 40],
    ['markets["v"].japan[end]', 'usd_million', 40],
    ['markets["v"]["japan"]', 'usd_million', Number.NaN],
    ['exports[highest_year(imports, base, end)]', 'usd_million', 200],
    ['end', 'year', 2005],
    ['prev', 'year', 2004],
    ['year(1992)', 'year', 1992],
    ['end - base', 'count', 5],
    ['39', 'count', 39],
  ])('%s gives %s %s', (is, unit, expected) => {
    const { fact, problems } = deriveOne(is, unit);
    if (Number.isNaN(expected)) expect(codes(problems)).toEqual(['formula-value 1:7']);
    else expect([fact?.value, codes(problems)]).toEqual([expected, []]);
  });

  it('takes the vintage that the edition pins, and names it in the expression', () => {
    const { fact } = deriveOne('gdp[end]', 'usd_million', { pins: { gdp: '2012-09' } });
    expect(fact).toMatchObject({ value: 360, expression: 'gdp["2012-09"][2005]', vintages: ['gdp@2012-09'] });
  });

  it('lets a vintage in brackets go before the pinned one', () => {
    expect(deriveOne('gdp["2026-07"][end]', 'usd_million', { pins: { gdp: '2012-09' } }).fact?.value).toBe(400);
  });

  it.each([
    ['gdp[end]', 'vintage-ambiguous 1:7'],
    ['gdp["2020"][end]', 'vintage-unknown 1:11'],
    ['gdp["2026-07"]["2012-09"][end]', 'formula-value 1:7'],
    ['exprots[end]', 'unknown-name 1:7'],
    ['markets.japn[end]', 'unknown-name 1:15'],
    ['markets[end]', 'formula-value 1:7'],
    ['exports.japan[end]', 'unknown-name 1:15'],
    ['exports', 'formula-value 1:7'],
    ['exports[end][end]', 'formula-value 1:7'],
    ['exports[exports[end]]', 'formula-value 1:15'],
    ['exports[1990]', 'cell-missing 1:7'],
    ['exports[2000.5]', 'formula-value 1:15'],
    ['exports[percent(5)]', 'formula-value 1:15'],
    ['end.japan', 'formula-value 1:7'],
    ['year', 'year-outside-family 1:7'],
    ['growth', 'formula-value 1:7'],
    ['asean', 'formula-value 1:7'],
    ['"2005"', 'formula-value 1:7'],
    ['constructor', 'unknown-name 1:7'],
    ['__proto__', 'unknown-name 1:7'],
    ['toString', 'unknown-name 1:7'],
    ['hasOwnProperty(exports)', 'unknown-name 1:7'],
    ['constructor(exports)', 'unknown-name 1:7'],
    ['markets.constructor[end]', 'unknown-name 1:15'],
    ['markets.__proto__[end]', 'unknown-name 1:15'],
    ['markets["constructor"].japan[end]', 'vintage-unknown 1:15'],
    ['rank(markets.toString, end)', 'unknown-name 1:20'],
    ['rank(panel.VNM, end, constructor)', 'unknown-name 1:28'],
  ])('%s is refused where it stands', (is, code) => {
    const { fact, problems } = deriveOne(is, 'usd_million', { lists: { asean: ['VNM'] } });
    expect(codes(problems)).toEqual([code]);
    expect(fact).toBeUndefined();
  });

  it('suggests the nearest name and lists the vintages', () => {
    expect(deriveOne('exprots[end]', 'usd_million').problems[0]?.hint).toContain('exports');
    expect(deriveOne('markets.japn[end]', 'usd_million').problems[0]?.hint).toContain('japan');
    expect(deriveOne('gdp[end]', 'usd_million').problems[0]?.hint).toContain('“2026-07”, “2012-09”');
  });

  it('reports faults on both sides of an operator', () => {
    expect(codes(deriveOne('exprots[end] + imprts[end]', 'usd_million').problems)).toEqual([
      'unknown-name 1:7',
      'unknown-name 1:22',
    ]);
    expect(codes(deriveOne('exports[end] > percent(1) && imprts[end] > 0', 'truth').problems)).toEqual([
      'formula-units 1:7',
      'unknown-name 1:36',
    ]);
  });
});

describe('two vintages of one series in a formula', () => {
  it('may stand together where both are named', () => {
    const { fact } = deriveOne('change(gdp["2012-09"][end], gdp["2026-07"][end])', 'percent');
    expect(fact?.value).toBeCloseTo(100 / 9, 9);
    expect(fact?.vintages).toEqual(['gdp@2012-09', 'gdp@2026-07']);
  });

  it('are refused where one is left to the edition', () => {
    const { fact, problems } = deriveOne('change(gdp[end], gdp["2026-07"][end])', 'percent', {
      pins: { gdp: '2012-09' },
    });
    expect(codes(problems)).toEqual(['vintages-mixed 1:14']);
    expect(fact).toBeUndefined();
  });

  it('are refused where facts hide them, at the operator, with a remedy', () => {
    const facts = { old: { is: 'gdp["2012-09"][end]' }, fresh: { is: 'gdp["2026-07"][end]' } };
    const { fact, problems } = deriveOne('fresh / old', 'times', { facts });
    expect(codes(problems)).toEqual(['facts-mix-vintages 1:7']);
    expect(problems[0]?.message).toBe(
      'The formula joins facts that read different vintages of gdp: “2026-07” and “2012-09”.',
    );
    expect(problems[0]?.hint).toContain('each vintage in brackets');
    expect(fact).toBeUndefined();
  });

  it.each([
    ['fresh - old', 'usd_million', 1],
    ['fresh > old', 'truth', 1],
    ['change(old, fresh)', 'percent', 1],
    ['share(old, fresh)', 'percent', 1],
    ['gdp["2012-09"][base] / fresh', 'times', 1],
    ['ratio_old - ratio_fresh', 'percentage_point', 1],
    // Each side is of one vintage, and truths are no quantities.
    ['ratio_old > percent(10) && ratio_fresh > percent(10)', 'truth', 0],
    // Whether they agree is a question about the vintages themselves.
    ['ratio_old != ratio_fresh', 'truth', 0],
    // The mixture was said once, in the fact that compares the two.
    ['old * (1 + moved)', 'usd_million', 0],
    ['exports[end] / old', 'times', 0],
  ] as const)('of facts: %s', (is, unit, count) => {
    const facts = {
      old: { is: 'gdp["2012-09"][end]' },
      fresh: { is: 'gdp["2026-07"][end]' },
      ratio_old: { is: 'share(exports[end], gdp["2012-09"][end])', unit: 'percent' },
      ratio_fresh: { is: 'share(exports[end], gdp["2026-07"][end])', unit: 'percent' },
      moved: { is: 'gdp["2026-07"][end] / gdp["2012-09"][end] - 1', unit: 'times' },
    } as const;
    const { problems } = deriveOne(is, unit, { facts });
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'facts-mix-vintages'));
  });

  it('do no harm where the unnamed one is the same', () => {
    const { problems } = deriveOne('change(gdp[base], gdp["2012-09"][end])', 'percent', { pins: { gdp: '2012-09' } });
    expect(problems).toEqual([]);
  });
});

describe('arithmetic', () => {
  const leaf = fc.oneof(
    fc.integer({ min: 1, max: 999 }).map((n) => ({ text: String(n), value: n })),
    fc.constantFrom('exports[2000]', 'exports[2002]', 'exports[end]').map((text) => ({
      text: `${text} / exports[2001]`,
      value: { 'exports[2000]': 100, 'exports[2002]': 99, 'exports[end]': 200 }[text]! / 110,
    })),
  );
  const { tree } = fc.letrec<{ tree: { text: string; value: number } }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([a, op, b]) => ({
        text: `(${a.text}) ${op} (${b.text})`,
        value:
          op === '+'
            ? a.value + b.value
            : op === '-'
              ? a.value - b.value
              : op === '*'
                ? a.value * b.value
                : a.value / b.value,
      })),
    ),
  }));

  it('gives what plain numbers give', () => {
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        fc.pre(Number.isFinite(value));
        const { fact, problems } = deriveOne(text, 'times');
        // A division by an expression that comes to zero is reported instead.
        if (problems.length > 0) expect(codes(problems).every((code) => /zero|finite/.test(code))).toBe(true);
        else expect(fact?.value).toBeCloseTo(value, 6);
      }),
    );
  });

  it('writes a canonical expression that parses to the same value and to itself', () => {
    fc.assert(
      fc.property(tree, ({ text }) => {
        const { fact } = deriveOne(text, 'times');
        fc.pre(fact !== undefined);
        const again = deriveOne(fact.expression, 'times').fact;
        expect(again?.expression).toBe(fact.expression);
        expect(again?.value).toBe(fact.value);
      }),
    );
  });

  it.each([
    ['exports[end]-(exports[base]-exports[2001])', 'exports[2005] - (exports[2000] - exports[2001])'],
    ['(exports[end]-exports[base])-exports[2001]', 'exports[2005] - exports[2000] - exports[2001]'],
    ['growth( exports , end-1 )', 'growth(exports, 2004)'],
    ['-(exports[end] + exports[base])', '-(exports[2005] + exports[2000])'],
    ['-(-exports[end])', '-(-exports[2005])'],
    ["at(exports, '2006-Q1')", 'at(exports, "2006-Q1")'],
    ['rank( panel . VNM , end, asean )', 'rank(panel.VNM, 2005, asean)'],
    ['cagr(gdp["2012-09"], base, end)', 'cagr(gdp["2012-09"], 2000, 2005)'],
  ])('%s is written %s', (is, expression) => {
    const unit: Unit =
      is.includes('cagr') || is.includes('growth') ? 'percent' : is.includes('rank') ? 'rank' : 'usd_million';
    expect(deriveOne(is, unit).fact?.expression).toBe(expression);
  });

  it.each<[string, boolean]>([
    ['exports[end] > imports[end]', true],
    ['exports[end] >= 0 && !(exports[2002] > exports[2001])', true],
    ['exports[end] < exports[base] || rank(panel.VNM, end) == 3', true],
    ['exports[2000] == imports[2000]', false],
    ['exports[2000] != imports[2000]', true],
    ['rate[2002] < 0', true],
    ['highest_year(exports, base, end) == end', true],
    ['exports[end] / exports[base] <= 2', true],
  ])('%s is %s', (is, expected) => {
    const { fact, problems } = deriveOne(is, 'truth');
    expect([fact?.value, codes(problems)]).toEqual([expected, []]);
    expect(deriveOne(fact?.expression ?? '', 'truth').fact?.expression).toBe(fact?.expression);
  });

  it.each([
    ['exports[end] / (exports[base] - exports[base])', 'formula-division-by-zero 1:23'],
    ['1 / 0', 'formula-division-by-zero 1:11'],
    ['1e308 * 1e308', 'formula-not-finite 1:7'],
    ['grow(exports[base], percent(1e300), 300)', 'formula-not-finite 1:7'],
  ])('%s is refused', (is, code) => {
    expect(codes(deriveOne(is, 'times', { series: SERIES }).problems)).toEqual([code]);
  });
});
