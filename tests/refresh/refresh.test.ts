import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brief } from '../brief.ts';
import { filesOf, smallest } from '../project.ts';
import { type Replay, type Reply, replay, worldBankPage } from './replay.ts';

const SERIES = 'data/series/exports.yaml';
const OLD: [string, number][] = [
  ['2000', 14482740000],
  ['2001', 15029190000],
  ['2002', 16706050000],
  ['2003', 20149320000],
  ['2004', 26485030000],
  ['2005', 32447130000],
];

let folder: string;
let server: Replay | undefined;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const everything = () => new Map(filesOf(folder).map((path) => [path, read(path)]));

/** The smallest project, its series fetched from a server that answers so. */
async function given(
  answer: (path: string, before: number) => Reply,
  fetch = 'economy: VNM, power: -6',
): Promise<void> {
  server = await replay(answer);
  writeFileSync(
    join(folder, 'data/refresh.yaml'),
    `# Ours.
bank:
  protocol: world_bank
  url: ${server.url}/v2/
  name: wdi
  publisher: {vi: Ngân hàng Thế giới, en: World Bank}
  title: {vi: WDI, en: WDI}
  line: {vi: "Ngân hàng Thế giới, WDI, {release}", en: "World Bank, WDI, {release}"}
  licence: CC BY 4.0
  certainty: A
`,
  );
  const series = read(SERIES).replace(
    'vintages:\n',
    `fetch: {from: bank, code: TX.VAL.MRCH.CD.WT, ${fetch}}\nvintages:\n  # The first state.\n`,
  );
  writeFileSync(join(folder, SERIES), series);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brief-refresh-'));
  smallest(folder);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

describe('brief refresh', () => {
  it('writes a new vintage with its source, and pins the old one, so that the brief prints what it printed', async () => {
    await given(() => worldBankPage([...OLD.slice(0, 5), ['2005', 32500000000], ['2006', 39826220000]]));
    // The new source is a text that nobody has accepted yet, like the others of this project.
    const found = async () => {
      const { problems } = JSON.parse((await brief('check --json', folder)).stdout);
      return problems.filter(({ code }: { code: string }) => code !== 'translations-never-accepted');
    };
    const before = await found();
    const run = await brief('refresh', folder);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('exports: 2026-11 differs from 2025-08 in 2 figures');
    expect(run.stdout).toContain('2005: 32447.13 → 32500 (+0.16 %)');
    expect(run.stdout).toContain('2006: new, 39826.22');
    expect(read(SERIES)).toContain(
      'vintages:\n  - id: "2026-11"\n    source: wdi_2026_11\n    published: 2026-11-18\n    values:\n      2000: 14482.74\n',
    );
    expect(read(SERIES)).toContain('  # The first state.\n  - id: "2025-08"\n');
    expect(read('data/editions/2005.yaml')).toContain('vintages:\n  exports: "2025-08"\n');
    const sources = read('data/sources.yaml');
    expect(sources).toContain('\nwdi_2026_11:\n');
    expect(sources).toMatch(
      /line:\n {4}vi: "Ngân hàng Thế giới, WDI, tháng 11\/2026"\n {4}en: "World Bank, WDI, November 2026"/,
    );
    expect(sources).toMatch(/retrieved: 20\d\d-\d\d-\d\d\n/);
    expect(await found()).toEqual(before);
  });

  it('changes nothing where the figures are the same, however new the release', async () => {
    await given(() => worldBankPage(OLD));
    const before = everything();
    const run = await brief('refresh exports', folder);
    expect([run.status, run.stdout]).toEqual([0, 'exports: unchanged since 2025-08\n']);
    expect(everything()).toEqual(before);
  });

  it('reads every page of an answer', async () => {
    await given((path) => {
      const page = Number(/[?&]page=(\d)/.exec(path)?.[1]);
      return worldBankPage(page === 1 ? OLD.slice(0, 3) : OLD.slice(3), { page, pages: 2 });
    });
    expect((await brief('refresh', folder)).stdout).toBe('exports: unchanged since 2025-08\n');
    expect(server?.asked).toHaveLength(2);
  });

  it('says with --dry-run what it would write, and writes nothing', async () => {
    await given(() => worldBankPage([...OLD, ['2006', 39826220000]]));
    const before = everything();
    const run = await brief('refresh --dry-run', folder);
    expect(run.stdout).toContain('Not written: data/editions/2005.yaml, data/series/exports.yaml, data/sources.yaml.');
    expect(everything()).toEqual(before);
  });

  it('gives one JSON object with every change', async () => {
    await given(() => worldBankPage([...OLD, ['2006', 39826220000]]));
    const { ok, series, files } = JSON.parse((await brief('refresh --json', folder)).stdout);
    expect(ok).toBe(true);
    expect(series[0]).toMatchObject({ series: 'exports', outcome: 'new', vintage: '2026-11', before: '2025-08' });
    expect(series[0].changes).toEqual([{ period: '2006', after: 39826.22 }]);
    expect(files).toContain(SERIES);
  });

  const refused: [string, (path: string) => Reply, string][] = [
    ['an empty answer', () => worldBankPage([]), 'refresh-empty'],
    ['no JSON', () => ({ body: '<html>' }), 'refresh-not-understood'],
    [
      'an error told with status 200',
      () => ({ body: '[{"message":[{"value":"Invalid"}]}]' }),
      'refresh-not-understood',
    ],
    ['an address that is not there', () => ({ status: 404, body: '' }), 'refresh-unreachable'],
    ['two figures for a year', () => worldBankPage([...OLD, ['2005', 1]]), 'refresh-contradiction'],
    [
      'pages of two releases',
      (path) => worldBankPage(OLD, { pages: 2, updated: path.endsWith('page=1') ? '2026-10-01' : '2026-11-18' }),
      'refresh-not-understood',
    ],
    ['another unit', () => worldBankPage(OLD.map(([year, value]) => [year, value / 1000])), 'refresh-scale'],
  ];
  it.each(refused)('refuses %s, names the place, and leaves every file as it was', async (_, answer, code) => {
    await given(answer);
    const before = everything();
    const run = await brief('refresh --json', folder);
    const { ok, problems } = JSON.parse(run.stdout);
    expect(ok).toBe(false);
    expect(problems).toMatchObject([{ code, file: SERIES, line: 3 }]);
    expect(run.status).toBe(code === 'refresh-unreachable' ? 3 : 1);
    expect(everything()).toEqual(before);
  });

  it('warns of figures that are gone, and keeps them in the old vintage', async () => {
    await given(() => worldBankPage(OLD.slice(0, 5)));
    const run = await brief('refresh', folder);
    expect(run.stderr).toContain('[refresh-gone]');
    expect(read(SERIES)).toContain('2005: 32447.13');
  });

  it('names the series there are where one is unknown', async () => {
    await given(() => worldBankPage(OLD));
    const run = await brief('refresh export', folder);
    expect([run.status, server?.asked]).toEqual([2, []]);
    expect(run.stderr).toContain('Did you mean “exports”?');
  });
});
