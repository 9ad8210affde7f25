/** A PDF opened for judging: everything that more than one rule asks for, read once. */
import { PDFArray, PDFDict, PDFDocument, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type FontUse, type Painted, readPainted } from './painted.ts';
import { decoded, dictAt, entry, numberAt, streamAt } from './objects.ts';
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

/** A font is painted with where no structure is read: its programs and maps are looked at by the rules themselves. */
function readFonts(pages: readonly PDFDict[], parentTree: PdfFile['parentTree']): [Painted[], FontUse[]] {
  const fonts = new Map<PDFDict, FontUse>();
  const owners = (holder: PDFDict | undefined): (PDFObject | undefined)[] | undefined => {
    const at = numberAt(holder, 'StructParents');
    const value = at === undefined ? undefined : holder?.context.lookup(parentTree.get(at));
    return value instanceof PDFArray ? value.asArray().map((v) => value.context.lookup(v)) : undefined;
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

/** A leaf page with what it inherits from the page tree (ISO 32000-1, 7.7.3.4) is the same dictionary here: our files inherit nothing. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile | string> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false });
    if (document.getPageCount() === 0) return 'it has no pages';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { catalog, context } = document;
  const objects = context.enumerateIndirectObjects();
  const pages = document.getPages().map((page) => page.node);
  const parentTree = readParentTree(catalog);
  const [painted, fonts] = readFonts(pages, parentTree);
  const metadata = streamAt(catalog, 'Metadata');
  const packet = metadata && decoded(metadata);
  const text = packet && new TextDecoder('utf-8').decode(packet);
  return {
    ...{ bytes, document, catalog, objects, pages, painted, fonts, parentTree },
    streams: objects.flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : [])),
    structure: readStructure(catalog, document.getPages().map((page) => page.ref)),
    annotations: readAnnotations(pages),
    packet: text,
    xmp: text === undefined ? undefined : parseXml(text),
  };
}

/** The catalog's name tree of that kind: name → value, in order. */
export function nameTree(file: PdfFile, kind: string): [string, PDFObject | undefined][] {
  const found: [string, PDFObject | undefined][] = [];
  const visit = (node: PDFDict | undefined, depth: number): void => {
    const names = entry(node, 'Names');
    const values = names instanceof PDFArray ? names.asArray() : [];
    for (let i = 0; i + 1 < values.length; i += 2) {
      const name = node!.context.lookup(values[i]);
      found.push([name && 'decodeText' in name ? (name as { decodeText(): string }).decodeText() : '', values[i + 1]]);
    }
    const kids = entry(node, 'Kids');
    if (kids instanceof PDFArray && depth < 50)
      for (const kid of kids.asArray()) visit(node!.context.lookup(kid) as PDFDict, depth + 1);
  };
  visit(dictAt(dictAt(file.catalog, 'Names'), kind), 0);
  return found;
}
