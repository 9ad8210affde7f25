import { describe, expect, it } from 'vitest';
import { contentOf, found, validated } from './project.ts';

const PATH = 'data/facts/more.yaml';
const fact = (text: string) => contentOf({ [PATH]: text }).facts.get('a')!;

describe('facts', () => {
  it('have the decimals usual for their unit', () => {
    expect(fact('a: {is: "1", unit: percent}\n').decimals).toBe(1);
    expect(fact('a: {is: "1", unit: rank}\n').decimals).toBe(0);
    expect(fact('a: {is: "1", unit: percent, decimals: 2}\n').decimals).toBe(2);
  });

  it.each([
    ['a bare text', 'a:\n  is: growth(x, end)\n  unit: index\n', 2, 7, 'growth(x, end)'],
    ['double quotation marks', 'a: {is: "x[end]", unit: index}\n', 1, 10, 'x[end]'],
    ['single quotation marks', "a: {is: 'x[end]', unit: index}\n", 1, 10, 'x[end]'],
    ['a folded text', 'a:\n  is: >-\n\n    x[end]\n    + 1\n  unit: index\n', 4, 5, 'x[end] + 1'],
    ['a literal text', 'a:\n  is: |\n    x[end]\n  unit: index\n', 3, 5, 'x[end]'],
    ['a number', 'a: {is: 12, unit: count}\n', 1, 9, '12'],
  ])('know the first letter of their formula in %s', (_, text, line, column, formula) => {
    expect(fact(text).formula).toEqual({ text: formula, place: { file: PATH, line, column } });
  });

  it.each([
    ['a: {is: "1", unit: index, each: base..end}\n', 33, 39],
    ['a: {is: "1", unit: index, each: "base .. end"}\n', 34, 42],
    ['a: {is: "1", unit: index, each: base ..end - 1}\n', 33, 40],
  ])('know where the two years of a family stand: %s', (text, from, to) => {
    const { each } = fact(text);
    expect(each?.from).toEqual({ text: 'base', place: { file: PATH, line: 1, column: from } });
    expect(each?.to.place).toEqual({ file: PATH, line: 1, column: to });
    expect(each?.to.text).toMatch(/^end( - 1)?$/);
  });

  it('stand where their name does', () => {
    expect(fact('\na: {is: "1", unit: index, status: e}\n')).toMatchObject({
      name: 'a',
      status: 'e',
      each: undefined,
      place: { line: 2, column: 1 },
    });
  });

  it('have a name that no other file has', () => {
    const { problems } = validated({ [PATH]: 'exports_end: {is: "1", unit: index}\n' });
    // The smallest project has the name in scale.yaml, which is read after more.yaml.
    expect(problems).toMatchObject([{ code: 'fact-name-taken', file: 'data/facts/scale.yaml', line: 1, column: 1 }]);
    expect(problems[0]?.message).toContain(`${PATH}:1`);
  });

  it('have a name that no series has', () => {
    const { problems } = validated({ [PATH]: 'exports: {is: "1", unit: index}\n' });
    expect(problems).toMatchObject([{ code: 'fact-name-taken', file: PATH, line: 1, column: 1 }]);
    expect(problems[0]?.message).toContain('data/series/exports.yaml');
  });

  it.each(['end', 'year', 'growth', 'percent', 'in', 'constructor', 'points_count'])('may not be called %s', (name) => {
    expect(found({ [PATH]: `${name}: {is: "1", unit: index}\n` })).toEqual([['name-not-allowed', 1, 1]]);
  });
});

describe('lists and terms', () => {
  const LISTS = 'data/lists.yaml';
  const list = (more: string, name = 'asean') =>
    `${name}:\n  label: {vi: Một, en: One}\n  source: wits\n  members: ${more}\n`;
  const terms = { 'data/terms.yaml': 'rice: {vi: " gạo ", en: rice}\noil: {vi: dầu thô, en: crude oil}\n' };

  it('are read', () => {
    const content = contentOf({ ...terms, [LISTS]: list('[oil, rice]') });
    expect(content.lists.get('asean')).toMatchObject({
      id: 'asean',
      members: ['oil', 'rice'],
      source: 'wits',
      place: { line: 1 },
    });
    expect(content.terms.get('rice')).toEqual({ vi: 'gạo', en: 'rice' });
  });

  it.each([
    ['an unknown member', list('[oil, rcie]'), 'unknown-name', 4, 18],
    ['a member twice', list('[oil, oil]'), 'name-twice', 4, 18],
    ['an unknown source', list('[oil]').replace('wits', 'wit'), 'unknown-name', 3, 11],
    ['the name of a series', list('[oil]', 'exports'), 'fact-name-taken', 1, 1],
    ['the name of a function', list('[oil]', 'rank'), 'name-not-allowed', 1, 1],
  ])('may not have %s', (_, text, code, line, column) => {
    expect(found({ ...terms, [LISTS]: text })).toEqual([[code, line, column]]);
  });

  it('are not called unknown where their file cannot be read', () => {
    const changes = { 'data/terms.yaml': 'nonsense', [LISTS]: list('[oil]') };
    expect(found(changes)).toEqual([['shape-wrong-value', 1, 1]]);
  });
});
