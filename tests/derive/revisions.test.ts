/** Revisions: what was published otherwise, what the brief would say with it, and the table that tells both. */
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Content } from '../../src/model/content.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Series } from '../../src/model/series.ts';
import { type ContentInput, contentOf, type SeriesSpec, seriesOf } from './content.ts';

const GDP: SeriesSpec = {
  vintages: {
    '2026-07': { 2000: 250, 2004: 300, 2005: 400 },
    '2012-09': { 2000: 250, 2004: 290.0001, 2005: 360 },
  },
};
const EXPORTS: SeriesSpec = { vintages: { v: { 2000: 100, 2004: 150, 2005: 200 } } };

/** The ledger of these series; facts that have a phrase are told in the table. */
function ledgerOf(
  input: ContentInput,
  told: readonly string[],
  change: (content: Content) => Content = (same) => same,
) {
  const content = contentOf({ pins: { gdp: '2012-09' }, ...input });
  const phrases = new Map(told.map((name) => [`revised.${name}`, { text: name }]));
  const locales = new Map([['vi', { phrases }]]) as unknown as Content['locales'];
  const { ledger, problems } = derive(change({ ...content, locales }));
  expect(problems).toEqual([]);
  return ledger;
}

const RATIO = { is: 'share(exports[end], gdp[end])', unit: 'percent' } as const;

/** A row as a reader sees it. */
function rows(ledger: Ledger): string[] {
  const value = (id: string) => {
    const fact = ledger.facts.get(id);
    return `${typeof fact?.value === 'number' ? Number(fact.value.toPrecision(6)) : fact?.value} ${fact?.unit}`;
  };
  return ledger.revisionRows.map(({ kind, series, figures, effects }) => {
    const own = figures ? `${value(figures.earlier)} → ${value(figures.later)} (${value(figures.change)})` : 'many';
    return `${kind} ${series} ${own}: ${effects.map(({ fact, other }) => `${fact} ${value(fact)} → ${value(other)}`).join('; ')}`;
  });
}

describe('what moved since the vintage that the edition reads', () => {
  const input = { series: { exports: EXPORTS, gdp: GDP }, facts: { ratio: RATIO } };

  it('is listed with its size and with what it would change', () => {
    const [revision, ...others] = ledgerOf(input, ['ratio']).revisions();
    expect(others).toEqual([]);
    expect(revision).toMatchObject({ kind: 'since', series: 'gdp', period: '2005', difference: 40 });
    expect(revision?.percent).toBeCloseTo((40 / 360) * 100, 9);
    expect(revision?.effects).toEqual([
      { fact: 'ratio', printed: (200 / 360) * 100, other: 50, unit: 'percent', shows: true },
    ]);
  });

  it('is a row of the table, whose numbers are facts', () => {
    const ledger = ledgerOf(input, ['ratio']);
    expect(rows(ledger)).toEqual([
      'since gdp 360 usd_million → 400 usd_million (11.1111 percent): ratio 55.5556 percent → 50 percent',
    ]);
    const other = ledger.facts.get(ledger.revisionRows[0]?.effects[0]?.other ?? '');
    expect(other?.expression).toBe('share(exports[2005], gdp["2012-09"][2005]) given gdp["2026-07"]');
    expect(other?.sources).toEqual(['source_exports', 'source_gdp']);
    expect(ledger.find('revisions_count')?.value).toBe(1);
  });

  it('names no fact that has no phrase, but the row stays', () =>
    expect(rows(ledgerOf(input, []))).toEqual(['since gdp 360 usd_million → 400 usd_million (11.1111 percent): ']));

  it('takes the year before where the last one did not move', () => {
    const gdp = { vintages: { new: { 2004: 300, 2005: 360 }, '2012-09': { 2004: 290, 2005: 360 } } };
    const facts = { growth_gdp: { is: 'growth(gdp, end)', unit: 'percent' } } as const;
    expect(rows(ledgerOf({ series: { gdp }, facts }, ['growth_gdp']))[0]).toContain(
      '290 usd_million → 300 usd_million',
    );
  });

  it('leaves out what nobody sees in print, and what compares the vintages itself', () => {
    const gdp = { vintages: { new: { 2005: 360.00004 }, '2012-09': { 2005: 360 } } };
    const facts = {
      ratio: RATIO,
      moved: { is: 'change(gdp["2012-09"][end], gdp["new"][end])', unit: 'percent' },
    } as const;
    expect(ledgerOf({ series: { exports: EXPORTS, gdp }, facts }, ['ratio', 'moved']).revisionRows).toEqual([]);
    const seen = ledgerOf(
      {
        series: { gdp: GDP },
        facts: { moved: { ...facts.moved, is: 'change(gdp["2012-09"][end], gdp["2026-07"][end])' } },
      },
      ['moved'],
    );
    expect(seen.revisionRows.flatMap(({ effects }) => effects)).toEqual([]);
  });

  it('is told in percentage points where the figures are per cent', () => {
    const rate: SeriesSpec = { unit: 'percent', vintages: { new: { 2005: 7.5 }, old: { 2005: 7.8 } } };
    const facts = { last: { is: 'rate[end]', unit: 'percent' } } as const;
    const ledger = ledgerOf({ series: { rate }, facts, pins: { rate: 'old' } }, []);
    expect(rows(ledger)).toEqual(['since rate 7.8 percent → 7.5 percent (-0.3 percentage_point): ']);
  });

  it('counts great figures in the greater unit', () => {
    const people: SeriesSpec = { unit: 'person', vintages: { new: { 2005: 81_088_313 }, old: { 2005: 82_393_500 } } };
    const facts = { people_now: { is: 'people[end]', unit: 'person_million' } } as const;
    const ledger = ledgerOf({ series: { people }, facts, pins: { people: 'old' } }, []);
    expect(rows(ledger)[0]).toContain('82.3935 person_million → 81.0883 person_million');
  });

  it('is one row for a table of all economies, told for what it changes', () => {
    const panel: SeriesSpec = {
      panel: true,
      vintages: { new: { VNM: { 2005: 9 }, THA: { 2005: 7 } }, old: { VNM: { 2005: 5 }, THA: { 2005: 6 } } },
    };
    const facts = { place: { is: 'rank(panel.VNM, end)', unit: 'rank' } } as const;
    const ledger = ledgerOf({ series: { panel }, facts, pins: { panel: 'old' } }, ['place']);
    expect(rows(ledger)).toEqual(['since panel many: place 2 rank → 1 rank']);
  });
});

describe('what was printed first', () => {
  const first = (series: string, value: number) => ({
    ...seriesOf(`${series}_first`, { vintages: { 'first-print': { 2005: value } } }),
    firstPrintOf: series,
  });
  const withFirst = (content: Content): Content => {
    const all: [string, Series][] = [first('exports', 190), first('imports', 230)].map((one) => [one.id, one]);
    return { ...content, series: new Map([...content.series, ...all]) };
  };
  const imports: SeriesSpec = { vintages: { v: { 2005: 220 } } };
  const facts = { deficit: { is: 'imports[end] - exports[end]', unit: 'usd_million' } } as const;

  it('stood side by side: a fact of two series is told once, with both as they were first printed', () => {
    const ledger = ledgerOf({ series: { exports: EXPORTS, imports }, facts }, ['deficit'], withFirst);
    expect(rows(ledger)).toEqual([
      'first_print imports 230 usd_million → 220 usd_million (-4.34783 percent): deficit 20 usd_million → 40 usd_million',
      'first_print exports 190 usd_million → 200 usd_million (5.26316 percent): ',
    ]);
  });
});

it('an edition whose figures never moved has no rows', () => {
  const ledger = ledgerOf({ series: { exports: EXPORTS }, facts: { last: { is: 'exports[end]' } } }, ['last']);
  expect(ledger.revisionRows).toEqual([]);
  expect(ledger.revisions()).toEqual([]);
  expect(ledger.find('revisions_count')?.value).toBe(0);
});
