import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import type { PdfText } from '../../src/model/pdf.ts';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { FILES, finished, type Print, raw } from '../fixtures/prints.ts';

async function read(print: Print): Promise<PdfText> {
  const text = await readPdf((await finished(print)).bytes);
  if (typeof text === 'string') throw new Error(text);
  return text;
}

describe('reading a finished PDF', () => {
  it('gives title and language', async () => {
    const { title, lang } = await read('small');
    expect(title).toBe('Xuất khẩu hàng hóa 2001–2005 · Goods exports 2001–2005');
    expect(lang).toBe('vi');
  });

  it('gives blocks in reading order, each in its language', async () => {
    const { blocks } = await read('small');
    expect(blocks.map((b) => [b.type, b.runs.at(0)?.lang ?? b.alternative?.lang, b.text])).toEqual([
      ['H1', 'vi', 'Xuất khẩu'],
      ['H2', 'en', 'Exports'],
      ['P', 'vi', 'Đạt 32,4\u00a0tỷ\u00a0USD; xem bảng số liệu.'],
      ['P', 'en', 'A plain sentence.'],
      ['Figure', 'vi', '14,5'],
      ['Caption', 'vi', 'Nguồn số liệu.'],
      ['LBody', 'vi', 'Một.'],
      ['LBody', 'en', 'Two.'],
      ['Caption', 'vi', 'Bảng'],
      ['TH', 'vi', 'Năm'],
      ['TH', 'vi', 'Trị giá'],
      ['TH', 'vi', '2004'],
      ['TD', 'vi', '26.485'],
      ['TH', 'vi', '2005'],
      ['TD', 'vi', '32.442'],
    ]);
    expect(blocks[4]?.alternative?.text).toBe('Biểu đồ hai cột, cột sau cao hơn cột trước');
  });

  it('gives headings and bookmarks alike, with their pages', async () => {
    const { headings, outline } = await read('brief');
    expect(outline.map((o) => [o.title.replaceAll('\u00a0', ' '), o.page])).toEqual(
      headings.map((h) => [h.text.replaceAll('\u00a0', ' '), h.page]),
    );
    expect(headings.map((h) => h.page)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4, 4]);
    expect(headings[0]).toMatchObject({
      level: 1,
      lang: 'vi',
      text: 'Xuất khẩu hàng hóa tăng hơn hai lần trong năm\u00a0năm',
    });
  });

  it('gives anchors with their pages, and links with what they say', async () => {
    const { destinations, links } = await read('brief');
    expect([...destinations].sort()).toEqual([
      ['balance', 3],
      ['notes', 4],
      ['scale', 2],
    ]);
    expect(links[0]).toEqual({ page: 1, target: '#scale', contents: 'Quy mô Scale' });
    expect(links.map((l) => l.target)).toContain('https://databank.worldbank.org/');
  });

  it('gives fonts by their own names', async () => {
    const { fonts } = await read('small');
    expect(fonts.map((f) => f.name).sort()).toEqual([
      'SourceSans3-Regular',
      'SourceSans3-SemiBold',
      'SourceSerif4-Regular',
      'SourceSerif4-SemiBold',
    ]);
    expect(fonts.every((f) => f.embedded && f.type === 'Type0')).toBe(true);
  });

  it('gives back the attached files unchanged', async () => {
    const { attachments } = await read('small');
    const wanted = [...FILES].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(attachments.map((a) => [a.name, a.description, [...a.bytes]])).toEqual(
      wanted.map((f) => [f.name, f.description, [...f.bytes]]),
    );
  });

  it('gives each page’s text with its margin boxes', async () => {
    const { pages } = await read('brief');
    expect(pages).toHaveLength(4);
    expect(pages[1]?.text).toContain('Xuất khẩu hàng hóa 2001–2005');
    expect(pages[1]?.text.replaceAll('\n', '')).toContain('2/4');
    expect(pages.every((p) => p.items > 0)).toBe(true);
  });

  it('reads text that several elements share in a faint group', async () => {
    const { blocks } = await read('hard');
    expect(blocks.slice(1, 3).map((b) => b.text)).toEqual(['Chữ mờ thứ nhất.', 'A second faint paragraph.']);
  });

  it('reads what an ActualText states in the place of its glyphs', async () => {
    const { blocks } = await read('hard');
    expect(blocks.map((b) => b.text)).toContain('The efficient office offers five fine affairs.');
  });

  it('says nothing on the console', async () => {
    const spoken = (['warn', 'log', 'error'] as const).map((way) =>
      vi.spyOn(console, way).mockImplementation(() => {}),
    );
    await read('small');
    for (const spy of spoken) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

describe('reading other files', () => {
  it('gives a sentence where the file is no PDF', async () => {
    expect(typeof (await readPdf(new TextEncoder().encode('nothing')))).toBe('string');
  });

  it('gives empty lists where a PDF has no tags, bookmarks, links or files', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(await readPdf(await document.save())).toMatchObject({ blocks: [], outline: [], links: [], attachments: [] });
  });

  it('reads a raw print in the same order as a finished one', async () => {
    const before = await readPdf(raw('small'));
    const text = (pdf: PdfText | string) =>
      typeof pdf === 'string' ? pdf : pdf.blocks.flatMap((b) => (b.type === 'Figure' ? [] : [b.text])).join('');
    expect(text(before)).toBe(text(await read('small')));
  });
});
