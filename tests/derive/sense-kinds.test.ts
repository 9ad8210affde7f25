/** Each kind of rule on figures of its own: what it lets pass, what it refuses, at which figure, and in which words. */
import { describe, expect, it } from 'vitest';
import { checkSense } from '../../src/derive/sense/sense.ts';
import type { Exception, RuleKind, RuleSpec } from '../../src/model/rules.ts';
import type { Problem } from '../../src/problem.ts';
import { formula, type SeriesSpec, seriesOf } from './content.ts';

const FILE = 'data/rules/test.yaml';

type Parts = {
  of: string | readonly string[];
  years?: readonly [number, number];
  except?: readonly Exception[];
} & Record<string, unknown>;

/** A rule as `validate` hands it on. */
function ruleOf(kind: RuleKind, { of, years, except = [], ...more }: Parts): RuleSpec {
  const texts = typeof of === 'string' ? [of] : of;
  return {
    id: 'the_rule',
    why: 'So it is.',
    kind,
    of: texts.map((text) => formula(text, 1, FILE)),
    from: years?.[0],
    to: years?.[1],
    except,
    place: { file: FILE, line: 1, column: 1 },
    ...more,
  } as unknown as RuleSpec;
}

const exception = (period: string, item?: string): Exception => ({
  item,
  period,
  reason: 'A war.',
  place: { file: FILE, line: 9, column: 5 },
});

const amount = (value: number) => ({ amount: value, relative: false });
const percent = (value: number) => ({ amount: value / 100, relative: true });

/** What the rule finds in these series. */
function found(rule: RuleSpec, series: Readonly<Record<string, SeriesSpec>>): readonly Problem[] {
  const all = new Map(Object.entries(series).map(([id, spec]) => [id, seriesOf(id, spec)]));
  return checkSense({ rules: new Map([[rule.id, rule]]), series: all }, new Set(all.keys()));
}

const years = (from: number, values: readonly number[]) =>
  Object.fromEntries(values.map((value, i) => [from + i, value]));
const one = (from: number, values: readonly number[], unit: SeriesSpec['unit'] = 'usd_million'): SeriesSpec => ({
  unit,
  vintages: { v: years(from, values) },
});
const said = (problems: readonly Problem[]) => problems.map(({ code, message }) => `${code}: ${message}`);

describe('holds', () => {
  const balance = ruleOf('holds', { of: 'exports - imports == balance', within: amount(1) });
  const trade = { exports: one(2001, [100, 110, 120]), imports: one(2001, [120, 115, 130]) };

  it('passes where the two sides agree within the tolerance', () =>
    expect(found(balance, { ...trade, balance: one(2001, [-20, -4.2, -10]) })).toEqual([]));

  it('blames the figure that differs from the others, and says what would fit', () => {
    const [problem, ...others] = found(balance, { ...trade, balance: one(2001, [-20, 5, -10]) });
    expect(others).toEqual([]);
    expect(problem?.message).toBe('balance is 5 for 2002, which breaks the_rule: So it is.');
    expect(problem?.hint).toContain('about -5 would fit');
    expect(problem?.hint).toContain(`${FILE}:1`);
  });

  it('counts both sides in one unit', () => {
    const billions = { unit: 'usd_billion', vintages: { v: years(2001, [-0.02, -0.005, -0.01]) } } as const;
    expect(found(balance, { ...trade, balance: billions })).toEqual([]);
  });

  it('refuses to compare what is not alike', () => {
    const rate = one(2001, [-20, -5, -10], 'percent');
    expect(found(balance, { ...trade, balance: rate }).map(({ code }) => code)).toEqual(['formula-units']);
  });

  it('allows in per cent of the greater side', () => {
    const near = ruleOf('holds', { of: 'a == b', within: percent(1) });
    expect(found(near, { a: one(2001, [1000, 1000]), b: one(2001, [1009, 991]) })).toEqual([]);
    expect(found(near, { a: one(2001, [1000, 1000]), b: one(2001, [1009, 970]) })).toHaveLength(1);
  });

  it.each([
    ['a <= b', [1, 2], [1, 3], 0],
    ['a <= b', [1, 4], [1, 3], 1],
    ['a > b', [2, 4], [1, 3], 0],
    ['a > b', [2, 3], [1, 3], 1],
  ])('%s of %j and %j', (of, a, b, count) => {
    const rule = ruleOf('holds', { of, within: amount(0) });
    expect(found(rule, { a: one(2001, a), b: one(2001, b) })).toHaveLength(count);
  });

  it('wants a comparison', () =>
    expect(
      found(ruleOf('holds', { of: 'a', within: amount(0) }), { a: one(2001, [1]) }).map(({ code }) => code),
    ).toEqual(['rule-comparison']));

  it('adds up all items', () => {
    const rule = ruleOf('holds', { of: 'total(parts) == whole', within: amount(0.1) });
    const parts = { vintages: { v: { rice: years(2001, [40, 40]), coffee: years(2001, [60, 75]) } } };
    expect(said(found(rule, { parts, whole: one(2001, [100, 110]) }))).toHaveLength(1);
  });
});

describe('range and growth', () => {
  const shares = ruleOf('range', { of: 'share', between: [0, 100] });

  it('passes both bounds themselves', () =>
    expect(found(shares, { share: one(2001, [0, 50, 100], 'percent') })).toEqual([]));

  it('refuses what lies outside', () =>
    expect(said(found(shares, { share: one(2001, [10, 547, 30], 'percent') }))).toEqual([
      'sense-figure: share is 547 for 2002, which breaks the_rule: So it is.',
    ]));

  it('looks at the change on the previous year', () => {
    const grow = ruleOf('growth', { of: 'exports', between: [-20, 60] });
    expect(found(grow, { exports: one(2001, [100, 150, 130]) })).toEqual([]);
    expect(said(found(grow, { exports: one(2001, [100, 110, 1210, 133]) }))).toEqual([
      'sense-figure: exports is 1210 for 2003, which breaks the_rule: So it is.',
    ]);
  });

  it('looks only at the years of the rule', () => {
    const later = ruleOf('range', { of: 'share', between: [0, 100], years: [2002, 2003] });
    expect(found(later, { share: one(2001, [547, 50, 60], 'percent') })).toEqual([]);
  });
});

describe('smooth', () => {
  const course = ruleOf('smooth', { of: 'people', within: percent(5) });

  it('passes a steady course', () => expect(found(course, { people: one(2001, [100, 102, 104, 107]) })).toEqual([]));

  it('blames the figure off the line of its neighbours, not them', () =>
    expect(said(found(course, { people: one(2001, [100, 102, 140, 106, 108]) }))).toEqual([
      'sense-figure: people is 140 for 2003, which breaks the_rule: So it is.',
    ]));

  it('allows a row that jumps about its own usual distance', () => {
    const jumpy = { oil: one(2001, [10, 20, 10, 20, 10, 20, 10, 20]) };
    expect(found(ruleOf('smooth', { of: 'oil', within: percent(5) }), jumpy)).not.toEqual([]);
    expect(found(ruleOf('smooth', { of: 'oil', within: percent(5), times: 2 }), jumpy)).toEqual([]);
  });

  it('refuses a lost sign', () => {
    const [problem] = found(course, { people: one(2001, [100, -102, 104, 106]) });
    expect(problem?.message).toContain('people is -102 for 2002');
    expect(problem?.hint).toContain('about 102 would fit');
  });
});

describe('unbroken', () => {
  const rule = ruleOf('unbroken', { of: 'exports' });

  it('passes a row without gaps', () => expect(found(rule, { exports: one(2001, [1, 2, 3]) })).toEqual([]));

  it('names the years that are missing', () =>
    expect(said(found(rule, { exports: { vintages: { v: { 2001: 1, 2004: 3 } } } }))).toEqual([
      'sense-gap: exports has no figure for 2002–2003 (vintage v): So it is.',
    ]));

  it('lets an excepted year be missing', () => {
    const excepted = ruleOf('unbroken', { of: 'exports', except: [exception('2002')] });
    expect(found(excepted, { exports: { vintages: { v: { 2001: 1, 2003: 3 } } } })).toEqual([]);
  });
});

describe('whole and distinct', () => {
  it('wants whole numbers', () => {
    const rule = ruleOf('whole', { of: 'partners' });
    expect(found(rule, { partners: one(2001, [200, 218], 'count') })).toEqual([]);
    expect(said(found(rule, { partners: one(2001, [200, 21.8], 'count') }))).toEqual([
      'sense-figure: partners is 21.8 for 2002, which breaks the_rule: So it is.',
    ]);
  });

  const copied = ruleOf('distinct', { of: 'markets', digits: 4 });

  it('finds a figure that stands twice in a row', () => {
    const row = { vintages: { v: { japan: years(2001, [2509.8, 2436.96, 2436.96, 3542.1]) } } };
    expect(found(copied, { markets: row })).toHaveLength(1);
  });

  it('finds a figure that stands twice in a year', () => {
    const rows = { vintages: { v: { japan: years(2001, [2509.8, 2436.96]), china: years(2001, [1417.4, 2436.96]) } } };
    expect(found(copied, { markets: rows })).toHaveLength(1);
  });

  it('lets figures of few digits be equal', () =>
    expect(found(copied, { markets: one(2001, [36.6, 36.6, 120, 120]) })).toEqual([]));
});

describe('control', () => {
  const totals = new Map([[undefined, [600, 1400] as const]]);
  const rule = ruleOf('control', { of: 'exports["v"]', totals });

  it('passes the figures that were taken over', () =>
    expect(found(rule, { exports: one(2001, [100, 200, 300]) })).toEqual([]));

  it('tells which figure changed, and what it was', () =>
    expect(said(found(rule, { exports: one(2001, [100, 290, 300]) }))).toEqual([
      'sense-changed: exports is 290 for 2002, but was 200 when it was taken over from its source.',
    ]));

  it('tells two changes by the row alone', () =>
    expect(found(rule, { exports: one(2001, [101, 290, 307]) }).map(({ code, file }) => `${code} ${file}`)).toEqual([
      `sense-totals ${FILE}`,
    ]));

  it('tells a zero that was overwritten', () => {
    const zero = ruleOf('control', { of: 'exports["v"]', totals: new Map([[undefined, [400, 1000] as const]]) });
    expect(said(found(zero, { exports: one(2001, [100, 6, 300]) }))).toEqual([
      'sense-changed: exports is 6 for 2002, but was 0 when it was taken over from its source.',
    ]);
  });
});

describe('exceptions', () => {
  it('take a period out, and are reported where they are not needed', () => {
    const oil = ruleOf('range', {
      of: 'growth(oil)',
      between: [-50, 50],
      except: [exception('2003'), exception('2004')],
    });
    expect(found(oil, { oil: one(2001, [100, 110, 500, 520]) }).map(({ code }) => code)).toEqual(['exception-idle']);
  });

  it('speak of one item where they name it', () => {
    const rule = ruleOf('range', { of: 'growth(markets)', between: [-50, 50], except: [exception('2002', 'japan')] });
    const markets = { vintages: { v: { japan: years(2001, [1, 9]), china: years(2001, [1, 8]) } } };
    expect(said(found(rule, { markets }))).toHaveLength(1);
  });

  it('a rule that looks at nothing is reported', () =>
    expect(
      found(ruleOf('range', { of: 'oil', between: [0, 1], years: [1990, 1991] }), { oil: one(2001, [5]) }).map(
        ({ code }) => code,
      ),
    ).toEqual(['rule-idle']));
});

it('one wrong figure accuses no other, though it makes the usual distance of its row smaller', () => {
  const rule = ruleOf('smooth', { of: 'share(us, exports)', within: amount(1), times: 6 });
  const us = one(2001, [1065.69, 2453.23, 3938.5, 5026.61, 5927.44, 7850, 10104.5, 11886.6]);
  const right = [15029.19, 16706.05, 20149.32, 26485.03, 32447.13, 39826.22, 48561.34, 62685.13];
  expect(found(rule, { us, exports: one(2001, right) }), 'the true figures pass').toEqual([]);
  const wrong = right.map((value, i) => (i === 4 ? value * 10 : value));
  expect(found(rule, { us, exports: one(2001, wrong) }).map(({ message }) => message.split(',')[0])).toEqual([
    'exports is 324471.3 for 2005',
  ]);
});
