import { describe, expect, it } from 'vitest';
import { contentOf, found, seriesFile, validated, vintage } from './project.ts';

const EDITION = 'data/editions/2005.yaml';
const CLAIMS = 'data/claims/2005.yaml';
const edition = (more: string) => `window: {start: 2001, end: 2005}\ndate: 2026-11-22\n${more}`;
const TWO = {
  'data/series/gdp.yaml': seriesFile(
    `${vintage('2026-07')}  values: {2005: 1}\n`,
    `${vintage('2012-09', '2012')}  values: {2005: 1}\n`,
  ),
};

const claims = (claim: string, more = '') => `article: wits
stated:
  stated_exports: {value: 32.4, unit: usd_billion, years: [end]}
${more}claims:
  - id: C1
    point: scale
    text: {vi: " Một ", en: One}
    verdict: verified
${claim}`;
const CHECK = '    checks:\n      - {compare: "exports[end]", with: stated_exports, within: 0.05}\n';

describe('an edition', () => {
  it.each([
    ['an unknown point', 'points: [scale, scal]\n', 'unknown-name', 3, 17],
    ['a point twice', 'points: [scale, scale]\n', 'name-twice', 3, 17],
    ['an unknown point left out', 'points: [scale]\nleft_out: {growht: {vi: x, en: y}}\n', 'unknown-name', 4, 12],
    ['a point told and left out', 'points: [scale]\nleft_out: {scale: {vi: x, en: y}}\n', 'point-both', 4, 12],
    ['a reason in one language', 'points: [scale]\nleft_out: {scale: {vi: x}}\n', 'translation-missing', 4, 19],
    ['a pin of an unknown series', 'points: [scale]\nvintages: {gpd: "2012-09"}\n', 'unknown-name', 4, 12],
    ['a pin of an unknown vintage', 'points: [scale]\nvintages: {gdp: "2012-08"}\n', 'unknown-name', 4, 17],
    ['an unknown series in place of another', 'points: [scale]\nseries: {gdp: gpd}\n', 'unknown-name', 4, 15],
    ['a series in place of an unknown one', 'points: [scale]\nseries: {gpd: gdp}\n', 'unknown-name', 4, 10],
    ['an unknown edition before', 'points: [scale]\nprevious: "2004"\n', 'unknown-name', 4, 11],
    ['an edition before that ends as late', 'points: [scale]\nprevious: "2005"\n', 'previous-later', 4, 11],
    ['a fact that is a series', 'points: [scale]\nfacts: {gdp: {is: "1", unit: count}}\n', 'fact-name-taken', 4, 9],
    ['no points', 'points: []\n', 'shape-wrong-value', 3, 9],
  ])('may not have %s', (_, more, code, line, column) => {
    expect(found({ ...TWO, [EDITION]: edition(more) })).toContainEqual([code, line, column]);
  });

  it('names the nearest of the right names', () => {
    const { problems } = validated({ ...TWO, [EDITION]: edition('points: [scal]\nvintages: {gpd: x}\n') });
    expect(problems.map(({ hint }) => hint)).toEqual(['Did you mean “scale”?', 'Did you mean “gdp”?']);
  });

  it('may not end before it begins', () => {
    expect(found({ [EDITION]: 'window: {start: 2005, end: 2001}\ndate: 2026-11-22\npoints: [scale]\n' })).toEqual([
      ['window-order', 1, 28],
    ]);
  });

  it('knows its years, pins and points', () => {
    const content = contentOf({ ...TWO, [EDITION]: edition('points: [scale]\nvintages: {gdp: 2012-09}\n') });
    expect(content.edition).toMatchObject({
      id: '2005',
      window: { start: 2001, end: 2005, base: 2000, prev: 2004 },
      date: '2026-11-22',
      points: [{ id: 'scale', place: { file: EDITION, line: 3, column: 10 } }],
      leftOut: [],
      article: undefined,
      stated: [],
      claims: [],
    });
    expect(content.edition.vintages.get('gdp')).toBe('2012-09');
  });

  it('may read other series, have facts of its own, and follow an edition', () => {
    const own = 'facts: {exports_end: {is: "gdp[last_end]", unit: usd_million}}\n';
    const { edition: spec, facts } = contentOf({
      ...TWO,
      'data/editions/2004.yaml': edition('points: [scale]\n').replaceAll('2005', '2004'),
      [EDITION]: edition(`points: [scale]\nseries: {exports: gdp}\nprevious: 2004\n${own}`),
    });
    expect([...spec.series]).toEqual([['exports', 'gdp']]);
    expect(spec.window).toMatchObject({ last_start: 2001, last_end: 2004 });
    expect(facts.get('exports_end')).toMatchObject({ formula: { text: 'gdp[last_end]' }, place: { file: EDITION } });
  });

  it('may leave points out, with a reason', () => {
    const changes = {
      'templates/points/growth.hbs': 'x',
      [EDITION]: edition('points: [scale]\nleft_out: {growth: {vi: x, en: >-\n  y}}\n'.replace('>-\n  y', 'y')),
    };
    expect(contentOf(changes).edition.leftOut).toEqual([
      { id: 'growth', reason: { vi: 'x', en: 'y' }, place: { file: EDITION, line: 4, column: 12 } },
    ]);
  });
});

describe('claims', () => {
  it('become checks with every default decided', () => {
    const { claims: all, article, stated } = contentOf({ [CLAIMS]: claims(CHECK) }).edition;
    expect(article).toBe('wits');
    expect(stated).toMatchObject([
      { name: 'stated_exports', value: 32.4, unit: 'usd_billion', decimals: 1, years: [{ text: 'end' }] },
    ]);
    expect(stated[0]?.years[0]?.place).toEqual({ file: CLAIMS, line: 3, column: 60 });
    expect(all).toMatchObject([
      {
        id: 'C1',
        point: 'scale',
        strip: false,
        text: { vi: 'Một', en: 'One' },
        stated: { vi: '', en: '' },
        recomputed: { vi: '', en: '' },
        verdict: 'verified',
        place: { line: 5, column: 5 },
        verdictPlace: { line: 8, column: 14 },
      },
    ]);
    expect(all[0]?.checks).toMatchObject([
      { kind: 'compare', stated: 'stated_exports', within: 0.05, close: 0.05, decides: true },
    ]);
  });

  it('may have checks of every kind', () => {
    const checks = `    checks:
      - {holds: "1 < 2", decides: false}
      - {not_comparable: {vi: " x ", en: y}}
      - {not_comparable: {vi: x, en: y}, recomputed: "exports[end]"}
      - {untested: {vi: x, en: y}}
      - {opinion: true}
`;
    const [claim] = contentOf({ [CLAIMS]: claims(checks) }).edition.claims;
    expect(claim?.checks).toMatchObject([
      { kind: 'holds', formula: { text: '1 < 2' }, decides: false },
      { kind: 'not_comparable', reason: { vi: 'x', en: 'y' }, formula: undefined },
      { kind: 'not_comparable', formula: { text: 'exports[end]' } },
      { kind: 'untested', reason: { vi: 'x', en: 'y' }, decides: true },
      { kind: 'opinion' },
    ]);
  });

  it('may state a figure in one text for all languages', () => {
    const [claim] = contentOf({ [CLAIMS]: claims(`    stated: "{stated_exports}"\n${CHECK}`) }).edition.claims;
    expect(claim?.stated).toEqual({ vi: '{stated_exports}', en: '{stated_exports}' });
  });

  it.each([
    ['an unknown stated figure', claims(CHECK.replace('stated_exports', 'stated_export')), 'unknown-name', 10, 41],
    ['an unknown point', claims(CHECK).replace('point: scale', 'point: scal'), 'unknown-name', 6, 12],
    ['an unknown article', claims(CHECK).replace('wits', 'wit'), 'unknown-name', 1, 10],
    ['an unknown verdict', claims(CHECK).replace('verified', 'true_enough'), 'shape-wrong-value', 8, 14],
    ['“close” below “within”', claims(CHECK.replace('0.05', '0.05, close: 0.01')), 'claim-close', 10, 78],
    [
      'a stated figure called like a series',
      claims(CHECK, '  exports: {value: 1, unit: count, years: [end]}\n'),
      'fact-name-taken',
      4,
      3,
    ],
    [
      'a stated figure called like a fact',
      claims(CHECK, '  exports_end: {value: 1, unit: count, years: [end]}\n'),
      'fact-name-taken',
      4,
      3,
    ],
    [
      'a stated figure without years',
      claims(CHECK, '  more: {value: 1, unit: count, years: []}\n'),
      'shape-wrong-value',
      4,
      40,
    ],
    ['no checks', claims('    checks: []\n'), 'shape-wrong-value', 9, 13],
  ])('may not have %s', (_, text, code, line, column) => {
    expect(found({ [CLAIMS]: text })).toEqual([[code, line, column]]);
  });

  it('have numbers of their own', () => {
    const text = claims(CHECK);
    const twice = text + text.slice(text.indexOf('  - id')).replace('claims:\n', '');
    expect(found({ [CLAIMS]: twice })).toEqual([['name-twice', 11, 9]]);
  });
});
