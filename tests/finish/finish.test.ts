import { PDFDict, PDFDocument, type PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/finish/finish.ts';
import { FILES, finished, META, raw } from '../fixtures/prints.ts';
import { elements, open, outline, text, typeOf } from '../fixtures/tree.ts';

const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);

describe('finishing a printed page', () => {
  it('leaves a plain tree: no wrappers, figure with caption, list bodies, table groups', async () => {
    const { bytes, problems } = await finished('small');
    expect(codes(problems)).toEqual([]);
    expect(outline(await open(bytes))).toEqual([
      'Document',
      '  H1 1',
      '  H2 en 1',
      '  P 3',
      '    Strong 1',
      '    Link 1',
      '  P en 1',
      '  Figure 3',
      '    Caption 1',
      '  L',
      '    LI',
      '      LBody 1',
      '    LI en',
      '      LBody 1',
      '  Table',
      '    Caption 1',
      '    THead',
      '      TR',
      '        TH 1',
      '        TH 1',
      '    TBody',
      '      TR',
      '        TH 1',
      '        TD 1',
      '      TR',
      '        TH 1',
      '        TD 1',
    ]);
  });

  it('tags every language that Chromium tagged, and keeps plain blocks as paragraphs', async () => {
    const lines = outline(await open((await finished('brief')).bytes));
    expect(lines).not.toContain('  NonStruct');
    // div, dt and dd at the end of the notes
    expect(lines.slice(-3)).toEqual(['  P en 1', '  P 1', '  P en 1']);
    expect(lines.filter((l) => /^ +Span en 1$/.test(l)).length).toBeGreaterThan(8);
  });

  it('gives the merged figure its alternative and the box around all it paints', async () => {
    const document = await open((await finished('small')).bytes);
    const figure = elements(document).find((e) => typeOf(e.dict) === 'Figure')!.dict;
    expect(text(figure, 'Alt')).toBe('Biểu đồ hai cột, cột sau cao hơn cột trước');
    const layout = figure.lookup(PDFName.of('A'), PDFDict);
    // The drawing is 45 points wide and the caption below it reaches further: left edge at the 18 mm margin.
    expect(String(layout.lookup(PDFName.of('BBox')))).toBe('[ 51 673.97 105.88 708.56 ]');
  });

  it('describes links by their own words, one annotation for each line', async () => {
    const document = await open((await finished('brief')).bytes);
    const links = document.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    const said = links.map((ref) => text(document.context.lookup(ref, PDFDict), 'Contents'));
    // Three contents entries (Chromium made five annotations for each), two links over two lines each, then the notes.
    expect(said.slice(0, 3)).toEqual(['Quy mô Scale', 'Cán cân Balance', 'Ghi chú Notes']);
    expect(said.filter((s) => s?.startsWith('the notes on sources and rounding'))).toHaveLength(2);
    expect(said.slice(-3)).toEqual(['kho dữ liệu của Ngân hàng Thế giới', "the World Bank's data bank", '1']);
  });

  it('takes the head that is painted again on the next page for decoration', async () => {
    const document = await open((await finished('long')).bytes);
    const heads = outline(document).filter((line) => line.startsWith('        TH') && line.endsWith(' 1')).length;
    // Four column heads (Vietnamese mark, English in a span) and 52 row heads, each with one mark.
    expect(heads).toBe(56);
  });

  it('writes standard roles for types of PDF 2.0', async () => {
    const { catalog } = await open((await finished('brief')).bytes);
    const map = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(PDFName.of('RoleMap'), PDFDict);
    expect(map.entries().map(([from, to]) => `${from} ${to}`)).toEqual(['/Em /Span', '/Strong /Span']);
  });
});

describe('the same input', () => {
  it('gives the same bytes', async () => {
    const again = await finish(raw('brief'), META, FILES);
    expect(again.bytes).toEqual((await finished('brief')).bytes);
  });

  it('gives the same bytes whatever the browser printed before, and whenever', async () => {
    const latin = Buffer.from(raw('small')).toString('latin1');
    const later = latin
      .replaceAll(/\(node0000(\d{4})\)/g, '(node0731$1)')
      .replaceAll(/D:20\d{12}/g, 'D:20010203040506');
    expect(later).not.toBe(latin);
    const again = await finish(new Uint8Array(Buffer.from(later, 'latin1')), META, FILES);
    expect(again.bytes).toEqual((await finished('small')).bytes);
  });

  it('gives the same bytes in whatever order files are attached', async () => {
    const again = await finish(raw('small'), META, [...FILES].reverse());
    expect(again.bytes).toEqual((await finished('small')).bytes);
  });

  it('gives another identifier with another title', async () => {
    const idOf = async (bytes: Uint8Array) => String((await open(bytes)).context.trailerInfo.ID);
    const other = await finish(raw('small'), { ...META, title: { vi: 'Khác', en: 'Other' } }, FILES);
    expect(await idOf(other.bytes)).not.toBe(await idOf((await finished('small')).bytes));
  });
});

describe('dates', () => {
  const datesOf = async (bytes: Uint8Array) => {
    const document = await open(bytes);
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    return [text(info, 'CreationDate'), text(info, 'ModDate')];
  };

  it('come from the edition', async () => {
    expect(await datesOf((await finished('small')).bytes)).toEqual(['D:20261122000000Z', 'D:20261122000000Z']);
  });

  it('come from SOURCE_DATE_EPOCH where it is given', async () => {
    const { bytes } = await finish(raw('small'), META, [], { sourceDateEpoch: 1136073600 });
    expect(await datesOf(bytes)).toEqual(['D:20060101000000Z', 'D:20060101000000Z']);
  });

  it.each(['2026-02-30', '22.11.2026', ''])('that do not exist are a problem: “%s”', async (date) => {
    const { problems } = await finish(raw('small'), { ...META, date }, []);
    expect(codes(problems)).toEqual(['finish-date']);
  });
});

describe('what finish does not know', () => {
  it('is a problem where the file is no PDF, and the bytes come back', async () => {
    const bytes = new TextEncoder().encode('no PDF at all');
    const result = await finish(bytes, META, [], { file: 'brief-2005.pdf' });
    expect(codes(result.problems)).toEqual(['finish-unreadable']);
    expect(result.problems[0]?.file).toBe('brief-2005.pdf');
    expect(result.bytes).toBe(bytes);
  });

  it('is a problem where the file has no tags', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(codes((await finish(await document.save(), META, [])).problems)).toEqual(['finish-untagged']);
  });

  it('is a problem where a link has no words', async () => {
    expect(codes((await finished('hard')).problems)).toEqual(['finish-link-silent']);
  });

  it('is a problem where an annotation hangs on no element', async () => {
    const document = await open(raw('small'));
    const [page] = document.getPages();
    const annotation = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
    page!.node.addAnnot(document.context.register(annotation));
    const { problems } = await finish(await document.save(), META, []);
    expect(codes(problems)).toEqual(['finish-annotation-untied']);
  });

  it('is a problem where a row holds more than cells, and where a type is unknown', async () => {
    const document = await open(raw('small'));
    const cell = elements(document).find((e) => typeOf(e.dict) === 'TD')!.dict;
    cell.set(PDFName.of('S'), PDFName.of('Blob'));
    const { problems } = await finish(await document.save(), META, []);
    expect(codes(problems)).toEqual(['finish-table-row', 'finish-type-unknown']);
  });

  it('is a problem where text is tagged that the tree does not hold', async () => {
    const document = await open(raw('small'));
    const paragraph = elements(document).findLast((e) => typeOf(e.dict) === 'P')!.dict;
    paragraph.delete(PDFName.of('K'));
    const { problems } = await finish(await document.save(), META, []);
    expect(codes(problems)).toEqual(['finish-text-untied']);
  });

  it.each(['Resources', 'Annots', 'Contents', 'StructParents', 'Parent'])(
    'never throws where /%s of a page is not what it should be',
    async (key) => {
      for (const wrong of [PDFNumber.of(7), PDFString.of('x'), PDFName.of('X')]) {
        const document = await open(raw('small'));
        document.getPages()[0]!.node.set(PDFName.of(key), wrong);
        const result = await finish(await document.save({ updateFieldAppearances: false }), META, []);
        expect(result.bytes.length).toBeGreaterThan(0);
      }
    },
  );

  it('never throws, whichever byte of the file is wrong', async () => {
    const bytes = raw('small');
    let seed = 20051231;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 40; round++) {
      const broken = bytes.slice();
      for (let i = 0; i < 12; i++) broken[next(broken.length)] = next(256);
      const result = await finish(broken, META, []);
      expect(result.bytes.length).toBeGreaterThan(0);
    }
  });
});

describe('attachments', () => {
  it('of one name are attached once, and a type that is none is a problem', async () => {
    const [first] = FILES;
    const { problems } = await finish(raw('small'), META, [first!, first!, { ...first!, name: 'x', mime: 'text' }]);
    expect(codes(problems)).toEqual(['finish-attachment-twice', 'finish-attachment-type']);
  });

  it('are tied to the document and described', async () => {
    const { catalog } = await open((await finished('small')).bytes);
    const tied = String(catalog.lookup(PDFName.of('AF')));
    expect(tied.match(/\d+ 0 R/g)).toHaveLength(2);
    const specification = catalog.context.enumerateIndirectObjects().map(([, o]) => o);
    const described = specification.flatMap((o) => (o instanceof PDFDict && o.has(PDFName.of('EF')) ? [o] : []));
    expect(described.map((d) => [text(d, 'UF'), text(d, 'Desc'), String(d.get(PDFName.of('AFRelationship')))])).toEqual(
      [
        ['exports.csv', 'Số liệu xuất khẩu', '/Data'],
        ['inputs.json', 'Inputs', '/Source'],
      ],
    );
  });
});

describe('the finished file', () => {
  it('says its title in both languages and escapes what XML wants escaped', async () => {
    const { catalog } = await open((await finished('small')).bytes);
    const metadata = catalog.lookup(PDFName.of('Metadata'));
    const packet = new TextDecoder().decode((metadata as unknown as { getContents(): Uint8Array }).getContents());
    expect(packet).toContain('<rdf:li xml:lang="x-default">Xuất khẩu hàng hóa 2001–2005</rdf:li>');
    expect(packet).toContain('<rdf:li xml:lang="en">Goods exports 2001–2005</rdf:li>');
    expect(packet).toContain('Phòng thống kê &amp; nghiên cứu');
  });

  it('names cells in their order, and cells name their heads', async () => {
    const document = await open((await finished('small')).bytes);
    const cells = elements(document).map((e) => e.dict);
    expect(cells.map((c) => text(c, 'ID')).filter(Boolean)).toEqual(['c1', 'c2', 'c3']);
    const heads = cells
      .filter((c) => typeOf(c) === 'TD')
      .map((c) => String(c.lookup(PDFName.of('A'), PDFDict).get(PDFName.of('Headers'))));
    expect(heads).toEqual(['[ (c1) (c2) ]', '[ (c1) (c3) ]']);
  });

  it('holds nothing that cannot be reached, and is smaller than the raw one', async () => {
    const { bytes } = await finished('brief');
    const { context } = await open(bytes);
    const numbers = context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber);
    const dangling = Buffer.from(bytes)
      .toString('latin1')
      .match(/node0000/g);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(dangling).toBeNull();
    expect(bytes.length).toBeLessThan(raw('brief').length);
  });

  it('bookmarks elements that are in the tree', async () => {
    const document = await open((await finished('brief')).bytes);
    const dicts = new Set(elements(document).map((e) => e.dict));
    const marked = document.context
      .enumerateIndirectObjects()
      .flatMap(([, o]) => (o instanceof PDFDict && o.has(PDFName.of('SE')) ? [o] : []));
    expect(marked.length).toBeGreaterThan(8);
    for (const item of marked) expect(dicts.has(item.lookup(PDFName.of('SE'), PDFDict))).toBe(true);
  });

  it('has an identifier of 16 bytes made from its content', async () => {
    const { context } = await open((await finished('small')).bytes);
    const id = context.lookup(context.trailerInfo.ID) as unknown as { get(i: number): PDFHexString | PDFString };
    expect(id.get(0).asBytes()).toHaveLength(16);
    expect(String(id.get(0))).toBe(String(id.get(1)));
  });
});
