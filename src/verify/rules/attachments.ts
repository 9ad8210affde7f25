/** Rules about embedded files: named, typed, and tied to the document. */
import { PDFDict } from '@cantoo/pdf-lib';
import type { PdfFile } from '../file.ts';
import { dictAt, has, itemsAt, nameAt, textAt } from '../objects.ts';
import type { Rule } from './rule.ts';

/** Every file specification with an embedded file. */
const specifications = (file: PdfFile): PDFDict[] =>
  file.objects.flatMap(([, o]) => (o instanceof PDFDict && has(o, 'EF') ? [o] : []));

const nameOf = (specification: PDFDict): string => textAt(specification, 'UF') ?? textAt(specification, 'F') ?? '?';

const MIME = /^[-\w+.]+\/[-\w+.]+$/;
const RELATIONSHIPS = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified']);

export const ATTACHMENTS: readonly Rule[] = [
  {
    code: 'pdf-attachment-name',
    clauses: ['ua:7.11-1', 'a:6.8-2'],
    find: (file) =>
      specifications(file)
        .filter((s) => (textAt(s, 'F') ?? '') === '' || (textAt(s, 'UF') ?? '') === '')
        .map((s) => ({ name: nameOf(s) })),
  },
  {
    code: 'pdf-attachment-type',
    clauses: ['a:6.8-1'],
    find: (file) =>
      specifications(file)
        .filter((s) => !MIME.test(nameAt(dictAt(dictAt(s, 'EF'), 'F'), 'Subtype') ?? ''))
        .map((s) => ({ name: nameOf(s) })),
  },
  {
    code: 'pdf-attachment-relationship',
    clauses: ['a:6.8-3'],
    find: (file) =>
      specifications(file)
        .filter((s) => !RELATIONSHIPS.has(nameAt(s, 'AFRelationship') ?? ''))
        .map((s) => ({ name: nameOf(s) })),
  },
  {
    code: 'pdf-attachment-untied',
    clauses: ['a:6.8-4'],
    find: (file) => {
      const tied = new Set(itemsAt(file.catalog, 'AF'));
      return specifications(file)
        .filter((s) => !tied.has(s))
        .map((s) => ({ name: nameOf(s) }));
    },
  },
];
