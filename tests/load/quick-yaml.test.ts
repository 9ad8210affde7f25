import { describe, expect, it } from 'vitest';
import { normalised, places } from '../../src/load/lines.ts';
import { placed } from '../../src/load/placed.ts';
import { quickYaml } from '../../src/load/quick-yaml.ts';
import { readFully } from '../../src/load/read-yaml.ts';
import type { Placed } from '../../src/model/content.ts';
import { shippedFiles } from './read.ts';

type Path = (string | number)[];

/** Every value with its path, its place and its key's place. */
function everything(file: Placed, value: unknown = file.value, path: Path = []): unknown[] {
  const here = [path, file.at(path), file.keyAt(path), typeof value === 'object' && value !== null ? undefined : value];
  const inside = Array.isArray(value)
    ? value.flatMap((item, i) => everything(file, item, [...path, i]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => everything(file, item, [...path, key]))
      : [];
  return [here, ...inside];
}

/** True where the quick reader gave up; else it must agree with the library in every value and place. */
function gaveUp(raw: string): boolean {
  const text = normalised(raw);
  const read = quickYaml(text);
  if (!read) return true;
  const full = readFully('f', text);
  expect(full.problems, `the library finds a problem in ${JSON.stringify(text)}`).toEqual([]);
  const quick = placed('f', text, read, places('f', text));
  expect(everything(quick), `another reading of ${JSON.stringify(text)}`).toEqual(everything(full.placed));
  return false;
}

// What scripts write, accepted numbers and control totals, may be beyond the quick reader.
const yamlFiles = [...shippedFiles()].filter(
  ([path]) => path.endsWith('.yaml') && !/^data\/(accepted\/|rules\/control_totals)/.test(path),
);

describe('the quick reader', () => {
  it.each(yamlFiles)('reads %s as the library does', (_, text) => {
    expect(gaveUp(text)).toBe(false);
  });

  it.each([
    ['maps and lists', 'a:\n  b:\n    - 1\n    - x: 2\n      y: 3\n    -\n      z: 4\nc:\n- 5\n- six\n'],
    ['brackets over lines', 'a: [1,\n  {b: c, d: [x, "y"]}, # why\n\n  z]\n'],
    ['brackets below their key', 'a:\n  {b: 1,\n   c: 2}\n'],
    ['texts in quotation marks', 'a: "x: \\"y\\" # z"\nb: \'it\'\'s\'\n"c d": 1\n'],
    ['numbers', 'a: -1.5e3\nb: +7\nc: .5\nd: 5.\ne: 007\nf: -0\ng: 1-2\nh: 2006-01\ni: 1.2.3\n'],
    ['words', 'a: ~\nb: null\nc: True\nd: FALSE\ne: no\nf: on\ng: NULLS\n'],
    ['texts of several lines', 'a: >-\n  one\n  two\nb: |\n  three\n  # no comment\nc: 1\n'],
    ['comments and blank lines', '# x\n\na: 1 # y\n  # z\nb: # w\n# v\n  c: d#e\n'],
    ['empty values', 'a:\nb:\n  - \n  - x\nc: {}\nd: []\n'],
    ['letters of every kind', 'a: Đẳng cấp 32,4 tỷ\nb: {vi: Một, en: One}\n'],
  ])('knows %s', (_, text) => {
    expect(gaveUp(text)).toBe(false);
  });

  it.each([
    ['anchors', 'a: &x 1\n'],
    ['aliases', 'a: *x\n'],
    ['tags', 'a: !!str 1\n'],
    ['tabs', 'a:\tb\n'],
    ['directives', '%YAML 1.2\n---\na: 1\n'],
    ['documents', 'a: 1\n---\nb: 2\n'],
    ['merge keys', 'a:\n  <<: 1\n'],
    ['doubled keys', 'a: 1\na: 2\n'],
    ['doubled keys in braces', '{a: 1, a: 2}\n'],
    ['keys of several words', 'a b: 1\n'],
    ['texts that go on', 'a: one\n  two\n'],
    ['texts with a colon', 'a: b: c\n'],
    ['open brackets', 'a: [1, 2\nb: 3\n'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['hexadecimal numbers', 'a: 0x10\n'],
    ['letters with a mark of their own', 'a: Vie\u0302t\n'],
    ['a root that is no map', 'words\n'],
    ['nothing', ''],
  ])('leaves %s to the library', (_, text) => {
    expect(gaveUp(text)).toBe(true);
  });

  it('agrees with the library on whatever becomes of shipped lines by accident', () => {
    // The numbers of a linear congruential generator: the same accidents in every run.
    let seed = 20_051_231;
    const below = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * n);
    };
    const bits = [
      ' ',
      '\n',
      ':',
      ': ',
      '- ',
      '#',
      ' #',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '  ',
      '\n\n',
      '\n  ',
      '|',
      '>',
      '>-',
      '&a',
      '*a',
      '!',
      '1',
      '.',
      '?',
      '%',
      '@',
      '\t',
      '~',
      '\\',
      'key: v',
      '\n- ',
      '0x',
      '\u00a0',
      '---',
      '\n# c\n',
      '{a: 1}',
      '[1, 2]',
    ];
    const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
    let agreed = 0;
    for (let i = 0; i < 3000; i++) {
      const lines = pick(yamlFiles)[1].split('\n');
      const from = below(lines.length);
      const some = lines.slice(from, from + 1 + below(12));
      const indent = Math.min(...some.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
      let text = some
        .map((line) => line.slice(Number.isFinite(indent) ? Math.min(indent, line.search(/\S|$/)) : 0))
        .join('\n');
      for (let k = below(4); k > 0; k--) {
        const at = below(text.length + 1);
        text = text.slice(0, at) + pick([pick(bits), '']) + text.slice(at + below(3));
      }
      if (!gaveUp(text)) agreed += 1;
    }
    expect(agreed).toBeGreaterThan(750);
  });
});
