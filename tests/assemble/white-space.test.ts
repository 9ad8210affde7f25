import { describe, expect, it } from 'vitest';
import { tidied } from '../../src/assemble/white-space.ts';

describe('white space of the templates', () => {
  it('disappears around the tags of blocks, where a text block would print it', () => {
    expect(tidied('<table>\n  <tr>\n <td> 1.234 </td>\n</tr></table>\n')).toBe(
      '<table><tr><td>1.234</td></tr></table>',
    );
  });

  it('stays one space between words and around inline elements', () => {
    expect(tidied('<p>tăng\n   <b>22,5%</b> so với</p>')).toBe('<p>tăng <b>22,5%</b> so với</p>');
  });

  it('leaves no-break spaces alone', () => {
    expect(tidied('<p>32,4\u00a0tỷ\u00a0USD</p>')).toBe('<p>32,4\u00a0tỷ\u00a0USD</p>');
  });

  it('takes a name that only begins like a block for what it is', () => {
    expect(tidied('<p>a <path d="M0 0"/> b</p>')).toBe('<p>a <path d="M0 0"/> b</p>');
  });
});
