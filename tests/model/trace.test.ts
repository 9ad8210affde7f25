/** The chain of a fact as a person reads it: short where it is long, told once, down to the cells. */
import { expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { trace, traceJson, traceLines } from '../../src/model/trace.ts';
import { contentOf, SERIES } from '../derive/content.ts';

const economies = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`E${i}`, { 2005: 40 - i }]));
const { ledger } = derive(
  contentOf({
    series: { ...SERIES, many: { panel: true, vintages: { v: economies } } },
    facts: {
      last: { is: 'exports[end]' },
      first: { is: 'exports[base]' },
      rise: { is: 'last - first' },
      twice: { is: 'rise + rise * 2 + last' },
      place: { is: 'rank(many.E3, end)', unit: 'rank' },
    },
    stated: [{ name: 'said' }],
  }),
);
const linesOf = (name: string): string[] => {
  const fact = ledger.find(name);
  if (!fact) throw new Error(`there is no ${name}`);
  return traceLines(trace(ledger, fact));
};

it('goes down to the cells, each at its file and line', () => {
  const lines = linesOf('rise');
  expect(lines[0]).toMatch(/^rise = 100 usd_million/);
  expect(lines.filter((line) => line.includes('data/series/exports.yaml:10:1'))).toHaveLength(2);
});

it('tells once what several steps read', () => {
  const lines = linesOf('twice');
  expect(lines.filter((line) => line.includes('exports 2005 = 200'))).toHaveLength(1);
  expect(lines.filter((line) => line.trimEnd().endsWith('as above'))).toHaveLength(1);
});

it('names the first cells of many, and how many more there are; as data it has them all', () => {
  const lines = linesOf('place');
  expect(lines.at(-1)).toContain('… and 32 more cells');
  const fact = ledger.find('place');
  expect(fact && (traceJson(trace(ledger, fact)) as { from: unknown[] }).from).toHaveLength(40);
});

it('names the source of a stated figure, which has no cells', () =>
  expect(linesOf('said').join('\n')).toContain('source article'));
