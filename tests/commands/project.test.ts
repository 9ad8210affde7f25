import { describe, expect, it } from 'vitest';
import { editionsOf } from '../../src/commands/project.ts';

const KNOWN = ['2005', '2006', '2025'];

describe('the editions of brief.yaml', () => {
  it.each([
    ['in brackets', 'editions: ["2005", 2025]\n', ['2005', '2025']],
    [
      'a line each',
      'languages: [vi]\neditions:\n  - "2005"\n  # the second\n  - 2006  # soon\n\ndocuments:\n  - [vi]\n',
      ['2005', '2006'],
    ],
    ['without indent', "editions:\n- '2025'\n", ['2025']],
    ['written otherwise: all there are', 'editions: [\n  &a "2005" ]\n', KNOWN],
    ['only such as have a file', 'editions:\n  - "2007"\n  - "2006"\n', ['2006']],
  ])('may stand %s', (_, text, expected) => {
    expect(editionsOf(text, KNOWN)).toEqual(expected);
  });
});
