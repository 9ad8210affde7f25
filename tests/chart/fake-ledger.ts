/** A ledger for tests of charts: the published figures that the charts need, computed without `derive`. */
import type { Fact, Ledger, Window } from '../../src/model/ledger.ts';
import type { Status } from '../../src/model/series.ts';
import type { Unit } from '../../src/model/unit.ts';

type Values = Readonly<Record<number, number>>;

const list = (from: number, ...values: number[]): Values => Object.fromEntries(values.map((v, i) => [from + i, v]));

/** Million US$: WDI, and WITS from 2000. */
const EXPORTS_WDI = list(
  1986,
  789,
  854,
  1038,
  1946,
  2404,
  2087,
  2581,
  2985,
  4054,
  5449,
  7255,
  9185,
  9361,
  11541,
  14483,
  15029,
  16706,
  20149,
  26485,
  32442,
  39826,
  48561,
  62685,
  57096,
  72237,
  96906,
  114529,
  132033,
  150217,
  162065,
  176581,
  215014,
  243699,
  264268,
  282629,
  335978,
  371288,
  353782,
  404824,
  472929,
);
const WITS_EXPORTS = list(2000, 14482.74, 15029.19, 16706.05, 20149.32, 26485.03, 32447.13, 39826.22);
const WITS_IMPORTS = list(2000, 15636.53, 16217.93, 19745.55, 25255.78, 31968.82, 36761.12, 44891.12);
const EXPORTS: Values = { ...list(2020, 282629, 335978, 371288, 353782, 404824, 472929), ...WITS_EXPORTS };
const IMPORTS: Values = { ...list(2020, 262701, 332455, 359148, 325776, 380515, 453778), ...WITS_IMPORTS };
const WORLD: Values = {
  ...list(2000, 6485089, 6225453, 6531460, 7627883, 9267997, 10576564, 12203897),
  ...list(2020, 17734593, 22400021, 25037934, 24020257, 24622126, 26386782),
};
const GDP = list(2000, 31172.517, 32685.199, 35058.216, 39552.513, 45427.855, 52917.297, 60913.516);
const GDP_WORLD = list(2000, 32329347, 32137057, 33395534, 37566830, 42269420, 45674383, 49485991);
const GDP_CURRENT: Values = { 2005: 57633.256, 2006: 66371.665, 2025: 514697.215 };
const PRICE = {
  ...list(2000, 48.3, 45, 45.3, 49.5, 55.5, 63.2, 67.9),
  ...list(2020, 103.8, 106.8, 114.3, 112.2, 113.5),
};
const VOLUME = {
  ...list(2000, 18.49009, 20.58708, 22.7252, 25.07696, 29.43045, 31.7, 36.2),
  ...list(2020, 168, 194.2, 200.4, 194.6),
};
const FOREIGN_SHARE: Values = { ...list(2000, 47, 45.2, 47.1, 50.4, 54.7, 57.2, 57.8) };
const STAGES = {
  intermediate: list(2000, 5894.38, 6562.61, 8444.91, 10786.22, 14574.05, 16787.34, 20558.54),
  capital: list(2000, 4458.21, 4509.8, 5242.97, 6986.52, 7951.09, 8432.65, 10449.99),
  consumer: list(2000, 4132.67, 3671.7, 4221.67, 5448.62, 7813.72, 9621.88, 11455.83),
  raw: list(2000, 642.39, 683.74, 932.94, 1067.24, 1484.54, 1776.77, 2238.79),
};
const GROUPS = {
  heavy: list(1996, 28.7, 28, 27.9, 31.3, 37.2, 34.9, 31.8, 32.2, 36.4, 36, 35.2),
  light: list(1996, 29, 36.7, 36.6, 36.7, 33.9, 35.7, 40.6, 42.7, 41, 41, 40.7),
  agri: list(1996, 42.3, 35.3, 35.5, 32, 28.9, 29.4, 27.6, 25.1, 22.6, 23, 24.1),
};
const MARKETS = {
  us: list(2001, 1065.69, 2453.23, 3939.56, 5026.61, 5927.44, 7850.42),
  japan: list(2001, 2509.8, 2436.96, 2908.6, 3542.13, 4340.27, 5240.09),
  china: list(2001, 1417.42, 1518.33, 1883.11, 2899.13, 3246.38, 3242.84),
  australia: list(2001, 1041.8, 1328.33, 1420.86, 1884.74, 2722.59, 3688.93),
  singapore: list(2001, 1043.73, 961.13, 1024.71, 1485.26, 1916.97, 1658.84),
};
const PRODUCTS: Readonly<Record<string, number>> = {
  crude_oil: 7369.4,
  textiles_garments: 4837.4,
  footwear: 3036.8,
  seafood: 2729.5,
  wood_products: 1558.7,
  electronics_computers: 1427.4,
  rice: 1411.6,
  rubber: 802.3,
  coffee: 733.8,
};

const growth = (values: Values): Values =>
  Object.fromEntries(
    Object.keys(values)
      .map(Number)
      .filter((y) => values[y - 1] !== undefined)
      .map((y) => [y, (values[y]! / values[y - 1]! - 1) * 100]),
  );
const both = (a: Values, b: Values, join: (a: number, b: number) => number): Values =>
  Object.fromEntries(
    Object.keys(a)
      .map(Number)
      .filter((y) => b[y] !== undefined)
      .map((y) => [y, join(a[y]!, b[y]!)]),
  );
const billions = (values: Values): Values => both(values, values, (v) => v / 1000);
const average = (values: Values, { base, end }: Window) =>
  ((values[end]! / values[base]!) ** (1 / (end - base)) - 1) * 100;

/** The window of an edition by its last year: five years. */
export const windowTo = (end: number): Window => ({ start: end - 4, end, base: end - 5, prev: end - 1 });

/** The facts that the charts name, as far as the figures reach in the window. */
export function fakeLedger(window: Window = windowTo(2005)): Ledger {
  const { start, end, base } = window;
  const facts = new Map<string, Fact>();
  const families = new Map<string, Fact[]>();
  const add = (
    id: string,
    value: number,
    unit: Unit,
    decimals: number,
    years: number[],
    status?: Status,
  ): Fact | undefined => {
    if (!Number.isFinite(value)) return undefined;
    const period = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);
    const place = { file: 'data/facts/fake.yaml', line: 1, column: 1 };
    const fact: Fact = {
      id,
      expression: id,
      value,
      unit,
      decimals,
      period,
      years,
      status,
      vintages: [],
      sources: [],
      inputs: [],
      place,
    };
    facts.set(id, fact);
    return fact;
  };
  const one = (name: string, value: number, unit: Unit, decimals: number, years = [end], status?: Status) =>
    add(name, value, unit, decimals, years, status);
  const family = (
    name: string,
    values: Values,
    from: number,
    to: number,
    unit: Unit,
    decimals = 1,
    marks: Record<number, Status> = {},
  ) => {
    const years = Object.keys(values)
      .map(Number)
      .filter((year) => from <= year && year <= to);
    const made = years.map((year) => add(`${name}.${year}`, values[year]!, unit, decimals, [year], marks[year]));
    families.set(
      name,
      made.filter((fact) => fact !== undefined),
    );
  };

  family('exports_history', billions(EXPORTS_WDI), 1986, end, 'usd_billion');
  const total = EXPORTS_WDI[end]! / 1000;
  const lastBelow = (level: number) =>
    Math.max(
      ...Object.keys(EXPORTS_WDI)
        .map(Number)
        .filter((y) => y < end && EXPORTS_WDI[y]! / 1000 < level),
    );
  for (const [name, parts] of [
    ['month', 12],
    ['quarter', 4],
  ] as const) {
    one(`${name}_average`, total / parts, 'usd_billion', 2);
    const year = lastBelow(total / parts);
    one(`${name}_beats_year`, year, 'year', 0, [year]);
    one(`${name}_beats_value`, EXPORTS_WDI[year]! / 1000, 'usd_billion', 2, [year]);
  }

  family('exports_yearly', billions(EXPORTS), base, end, 'usd_billion');
  family('imports_yearly', billions(IMPORTS), base, end, 'usd_billion');
  const balance = both(EXPORTS, IMPORTS, (x, m) => (x - m) / 1000);
  family('balance', balance, base, end, 'usd_billion');
  family(
    'deficit',
    both(balance, balance, (v) => -v),
    base,
    end,
    'usd_billion',
  );
  family(
    'deficit_ratio',
    both(EXPORTS, IMPORTS, (x, m) => ((m - x) / x) * 100),
    base,
    end,
    'percent',
  );
  family(
    'balance_ratio',
    both(EXPORTS, IMPORTS, (x, m) => (Math.abs(m - x) / x) * 100),
    base,
    end,
    'percent',
  );
  // The key figure's columns: a surplus where the last year has one.
  const sign = (balance[end] ?? 0) > 0 ? 1 : -1;
  family(
    'cover_balance',
    both(balance, balance, (v) => sign * v),
    base,
    end,
    'usd_billion',
  );
  family('exports_growth', growth(EXPORTS), start, end, 'percent');
  one('growth_average', average(EXPORTS, window), 'percent_per_year', 1, [base, end]);
  one('world_growth_average', average(WORLD, window), 'percent_per_year', 1, [base, end]);
  one('volume_growth_average', average(VOLUME, window), 'percent_per_year', 1, [base, end]);
  one('gdp_growth_average', 7.33, 'percent_per_year', 1, [start, end]);
  family('volume_change', growth(VOLUME), start, end, 'percent');
  family('price_change', growth(PRICE), start, end, 'percent');

  family(
    'exports_to_gdp',
    both(EXPORTS_WDI, GDP, (x, g) => (x / g) * 100),
    base,
    end,
    'percent',
  );
  family(
    'world_exports_to_gdp',
    both(WORLD, GDP_WORLD, (x, g) => (x / g) * 100),
    base,
    end,
    'percent',
  );
  one('exports_to_gdp_current', (EXPORTS_WDI[end]! / (GDP_CURRENT[end] ?? Number.NaN)) * 100, 'percent', 1);

  const foreign = both(EXPORTS, FOREIGN_SHARE, (x, s) => (x * s) / 1e5);
  const domestic = both(EXPORTS, FOREIGN_SHARE, (x, s) => (x * (100 - s)) / 1e5);
  family('foreign_invested_share', FOREIGN_SHARE, base, end, 'percent');
  family('foreign_invested_value', foreign, base, end, 'usd_billion');
  family('domestic_value', domestic, base, end, 'usd_billion');
  const overtake = Object.keys(foreign)
    .map(Number)
    .find((year) => year >= base && foreign[year]! > domestic[year]!);
  if (overtake !== undefined) one('overtake_year', overtake, 'year', 0, [overtake]);

  one('one_billion', 1, 'usd_billion', 0, []);
  for (const [item, value] of Object.entries(PRODUCTS)) {
    one(`product_${item}`, value, 'usd_million', 0, [end], 'e');
    one(`product_${item}_share`, (value / (WITS_EXPORTS[2005] ?? 1)) * 100, 'percent', 1, [end], 'e');
  }
  for (const [group, values] of Object.entries(GROUPS))
    family(`group_${group}`, values, 1996, 2006, 'percent', 1, { 2006: 'e' });
  for (const [market, values] of Object.entries(MARKETS)) {
    family(
      `market_${market}_share`,
      both(values, EXPORTS, (part, whole) => (part / whole) * 100),
      start,
      end,
      'percent',
    );
  }

  const classified = Object.values(STAGES).reduce((sum, stage) => both(sum, stage, (a, b) => a + b));
  for (const [stage, values] of Object.entries(STAGES)) {
    family(`stage_${stage}_value`, billions(values), base, end, 'usd_billion');
    family(
      `stage_${stage}_share`,
      both(values, classified, (part, whole) => (part / whole) * 100),
      base,
      end,
      'percent',
    );
  }
  const rest = both(IMPORTS, classified, (whole, part) => whole - part);
  family('stage_unclassified_value', billions(rest), base, end, 'usd_billion');
  family(
    'stage_unclassified_share',
    both(rest, IMPORTS, (part, whole) => (part / whole) * 100),
    base,
    end,
    'percent',
  );

  const path = Object.fromEntries(
    Object.keys(EXPORTS).map((year) => [Number(year), (EXPORTS[base]! / 1000) * 1.16 ** (Number(year) - base)]),
  );
  family('plan_path', path, base, end, 'usd_billion');
  const years = Object.keys(EXPORTS)
    .map(Number)
    .filter((year) => start <= year && year <= end);
  const above = years.find((year) => EXPORTS[year]! / 1000 > path[year]!);
  const below = years.findLast((year) => EXPORTS[year]! / 1000 < path[year]!);
  if (above !== undefined) one('above_path_since', above, 'year', 0, [above]);
  if (below !== undefined) one('below_path_until', below, 'year', 0, [below]);

  return {
    window,
    facts,
    claims: [],
    find: (name, year) => {
      if (year === undefined) return facts.get(name);
      const wanted = typeof year === 'number' ? year : window[year as keyof Window];
      return facts.get(`${name}.${wanted}`);
    },
    family: (name) => families.get(name) ?? [],
    revisions: () => [],
    revisionRows: [],
    names: [...facts.keys(), ...families.keys()],
  };
}
