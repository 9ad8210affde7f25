/** A good file, broken on purpose: what the rules say about it. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStreamWriter,
} from '@cantoo/pdf-lib';
import { checkRules, type RuleOptions } from '../../src/verify/check-rules.ts';
import { finished } from '../fixtures/prints.ts';
import { elements, open, typeOf } from '../fixtures/tree.ts';

export const name = (text: string): PDFName => PDFName.of(text);

/** The first element of a type. */
export function element(document: PDFDocument, type: string): PDFDict {
  const found = elements(document).find((e) => typeOf(e.dict) === type);
  if (!found) throw new Error(`The fixture has no ${type}.`);
  return found.dict;
}

export const all = (document: PDFDocument, type: string): PDFDict[] =>
  elements(document)
    .filter((e) => typeOf(e.dict) === type)
    .map((e) => e.dict);

/** The dictionaries of a kind: `Type /Font`, `Subtype /Link`. */
export function dictionaries(document: PDFDocument, key: string, value: string): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : undefined;
    return dict?.get(name(key)) === name(value) ? [dict] : [];
  });
}

const page = (document: PDFDocument): PDFDict => document.getPages()[0]!.node;

/** Changes a stream's text and leaves its other entries; the holder then refers to the new stream. */
export function rewrite(holder: PDFDict, key: string, change: (text: string) => string): void {
  const stream = holder.lookup(name(key)) as PDFRawStream;
  const text = change(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
  const made = holder.context.flateStream(Uint8Array.from(Buffer.from(text, 'latin1')));
  for (const [k, v] of stream.dict.entries()) if (!['/Length', '/Filter'].includes(String(k))) made.dict.set(k, v);
  holder.set(name(key), holder.context.register(made));
}

/** Changes the content of the first page. */
export const content = (change: (text: string) => string) => (document: PDFDocument) =>
  rewrite(page(document), 'Contents', change);

/** Changes the XMP packet. */
export const packet = (change: (text: string) => string) => (document: PDFDocument) => {
  const old = document.catalog.lookup(name('Metadata')) as PDFRawStream;
  const text = change(new TextDecoder().decode(old.getContents()));
  const made = document.context.stream(new TextEncoder().encode(text), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(name('Metadata'), document.context.register(made));
};

/** Adds a named resource to the first page. */
export function resource(document: PDFDocument, kind: string, key: string, value: PDFObject): void {
  const resources = page(document).lookup(name('Resources'), PDFDict);
  const held = resources.lookup(name(kind)) ?? document.context.obj({});
  (held as PDFDict).set(name(key), value);
  resources.set(name(kind), held);
}

export { page };

export const kids = (dict: PDFDict): PDFArray => dict.lookup(name('K'), PDFArray);

/** Writes a changed file as `finish` writes, so that only the change differs. */
export async function written(document: PDFDocument): Promise<Uint8Array> {
  return PDFStreamWriter.forContext(document.context, Number.POSITIVE_INFINITY, true, 400).serializeToBuffer();
}

/** The codes that a changed file breaks, each once, in order. */
export async function codesOf(bytes: Uint8Array, options?: RuleOptions): Promise<string[]> {
  return [...new Set((await checkRules(bytes, options)).map((p) => p.code))];
}

/** Breaks the small fixture and judges it. */
export async function broken(change: (document: PDFDocument) => void, options?: RuleOptions): Promise<string[]> {
  const document = await open((await finished('small')).bytes);
  change(document);
  return codesOf(await written(document), options);
}
