/** Bytes at last: only what is reachable, numbered in the order of reading, with an identifier made from the content. */
import { createHash } from 'node:crypto';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFStreamWriter,
} from '@cantoo/pdf-lib';
import { IDENTIFIER_PLACEHOLDER as PLACEHOLDER } from '../model/pdf.ts';

/** Everything an object holds itself, as places that can be read and written. */
function places(object: PDFObject): [PDFObject, (value: PDFObject) => void][] {
  if (object instanceof PDFStream) return places(object.dict);
  if (object instanceof PDFDict) return object.entries().map(([name, value]) => [value, (v) => object.set(name, v)]);
  if (object instanceof PDFArray) return object.asArray().map((value, i) => [value, (v) => object.set(i, v)]);
  return [];
}

/** Renumbers what the trailer reaches from 1 on and drops the rest: replaced objects would stay in the file for ever. */
export function compact(context: PDFContext): void {
  const numbers = new Map<PDFRef, PDFRef>();
  const found: [PDFRef, PDFObject][] = [];
  const visit = (start: PDFObject): PDFObject => {
    const queue: [PDFObject, (value: PDFObject) => void][] = [];
    const meet = (value: PDFObject): PDFObject => {
      if (!(value instanceof PDFRef)) {
        queue.push(...places(value));
        return value;
      }
      const known = numbers.get(value);
      if (known) return known;
      const object = context.lookup(value);
      const ref = PDFRef.of(numbers.size + 1);
      numbers.set(value, ref);
      // A reference to nothing stays one: it means null.
      if (object) {
        found.push([ref, object]);
        queue.push(...places(object));
      }
      return ref;
    };
    const first = meet(start);
    for (let i = 0; i < queue.length; i++) {
      const [value, put] = queue[i]!;
      const now = meet(value);
      if (now !== value) put(now);
    }
    return first;
  };
  const { trailerInfo } = context;
  if (trailerInfo.Root) trailerInfo.Root = visit(trailerInfo.Root) as PDFRef;
  if (trailerInfo.Info) trailerInfo.Info = visit(trailerInfo.Info) as PDFRef;
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref);
  context.largestObjectNumber = 0;
  for (const [ref, object] of found) context.assign(ref, object);
}

/** Objects in one compressed stream: structure elements resemble each other, so the more the smaller. */
const OBJECTS_PER_STREAM = 400;

/**
 * Writes the file with object streams. Its identifier (ISO 32000-1, 14.4) is the start of the SHA-256 of its own bytes,
 * taken with a placeholder in the identifier's place: equal files have equal identifiers, and no clock is asked.
 */
export async function save(context: PDFContext): Promise<Uint8Array> {
  compact(context);
  const placeholder = PDFHexString.of(PLACEHOLDER);
  context.trailerInfo.ID = context.obj([placeholder, placeholder]);
  const writer = PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY, true, OBJECTS_PER_STREAM);
  const bytes = await writer.serializeToBuffer();
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, PLACEHOLDER.length).toUpperCase();
  const tail = new TextDecoder('latin1').decode(bytes);
  for (let at = tail.indexOf(PLACEHOLDER); at >= 0; at = tail.indexOf(PLACEHOLDER, at + 1))
    bytes.set(new TextEncoder().encode(id), at);
  return bytes;
}
