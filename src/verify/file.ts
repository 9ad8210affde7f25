/** A PDF opened for judging: everything that more than one rule asks for, read once. */
import { PDFArray, PDFDict, PDFDocument, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { decoded, entry, itemsOf, numberAt, streamAt } from './objects.ts';
import { type FontUse, type Painted, readPainted } from './painted.ts';
import { readParentTree, readStructure, type Structure } from './structure.ts';
import { type Element, parseXml } from './xml.ts';

export interface Annotation {
  readonly ref: PDFRef | undefined;
  readonly dict: PDFDict;
  /** Counted from 1. */
  readonly page: number;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly objects: readonly (readonly [PDFRef, PDFObject])[];
  readonly streams: readonly PDFRawStream[];
  readonly pages: readonly PDFDict[];
  readonly painted: readonly Painted[];
  readonly fonts: readonly FontUse[];
  readonly structure: Structure | undefined;
  readonly parentTree: ReadonlyMap<number, PDFObject | undefined>;
  readonly annotations: readonly Annotation[];
  /** The XMP packet's text, and its root element; undefined where there is none or it is not well formed. */
  readonly packet: string | undefined;
  readonly xmp: Element | undefined;
}

/** What each page paints, and the fonts of all pages. */
function readContents(pages: readonly PDFDict[], parentTree: PdfFile['parentTree']): [Painted[], FontUse[]] {
  const fonts = new Map<PDFDict, FontUse>();
  const owners = (holder: PDFDict | undefined): (PDFObject | undefined)[] | undefined => {
    const at = numberAt(holder, 'StructParents');
    const value = at === undefined ? undefined : holder?.context.lookup(parentTree.get(at));
    return value instanceof PDFArray ? itemsOf(value) : undefined;
  };
  const painted = pages.map((page, i) => readPainted(page, i + 1, fonts, owners));
  return [painted, [...fonts.values()]];
}

function readAnnotations(pages: readonly PDFDict[]): Annotation[] {
  return pages.flatMap((page, i) => {
    const list = entry(page, 'Annots');
    const refs = list instanceof PDFArray ? list.asArray() : [];
    return refs.flatMap((value): Annotation[] => {
      const dict = page.context.lookup(value);
      return dict instanceof PDFDict ? [{ ref: value instanceof PDFRef ? value : undefined, dict, page: i + 1 }] : [];
    });
  });
}

function readFile(bytes: Uint8Array, document: PDFDocument): PdfFile {
  const { catalog, context } = document;
  const objects = context.enumerateIndirectObjects();
  const leaves = document.getPages();
  const pages = leaves.map((page) => page.node);
  const parentTree = readParentTree(catalog);
  const [painted, fonts] = readContents(pages, parentTree);
  const metadata = streamAt(catalog, 'Metadata');
  const packet = metadata && decoded(metadata);
  const text = packet && new TextDecoder('utf-8').decode(packet);
  return {
    ...{ bytes, document, catalog, objects, pages, painted, fonts, parentTree },
    streams: objects.flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : [])),
    structure: readStructure(
      catalog,
      leaves.map((page) => page.ref),
    ),
    annotations: readAnnotations(pages),
    packet: text,
    xmp: text === undefined ? undefined : parseXml(text),
  };
}

/** Opens a file; a sentence where that fails. Pages are read without what they could inherit: ours inherit nothing. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile | string> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return document.getPageCount() === 0 ? 'it has no pages' : readFile(bytes, document);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
