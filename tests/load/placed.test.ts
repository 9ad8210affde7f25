import { describe, expect, it } from 'vitest';
import { readFully } from '../../src/load/read-yaml.ts';
import { loadOne } from './read.ts';

const TEXT = `# a comment
label: {vi: Một, en: "One"}
list:
  - id: x
    empty:
  - [1, 22]
text: >-
  two
  lines
2005: 1.5
nothing:
`;

/** Path, place of the value, place of the key. */
const PLACES: readonly [(string | number)[], [number, number], [number, number]][] = [
  [[], [2, 1], [2, 1]],
  [['label'], [2, 8], [2, 1]],
  [
    ['label', 'vi'],
    [2, 13],
    [2, 9],
  ],
  [
    ['label', 'en'],
    [2, 22],
    [2, 18],
  ],
  [['list'], [4, 3], [3, 1]],
  [
    ['list', 0],
    [4, 5],
    [4, 5],
  ],
  [
    ['list', 0, 'id'],
    [4, 9],
    [4, 5],
  ],
  [
    ['list', 1, 1],
    [6, 9],
    [6, 9],
  ],
  [['text'], [7, 7], [7, 1]],
  [['2005'], [10, 7], [10, 1]],
  [[2005], [10, 7], [10, 1]],
];

describe.each([
  ['the quick reader', (text: string) => loadOne(text).placed],
  ['the library', (text: string) => readFully('data/a.yaml', text).placed],
])('places by %s', (_, read) => {
  const placed = read(TEXT);

  it.each(PLACES)('know where %j stands', (path, [line, column], [keyLine, keyColumn]) => {
    expect(placed.at(path)).toEqual({ file: 'data/a.yaml', line, column });
    expect(placed.keyAt(path)).toEqual({ file: 'data/a.yaml', line: keyLine, column: keyColumn });
  });

  it('take the nearest parent of what is missing', () => {
    expect(placed.at(['label', 'fr'])).toEqual(placed.at(['label']));
    expect(placed.keyAt(['list', 0, 'no', 'such'])).toEqual(placed.at(['list', 0]));
    expect(placed.at(['list', 7])).toEqual(placed.at(['list']));
    expect(placed.at(['none'])).toEqual(placed.at([]));
  });

  it('put a value that was left empty where its key is', () => {
    expect(placed.at(['nothing'])).toMatchObject({ line: 11, column: 1 });
    expect(placed.at(['list', 0, 'empty'])).toMatchObject({ line: 5, column: 5 });
  });

  it('keep keys as they are written', () => {
    expect(read('1.50: a\ntrue: b\nnull: c\n').value).toEqual({ '1.50': 'a', true: 'b', null: 'c' });
  });

  it('give maps without a prototype', () => {
    expect(Object.getPrototypeOf(read('constructor: 1\n').value)).toBeNull();
    expect(read('constructor: {toString: 1}\n').value).toEqual({ constructor: { toString: 1 } });
  });
});
