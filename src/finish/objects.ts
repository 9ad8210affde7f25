/** Reading and making PDF objects in `finish`: the writer's classes stay behind these few words. */
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
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

/** The entry of a dictionary, its reference followed; undefined where there is none. */
export function entry(dict: PDFDict, name: string): PDFObject | undefined {
  return dict.context.lookup(dict.get(key(name)));
}

export function dictAt(dict: PDFDict, name: string): PDFDict | undefined {
  const value = entry(dict, name);
  return value instanceof PDFDict ? value : value instanceof PDFStream ? value.dict : undefined;
}

export function arrayAt(dict: PDFDict, name: string): PDFArray | undefined {
  const value = entry(dict, name);
  return value instanceof PDFArray ? value : undefined;
}

export function nameAt(dict: PDFDict, name: string): string | undefined {
  const value = entry(dict, name);
  return value instanceof PDFName ? lettersOf(value) : undefined;
}

export function numberAt(dict: PDFDict, name: string): number | undefined {
  const value = entry(dict, name);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function textAt(dict: PDFDict, name: string): string | undefined {
  const value = entry(dict, name);
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

export function refAt(dict: PDFDict, name: string): PDFRef | undefined {
  const value = dict.get(key(name));
  return value instanceof PDFRef ? value : undefined;
}

/** The numbers of an array; undefined where there is no array or something else stands in it. */
export function numbersAt(dict: PDFDict, name: string): number[] | undefined {
  const values = arrayAt(dict, name)
    ?.asArray()
    .map((v) => dict.context.lookup(v));
  return values?.every((v) => v instanceof PDFNumber) ? values.map((v) => (v as PDFNumber).asNumber()) : undefined;
}

/** A text string, in UTF-16 so that every language fits. */
export const text = (value: string): PDFHexString => PDFHexString.fromText(value.normalize('NFC'));

/** What a stream holds, its filters undone; undefined where a filter is unknown or the data are broken. */
export function decoded(stream: PDFObject | undefined): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return undefined;
  }
}

/** A compressed stream of these bytes, registered in the file. */
export function addStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Record<string, string | number | PDFObject> = {},
): PDFRef {
  return context.register(context.flateStream(bytes, entries));
}
