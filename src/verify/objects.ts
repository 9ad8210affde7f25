/**
 * Reading PDF objects in `verify`. The rules of PDF/UA and PDF/A speak about dictionaries and streams, which pdfjs does not
 * show, so this stage too opens the file with the PDF writer's parser; it never writes. (`finish` has its own few words for
 * the same classes: stages do not import one another.)
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

const KEYS = new Map<string, PDFName>();

/** A name as the parser knows it; made once, since it decodes what it is given every time. */
export function key(name: string): PDFName {
  const made = KEYS.get(name) ?? PDFName.of(name);
  KEYS.set(name, made);
  return made;
}

/** The letters of a name; decoded only where something in it is escaped. */
export const lettersOf = (name: PDFName): string =>
  name.asString().includes('#') ? name.decodeText() : name.asString().slice(1);

/** The entry of a dictionary, its reference followed. */
export function entry(dict: PDFDict | undefined, name: string): PDFObject | undefined {
  return dict?.context.lookup(dict.get(key(name)));
}

export const has = (dict: PDFDict | undefined, name: string): boolean => dict?.has(key(name)) ?? false;

/** The dictionary of a value: itself, or a stream's. */
export const dictOf = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined;

export const dictAt = (dict: PDFDict | undefined, name: string): PDFDict | undefined => dictOf(entry(dict, name));

export function streamAt(dict: PDFDict | undefined, name: string): PDFRawStream | undefined {
  const value = entry(dict, name);
  return value instanceof PDFRawStream ? value : undefined;
}

/** The items of an array, references followed. */
export const itemsOf = (array: PDFArray): (PDFObject | undefined)[] =>
  Array.from({ length: array.size() }, (_, i) => array.lookup(i));

/** The items of the array at an entry; empty where there is none. */
export function itemsAt(dict: PDFDict | undefined, name: string): (PDFObject | undefined)[] {
  const value = entry(dict, name);
  return value instanceof PDFArray ? itemsOf(value) : [];
}

export const nameOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFName ? lettersOf(value) : undefined;

export const nameAt = (dict: PDFDict | undefined, name: string): string | undefined => nameOf(entry(dict, name));

export const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFNumber ? value.asNumber() : undefined;

export const numberAt = (dict: PDFDict | undefined, name: string): number | undefined => numberOf(entry(dict, name));

export function numbersAt(dict: PDFDict | undefined, name: string): number[] {
  return itemsAt(dict, name).flatMap((v) => numberOf(v) ?? []);
}

export const boolAt = (dict: PDFDict | undefined, name: string): boolean | undefined => {
  const value = entry(dict, name);
  return value instanceof PDFBool ? value.asBoolean() : undefined;
};

export const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

export const textAt = (dict: PDFDict | undefined, name: string): string | undefined => textOf(entry(dict, name));

/** What a stream holds, its filters undone; undefined where that fails. */
export function decoded(stream: PDFObject | undefined): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return undefined;
  }
}
