import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import { validate } from '../../src/validate/validate.ts';
import { shippedFiles } from '../load/read.ts';
import { validated } from './project.ts';

describe('validate', () => {
  it('finds every problem of every file at once', () => {
    const { content, problems } = validated({
      'brief.yaml': 'publisher: {vi: x}\nlanguages: [vi, en]\n',
      'data/sources.yaml': 'wits: {publisher: 5}\n',
      'data/series/exports.yaml':
        'unit: kg\nvintages: [{id: a, source: wots, published: x, values: {2005: "1,5", 13: 1}}]\n',
      'data/facts/scale.yaml': 'growth: {is: 1, unit: kg}\n',
      'data/editions/2005.yaml': 'window: {start: 5, end: 2001}\npoints: [nowhere]\n',
      'templates/charts/scale.yaml': 'x\n',
    });
    expect(content).toBeUndefined();
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set([
        'brief.yaml',
        'data/sources.yaml',
        'data/series/exports.yaml',
        'data/facts/scale.yaml',
        'data/editions/2005.yaml',
        'templates/charts/scale.yaml',
      ]),
    );
    const codes = problems
      .filter(({ file }) => file === 'data/series/exports.yaml')
      .map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual([
      '1 shape-missing-key',
      '1 shape-wrong-value',
      '2 unknown-name',
      '2 shape-wrong-value',
      '2 shape-wrong-value',
      '2 shape-wrong-value',
    ]);
  });

  it('gives every problem a place and a sentence without gaps', () => {
    const { problems } = validated({
      'data/editions/2005.yaml': 'window: 5\n',
      'data/facts/scale.yaml': 'a: {}\nb: {is: x, unit: y, c: d}\n',
    });
    expect(problems.length).toBeGreaterThan(5);
    for (const { file, line, column, message, hint } of problems) {
      expect([typeof file, typeof line, typeof column]).toEqual(['string', 'number', 'number']);
      expect(message + (hint ?? '')).not.toMatch(/\{\w+\}|undefined|@/);
    }
  });

  it('finds nothing wrong in the shipped project', () => {
    const { sources } = load(shippedFiles());
    for (const path of sources.yaml.keys()) {
      const edition = /^data\/editions\/(.+)\.yaml$/.exec(path)?.[1];
      if (edition === undefined) continue;
      const { content, problems } = validate(sources, edition);
      expect(problems).toEqual([]);
      expect(content).toBeDefined();
    }
  });
});
