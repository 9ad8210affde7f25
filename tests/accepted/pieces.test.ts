import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type AcceptedPieces, checkPieces, piecesText } from '../../src/accepted/check-pieces.ts';
import { piecesOf } from '../../src/accepted/pieces.ts';
import { load } from '../../src/load/load.ts';
import type { ChartSpec } from '../../src/model/content.ts';

const FILES = {
  'brief.yaml': 'publisher:\n  vi: Dự án\n  en: Project\nlicence: MIT\nlanguages: [vi, en]\neditions: ["2005"]\n',
  'data/terms.yaml': 'rice: { vi: gạo, en: rice }\nrubber: { vi: cao su, en: rubber }\n',
  'data/sources.yaml': 'wits:\n  publisher: { vi: NHTG, en: World Bank }\n  published: 2025-08\n',
  'data/series/gdp.yaml':
    'label: { vi: GDP, en: GDP }\nunit: usd_million\nvintages:\n  - id: "2026"\n    source: wdi\n    values:\n      2005: 1\n',
  'data/claims/2005.yaml':
    'claims:\n  - id: C01\n    text: { vi: câu, en: claim }\n    checks:\n      - holds: a > b\n    verdict: verified\n',
  'data/editions/2005.yaml': 'window: { start: 2001, end: 2005 }\nvintages:\n  gdp: "2026"\n',
  'templates/locales/vi.yaml': 'units:\n  usd_billion: "{n} tỷ USD"\n',
  'templates/locales/en.yaml': 'units:\n  usd_billion: "US${n} billion"\n',
  'templates/charts/scale.yaml':
    'usermeta:\n  brief:\n    datasets:\n      ends:\n        rows:\n          - { fact: a.end, term: rice }\n          - { fact: b.end, term: rubber }\n    narrow: { datasets: { ends: { rows: [{ fact: a.end }] } } }\nlayer:\n  - data: { name: ends }\n    mark: { type: text, dy: 3 }\n    encoding: { text: { field: label }, y: { scale: { zero: true } } }\n',
};
type File = keyof typeof FILES;

const piecesIn = (files: Partial<Record<File, string>>) => {
  const { sources } = load(new Map(Object.entries({ ...FILES, ...files })));
  const placed = sources.yaml.get('templates/charts/scale.yaml') as ChartSpec['placed'];
  return piecesOf(sources, '2005', [{ id: 'scale', placed }], ['vi', 'en']);
};
const accepted = parseYaml(piecesText(piecesIn({}), {})) as AcceptedPieces;
/** What is said of the project with one text of one file replaced. */
const after = (file: File, from: string, to: string) => {
  expect(FILES[file]).toContain(from);
  const pieces = piecesIn({ [file]: FILES[file].replace(from, to) });
  return checkPieces(pieces, accepted).map(({ code, file: where, line }) => [code, where, line]);
};

it('is silent where nothing changed', () => {
  expect(checkPieces(piecesIn({}), accepted)).toEqual([]);
});

it('says once that nothing was ever accepted', () => {
  expect(checkPieces(piecesIn({}), {}).map(({ code, severity }) => [code, severity])).toEqual([
    ['translations-never-accepted', 'note'],
  ]);
});

describe('a change that nobody accepted is an error where it is read:', () => {
  const stale = 'translation-stale';
  const cases: [string, File, string, string, (string | number)[]][] = [
    ['a name in one language, at its twin', 'data/terms.yaml', 'gạo', 'lúa', [stale, 'data/terms.yaml', 1]],
    ['a source’s date', 'data/sources.yaml', '2025-08', '2025-07', ['accepted-changed', 'data/sources.yaml', 3]],
    [
      'a unit of a series',
      'data/series/gdp.yaml',
      '_million',
      '_billion',
      ['accepted-changed', 'data/series/gdp.yaml', 2],
    ],
    ['the source of a vintage', 'data/series/gdp.yaml', 'wdi', 'wits', ['accepted-changed', 'data/series/gdp.yaml', 4]],
    ['a check of a claim', 'data/claims/2005.yaml', 'a > b', 'a < b', ['accepted-changed', 'data/claims/2005.yaml', 5]],
    ['a claim in one language', 'data/claims/2005.yaml', 'câu', 'lời', [stale, 'data/claims/2005.yaml', 3]],
    [
      'a vintage of an edition',
      'data/editions/2005.yaml',
      'gdp: "2026"',
      'gdp: "2012"',
      ['accepted-changed', 'data/editions/2005.yaml', 3],
    ],
    ['a pattern of a language', 'templates/locales/vi.yaml', 'tỷ', 'triệu', [stale, 'templates/locales/en.yaml', 2]],
    [
      'the fact of a row of a chart',
      'templates/charts/scale.yaml',
      'a.end',
      'a.base',
      ['accepted-changed', 'templates/charts/scale.yaml', 6],
    ],
    [
      'the name of a row of a chart',
      'templates/charts/scale.yaml',
      'term: rubber',
      'term: rice',
      ['accepted-changed', 'templates/charts/scale.yaml', 7],
    ],
    [
      'what a label shows',
      'templates/charts/scale.yaml',
      'field: label',
      'field: year_label',
      ['accepted-changed', 'templates/charts/scale.yaml', 10],
    ],
    [
      'where a scale begins',
      'templates/charts/scale.yaml',
      'zero: true',
      'zero: false',
      ['accepted-changed', 'templates/charts/scale.yaml', 10],
    ],
    [
      'what a phone shows',
      'templates/charts/scale.yaml',
      'rows: [{ fact: a.end }]',
      'rows: [{ fact: b.end }]',
      ['accepted-changed', 'templates/charts/scale.yaml', 8],
    ],
  ];
  for (const [what, file, from, to, problem] of cases) {
    it(what, () => expect(after(file, from, to)).toEqual([problem]));
  }
});

it('leaves figures, looks and the list of editions alone', () => {
  expect(after('data/series/gdp.yaml', '2005: 1', '2005: 2')).toEqual([]);
  expect(after('templates/charts/scale.yaml', 'dy: 3', 'dy: 4')).toEqual([]);
  expect(after('brief.yaml', '["2005"]', '["2005", "2006"]')).toEqual([]);
  expect(after('data/claims/2005.yaml', 'verdict: verified', 'verdict: close')).toEqual([]);
});

it('asks for acceptance where all languages changed, misses what is gone, and warns of what is new', () => {
  expect(after('data/terms.yaml', '{ vi: gạo, en: rice }', '{ vi: lúa, en: paddy }')).toEqual([
    ['translation-changed', 'data/terms.yaml', 1],
  ]);
  expect(after('data/terms.yaml', 'rubber: { vi: cao su, en: rubber }\n', '')).toEqual([
    ['accepted-gone', 'data/terms.yaml', 1],
  ]);
  expect(after('data/terms.yaml', 'rubber:', 'latex:')).toEqual([
    ['translation-new', 'data/terms.yaml', 2],
    ['accepted-gone', 'data/terms.yaml', 1],
  ]);
});

it('knows no piece under a name that every object has', () => {
  expect(after('data/terms.yaml', 'rubber:', 'constructor:').map(([code]) => code)).toEqual([
    'translation-new',
    'accepted-gone',
  ]);
});

it('keeps what another edition’s own files were accepted as', () => {
  const hashes = { heading1: { vi: 'aaaaaaaaaaaa' } };
  const before = { 'editions/2006/points/x.hbs': hashes, 'data/claims/2006.yaml': hashes, 'points/gone.hbs': hashes };
  const kept = Object.keys(parseYaml(piecesText(piecesIn({}), before)) as AcceptedPieces);
  expect(kept).toContain('editions/2006/points/x.hbs');
  expect(kept).toContain('data/claims/2006.yaml');
  expect(kept).not.toContain('points/gone.hbs');
});
