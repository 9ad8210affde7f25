/** Small contents built by hand, so that the tests of `derive` need neither files nor YAML. */
import { derive } from '../../src/derive/derive.ts';
import type { CheckSpec, ClaimSpec, Content, FactSpec, FormulaText, StatedSpec } from '../../src/model/content.ts';
import type { Fact, Window } from '../../src/model/ledger.ts';
import type { Cell, Series, Status, Vintage } from '../../src/model/series.ts';
import type { Unit } from '../../src/model/unit.ts';
import type { Place, Problem } from '../../src/problem.ts';

export const WINDOW: Window = { base: 2000, start: 2001, prev: 2004, end: 2005 };

const at = (file: string, line: number, column = 1): Place => ({ file, line, column });

/** Figures by period; under item names where the series has items. */
type Figures = Readonly<Record<string, number>>;
export type Table = Figures | Readonly<Record<string, Figures>>;

export interface SeriesSpec {
  readonly unit?: Unit;
  readonly panel?: boolean;
  /** One block of figures a vintage, newest first. */
  readonly vintages: Readonly<Record<string, Table>>;
  readonly marks?: Readonly<Record<string, Status>>;
}

const isItems = (table: Table): table is Readonly<Record<string, Figures>> =>
  Object.values(table).some((value) => typeof value === 'object');

function vintage(series: string, id: string, table: Table, marks: Readonly<Record<string, Status>> = {}): Vintage {
  const cells = new Map<string, Map<string, Cell>>();
  const blocks: [string | undefined, Figures][] = isItems(table) ? Object.entries(table) : [[undefined, table]];
  for (const [item, figures] of blocks) {
    const row = Object.entries(figures).map(([period, value]): [string, Cell] => {
      const source = `source_${series}`;
      const place = at(`data/series/${series}.yaml`, 10);
      return [period, { series, item, vintage: id, source, period, value, status: marks[period], place }];
    });
    cells.set(item ?? '', new Map(row));
  }
  return {
    id,
    source: `source_${series}`,
    published: '2026-07',
    place: at(`data/series/${series}.yaml`, 5),
    items: isItems(table) ? Object.keys(table) : [],
    cell: (item, period) => cells.get(item ?? '')?.get(period),
    value: (item, period) => cells.get(item ?? '')?.get(period)?.value,
    periods: (item) => [...(cells.get(item ?? '')?.keys() ?? [])].sort(),
  };
}

export const seriesOf = (id: string, { unit = 'usd_million', panel = false, vintages, marks }: SeriesSpec): Series => ({
  id,
  label: { vi: id, en: id },
  unit,
  note: undefined,
  vintages: Object.entries(vintages).map(([name, table]) => vintage(id, name, table, marks)),
  panel,
  place: at(`data/series/${id}.yaml`, 1),
});

/** A formula on a line of its own; its first character stands in column 7, as after `  is: `. */
export const formula = (text: string, line = 1, file = 'data/facts/test.yaml'): FormulaText => ({
  text,
  place: at(file, line, 7),
});

export interface FactInput {
  readonly is: string;
  readonly unit?: Unit;
  readonly each?: readonly [string, string];
  readonly status?: Status;
  readonly decimals?: number;
}

export interface ContentInput {
  readonly rules?: Content['rules'];
  readonly series?: Readonly<Record<string, SeriesSpec>>;
  readonly facts?: Readonly<Record<string, FactInput>>;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly pins?: Readonly<Record<string, string>>;
  readonly stated?: readonly Partial<StatedSpec>[];
  readonly claims?: readonly Partial<ClaimSpec>[];
  readonly window?: Window;
  /** Series that the edition reads instead of others. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** Facts get the lines 1, 2, 3 … of `data/facts/test.yaml`, in order. */
export function contentOf({
  series = {},
  facts = {},
  lists = {},
  pins = {},
  stated = [],
  claims = [],
  rules = new Map(),
  window = WINDOW,
  instead = {},
}: ContentInput): Content {
  const text = { vi: 'một', en: 'one' };
  const place = at('data/editions/test.yaml', 1);
  const specs = Object.entries(facts).map(([name, input], i): [string, FactSpec] => [
    name,
    {
      name,
      formula: formula(input.is, i + 1),
      each: input.each && { from: formula(input.each[0], i + 1), to: formula(input.each[1], i + 1) },
      unit: input.unit ?? 'usd_million',
      decimals: input.decimals ?? 1,
      status: input.status,
      place: at('data/facts/test.yaml', i + 1),
    },
  ]);
  return {
    project: {
      publisher: text,
      disclaimer: text,
      contact: text,
      licence: text,
      languages: ['vi', 'en'],
      documents: [['vi', 'en']],
      editions: ['test'],
      place,
    },
    edition: {
      id: 'test',
      window,
      date: '2026-11-22',
      vintages: new Map(Object.entries(pins)),
      points: [{ id: 'scale', place }],
      series: new Map(Object.entries(instead)),
      facts: new Map(),
      previous: undefined,
      leftOut: [],
      article: 'article',
      stated: stated.map((figure, i) => ({
        name: 'stated_figure',
        value: 1,
        unit: 'percent' as const,
        decimals: 1,
        years: [formula('end', i + 1, 'data/claims/test.yaml')],
        place: at('data/claims/test.yaml', i + 1),
        ...figure,
      })),
      claims: claims.map((claim, i) => ({
        id: `C${i + 1}`,
        point: 'scale',
        text: { vi: `câu ${i + 1}`, en: `sentence ${i + 1}` },
        stated: text,
        recomputed: text,
        basis: text,
        strip: false,
        checks: [],
        verdict: 'verified',
        verdictPlace: at('data/claims/test.yaml', 100 + i),
        place: at('data/claims/test.yaml', 50 + i),
        ...claim,
      })),
      place,
    },
    series: new Map(Object.entries(series).map(([id, spec]) => [id, seriesOf(id, spec)])),
    sources: new Map(),
    rules,
    origins: new Map(),
    lists: new Map(
      Object.entries(lists).map(([id, members]) => [id, { id, label: text, members, source: 's', place }]),
    ),
    terms: new Map(),
    locales: new Map(),
    facts: new Map(specs),
    charts: new Map(),
    accepted: {},
    acceptedFacts: undefined,
    templates: new Map(),
    styles: new Map(),
  };
}

const CHECK_PLACE = at('data/claims/test.yaml', 60);
export const holds = (text: string, decides = true): CheckSpec => ({
  kind: 'holds',
  formula: formula(text, 61, 'data/claims/test.yaml'),
  place: CHECK_PLACE,
  decides,
});
export const compare = (text: string, stated: string, within = 0.05, close = 0.5, decides = true): CheckSpec => ({
  kind: 'compare',
  formula: formula(text, 61, 'data/claims/test.yaml'),
  stated,
  within,
  close,
  place: CHECK_PLACE,
  decides,
});
export const untested: CheckSpec = {
  kind: 'untested',
  reason: { vi: 'a', en: 'a' },
  place: CHECK_PLACE,
  decides: true,
};
export const opinion: CheckSpec = { kind: 'opinion', place: CHECK_PLACE, decides: true };
export const notComparable = (text?: string): CheckSpec => ({
  kind: 'not_comparable',
  reason: { vi: 'a', en: 'a' },
  formula: text === undefined ? undefined : formula(text, 61, 'data/claims/test.yaml'),
  place: CHECK_PLACE,
  decides: true,
});

/** Series that most tests can use: exports in US$ million (one vintage), GDP (two), markets and a panel (items). */
export const SERIES: Readonly<Record<string, SeriesSpec>> = {
  exports: {
    vintages: {
      '2026-07': { 1999: 80, 2000: 100, 2001: 110, 2002: 99, 2003: 120, 2004: 150, 2005: 200, '2006-Q1': 60 },
    },
  },
  imports: {
    unit: 'usd_billion',
    vintages: { '2026-07': { 2000: 0.12, 2001: 0.11, 2002: 0.13, 2003: 0.14, 2004: 0.14, 2005: 0.18 } },
  },
  gdp: { vintages: { '2026-07': { 2000: 250, 2004: 300, 2005: 400 }, '2012-09': { 2000: 240, 2004: 290, 2005: 360 } } },
  rate: { unit: 'percent', vintages: { v: { 2001: 10, 2002: -10, 2003: 20, 2004: 25, 2005: 100 / 3 } } },
  people: { unit: 'person_million', vintages: { v: { 2000: 2, 2005: 4 } } },
  volume: { unit: 'index', vintages: { v: { 2000: 50, 2005: 100 } } },
  markets: {
    vintages: {
      v: {
        japan: { 2001: 30, 2005: 40 },
        china: { 2001: 30, 2005: 60 },
        chile: { 2001: 5 },
        nowhere: { 2001: 0, 2005: 0 },
      },
    },
  },
  panel: {
    panel: true,
    vintages: { v: { VNM: { 2005: 200 }, THA: { 2005: 300 }, SGP: { 2005: 900 }, LAO: { 2005: 200 } } },
  },
  panel_gdp: { panel: true, vintages: { v: { VNM: { 2005: 400 }, THA: { 2005: 900 }, SGP: { 2005: 450 } } } },
};

export interface Derived {
  readonly fact: Fact | undefined;
  readonly problems: readonly Problem[];
}

/** Derives one fact, `result`, over the usual series. */
export function deriveOne(is: string, unit: Unit, input: ContentInput = {}): Derived {
  const content = contentOf({
    series: SERIES,
    lists: { asean: ['VNM', 'THA', 'LAO'] },
    ...input,
    facts: { result: { is, unit }, ...input.facts },
  });
  const { ledger, problems } = derive(content);
  return { fact: ledger.find('result'), problems };
}

/** Codes with line and column, as tests compare them. */
export const codes = (problems: readonly Problem[]): string[] => problems.map((p) => `${p.code} ${p.line}:${p.column}`);
