/** Phrases: numbers in small texts of YAML, from the ledger. */
import { describe, expect, it } from 'vitest';
import { FORMS, printFact } from '../../src/model/forms.ts';
import type { Fact, Ledger } from '../../src/model/ledger.ts';
import { names, phrase, yearOf, yearRef } from '../../src/model/phrase.ts';
import { en, vi } from './locales.ts';

const place = { file: 'data/facts/test.yaml', line: 1, column: 1 };
const fact = (id: string, value: number | boolean, unit: Fact['unit'], more: Partial<Fact> = {}): Fact => ({
  id,
  expression: id,
  value,
  unit,
  decimals: 1,
  period: '2005',
  years: [2005],
  status: undefined,
  vintages: [],
  sources: [],
  inputs: [],
  place,
  ...more,
});

const FACTS: readonly Fact[] = [
  fact('exports', 32.44713, 'usd_billion'),
  fact('exports_growth.2004', 31.44, 'percent', { period: '2004', years: [2004] }),
  fact('exports_growth.2005', 22.51, 'percent'),
  fact('balance', -4.314, 'usd_billion', { status: 'e' }),
  fact('items', 7, 'count', { decimals: 0 }),
  fact('rank', 3, 'rank', { decimals: 0 }),
  fact('per_head_a', 393.8, 'usd_per_person', { decimals: 0 }),
  fact('per_head_b', 400.1, 'usd_per_person', { decimals: 0, status: 'e' }),
  fact('overtook', 2003, 'year', { decimals: 0 }),
  fact('holds', true, 'truth', { decimals: 0 }),
  fact('average', 17.51, 'percent_per_year', { period: '2000–2005', years: [2000, 2001, 2002, 2003, 2004, 2005] }),
];

const window = { start: 2001, end: 2005, base: 2000, prev: 2004 };
const ledger: Ledger = {
  window,
  facts: new Map(FACTS.map((each) => [each.id, each])),
  claims: [],
  find: (name, year) => FACTS.find(({ id }) => id === (year === undefined ? name : `${name}.${year}`)),
  family: () => [],
  revisions: () => [],
  revisionRows: [],
  names: FACTS.map(({ id }) => id),
};
const inVietnamese = (text: string) => phrase(text, { ledger, format: vi });
const inEnglish = (text: string) => phrase(text, { ledger, format: en });

describe('phrase', () => {
  it('prints a fact with its unit in the language of the scope', () => {
    expect(inVietnamese('đạt {exports} năm {end}').text).toBe('đạt 32,4\u00A0tỷ\u00A0USD năm 2005');
    expect(inEnglish('reached {exports} in {end}').text).toBe('reached US$32.4\u00A0billion in 2005');
  });

  it('prints years of the edition, with an offset, and absolute ones', () => {
    expect(inEnglish('{base} {start} {prev} {end} {end-3} {end + 1} {1992}').text).toBe(
      '2000 2001 2004 2005 2002 2006 1992',
    );
    expect(inEnglish('{base} {end-3} {1992}').years).toEqual([2000, 2002, 1992]);
  });

  it('takes one year of a family by its name or number', () => {
    expect(inEnglish('{exports_growth.end} after {exports_growth.prev|bare}, {exports_growth.2004}').text).toBe(
      '22.5% after 31.4, 31.4%',
    );
    expect(inEnglish('{exports_growth.end-1}').uses.map((use) => use.fact.id)).toEqual(['exports_growth.2004']);
  });

  it('prints every form that it offers', () => {
    const all = (id: string, name: string) => inEnglish(`{${id}|${name}}`).text;
    expect(all('balance', 'plain')).toBe('\u2212US$4.3\u00A0billion');
    expect(all('balance', 'size')).toBe('US$4.3\u00A0billion\u00A0[e]');
    expect(all('balance', 'signed')).toBe('\u22124.3');
    expect(all('exports_growth.end', 'signed')).toBe('+22.5');
    expect(all('items', 'word')).toBe('seven');
    expect(all('items', 'Word')).toBe('Seven');
    expect(all('rank', 'quantity')).toBe('3rd');
    expect(all('rank', 'bare')).toBe('3');
    expect(all('rank', 'ordinal_word')).toBe('third');
    expect(all('items', 'ordinal')).toBe('7th');
    expect(all('exports_growth.end', 'change')).toBe('up 22.5%');
    expect(all('balance', 'change_verb')).toBe('fell US$4.3\u00A0billion\u00A0[e]');
    expect(all('exports_growth.end', 'change_noun')).toBe('a rise of 22.5%');
    expect(all('balance', 'direction')).toBe('down');
    expect(all('balance', 'direction_verb')).toBe('fell');
    expect(all('balance', 'direction_noun')).toBe('fall');
    expect(all('average', 'period')).toBe('the\u00A0period 2000–2005');
    expect(all('average', 'period_short')).toBe('2000–2005');
    expect(all('overtook', 'bare')).toBe('2003');
    expect(all('overtook', 'quantity')).toBe('2003');
    expect(all('holds', 'quantity')).toBe('yes');
    expect(FORMS.every((form) => typeof printFact(FACTS[0]!, en, form) === 'string')).toBe(true);
  });

  it('prints two facts as a range with the unit and the mark once, and counts both as used', () => {
    const said = inVietnamese('{per_head_a..per_head_b}');
    expect(said.text).toBe('394–400\u00A0USD/người\u00A0[e]');
    expect(said.uses.map((use) => [use.fact.id, use.printed])).toEqual([
      ['per_head_a', '394'],
      ['per_head_b', '400'],
    ]);
    expect(inEnglish('{exports_growth.end..exports_growth.prev}').text).toBe('22.5–31.4%');
  });

  it('keeps literal braces and texts without any', () => {
    expect(inEnglish('{{end}} and }').text).toBe('{end} and }');
    expect(inEnglish('').text).toBe('');
    expect(inEnglish('Nguồn').text).toBe('Nguồn');
  });

  it('reports uses and years as they are printed', () => {
    const seen: unknown[] = [];
    phrase('{exports} in {end}', {
      ledger,
      format: en,
      onUse: (used, printed) => seen.push([used.id, printed]),
      onYear: (year) => seen.push(year),
    });
    expect(seen).toEqual([['exports', 'US$32.4\u00A0billion'], 2005]);
  });

  it('lets the caller write HTML around each piece', () => {
    const { text } = phrase('a < {exports|bare} in {end}', {
      ledger,
      format: en,
      wrap: {
        text: (piece) => piece.replaceAll('<', '&lt;'),
        fact: ([used], printed) => `<b id="${used.id}">${printed}</b>`,
        year: (year, printed) => `<time datetime="${year}">${printed}</time>`,
      },
    });
    expect(text).toBe('a &lt; <b id="exports">32.4</b> in <time datetime="2005">2005</time>');
  });

  it('lists all that is unknown at once, with what was written left in the text', () => {
    const said = inEnglish('{exprots} and {exports|bear}, {exports_growth.1999}; {exports..nosuch}');
    expect(said.text).toBe('{exprots} and {exports|bear}, {exports_growth.1999}; {exports..nosuch}');
    expect(said.unknown).toEqual(['exprots', 'bear', 'exports_growth.1999', 'nosuch']);
    expect(said.faults.map(({ kind, index }) => [kind, index])).toEqual([
      ['name', 0],
      ['form', 14],
      ['name', 30],
      ['name', 53],
    ]);
    expect(said.faults[0]?.known).toContain('exports');
    expect(said.faults[1]?.known).toContain('bare');
    expect(said.uses).toEqual([]);
  });

  it.each([
    '{',
    'a {b',
    '{}',
    '{a|b|c}',
    '{1 + 1}',
    '{exports.2006-Q1}',
    '{a..b..c}',
    '{exports..balance|bare}',
    '{..exports}',
  ])('refuses %s as written wrongly, and keeps it in the text', (text) => {
    const said = inEnglish(text);
    expect(said.text).toBe(text);
    expect(said.faults.map(({ kind }) => kind)).toContain('syntax');
  });

  it('knows no name without a ledger, but prints what needs none', () => {
    expect(phrase('Nguồn {{x}} {1992}', { ledger: undefined, format: vi }).text).toBe('Nguồn {x} 1992');
    expect(phrase('{exports} {end}', { ledger: undefined, format: vi }).unknown).toEqual(['exports', 'end']);
    expect(en.say('page.edition', ledger)).toBe('2005 edition');
    expect(en.say('page.edition')).toBe('{end} edition');
  });
});

describe('names', () => {
  it('lists facts, years and faults of writing without a ledger', () => {
    const found = names('{exports} {growth.end-1|bare} {a..b} {base} {1992} {x|y}');
    expect(found.facts.map(({ name }) => name)).toEqual(['exports', 'growth', 'a', 'b']);
    expect(found.facts[1]?.year).toEqual({ name: 'end', offset: -1 });
    expect(found.years.map((year) => yearOf(year, window))).toEqual([2000, 1992]);
    expect(found.faults.map(({ name }) => name)).toEqual(['y']);
  });
});

describe('yearRef', () => {
  it('reads edition years with offsets and absolute years, nothing else', () => {
    expect(yearRef('end')).toEqual({ name: 'end', offset: 0 });
    expect(yearRef('base + 2')).toEqual({ name: 'base', offset: 2 });
    expect(yearRef('1992')).toEqual({ name: undefined, offset: 1992 });
    expect(yearRef('last')).toBeUndefined();
    expect(yearRef('199')).toBeUndefined();
    expect(yearRef('end-')).toBeUndefined();
  });
});
