import { describe, expect, it } from 'vitest';
import { roleMapFor } from '../../src/finish/role-map.ts';

describe('the role map', () => {
  it('leaves standard types out', () => {
    expect(roleMapFor(['P', 'H1', 'Table'])).toEqual({ map: [], unknown: [] });
  });

  it('names each type of PDF 2.0 once, in alphabetical order', () => {
    expect(roleMapFor(['Strong', 'Em', 'Aside', 'Em']).map).toEqual([
      ['Aside', 'Div'],
      ['Em', 'Span'],
      ['Strong', 'Span'],
    ]);
  });

  it('makes a span of what it does not know, and says so', () => {
    expect(roleMapFor(['Blob'])).toEqual({ map: [['Blob', 'Span']], unknown: ['Blob'] });
  });
});
