/** Rules about the file itself: header, identifier, syntax, filters, limits, and what our files never have. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Args } from '../../problem.ts';
import { boxesOfPage } from '../boxes.ts';
import type { PdfFile } from '../file.ts';
import { entry, has, itemsAt, itemsOf, nameAt, nameOf } from '../objects.ts';
import { syntaxFaults } from '../syntax.ts';
import { numbered, type Rule, unless } from './rule.ts';

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function headerHolds({ bytes }: PdfFile): boolean {
  const start = latin(bytes.subarray(0, 24));
  const first = /^%PDF-1\.[0-7](\r\n|\r|\n)%/.exec(start);
  const marks = first ? bytes.subarray(first[0].length, first[0].length + 4) : [];
  return marks.length === 4 && marks.every((b) => b > 127);
}

/** Table 6 of ISO 32000-1 without LZWDecode, and without Crypt, which our files never use. */
const FILTERS = new Set(
  'ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode'.split(' '),
);

function filterFaults({ streams }: PdfFile): Args[] {
  return streams.flatMap(({ dict }) => {
    const filters =
      entry(dict, 'Filter') instanceof PDFArray ? itemsAt(dict, 'Filter').map(nameOf) : [nameAt(dict, 'Filter')];
    const wrong = filters.filter((f) => f !== undefined && !FILTERS.has(f)).map((found) => ({ found }));
    const outside = ['F', 'FFilter', 'FDecodeParms'].filter((k) => has(dict, k)).map((k) => ({ found: `/${k}` }));
    return [...wrong, ...outside];
  });
}

/** Shows everything inside an object, itself included. */
function visit(object: PDFObject, see: (part: PDFObject) => void): void {
  see(object);
  if (object instanceof PDFDict) {
    for (const [name, value] of object.entries()) {
      see(name);
      visit(value, see);
    }
  } else if (object instanceof PDFArray) for (const value of object.asArray()) visit(value, see);
  else if (object instanceof PDFStream) visit(object.dict, see);
}

const LARGEST_INTEGER = 2147483647;
const LARGEST_REAL = 3.403e38;
const SMALLEST_REAL = 1.175e-38;
const LONGEST_STRING = 32767;
const LONGEST_NAME = 127;
const MOST_OBJECTS = 8388607;
const DEEPEST_NESTING = 28;

function limitOf(part: PDFObject): string | undefined {
  if (part instanceof PDFNumber) {
    const size = Math.abs(part.asNumber());
    if (Number.isInteger(size) ? size > LARGEST_INTEGER && size < LARGEST_REAL : size > LARGEST_REAL)
      return `the number ${part.asNumber()}`;
    if (size > 0 && size < SMALLEST_REAL) return `the number ${part.asNumber()}`;
  }
  // As written, a string or name is no shorter than what it stands for: most need no decoding.
  if (part instanceof PDFString || part instanceof PDFHexString)
    return part.asString().length > LONGEST_STRING && part.asBytes().length > LONGEST_STRING
      ? 'a string of more than 32767 bytes'
      : undefined;
  if (part instanceof PDFName)
    return part.asString().length > LONGEST_NAME && part.asBytes().length > LONGEST_NAME
      ? 'a name of more than 127 bytes'
      : undefined;
  return undefined;
}

function limitFaults(file: PdfFile): Args[] {
  const found = new Set<string>();
  for (const [, object] of file.objects)
    visit(object, (part) => {
      const limit = limitOf(part);
      if (limit) found.add(limit);
    });
  for (const page of file.painted) {
    for (const limit of page.limits) found.add(limit);
    if (page.deepest > DEEPEST_NESTING) found.add(`graphics states nested ${page.deepest} deep on page ${page.page}`);
  }
  if (file.objects.length > MOST_OBJECTS) found.add(`${file.objects.length} objects`);
  file.pages.forEach((page, i) => {
    const wrong = boxesOfPage(page).find(([w, h]) => Math.min(w, h) < 3 || Math.max(w, h) > 14400);
    if (wrong) found.add(`a size of ${wrong.join(' by ')} points on page ${i + 1}`);
  });
  return [...found].map((limit) => ({ limit }));
}

function hexFaults(file: PdfFile): Args[] {
  const isWrong = (part: PDFObject) =>
    part instanceof PDFHexString &&
    (/[^0-9A-Fa-f\s\0]/.test(part.asString()) || part.asString().replace(/[\s\0]/g, '').length % 2 === 1);
  const inObjects = file.objects.filter(([, object]) => {
    let wrong = false;
    visit(object, (part) => {
      if (isWrong(part)) wrong = true;
    });
    return wrong;
  });
  return [
    ...inObjects.map(([ref]) => ({ where: `object ${ref.objectNumber}` })),
    ...file.painted.filter((p) => p.oddHex).map((p) => ({ where: `page ${p.page}` })),
  ];
}

export const CONTAINER: readonly Rule[] = [
  { code: 'pdf-header', clauses: ['ua:6.1-1', 'a:6.1.2-1', 'a:6.1.2-2'], find: (file) => unless(headerHolds(file)) },
  {
    code: 'pdf-identifier',
    clauses: ['a:6.1.3-1'],
    find: ({ document }) => {
      const id = document.context.lookup(document.context.trailerInfo.ID);
      const last = id instanceof PDFArray ? itemsOf(id).at(-1) : undefined;
      return unless((last instanceof PDFHexString || last instanceof PDFString) && last.asBytes().length > 0);
    },
  },
  {
    code: 'pdf-syntax',
    clauses: ['a:6.1.3-3', 'a:6.1.4-2', 'a:6.1.7.1-1', 'a:6.1.7.1-2', 'a:6.1.9-1'],
    find: ({ bytes }) => syntaxFaults(bytes).map((fault) => ({ ...fault })),
  },
  { code: 'pdf-hex-string', clauses: ['a:6.1.6-1', 'a:6.1.6-2'], find: hexFaults },
  { code: 'pdf-filter', clauses: ['a:6.1.7.1-3', 'a:6.1.7.2-1'], find: filterFaults },
  {
    code: 'pdf-limit',
    clauses: numbered('a:6.1.13', 1, 2, 3, 4, 5, 7, 8, 11),
    find: limitFaults,
  },
];
