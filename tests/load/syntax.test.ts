import { describe, expect, it } from 'vitest';
import { YAML_MISTAKES } from '../../src/messages.ts';
import { brief, loadOne } from './read.ts';

type Mistake = keyof typeof YAML_MISTAKES;

/** What was done, the text, the mistake that the advice must name, and its line and column. */
const MISTAKES: readonly [string, string, Mistake, number, number][] = [
  ['a tab indents', 'a:\n\tb: 1\n', 'tab', 2, 1],
  ['a tab indents among spaces', 'a:\n  b: 1\n\tc: 2\n', 'tab', 3, 1],
  ['a space is missing after a colon', 'a: 1\nb:2\nc: 3\n', 'colonSpace', 2, 1],
  ['a space is missing before a quotation mark', 'a:"x"\nb: 1\n', 'colonSpace', 1, 1],
  ['a space is missing after a dash', 'a:\n  - x\n  -y\n', 'dashSpace', 3, 1],
  ['an equals sign stands for a colon', 'a = 1\nb: 2\n', 'equals', 1, 1],
  ['a line is no key', 'a: 1\nsome words\nb: 2\n', 'keyAlone', 2, 1],
  ['a text begins with @', 'a: @x\n', 'start', 1, 4],
  ['a text begins with %', 'a: %x\n', 'start', 1, 4],
  ['a text begins with a backtick', 'a: `x`\n', 'start', 1, 4],
  ['a text begins with >', 'a: >50%\n', 'start', 1, 6],
  ['a text begins with a brace', 'a: {exports} rose\n', 'afterEnd', 1, 14],
  ['a text begins with a bracket', 'a: [x] y\n', 'afterEnd', 1, 8],
  ['a text goes on behind its quotation marks', 'a: "x" y\n', 'afterEnd', 1, 8],
  ['an apostrophe ends a text', "b: 'it's'\n", 'afterEnd', 1, 8],
  ['a text has a colon', 'a: foo: bar\n', 'secondColon', 1, 4],
  ['a line is indented below a value', 'a: 1\n  b: 2\n', 'indentedUnderValue', 1, 4],
  ['a line is indented less than its neighbours', 'a:\n    b: 1\n  c: 2\n', 'indent', 3, 1],
  ['a double quotation mark is not closed', 'a: 1\nb: "foo\nc: 1\n', 'quoteOpen', 2, 4],
  ['a single quotation mark is not closed', "a: 'foo\nb: 1\n", 'quoteOpen', 1, 4],
  ['a brace is not closed', 'a: {vi: x, en: y\nb: 1\n', 'bracketOpen', 2, 1],
  ['a bracket is not closed', 'a: [1, 2\nb: 1\n', 'bracketOpen', 2, 1],
  ['a comma is missing in braces', 'a: {vi: x\n  en: y}\nb: 1\n', 'comma', 1, 9],
  ['a comment touches a value', 'b: "z"#c\n', 'comment', 1, 7],
  ['an escape is unknown', 'a: "C:\\data"\n', 'escape', 1, 7],
  ['a text begins with an exclamation mark', 'a: !x y\n', 'tag', 1, 4],
  ['a set is asked for', 'a: !!set {x}\n', 'tag', 1, 4],
  ['a second document follows', 'a: 1\n---\nb: 2\n', 'documents', 2, 1],
  ['a key begins with a brace', '{n} x: 1\n', 'key', 1, 1],
];

/** The fixed words of a sentence, up to its first gap. */
const opening = (sentence: string) => sentence.split('{')[0] ?? '';

describe('YAML that does not parse', () => {
  it.each(MISTAKES)('is explained where %s', (_, text, mistake, line, column) => {
    const { problems } = loadOne(text);
    expect(brief(problems)).toEqual([['yaml-syntax', line, column]]);
    expect(problems[0]?.message).toContain(opening(YAML_MISTAKES[mistake].reason));
    expect(problems[0]?.hint).toContain(opening(YAML_MISTAKES[mistake].advice ?? ''));
  });

  it('names the key and the mark in its advice', () => {
    expect(loadOne('a: 1\nb:2\nc: 3\n').problems[0]?.hint).toContain('“b: …”');
    expect(loadOne('a: >50%\n').problems[0]?.hint).toContain('">…"');
  });

  it('reports the mistakes of several lines at once', () => {
    expect(brief(loadOne('a: @x\nb: 1\nc: `y`\nd: %z\n').problems)).toEqual([
      ['yaml-syntax', 1, 4],
      ['yaml-syntax', 3, 4],
      ['yaml-syntax', 4, 4],
    ]);
  });

  it('ends after ten lines', () => {
    expect(loadOne('a: @x\n'.repeat(30)).problems.filter(({ code }) => code === 'yaml-syntax')).toHaveLength(10);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['indented keys', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('says once that %s are nested too deeply', (_, text) => {
    const { problems } = loadOne(text);
    expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax']);
    expect(problems[0]?.message).toContain(YAML_MISTAKES.deep.reason);
  });
});

describe('YAML that is more than data', () => {
  it.each([
    ['an alias without its anchor', 'a: *x\n', 1, 4],
    ['an alias inside its own anchor', 'a: &x [*x]\n', 1, 8],
    ['a merge key', 'a: &x {p: 1}\nb:\n  <<: *x\n', 3, 3],
    ['a key named __proto__', '__proto__: {x: 1}\n', 1, 1],
    ['a directive', '# x\n%YAML 1.1\n---\na: yes\n', 2, 1],
  ])('refuses %s', (_, text, line, column) => {
    expect(brief(loadOne(text).problems)).toEqual([['yaml-not-allowed', line, column]]);
  });

  it('reports a doubled key with the line of the first', () => {
    const { problems } = loadOne('a: 1\nb: 2\na: 3\n');
    expect(brief(problems)).toEqual([['yaml-duplicate-key', 3, 1]]);
    expect(problems[0]?.hint).toContain('line 1');
  });

  it('finds doubled keys in braces, and a number written twice', () => {
    expect(brief(loadOne('{a: 1, a: 2}').problems)).toEqual([['yaml-duplicate-key', 1, 8]]);
    expect(brief(loadOne('2005: 1\n"2005": 2\n').problems)).toEqual([['yaml-duplicate-key', 2, 1]]);
  });

  it('keeps the first value of a doubled key', () => {
    expect(loadOne('a: 1\na: 2\n').placed.value).toEqual({ a: 1 });
  });
});

describe('aliases', () => {
  it('stand for their anchor, with the places of what is inside it', () => {
    const { placed, problems } = loadOne('a: &x {p: 1}\nb: *x\n');
    expect(problems).toEqual([]);
    expect(placed.value).toEqual({ a: { p: 1 }, b: { p: 1 } });
    expect(placed.at(['b'])).toMatchObject({ line: 2, column: 4 });
    expect(placed.at(['b', 'p'])).toMatchObject({ line: 1, column: 11 });
  });

  it('are refused once where they multiply', () => {
    const letters = 'abcdefghij';
    const lines = [...letters].map((letter, i) => {
      const inside = i === 0 ? 'x' : `*${letters[i - 1]}`;
      return `${letter}: &${letter} [${Array(9).fill(inside).join(', ')}]`;
    });
    expect(brief(loadOne(lines.join('\n')).problems)).toEqual([['yaml-aliases', 4, 8]]);
  });
});
