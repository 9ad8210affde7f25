import { describe, expect, it } from 'vitest';
import { ADVICE, EXPECTED } from '../../src/messages.ts';
import { problemsOf } from '../../src/validate/issue.ts';
import type { Kind } from '../../src/validate/schemas/index.ts';
import { schemasWith } from '../../src/validate/schemas/index.ts';
import { textIn } from '../../src/validate/schemas/text.ts';
import { shaped } from '../../src/validate/shape.ts';
import { brief, loadOne } from '../load/read.ts';

const LANGUAGES = ['vi', 'en'];
const problems = (kind: Kind, text: string, languages: readonly string[] = LANGUAGES) =>
  shaped(kind, loadOne(text).placed, languages).problems;
const CLAIM =
  'article: a\nclaims:\n  - id: C1\n    point: p\n    text: {vi: x, en: y}\n    verdict: close\n    checks:\n      - ';

describe('a key', () => {
  it('that is unknown is named with the nearest that is still free', () => {
    const [found] = problems('facts', 'a: {is: b, untl: percent, unit: percent}\n');
    expect(found).toMatchObject({ code: 'shape-unknown-key', line: 1, column: 12 });
    expect(found?.hint).toBeUndefined();
    expect(problems('facts', 'a: {is: b, unt: percent}\n').map(({ hint }) => hint)).toContain('Did you mean “unit”?');
  });

  it('that is missing is reported where its map begins', () => {
    expect(brief(problems('facts', 'a:\n  unit: percent\n'))).toEqual([['shape-missing-key', 2, 3]]);
  });

  it('that cannot be a name is reported at the key', () => {
    expect(brief(problems('facts', 'a-b: {is: x, unit: percent}\n'))).toEqual([['shape-wrong-value', 1, 1]]);
    expect(problems('facts', 'a-b: {is: x, unit: percent}\n')[0]?.message).toContain(EXPECTED.identifier.expected);
  });

  it('that JavaScript gives a meaning to is only a name', () => {
    expect(brief(problems('facts', 'constructor: 1\n'))).toEqual([['shape-wrong-value', 1, 14]]);
    expect(brief(problems('facts', 'a: {is: x, unit: percent, toString: 1}\n'))).toEqual([
      ['shape-unknown-key', 1, 27],
    ]);
  });
});

describe('a value', () => {
  it.each([
    ['a word for a unit', 'a: {is: x, unit: procent}', 18, 'Did you mean “percent”?'],
    ['a number for a text', 'a: {is: x, unit: 5}', 18, undefined],
    ['decimals of a half', 'a: {is: x, unit: index, decimals: 0.5}', 35, undefined],
    ['decimals in quotes', 'a: {is: x, unit: index, decimals: "1"}', 35, ADVICE.number_quoted],
    ['too many decimals', 'a: {is: x, unit: index, decimals: 9}', 35, undefined],
    ['nothing for a formula', 'a: {is: , unit: index}', 5, ADVICE.text_empty],
    ['a list for a formula', 'a: {is: [x], unit: index}', 9, undefined],
    ['a range without dots', 'a: {is: x, unit: index, each: base-end}', 31, EXPECTED.range.advice],
    ['a text for a map', 'a: x', 4, undefined],
    ['a text for a map, a space missing', 'a: unit:percent', 4, ADVICE.map_colon],
  ])('may not be %s', (_, text, column, hint) => {
    const [found, ...others] = problems('facts', `${text}\n`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'shape-wrong-value', line: 1, column });
    if (hint !== undefined) expect(found?.hint).toBe(hint);
  });

  it('of the file itself is reported at its beginning', () => {
    expect(brief(problems('edition', ''))).toEqual([['shape-wrong-value', 1, 1]]);
    expect(brief(problems('terms', '- a\n- b\n'))).toEqual([['shape-wrong-value', 1, 1]]);
  });

  it('may be left out of files that only hold names', () => {
    for (const kind of ['facts', 'terms', 'lists', 'sources'] as const)
      expect(problems(kind, '# none yet\n')).toEqual([]);
  });

  it('of a list with a space missing behind the dash is explained', () => {
    const text = 'window: {start: 1, end: 2}\ndate: x\npoints:\n  -scale\n  -growth\n';
    const found = problems('edition', text).find(({ line }) => line === 4);
    expect(found).toMatchObject({ code: 'shape-wrong-value', column: 3, hint: ADVICE.list_dash });
  });

  it('that is long is shown in part', () => {
    expect(problems('facts', `a: {is: x, unit: ${'long '.repeat(20)}}\n`)[0]?.message.length).toBeLessThan(120);
  });

  it.each([
    ['2026-02-30', 'shape-wrong-value'],
    ['2026-2-3', 'shape-wrong-value'],
    ['22/11/2026', 'shape-wrong-value'],
  ])('%s is no date', (date, code) => {
    const text = `window: {start: 2001, end: 2005}\ndate: ${date}\npoints: [a]\n`;
    expect(brief(problems('edition', text))).toEqual([[code, 2, 7]]);
  });
});

describe('a check of a claim', () => {
  it.each([
    ['has no stated figure', '{compare: x, within: 1}', [['shape-missing-key', 8, 9]]],
    ['has a misspelt key', '{compare: x, wth: y, within: 1}', [['shape-unknown-key', 8, 22]]],
    ['has a misspelt first key', '{compre: x, with: y, within: 1}', [['shape-unknown-key', 8, 10]]],
    ['has a number in another notation', '{compare: x, with: y, within: "0,5"}', [['shape-wrong-value', 8, 39]]],
    ['has a negative tolerance', '{compare: x, with: y, within: -1}', [['shape-wrong-value', 8, 39]]],
    ['has a key of another kind', '{holds: x, close: 1}', [['shape-unknown-key', 8, 20]]],
    ['has a reason in one language', '{untested: {vi: x}}', [['translation-missing', 8, 20]]],
    ['is of no kind', '{verify: x}', [['shape-wrong-value', 8, 9]]],
    ['is empty', '{}', [['shape-wrong-value', 8, 9]]],
    ['is a text', 'holds', [['shape-wrong-value', 8, 9]]],
    ['says that it is no opinion', '{opinion: false}', [['shape-wrong-value', 8, 19]]],
  ])('is explained where it %s', (_, check, expected) => {
    expect(brief(problems('claims', `${CLAIM}${check}\n`)).sort()).toEqual(expected);
  });

  it.each([
    '{compare: x, with: y, within: 1}',
    '{holds: 1 < 2, decides: false}',
    '{opinion: true}',
    '{not_comparable: {vi: x, en: y}, recomputed: z}',
  ])('may be %s', (check) => {
    expect(problems('claims', `${CLAIM}${check}\n`)).toEqual([]);
  });
});

describe('texts', () => {
  it('are wanted in the languages of the project', () => {
    expect(brief(problems('terms', 'a: {vi: x, en: y}\n', ['vi', 'en', 'fr']))).toEqual([
      ['translation-missing', 1, 4],
    ]);
    expect(problems('terms', 'a: {vi: x}\n', ['vi'])).toEqual([]);
  });

  it('name the missing language in words', () => {
    expect(problems('terms', 'a: {vi: x}\n')[0]?.message).toContain('English');
  });

  it('may be in any language where brief.yaml does not say which', () => {
    expect(problems('terms', 'a: {xx: y}\n', [])).toEqual([]);
  });

  it('of a language called like another key are still texts', () => {
    // “is” is Icelandic; a fact without a formula is no missing translation.
    expect(brief(problems('facts', 'a: {unit: index}\n', ['is']))).toEqual([['shape-missing-key', 1, 4]]);
    expect(brief(problems('terms', 'a: {vi: x}\n', ['vi', 'is']))).toEqual([['translation-missing', 1, 4]]);
  });
});

describe('findings of zod', () => {
  it('become problems below the path that they are given', () => {
    const { placed } = loadOne('outer:\n  a: {vi: x}\n');
    const result = schemasWith(textIn(LANGUAGES)).terms.safeParse({ a: { vi: 'x' } });
    const found = result.error?.issues.flatMap((issue) => problemsOf(issue, placed, ['outer']));
    expect(brief(found ?? [])).toEqual([['translation-missing', 2, 6]]);
  });
});
