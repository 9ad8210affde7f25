import { decodePDFRawStream, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/finish/finish.ts';
import { readContent } from '../../src/model/content-stream.ts';
import { FILES, finished, META, type Print, raw } from '../fixtures/prints.ts';
import { open } from '../fixtures/tree.ts';

const MARKS = new Set(['BMC', 'BDC', 'EMC']);

/** What each page and form paints: its operations as written, without the marks around them. */
function painting(document: PDFDocument): string[] {
  const contents = document.getPages().map((page) => page.node.lookup(PDFName.of('Contents')));
  const forms = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((o) => o instanceof PDFRawStream && o.dict.get(PDFName.of('Subtype')) === PDFName.of('Form'));
  const painted = [...contents, ...forms].map((stream) => {
    const data = decodePDFRawStream(stream as PDFRawStream).decode();
    const { operations } = readContent(data);
    const text = new TextDecoder('latin1');
    return operations
      .filter((o) => !MARKS.has(o.operator))
      .map((o) => text.decode(data.subarray(o.start, o.end)))
      .join('\n');
  });
  return painted.sort();
}

describe('painting', () => {
  it.each<Print>(['small', 'brief', 'long', 'hard'])(
    'stays byte for byte what the browser painted (%s)',
    async (name) => {
      const before = painting(await open(raw(name)));
      const after = painting(await open((await finished(name)).bytes));
      expect(after).toEqual(before);
    },
  );

  it('is marked once: finishing a second time finds nothing more to mark', async () => {
    const { bytes } = await finished('small');
    const again = await finish(bytes, META, FILES);
    expect(again.problems).toEqual([]);
    expect(painting(await open(again.bytes))).toEqual(painting(await open(bytes)));
  });

  it('of a faint group keeps its marks inside where two paragraphs share it', async () => {
    const document = await open((await finished('hard')).bytes);
    const text = new TextDecoder('latin1');
    const marked = document.context.enumerateIndirectObjects().filter(([, o]) => {
      if (!(o instanceof PDFRawStream) || o.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return false;
      return text.decode(decodePDFRawStream(o).decode()).includes('/MCID') && o.dict.has(PDFName.of('StructParents'));
    });
    expect(marked).toHaveLength(1);
  });

  it('of a faint figure part is marked where it is drawn, and no longer inside', async () => {
    const document = await open((await finished('small')).bytes);
    const text = new TextDecoder('latin1');
    const inside = document.context.enumerateIndirectObjects().filter(([, o]) => {
      const isForm = o instanceof PDFRawStream && o.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
      return isForm && text.decode(decodePDFRawStream(o).decode()).includes('MCID');
    });
    const page = document.getPages()[0]!.node.lookup(PDFName.of('Contents')) as PDFRawStream;
    expect(inside).toHaveLength(0);
    expect(text.decode(decodePDFRawStream(page).decode())).toMatch(/\/Figure <<\/MCID \d+>> BDC\n\/X8 Do\nEMC/);
  });
});
