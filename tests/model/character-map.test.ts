import { describe, expect, it } from 'vitest';
import { readCharacterMap } from '../../src/model/character-map.ts';

describe('a character map', () => {
  it('reads single codes, one or several letters each', () => {
    const map = readCharacterMap('2 beginbfchar\n<0041> <1EA5>\n<0042> <00660069>\nendbfchar');
    expect([...map]).toEqual([
      [0x41, 'ấ'],
      [0x42, 'fi'],
    ]);
  });

  it('reads ranges that count on, and ranges that list', () => {
    const map = readCharacterMap('beginbfrange\n<0010> <0012> <0061>\n<0020> <0021> [<0078> <0079>]\nendbfrange');
    expect([...map.values()]).toEqual(['a', 'b', 'c', 'x', 'y']);
  });

  it('reads letters beyond the first plane', () => {
    expect(readCharacterMap('beginbfchar <0001> <D83DDE00> endbfchar').get(1)).toBe('😀');
  });

  it('is empty where there is nothing to read', () => {
    expect(readCharacterMap('begincmap endcmap').size).toBe(0);
  });
});
