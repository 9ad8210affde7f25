import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../src/derive/functions/index.ts';
import { SPECIAL_FORMS } from '../../src/derive/special-forms.ts';
import { FUNCTION_NAMES } from '../../src/model/reserved.ts';
import { UNIT_NAMES, type Unit } from '../../src/model/unit.ts';
import { codes, deriveOne } from './content.ts';

const result = (is: string, unit: Unit) => {
  const { fact, problems } = deriveOne(is, unit);
  expect(codes(problems)).toEqual([]);
  return fact?.value;
};

describe('functions of the formula language', () => {
  it('are the names that no fact or series may have', () => {
    const known = [...FUNCTIONS.keys(), ...SPECIAL_FORMS];
    expect(new Set([...FUNCTION_NAMES, ...UNIT_NAMES])).toEqual(new Set([...known, 'truth']));
  });

  it.each<[string, Unit, number | boolean]>([
    ['growth(exports, 2001)', 'percent', 10],
    ['growth(exports, start + 1)', 'percent', -10],
    ['cagr(exports, base, end)', 'percent_per_year', (2 ** (1 / 5) - 1) * 100],
    ['compound(rate, start, end)', 'percent_per_year', ((1.1 * 0.9 * 1.2 * 1.25 * (4 / 3)) ** (1 / 5) - 1) * 100],
    ['change(exports[base], exports[end])', 'percent', 100],
    ['change(exports[2000], imports[2000])', 'percent', 20],
    ['grow(exports[base], percent(10), years(base, 2002))', 'usd_million', 121],
    ['grow(exports[base], percent_per_year(16), end - base)', 'usd_million', 100 * 1.16 ** 5],
    ['sum(exports, 2000, 2002)', 'usd_million', 309],
    ['sum(exports, 2003, 2003)', 'usd_million', 120],
    ['mean(exports, 2000, 2002)', 'usd_million', 103],
    ['mean(rate, 2001, 2003)', 'percent', 20 / 3],
    ['share(exports[base], imports[base])', 'percent', 250 / 3],
    ['part(exports[end], percent(25))', 'usd_million', 50],
    ['part(imports[end], rate[2001])', 'usd_million', 18],
    ['contribution(markets.japan, markets.china, 2001, 2005)', 'percent', 100 / 3],
    ['rest(percent(100), rate[2001], rate[2003])', 'percent', 70],
    ['rest(imports[end], exports[2001])', 'usd_million', 70],
    ['contribution(exports, imports, 2000, 2001)', 'percent', -100],
    ['abs(exports[2002] - exports[2001])', 'usd_million', 11],
    ['min(exports[2001], exports[2002], imports[2000])', 'usd_million', 99],
    ['max(imports[2000], exports[2001])', 'usd_million', 120],
    ['max(exports[2001])', 'usd_million', 110],
    ['years(base, end)', 'count', 5],
    ['usd_billion(1)', 'usd_million', 1000],
    ['highest_year(exports, 2000, 2004)', 'year', 2004],
    ['highest_year(imports, 2001, 2004)', 'year', 2003],
    ['lowest_year(exports, 2000, end)', 'year', 2002],
    ['rising(exports, 2002, 2005)', 'truth', true],
    ['rising(exports, 2000, 2005)', 'truth', false],
    ['rising(imports, 2003, 2004)', 'truth', false],
    ['falling(exports, 2001, 2002)', 'truth', true],
    ['falling(imports, 2003, 2004)', 'truth', false],
    ['is_highest(exports, end)', 'truth', true],
    ['is_highest(exports, 2002)', 'truth', false],
    ['is_highest(imports, 2004)', 'truth', false],
    ['run_up(exports, 2005)', 'count', 3],
    ['run_up(exports, 2002)', 'count', 0],
    ['run_up(exports, 2001)', 'count', 2],
    ['first_above(exports, imports, base, end)', 'year', 2004],
    ['first_above(exports, usd_million(115), base, end)', 'year', 2003],
    ['last_below(exports, imports, base, end)', 'year', 2003],
    ['last_below(exports, exports[end] / 2, 1999, prev)', 'year', 2002],
    ['rank(markets.japan, 2001)', 'rank', 1],
    ['rank(markets.chile, 2001)', 'rank', 3],
    ['rank_count(markets, 2001)', 'count', 3],
    ['rank(panel.VNM, end)', 'rank', 3],
    ['rank(panel.VNM, end, asean)', 'rank', 2],
    ['rank_count(panel, end, asean)', 'count', 3],
    ['rank_of_ratio(panel, panel_gdp, VNM, end)', 'rank', 2],
    ['rank_of_ratio(panel, panel_gdp, VNM, end, asean)', 'rank', 1],
    ['ratio_count(panel, panel_gdp, end)', 'count', 3],
    ['ratio_count(panel, panel_gdp, end, asean)', 'count', 2],
    ['count_above(markets, usd_million(40), end)', 'count', 1],
    ['count_above(markets, usd_billion(1), end)', 'count', 0],
    ['sum_above(panel, usd_million(250), end)', 'usd_million', 1200],
    ['at(exports, "2006-Q1")', 'usd_million', 60],
  ])('%s gives %s %s', (is, unit, expected) => {
    const value = result(is, unit);
    if (typeof expected === 'boolean') expect(value).toBe(expected);
    else expect(value).toBeCloseTo(expected, 9);
  });

  it.each<[string, Unit, string]>([
    ['growth(markets.nowhere, 2005)', 'percent', 'cell-missing 1:22'],
    ['cagr(exports, end, base)', 'percent_per_year', 'formula-undefined 1:7'],
    ['cagr(exports, end, end)', 'percent_per_year', 'formula-undefined 1:7'],
    ['cagr(rate, 2001, 2002)', 'percent_per_year', 'formula-undefined 1:7'],
    ['compound(exports, start, end)', 'percent_per_year', 'formula-argument 1:16'],
    ['change(exports[base], people[base])', 'percent', 'formula-argument 1:29'],
    ['change(markets.nowhere[2001], exports[end])', 'percent', 'formula-division-by-zero 1:7'],
    ['change(rate[2002], rate[2003])', 'percent', 'formula-undefined 1:7'],
    ['share(exports[end], markets.nowhere[end])', 'percent', 'formula-division-by-zero 1:7'],
    ['share(exports[end], people[end])', 'percent', 'formula-argument 1:27'],
    ['contribution(markets.japan, markets.nowhere, 2001, 2005)', 'percent', 'formula-division-by-zero 1:7'],
    ['contribution(exports, people, base, end)', 'percent', 'formula-argument 1:29'],
    ['part(exports[end], exports[base])', 'usd_million', 'formula-argument 1:26'],
    ['part(exports[end], 25)', 'usd_million', 'formula-argument 1:26'],
    ['rest(exports[end], people[end])', 'usd_million', 'formula-argument 1:26'],
    ['rest(exports[end])', 'usd_million', 'formula-arguments 1:7'],
    ['min(exports[end], people[end])', 'usd_million', 'formula-argument 1:25'],
    ['rising(exports, end, end)', 'truth', 'formula-undefined 1:7'],
    ['is_highest(exports, 1999)', 'truth', 'formula-undefined 1:7'],
    ['first_above(exports, people, base, end)', 'year', 'formula-argument 1:28'],
    ['first_above(rate, 30, start, end)', 'year', 'formula-argument 1:25'],
    ['last_below(exports, usd_million(1), base, end)', 'year', 'formula-undefined 1:7'],
    ['rank(panel, end)', 'rank', 'formula-argument 1:12'],
    ['rank(exports, end)', 'rank', 'formula-argument 1:12'],
    ['rank(markets.nowhere, 2001)', 'rank', 'formula-undefined 1:7'],
    ['rank(panel.SGP, end, asean)', 'rank', 'formula-undefined 1:7'],
    ['rank(panel.VNM, end, asian)', 'rank', 'unknown-name 1:28'],
    ['rank_count(markets, 1990)', 'count', 'formula-undefined 1:7'],
    ['rank_of_ratio(panel, panel_gdp, VNN, end)', 'rank', 'unknown-name 1:39'],
    ['count_above(markets, usd_million(1), 1990)', 'count', 'formula-undefined 1:7'],
    ['count_above(markets, percent(1), end)', 'count', 'formula-argument 1:28'],
    ['count_above(exports, usd_million(1), end)', 'count', 'formula-argument 1:19'],
    ['usd_billion(exports[end])', 'usd_million', 'formula-argument 1:19'],
    ['grow(exports[base], percent(16), exports[end])', 'usd_million', 'formula-argument 1:40'],
    ['sum(exports, 2000)', 'usd_million', 'formula-arguments 1:7'],
    ['sum(exports, 2000, 2001, 2002)', 'usd_million', 'formula-arguments 1:7'],
    ['sum(exports[2000], 2000, 2001)', 'usd_million', 'formula-argument 1:11'],
    ['sum(exports, exports[end], 2001)', 'usd_million', 'formula-argument 1:20'],
    ['sum(exports, 2000.5, 2001)', 'usd_million', 'formula-argument 1:20'],
    ['growht(exports, end)', 'percent', 'unknown-name 1:7'],
    ['at(exports, 2006)', 'usd_million', 'formula-arguments 1:7'],
    ['at(exports, "2006-Q2")', 'usd_million', 'cell-missing 1:10'],
    ['stated("nothing")', 'usd_million', 'stated-unknown 1:14'],
    ['at(exports[end], "2006-Q1")', 'usd_million', 'formula-argument 1:10'],
  ])('%s is refused where it stands', (is, unit, code) => {
    const { fact, problems } = deriveOne(is, unit);
    expect(codes(problems)).toEqual([code]);
    expect(fact).toBeUndefined();
  });

  it('reports the missing years of a range as one problem', () => {
    const { problems } = deriveOne('mean(volume, 2000, 2003)', 'index');
    expect(codes(problems)).toEqual(['cell-missing 1:12']);
    expect(problems[0]?.message).toContain('volume has no figure for 2001–2003 (vintage v)');
  });

  it('names the figure, the vintage and the years there are when a cell is missing', () => {
    const { problems } = deriveOne('gdp["2012-09"][2001]', 'usd_million');
    expect(problems[0]?.message).toContain('gdp has no figure for 2001 (vintage 2012-09)');
    expect(problems[0]?.hint).toContain('2000, 2004–2005');
  });

  it('suggests the nearest function', () => {
    expect(deriveOne('growht(exports, end)', 'percent').problems[0]?.hint).toContain('growth');
  });
});
