import { describe, expect, it } from 'vitest';
import type { PdfText } from '../../src/model/pdf.ts';
import { compareMargins, marginStrings } from '../../src/verify/margins.ts';

const HTML =
  '<style>@page { @top-left { content: "Xuất khẩu, \\"2001\\"–2005"; } @bottom-right { content: counter(page); } } b::before { content: "Ấn phẩm \\3c 2"; }</style>';

const pdf = (...pages: string[][]): PdfText => ({
  pages: pages.map((margins) => ({ text: '', items: 1, margins })),
  ...{ blocks: [], headings: [], fonts: [], outline: [], destinations: new Map(), links: [], attachments: [] },
  ...{ lang: 'vi', title: undefined },
});

describe('the margins of a page', () => {
  it('may say what the styles put there, and the number of the page', () => {
    expect(marginStrings(HTML)).toEqual(['Xuất khẩu, "2001"–2005', 'Ấn phẩm <2']);
    expect(compareMargins(pdf(['1'], ['Xuất khẩu,\u00a0"2001"–2005', 'Ấn phẩm <2', '2']), HTML)).toEqual([]);
  });

  it('may say the head of a table again', () => {
    const head = { type: 'TH', page: 1, text: 'Năm2004', alternative: undefined };
    const runs = ['Năm ', '2004'].map((text) => ({ text, lang: 'vi' }));
    const found = compareMargins({ ...pdf(['Năm', '2004', '2005', '·']), blocks: [{ ...head, runs }] }, HTML);
    expect(found.map(({ found }) => found)).toEqual(['2005']);
  });

  it('may say nothing else: another year, another number, a note', () => {
    const found = compareMargins(pdf(['2'], ['Xuất khẩu, "2001"–2006'], ['3'], ['bản nháp']), HTML);
    expect(found.map(({ page, found }) => [page, found])).toEqual([
      [1, '2'],
      [2, 'Xuất khẩu, "2001"–2006'],
      [4, 'bản nháp'],
    ]);
  });
});
