import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Fact, Ledger } from '../../src/model/ledger.ts';
import { codes, contentOf, deriveOne, holds, SERIES, type SeriesSpec } from './content.ts';

describe('facts and families', () => {
  it('are reckoned in any order of declaration, and keep it in the ledger', () => {
    const content = contentOf({
      series: SERIES,
      facts: {
        ratio: { is: 'exports_end / exports_base', unit: 'times' },
        exports_end: { is: 'exports[end]', unit: 'usd_billion' },
        exports_base: { is: 'exports[base]' },
      },
    });
    const { ledger, problems } = derive(content);
    expect(problems).toEqual([]);
    expect([...ledger.facts.keys()].slice(0, 3)).toEqual(['ratio', 'exports_end', 'exports_base']);
    expect(ledger.find('ratio')).toMatchObject({
      value: 2,
      expression: 'exports[2005] / exports[2000]',
      period: '2000–2005',
      years: [2000, 2005],
      inputs: [{ fact: 'exports_end' }, { fact: 'exports_base' }],
      vintages: ['exports@2026-07'],
      sources: ['source_exports'],
      place: { file: 'data/facts/test.yaml', line: 1, column: 7 },
    });
  });

  it('have the same expression where they are the same, whatever their names', () => {
    const { ledger } = derive(
      contentOf({
        series: SERIES,
        facts: { a: { is: 'growth(exports, end)', unit: 'percent' }, b: { is: 'a', unit: 'percent' } },
      }),
    );
    expect(ledger.find('b')?.expression).toBe(ledger.find('a')?.expression);
    expect(ledger.find('b')?.inputs).toEqual([{ fact: 'a' }]);
  });

  it('come year by year in a family, which can stand for a series', () => {
    const { ledger, problems } = derive(
      contentOf({
        series: SERIES,
        facts: {
          open: { is: 'share(exports[year], imports[year])', unit: 'percent', each: ['base', 'end'] },
          best: { is: 'highest_year(open, base, end)', unit: 'year' },
          last: { is: 'open[end] - open[base]', unit: 'percentage_point' },
          path: { is: 'grow(exports[base], percent(10), year - base)', each: ['base', 'end'] },
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(ledger.family('open').map((fact) => [fact.id, fact.period])).toEqual(
      [2000, 2001, 2002, 2003, 2004, 2005].map((year) => [`open.${year}`, String(year)]),
    );
    expect(ledger.find('best')).toMatchObject({
      value: 2005,
      expression: 'highest_year(open, 2000, 2005)',
      period: '2000–2005',
    });
    expect(ledger.find('last')?.inputs).toEqual([{ fact: 'open.2005' }, { fact: 'open.2000' }]);
    expect(ledger.find('path', 2002)).toMatchObject({ period: '2002', years: [2000, 2002] });
    expect(ledger.find('path', 2002)?.value).toBeCloseTo(121, 9);
  });

  it('are found by year name, absolute year, offset and whole id', () => {
    const { ledger } = derive(
      contentOf({ series: SERIES, facts: { family: { is: 'exports[year]', each: ['base', 'end'] } } }),
    );
    const value = (...args: Parameters<Ledger['find']>) => ledger.find(...args)?.value;
    expect([value('family', 'end'), value('family', 2003), value('family', 'end-1'), value('family', '2001')]).toEqual([
      200, 120, 150, 110,
    ]);
    expect([value('family.end'), value('family.2003'), value('family.end - 1')]).toEqual([200, 120, 150]);
    expect([
      value('family'),
      value('family', 1990),
      value('family', 'today'),
      value('nothing'),
      value('constructor'),
    ]).toEqual(Array(5).fill(undefined));
    expect(ledger.family('family')).toHaveLength(6);
    expect(ledger.family('constructor')).toEqual([]);
  });

  it('count the points and claims of the edition', () => {
    const claims = [
      { checks: [holds('exports[end] > 0')] },
      { checks: [holds('exports[end] < 0')], verdict: 'contradicted' },
    ];
    const { ledger, problems } = derive(contentOf({ series: SERIES, claims }));
    expect(problems).toEqual([]);
    const count = (name: string) => ledger.find(name)?.value;
    expect(
      ['points_count', 'claims_count', 'claims_verified', 'claims_contradicted', 'claims_opinion'].map(count),
    ).toEqual([1, 2, 1, 1, 0]);
  });
});

describe('the status of a fact', () => {
  const marked = (mark: 'e' | 'p' | 'r' | 'b', year: number): SeriesSpec => ({
    vintages: { v: { 2000: 1, 2005: 2 } },
    marks: { [year]: mark },
  });
  const series = {
    e: marked('e', 2005),
    p: marked('p', 2005),
    b: marked('b', 2005),
    r: marked('r', 2005),
    final: marked('e', 1990),
  };

  it.each([
    ['final[end]', undefined],
    ['e[base]', undefined],
    ['e[end]', 'e'],
    ['e[end] + p[end]', 'e'],
    ['r[end] + p[end] + b[end]', 'p'],
    ['r[end] + b[end]', 'b'],
    ['final[end] + r[end]', 'r'],
    ['grow(e[end], stated_figure, 5)', 'a'],
    ['final[highest_year(e, base, base)]', undefined],
    ['e[lowest_year(final, end, end)]', 'e'],
  ])('of %s is the weakest of what was read: %s', (is, status) => {
    expect(deriveOne(is, 'usd_million', { series, stated: [{}] }).fact?.status).toBe(status);
  });

  it('is the declared one where there is one, and is handed on', () => {
    const facts = { guess: { is: 'final[end]', status: 'p' as const } };
    expect(deriveOne('guess + final[base]', 'usd_million', { series, facts }).fact?.status).toBe('p');
  });
});

describe('faults of facts', () => {
  it('are reported once, at their cause', () => {
    const facts = {
      first: { is: 'exprots[end]' },
      second: { is: 'first + exports[end]' },
      third: { is: 'second / first', unit: 'times' as const },
    };
    const { ledger, problems } = derive(contentOf({ series: SERIES, facts }));
    expect(codes(problems)).toEqual(['unknown-name 1:7']);
    expect(['first', 'second', 'third'].map((name) => ledger.find(name))).toEqual([undefined, undefined, undefined]);
  });

  it('that stand in a family’s formula are reported once for all its years', () => {
    const facts = { family: { is: 'exprots[year]', each: ['base', 'end'] as const } };
    expect(codes(derive(contentOf({ series: SERIES, facts })).problems)).toEqual(['unknown-name 1:7']);
  });

  it('leave the other years of a family standing', () => {
    const facts = { family: { is: 'volume[year]', unit: 'index' as const, each: ['prev', 'end'] as const } };
    const { ledger, problems } = derive(contentOf({ series: SERIES, facts }));
    expect(codes(problems)).toEqual(['cell-missing 1:7']);
    expect(ledger.family('family').map((fact) => fact.id)).toEqual(['family.2005']);
  });

  it.each([
    [{ a: 'a + exports[end]' }, ['fact-cycle 1:7'], 'a → a'],
    [{ a: 'b', b: 'a' }, ['fact-cycle 2:7'], 'a → b → a'],
    [{ a: 'b', b: 'c', c: 'b + exports[end]' }, ['fact-cycle 3:7'], 'b → c → b'],
  ])('that go in a circle are reported where it closes', (formulas, expected, path) => {
    const facts = Object.fromEntries(Object.entries(formulas).map(([name, is]) => [name, { is }]));
    const { ledger, problems } = derive(contentOf({ series: SERIES, facts }));
    expect(codes(problems)).toEqual(expected);
    expect(problems[0]?.message).toContain(path);
    expect(Object.keys(facts).map((name) => ledger.find(name))).toEqual(Object.keys(facts).map(() => undefined));
  });

  it.each([
    [['end', 'base'], 'fact-range 1:7'],
    [['2000', 'exprots'], 'unknown-name 1:7'],
    [['base', 'percent(5)'], 'formula-value 1:7'],
  ] as const)('in the range %j of a family are reported', (each, code) => {
    const facts = { family: { is: 'exports[year]', each }, other: { is: 'family[end]' } };
    expect(codes(derive(contentOf({ series: SERIES, facts })).problems)).toEqual([code]);
  });

  it('include a year that a family does not have', () => {
    const facts = { family: { is: 'exports[year]', each: ['base', 'end'] as const }, one: { is: 'family[1999]' } };
    const { problems } = derive(contentOf({ series: SERIES, facts }));
    expect(codes(problems)).toEqual(['family-year-outside 2:7']);
    expect(problems[0]?.hint).toContain('2000 to 2005');
  });

  it('do nothing with names of the language’s own objects', () => {
    const facts = Object.fromEntries(
      ['constructor', 'toString', 'hasOwnProperty'].map((name) => [name, { is: 'exports[end]' }]),
    );
    const { ledger, problems } = derive(contentOf({ series: SERIES, facts }));
    expect(problems).toEqual([]);
    expect(ledger.find('constructor')?.value).toBe(200);
    expect(ledger.find('__proto__')).toBeUndefined();
    expect(deriveOne('valueOf + __proto__', 'usd_million').problems.map((p) => p.code)).toEqual([
      'unknown-name',
      'unknown-name',
    ]);
  });
});

describe('facts that the edition does not use', () => {
  const facts = {
    used: { is: 'exports[end]' },
    late: { is: 'volume[2003] + volume[2004]', unit: 'index' as const },
    reads_late: { is: 'late', unit: 'index' as const },
    wrong: { is: 'exports[end] +' },
    misnamed: { is: 'exprots[end]' },
    each_year: { is: 'volume[year]', unit: 'index' as const, each: ['prev', 'end'] as const },
  };
  const found = (...wanted: string[]) => codes(derive(contentOf({ series: SERIES, facts }), new Set(wanted)).problems);
  const always = ['formula-syntax 4:21', 'unknown-name 5:7'];

  it('do not stop it for want of figures, but wrong formulas are always reported', () => {
    expect(found('used')).toEqual(always);
  });

  it('count as used where something used reads them', () => {
    expect(found('reads_late')).toEqual(['cell-missing 2:7', 'cell-missing 2:22', ...always]);
  });

  it('are single years of a family, where only one is asked for', () => {
    expect(found('each_year.end')).toEqual(always);
    expect(found('each_year.2004')).toEqual([...always, 'cell-missing 6:7']);
    expect(found('each_year')).toEqual([...always, 'cell-missing 6:7']);
  });

  it('may read what the article of another edition states', () => {
    const figure = { gap: { is: 'stated("stated_figure") - percent(1)', unit: 'percentage_point' as const } };
    const content = contentOf({ series: SERIES, facts: figure });
    expect(codes(derive(content, new Set()).problems)).toEqual([]);
    expect(codes(derive(content).problems)).toEqual(['stated-unknown 1:14']);
  });

  it('are used where a claim reads them', () => {
    const claims = [{ checks: [holds('late > 0')] }];
    expect(
      codes(derive(contentOf({ series: SERIES, facts: { late: facts.late }, claims }), new Set()).problems),
    ).toHaveLength(2);
  });
});

describe('the trace of a fact', () => {
  const FACTS = {
    total: { is: 'sum(exports, start, end)' },
    last: { is: 'exports[end]' },
    rise: { is: 'change(exports[base], last)', unit: 'percent' as const },
    yearly: { is: 'growth(exports, year)', unit: 'percent' as const, each: ['start', 'end'] as const },
    top: { is: 'max(yearly[2003], yearly[2004])', unit: 'percent' as const },
    place: { is: 'rank(panel.VNM, end)', unit: 'rank' as const },
    half: { is: 'part(imports[end], percent(50))' },
  };
  type Key = string;

  /** The cells below a fact, down to the last one. */
  function cellsOf(ledger: Ledger, fact: Fact): Set<Key> {
    const cells = fact.inputs.flatMap((input) =>
      'fact' in input
        ? [...cellsOf(ledger, ledger.facts.get(input.fact)!)]
        : [`${input.cell.series}.${input.cell.item ?? ''}.${input.cell.period}`],
    );
    return new Set(cells);
  }

  it('leads down to the very cells that can change it, and to no others', () => {
    const before = derive(contentOf({ series: SERIES, facts: FACTS })).ledger;
    const targets: [string, string | undefined, string][] = [
      ...Object.keys(SERIES.exports!.vintages['2026-07']!).map((y): [string, undefined, string] => [
        'exports',
        undefined,
        y,
      ]),
      ['imports', undefined, '2005'],
      ['panel', 'THA', '2005'],
      ['panel', 'LAO', '2005'],
      ['gdp', undefined, '2005'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...targets), fc.integer({ min: 1, max: 5000 }), ([id, item, period], value) => {
        const spec = SERIES[id]!;
        const [vintage, table] = Object.entries(spec.vintages)[0]!;
        const changed = item === undefined ? { ...table, [period]: value } : { ...table, [item]: { [period]: value } };
        const series = {
          ...SERIES,
          [id]: { ...spec, vintages: { ...spec.vintages, [vintage]: changed } },
        } as typeof SERIES;
        const after = derive(contentOf({ series, facts: FACTS })).ledger;
        const key = `${id}.${item ?? ''}.${period}`;
        for (const fact of before.facts.values()) {
          const moved = after.facts.get(fact.id)?.value !== fact.value;
          if (moved) expect(cellsOf(before, fact)).toContain(key);
          // What only adds up moves with every cell below it.
          const same = value === (item === undefined ? (table as Record<string, number>)[period] : 0);
          if (['total', 'last', 'half'].includes(fact.id) && cellsOf(before, fact).has(key)) expect(moved).toBe(!same);
        }
      }),
    );
  });

  it('speaks of the year of a growth rate and of the year before', () => {
    expect(deriveOne('growth(exports, end)', 'percent').fact).toMatchObject({ period: '2005', years: [2004, 2005] });
  });

  it('speaks of every year of an average rate', () => {
    const { fact } = deriveOne('cagr(exports, base, end)', 'percent');
    expect(fact).toMatchObject({ period: '2000–2005', years: [2000, 2001, 2002, 2003, 2004, 2005] });
    expect(fact?.inputs).toHaveLength(2);
  });

  it('keeps the period of a quarter', () => {
    const { fact } = deriveOne('at(exports, "2006-Q1")', 'usd_million');
    expect(fact).toMatchObject({ period: '2006-Q1', years: [2006] });
    expect(deriveOne('at(exports, "2006-Q1") + exports[end]', 'usd_million').fact?.period).toBe('2005–2006-Q1');
  });

  it('follows a computed year', () => {
    const { fact } = deriveOne('exports[highest_year(imports, base, end)]', 'usd_million');
    expect(fact?.vintages).toEqual(['exports@2026-07', 'imports@2026-07']);
    expect(fact?.expression).toBe('exports[highest_year(imports, 2000, 2005)]');
  });
});

describe('an edition of its own', () => {
  const instead = { exports: 'exports_longer' };
  const series: Record<string, SeriesSpec> = {
    exports: { vintages: { a: { 2004: 1 } } },
    exports_longer: { vintages: { a: { 2004: 10, 2005: 20 } } },
  };

  it('reads the series that it names in the place of another, and says so in the expression', () => {
    const content = contentOf({ series, instead, facts: { total: { is: 'exports[end]' } } });
    const { ledger, problems } = derive(content);
    expect(problems).toEqual([]);
    expect(ledger.find('total')).toMatchObject({ value: 20, expression: 'exports_longer[2005]' });
  });

  it('knows the years of the edition before it', () => {
    const window = { base: 2003, start: 2004, prev: 2004, end: 2005, last_start: 2003, last_end: 2004 };
    const { ledger } = derive(contentOf({ series, window, facts: { before: { is: 'exports[last_end]' } } }));
    expect(ledger.find('before')).toMatchObject({ value: 1, expression: 'exports[2004]' });
  });

  it('may be the first: what asks for the edition before is missed only where it is used', () => {
    const content = contentOf({ series, facts: { before: { is: 'exports[last_end]' } } });
    expect(codes(derive(content, new Set()).problems)).toEqual([]);
    expect(codes(derive(content, new Set(['before'])).problems)).toEqual(['previous-missing 1:15']);
  });
});
