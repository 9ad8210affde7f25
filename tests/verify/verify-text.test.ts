import { describe, expect, it } from 'vitest';
import type { PdfBlock, PdfText, TextBlock } from '../../src/model/pdf.ts';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { verify } from '../../src/verify/verify.ts';
import { verifyOutline, verifyText } from '../../src/verify/verify-text.ts';
import { blocks, FONTS, finished, type Print } from '../fixtures/prints.ts';

const EMPTY: PdfText = {
  ...{
    pages: [],
    blocks: [],
    headings: [],
    fonts: [],
    outline: [],
    destinations: new Map(),
    links: [],
    attachments: [],
  },
  ...{ lang: 'vi', title: undefined },
};

/** A PDF that says these lines: `vi:text`; several runs of one block are joined with `|`. */
function pdf(...lines: string[]): PdfText {
  const made = lines.map((line): PdfBlock => {
    const runs = line.split('|').map((run) => ({ lang: run.slice(0, 2), text: run.slice(3) }));
    return { type: 'P', page: 1, runs, text: runs.map((r) => r.text).join(''), alternative: undefined };
  });
  return { ...EMPTY, blocks: made };
}

const html = (...lines: string[]): TextBlock[] =>
  lines.map((line, i) => ({ id: `b${i + 1}`, lang: line.slice(0, 2), text: line.slice(3) }));

const codes = (problems: readonly { code: string }[]) => problems.map((p) => p.code);

describe('a PDF that says what the HTML says', () => {
  it.each<Print>(['small', 'brief', 'long'])('passes whole: text, language, bookmarks, rules (%s)', async (print) => {
    const { problems, text } = await verify((await finished(print)).bytes, { blocks: blocks(print) }, { fonts: FONTS });
    // the looks of these pages are not what they are for
    expect(problems.filter(({ code }) => !code.startsWith('page-'))).toEqual([]);
    expect(text?.pages.length).toBeGreaterThan(0);
  });

  it('may paint no-break spaces as spaces, and spaces at the ends of a block', () => {
    expect(verifyText(pdf('vi:32,4 tỷ USD '), html('vi:32,4\u00a0tỷ\u00a0USD'))).toEqual([]);
  });

  it('may divide a block into runs, and hold two blocks in one', () => {
    expect(verifyText(pdf('vi:Đạt |vi:32,4| vi'.replace('| vi', '|vi: tỷ')), html('vi:Đạt 32,4 tỷ'))).toEqual([]);
    expect(verifyText(pdf('vi:Năm|vi:Trị giá'), html('vi:Năm', 'vi:Trị giá'))).toEqual([]);
  });

  it('may have words of another language inside a block', () => {
    expect(verifyText(pdf('vi:Bản |en:Brief|vi: số 1'), html('vi:Bản', 'en:Brief', 'vi:số 1'))).toEqual([]);
  });

  it('may number its lists', () => {
    const label: PdfBlock = {
      type: 'Lbl',
      page: 1,
      runs: [{ lang: 'vi', text: '1. ' }],
      text: '1. ',
      alternative: undefined,
    };
    const said = pdf('vi:Một.');
    expect(verifyText({ ...said, blocks: [label, ...said.blocks] }, html('vi:Một.'))).toEqual([]);
  });
});

describe('a PDF that does not', () => {
  it('is told the block and both texts from where they part', () => {
    const [found] = verifyText(pdf('en:glued together at theend.'), html('en:glued together at the end.'), {
      file: 'x.pdf',
    });
    expect(found?.code).toBe('pdf-text-differs');
    expect(found?.file).toBe('x.pdf');
    expect(found?.message).toContain('“b1”');
    expect(found?.message).toContain('at theend.');
  });

  it('is told a number that changed, however small', () => {
    expect(codes(verifyText(pdf('vi:32,4', 'vi:cuối'), html('vi:32,5', 'vi:cuối')))).toEqual(['pdf-text-differs']);
  });

  it('is told one lost block once, and the rest is compared again', () => {
    const problems = verifyText(pdf('vi:a', 'vi:c', 'vi:e'), html('vi:a', 'vi:b', 'vi:c', 'vi:d', 'vi:e'));
    expect(codes(problems)).toEqual(['pdf-text-missing', 'pdf-text-missing']);
    expect(problems.map((p) => /“(b\d)”/.exec(p.message)?.[1])).toEqual(['b2', 'b4']);
  });

  it('is told text that the HTML does not have, also at the end', () => {
    expect(codes(verifyText(pdf('vi:a', 'vi:x', 'vi:b', 'vi:y'), html('vi:a', 'vi:b')))).toEqual([
      'pdf-text-added',
      'pdf-text-added',
    ]);
  });

  it('is told blocks in another order', () => {
    expect(codes(verifyText(pdf('vi:b', 'vi:a'), html('vi:a', 'vi:b'))).length).toBeGreaterThan(0);
  });

  it('is told decomposed letters', () => {
    expect(codes(verifyText(pdf(`vi:${'tỷ'.normalize('NFD')}`), html('vi:tỷ')))).toEqual(['pdf-text-differs']);
  });

  it('is told a language that got lost', () => {
    expect(codes(verifyText(pdf('vi:Exports'), html('en:Exports')))).toEqual(['pdf-text-language']);
  });

  it('is told a chart whose alternative is another', () => {
    const figure = (text: string): PdfText => ({
      ...EMPTY,
      blocks: [{ type: 'Figure', page: 1, runs: [], text: '', alternative: { text, lang: 'vi' } }],
    });
    const wanted: TextBlock[] = [{ id: 'c', lang: 'vi', text: 'Biểu đồ tăng', kind: 'alternative' }];
    expect(verifyText(figure('Biểu đồ tăng'), wanted)).toEqual([]);
    expect(codes(verifyText(figure('Biểu đồ giảm'), wanted))).toEqual(['pdf-text-differs']);
    expect(codes(verifyText(EMPTY, wanted))).toEqual(['pdf-text-missing']);
  });

  it('is told everything that the hard page does wrong', async () => {
    const text = await readPdf((await finished('hard')).bytes);
    if (typeof text === 'string') throw new Error(text);
    const found = verifyText(text, blocks('hard')).map((p) => [p.code, /“([a-z-]+)”/.exec(p.message)?.[1]]);
    expect(found).toEqual([
      ['pdf-text-differs', 'glued'],
      ['pdf-text-differs', 'fallback'],
      ['pdf-text-added', undefined],
      ['pdf-text-language', 'nolang'],
      ['pdf-text-missing', 'filter'],
    ]);
  });
});

describe('bookmarks', () => {
  const heading = { level: 1, text: 'Một\u00a0hai', lang: 'vi', page: 1 };

  it('may have spaces for no-break spaces', () => {
    expect(verifyOutline({ ...EMPTY, headings: [heading], outline: [{ title: 'Một hai', page: 1 }] })).toEqual([]);
  });

  it.each([
    ['says something else', [{ title: 'Mộthai', page: 1 }]],
    ['leads to another page', [{ title: 'Một hai', page: 2 }]],
    ['is missing', []],
  ])('are reported where one %s', (_, outline) => {
    expect(codes(verifyOutline({ ...EMPTY, headings: [heading], outline }))).toEqual(['pdf-outline']);
  });
});

describe('a file that cannot be read', () => {
  it('is a problem, and there is no text', async () => {
    const { text, problems } = await verify(new Uint8Array([1, 2, 3]), { blocks: [] }, { file: 'x.pdf' });
    expect(text).toBeUndefined();
    expect(codes(problems)).toEqual(['pdf-unreadable']);
    expect(problems[0]?.file).toBe('x.pdf');
  });

  it('never makes verify throw, whichever byte is wrong', async () => {
    const { bytes } = await finished('small');
    let seed = 1986;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 25; round++) {
      const broken = bytes.slice();
      for (let i = 0; i < 8; i++) broken[next(broken.length)] = next(256);
      const { problems } = await verify(broken, { blocks: blocks('small') });
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});
