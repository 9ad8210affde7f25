import { describe, expect, it } from 'vitest';
import type { FetchSpec } from '../../src/model/refresh.ts';
import { changesOf, freshOf, scaled, wrongPower } from '../../src/refresh/changes.ts';
import { readSdmxCsv } from '../../src/refresh/sdmx-csv.ts';
import { readSdmxJson } from '../../src/refresh/sdmx-json.ts';
import { readWorldBankPage } from '../../src/refresh/world-bank.ts';
import type { Reply } from './replay.ts';
import { worldBankPage } from './replay.ts';

const place = { file: 'data/series/x.yaml', line: 1, column: 1 };
const spec: FetchSpec = { from: 'p', code: 'TX.VAL.MRCH.CD.WT', power: -6, place };
const byGood: FetchSpec = { ...spec, dimension: 'GOOD', items: { rice: 'R', coffee: 'C' } };
const text = (reply: Reply) => (typeof reply === 'object' ? reply.body : '');

describe('the World Bank', () => {
  it('gives figures, leaves out years without one, and knows when it was updated', () => {
    const page = readWorldBankPage(
      text(
        worldBankPage([
          ['2025', 472900000000],
          ['2026', null],
        ]),
      ),
      spec,
      false,
    );
    expect(page.updated).toBe('2026-11-18');
    expect(page.figures).toEqual([{ item: undefined, period: '2025', text: '472900000000', status: undefined }]);
  });

  it.each([
    [
      '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
      'not valid',
    ],
    ['<html>busy</html>', 'it is no JSON'],
    ['', 'it is empty'],
    ['[]', 'how many pages'],
    [text(worldBankPage([['2025', 1]], { code: 'NY.GDP' })), 'NY.GDP instead of TX.VAL'],
    [text(worldBankPage([['soon', 1]])), 'no year, quarter or month'],
    [text(worldBankPage([['2025', 1]], { pages: 5000 })), '5000 pages'],
  ])('refuses %s', (answer, reason) => {
    expect(() => readWorldBankPage(answer, spec, false)).toThrow(reason);
  });
});

const structure = {
  dimensions: {
    observation: [
      { id: 'GOOD', values: [{ id: 'R' }, { id: 'C' }] },
      { id: 'TIME_PERIOD', values: [{ id: '2024' }, { id: '2025-Q1' }] },
    ],
  },
  attributes: {
    observation: [
      { id: 'NOTE', values: [{ id: 'x' }] },
      { id: 'OBS_STATUS', values: [{ id: 'A' }, { id: 'P' }, { id: 'M' }] },
    ],
  },
};
const observations = { '0:0': [1.5, null, 0], '1:0': [2, null, 1], '0:1': [null, null, 2], '1:1': [7, 0, 0] };
const flat = [
  { item: 'R', period: '2024', text: '1.5', status: undefined },
  { item: 'C', period: '2024', text: '2', status: 'p' },
  { item: 'C', period: '2025-Q1', text: '7', status: undefined },
];

describe('SDMX-JSON', () => {
  it('reads version 1.0, flat', () => {
    const message = { meta: { prepared: '2026-11-02T08:00:00Z' }, data: { structure, dataSets: [{ observations }] } };
    expect(readSdmxJson(JSON.stringify(message), byGood)).toEqual({ released: '2026-11-02', figures: flat });
  });

  it('reads version 2.0, by series', () => {
    const [good, time] = structure.dimensions.observation;
    const structures = [{ ...structure, dimensions: { series: [good], observation: [time] } }];
    const series = { 0: { observations: { 0: [1.5, null, 0] } }, 1: { observations: { 0: [2, null, 1], 1: [7] } } };
    const message = { meta: {}, data: { structures, dataSets: [{ series }] } };
    expect(readSdmxJson(JSON.stringify(message), byGood).figures).toEqual(flat);
  });

  it.each([
    [{ errors: [{ title: 'No results found' }] }, 'No results found'],
    [{ data: { structure, dataSets: [] } }, 'no data sets'],
    [{ data: { structure, dataSets: [{ observations: { '9:0': [1] } }] } }, 'no place in its dimensions'],
    [{ data: { structure, dataSets: [{ observations: { '0:0': ['n/a'] } }] } }, 'is no number'],
  ])('refuses %j', (message, reason) => {
    expect(() => readSdmxJson(JSON.stringify(message), byGood)).toThrow(reason);
  });

  it('names the dimensions there are where the wanted one is missing', () => {
    const message = { data: { structure, dataSets: [{ observations }] } };
    expect(() => readSdmxJson(JSON.stringify(message), { ...byGood, dimension: 'SITC' })).toThrow(
      'no dimension SITC, only GOOD, TIME_PERIOD',
    );
  });
});

describe('SDMX-CSV', () => {
  it('reads a message, with labels behind codes, a byte order mark and cells in quotes', () => {
    const lines = [
      '\uFEFFDATAFLOW,GOOD: Good,TIME_PERIOD,OBS_VALUE,OBS_STATUS',
      '"NSO:DF(1.0)",R: Rice,2024,1.5,A',
      '"NSO:DF(1.0)",C: "Coffee, raw",2024,2,P',
      'NSO,R,2025-Q1,,M',
      'NSO,C,2025-Q1,7,A',
    ];
    expect(readSdmxCsv(lines.join('\r\n').replace('C: "Coffee, raw"', '"C: Coffee, raw"'), byGood).figures).toEqual(
      flat,
    );
  });

  it.each([
    ['GEO,OBS_VALUE\nVN,1', 'no column TIME_PERIOD, only GEO, OBS_VALUE'],
    ['TIME_PERIOD,OBS_VALUE,GOOD\n2024,"1', 'it is no CSV'],
    ['TIME_PERIOD,OBS_VALUE,GOOD\n2024,"1,5",R', '“1,5” in 2024 is no number'],
  ])('refuses %j', (answer, reason) => {
    expect(() => readSdmxCsv(answer, byGood)).toThrow(reason);
  });
});

describe('what an answer changes', () => {
  const old = new Map([
    ['2023', 353782],
    ['2024', 404824],
  ]);
  const newest = {
    id: '2026-07',
    source: 'wdi',
    published: '2026-07',
    place,
    items: [],
    cell: () => undefined,
    value: (_: string | undefined, period: string) => old.get(period),
    periods: () => [...old.keys()],
  };
  const figures = (rows: Record<string, string>) =>
    Object.entries(rows).map(([period, value]) => ({ item: undefined, period, text: value, status: undefined }));

  it('scales without losing a digit', () => {
    expect(scaled('404824123456.7', -6)).toBe(404824.1234567);
    expect(scaled('0.1', 1)).toBe(1);
    expect(scaled('4.72e11', -6)).toBe(472000);
    expect(scaled('404824500000', -6, 0)).toBe(404825);
  });

  it('tells new, moved and vanished figures, in order, and nothing of those before the series begins', () => {
    const { fresh } = freshOf(figures({ 2025: '472900000000', 2024: '405000000000', 1990: '1' }), spec, newest);
    expect(changesOf(fresh, newest)).toEqual([
      { item: undefined, period: '2024', before: 404824, after: 405000 },
      { item: undefined, period: '2025', before: undefined, after: 472900 },
      { item: undefined, period: '2023', before: 353782, after: undefined },
    ]);
  });

  it('finds a period with two figures, and takes equal ones as one', () => {
    const twice = [...figures({ 2024: '1' }), ...figures({ 2024: '2000000' })];
    expect(freshOf(twice, spec, newest).contradictions).toHaveLength(1);
    expect(freshOf([...figures({ 2024: '1' }), ...figures({ 2024: '1' })], spec, newest).contradictions).toEqual([]);
  });

  it('notices that the publisher changed the unit, and not that a figure doubled', () => {
    const size = (rows: Record<string, string>) => wrongPower(freshOf(figures(rows), spec, newest).fresh, newest);
    expect(size({ 2023: '353782000', 2024: '404824000' })).toBe(-3);
    expect(size({ 2023: '353782000000', 2024: '809648000000' })).toBeUndefined();
  });
});
