/** Whether a file is still the one that was written: its identifier and the checksums of its attachments, computed again. Part of `verify`. */
import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFRawStream } from '@cantoo/pdf-lib';
import { IDENTIFIER_PLACEHOLDER } from '../model/pdf.ts';
import type { PdfFile } from './file.ts';
import { decoded, dictAt, entry, has, textAt } from './objects.ts';

/** Both parts of the trailer's ID, which `finish` writes alike (ISO 32000-1, 14.4). */
const IDENTIFIER = /\/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<\1>\s*\]/g;

/**
 * True where the identifier is the start of the SHA-256 of the file with the placeholder in its place. Says that no byte
 * changed by accident or carelessness; whoever changes a file on purpose can compute it anew.
 */
export function isAsWritten(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  const id = [...text.matchAll(IDENTIFIER)].at(-1)?.[1];
  if (id === undefined) return false;
  const before = bytes.slice();
  const placeholder = new TextEncoder().encode(IDENTIFIER_PLACEHOLDER);
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) before.set(placeholder, at);
  return createHash('sha256').update(before).digest('hex').slice(0, id.length).toUpperCase() === id;
}

/** Names of the attachments whose bytes do not give the MD5 that stands beside them; a missing one counts as another. */
export function changedAttachments({ objects }: PdfFile): string[] {
  return objects.flatMap(([, specification]) => {
    if (!(specification instanceof PDFDict) || !has(specification, 'EF')) return [];
    const stream = entry(dictAt(specification, 'EF'), 'F');
    const name = textAt(specification, 'UF') ?? textAt(specification, 'F') ?? '?';
    if (!(stream instanceof PDFRawStream)) return [name];
    const stated = entry(dictAt(stream.dict, 'Params'), 'CheckSum');
    const bytes = decoded(stream);
    const sum = bytes && createHash('md5').update(bytes).digest('hex').toUpperCase();
    return stated instanceof PDFHexString && stated.asString().toUpperCase() === sum ? [] : [name];
  });
}
