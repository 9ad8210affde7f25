import { describe, expect, it } from 'vitest';
import { readPrintedPages } from '../../src/model/raw-pdf.ts';
import { fakePdf } from '../print/fake-pdf.ts';

describe('the pages of a printed file', () => {
  const file = fakePdf([{ anchors: ['top'] }, {}, { anchors: ['scale', 'phụ-lục'] }]);

  it('are counted, and anchors are found on them, whatever letters they are named with', () => {
    const read = readPrintedPages(file);
    expect(read?.pages).toHaveLength(3);
    expect(Object.fromEntries(read?.destinations ?? [])).toEqual({ top: 1, scale: 3, 'phụ-lục': 3 });
  });

  it('give their content and their fonts without the prefix of a subset', () => {
    const read = readPrintedPages(file);
    expect(new TextDecoder().decode(read?.pages[0]?.bytes)).toBe('BT <text> Tj ET');
    expect(read?.fonts).toEqual(['SourceSans3-Regular']);
  });

  it('have no destinations where the page links to nothing', () => {
    expect(readPrintedPages(fakePdf([{}]))?.destinations.size).toBe(0);
  });

  it('are unknown where the file is cut off, empty or of another shape', () => {
    expect(readPrintedPages(file.subarray(0, file.length - 40))).toBeUndefined();
    expect(readPrintedPages(new Uint8Array())).toBeUndefined();
    const text = new TextDecoder('latin1').decode(file);
    expect(readPrintedPages(new TextEncoder().encode(text.replace(/\nxref\n/, '\nabcd\n')))).toBeUndefined();
    expect(readPrintedPages(new TextEncoder().encode(text.replace('/Pages 2 0 R', '/Gages 2 0 R')))).toBeUndefined();
  });
});
