/** Files inside the PDF, each tied to the document as PDF/A-3 asks (ISO 19005-3, 6.8). */
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Attachment } from '../model/pdf.ts';
import { addStream, dictAt, key, text } from './objects.ts';

/** Byte order of the name tree's keys; the same for ASCII names as their order as strings. */
const byName = (a: Attachment, b: Attachment): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function fileSpecification(document: PDFDocument, file: Attachment, date: string): PDFRef {
  const { context } = document;
  const checksum = createHash('md5').update(file.bytes).digest();
  const stream = addStream(context, file.bytes, {
    Type: 'EmbeddedFile',
    Subtype: PDFName.of(file.mime),
    Params: context.obj({
      Size: file.bytes.length,
      ModDate: PDFString.of(date),
      CheckSum: PDFHexString.fromBytes(checksum),
    }),
  });
  const specification = context.obj({
    Type: 'Filespec',
    F: text(file.name),
    UF: text(file.name),
    Desc: text(file.description),
    AFRelationship: file.relationship,
    EF: { F: stream, UF: stream },
  });
  return context.register(specification);
}

/** Attaches the files in order of their names. @param date in PDF's own notation */
export function attachFiles(document: PDFDocument, files: readonly Attachment[], date: string): void {
  if (files.length === 0) return;
  const { context, catalog } = document;
  const sorted = [...files].sort(byName);
  const refs = sorted.map((file) => fileSpecification(document, file, date));
  const names = dictAt(catalog, 'Names') ?? context.obj({});
  const pairs = sorted.flatMap((file, i) => [text(file.name), refs[i]!]);
  names.set(key('EmbeddedFiles'), context.register(context.obj({ Names: pairs })));
  catalog.set(key('Names'), names);
  catalog.set(key('AF'), context.obj(refs));
}
