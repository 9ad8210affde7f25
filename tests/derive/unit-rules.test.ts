import { describe, expect, it } from 'vitest';
import { UNIT_NAMES, UNITS, type Unit } from '../../src/model/unit.ts';
import { codes, deriveOne } from './content.ts';

/** One quantity of every kind that can stand in an operation. */
const OPERANDS = {
  usd: 'exports[2000]',
  usd_per_person: '(exports[2000] / people[2000])',
  person: 'people[2000]',
  percent: 'rate[2001]',
  percentage_point: '(rate[2001] - rate[2002])',
  index: 'volume[2000]',
  times: '(exports[2005] / exports[2000])',
  count: 'rank_count(panel, end)',
  rank: 'rank(panel.VNM, end)',
  year: 'highest_year(exports, base, end)',
  truth: '(exports[2005] > exports[2000])',
} as const;
type Kind = keyof typeof OPERANDS;
const KINDS = Object.keys(OPERANDS) as Kind[];

/** Every pair that may be joined, and the kind of the result; all other pairs are refused. */
const ALLOWED: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    (['usd', 'usd_per_person', 'person', 'percentage_point', 'index', 'times', 'count'] as const).flatMap((kind) => [
      [`${kind} + ${kind}`, kind],
      [`${kind} - ${kind}`, kind],
    ]),
  ),
  'percent + percent': 'percent',
  'percent - percent': 'percentage_point',
  'percent + percentage_point': 'percent',
  'percent - percentage_point': 'percent',
  'percentage_point + percent': 'percent',
  'year + count': 'year',
  'year - count': 'year',
  'count + year': 'year',
  'year - year': 'count',
  'rank - rank': 'count',
  ...Object.fromEntries(
    (['usd', 'usd_per_person', 'person', 'percent', 'percentage_point', 'index'] as const).flatMap((kind) => [
      [`${kind} / ${kind}`, 'times'],
      ...(['times', 'count'] as const).flatMap((scalar) => [
        [`${kind} * ${scalar}`, kind],
        [`${scalar} * ${kind}`, kind],
        [`${kind} / ${scalar}`, kind],
      ]),
    ]),
  ),
  'times * times': 'times',
  'times / times': 'times',
  'times * count': 'count',
  'times / count': 'times',
  'count * count': 'count',
  'count * times': 'count',
  'count / count': 'times',
  'count / times': 'count',
  'usd / person': 'usd_per_person',
  'usd / usd_per_person': 'person',
  'usd_per_person * person': 'usd',
  'person * usd_per_person': 'usd',
};

const unitOf = (kind: Kind): Unit => UNIT_NAMES.find((unit) => UNITS[unit].kind === kind)!;

describe('units in arithmetic', () => {
  const pairs = KINDS.flatMap((left) =>
    ['+', '-', '*', '/'].flatMap((op) => KINDS.map((right) => [left, op, right] as const)),
  );

  it.each(pairs)('%s %s %s follows the table', (left, operator, right) => {
    const kind = ALLOWED[`${left} ${operator} ${right}`];
    const is = `${OPERANDS[left]} ${operator} ${OPERANDS[right]}`;
    const { fact, problems } = deriveOne(is, kind ? unitOf(kind) : 'usd');
    if (kind) expect([problems, UNITS[fact!.unit].kind]).toEqual([[], kind]);
    else expect(problems.map((p) => p.code)).toEqual(['formula-units']);
  });

  it.each<[string, Unit, number]>([
    ['exports[2000] + imports[2000]', 'usd_million', 220],
    ['imports[2000] + exports[2000]', 'usd_billion', 0.22],
    ['exports[2000] + imports[2000]', 'usd', 220e6],
    ['exports[2000] / imports[2000]', 'times', 100 / 120],
    ['exports[2000] / people[2000]', 'usd_per_person', 50],
    ['people[2000] * (exports[2000] / people[2000])', 'usd_million', 100],
    ['exports[2000] / (exports[2000] / people[2000])', 'person_million', 2],
    ['exports[2005] / exports[2000] - 1', 'times', 1],
    ['volume[2005] - 100', 'index', 0],
    ['exports[2000] / 12', 'usd_million', 100 / 12],
    ['2 * imports[2000]', 'usd_million', 240],
    ['rate[2001] - rate[2002]', 'percentage_point', 20],
    ['-imports[2000]', 'usd_million', -120],
    ['12 / 5', 'times', 2.4],
  ])('%s is, in %s, %s', (is, unit, expected) => {
    const { fact, problems } = deriveOne(is, unit);
    expect(problems).toEqual([]);
    expect(fact?.value).toBeCloseTo(expected, 9);
  });

  it.each<[string, Unit, string]>([
    ['rate[2001] + 5', 'percent', 'formula-units 1:7'],
    ['exports[2000] > 5', 'truth', 'formula-units 1:7'],
    ['rate[2001] > exports[2000]', 'truth', 'formula-units 1:7'],
    ['-end', 'year', 'formula-value 1:8'],
    ['-(exports[2000] > 0)', 'truth', 'formula-value 1:9'],
    ['!exports[2000]', 'truth', 'formula-value 1:8'],
    ['exports[2000] && exports[2001] > 0', 'truth', 'formula-value 1:7'],
  ])('%s is refused', (is, unit, code) => {
    expect(codes(deriveOne(is, unit).problems)).toEqual([code]);
  });

  it('names both units, the operator and a remedy, where dollars meet per cent', () => {
    const [found] = deriveOne('exports[2000] + rate[2001]', 'usd_million').problems;
    expect(found).toMatchObject({ code: 'formula-units', file: 'data/facts/test.yaml', line: 1, column: 7 });
    expect(found?.message).toContain('usd_million');
    expect(found?.message).toContain('percent');
    expect(found?.hint).toContain('part(whole, percent)');
  });

  it('keeps percentages and percentage points apart', () => {
    const points = deriveOne('rate[2001] - rate[2002]', 'percent').problems[0];
    expect(points?.message).toContain('percentage_point');
    expect(deriveOne('(rate[2001] - rate[2002]) > rate[2001]', 'truth').problems.map(({ code }) => code)).toEqual([
      'formula-units',
    ]);
  });

  it.each<[string, Unit, number]>([
    ['exports[2005] > imports[2005]', 'truth', 1],
    ['min(exports[2005], imports[2005])', 'usd_million', 180],
    ['share(imports[2005], exports[2005])', 'percent', 90],
    ['change(exports[2005], imports[2005])', 'percent', -10],
    ['usd_billion(1) - usd_million(1)', 'usd_million', 999],
  ])('a million and a billion are counted alike: %s', (is, unit, expected) => {
    const { fact, problems } = deriveOne(is, unit);
    expect(problems).toEqual([]);
    expect(Number(fact?.value)).toBeCloseTo(expected, 9);
  });

  it('tells how to give a plain number a unit', () => {
    expect(deriveOne('rate[2001] > 5', 'truth').problems[0]?.hint).toContain('percent(');
  });
});

describe('the declared unit', () => {
  it('converts within its kind', () => {
    expect(deriveOne('exports[end]', 'usd_billion').fact?.value).toBe(0.2);
    expect(deriveOne('growth(exports, end)', 'percent_per_year').problems).toEqual([]);
  });

  it.each<[string, Unit]>([
    ['exports[end]', 'percent'],
    ['rate[2001] - rate[2002]', 'percent'],
    ['exports[end] > 0', 'count'],
    ['7', 'percent'],
    ['end', 'count'],
  ])('%s cannot be declared in %s', (is, unit) => {
    expect(codes(deriveOne(is, unit).problems)).toEqual(['fact-unit 1:7']);
  });
});
