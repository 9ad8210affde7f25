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
import { dictAt, entry, has, itemsAt, itemsOf, nameAt, nameOf } from '../objects.ts';
import { syntaxFaults } from '../syntax.ts';
import { clauseNames, type Rule, unless } from './rule.ts';

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

/** Everything inside an object, itself included. */
function* parts(object: PDFObject | undefined): Generator<PDFObject> {
  if (!object) return;
  yield object;
  const inner =
    object instanceof PDFDict
      ? object.entries().flat()
      : object instanceof PDFArray
        ? object.asArray()
        : object instanceof PDFStream
          ? [object.dict]
          : [];
  for (const part of inner) yield* parts(part);
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
  if (part instanceof PDFString || part instanceof PDFHexString)
    return part.asBytes().length > LONGEST_STRING ? 'a string of more than 32767 bytes' : undefined;
  if (part instanceof PDFName)
    return part.asBytes().length > LONGEST_NAME ? 'a name of more than 127 bytes' : undefined;
  return undefined;
}

function limitFaults(file: PdfFile): Args[] {
  const found = new Set<string>();
  for (const [, object] of file.objects) for (const part of parts(object)) found.add(limitOf(part) ?? '');
  for (const page of file.painted) {
    for (const limit of page.limits) found.add(limit);
    if (page.deepest > DEEPEST_NESTING) found.add(`graphics states nested ${page.deepest} deep on page ${page.page}`);
  }
  if (file.objects.length > MOST_OBJECTS) found.add(`${file.objects.length} objects`);
  file.pages.forEach((page, i) => {
    const wrong = boxesOfPage(page).find(([w, h]) => Math.min(w, h) < 3 || Math.max(w, h) > 14400);
    if (wrong) found.add(`a size of ${wrong.join(' by ')} points on page ${i + 1}`);
  });
  found.delete('');
  return [...found].map((limit) => ({ limit }));
}

function hexFaults(file: PdfFile): Args[] {
  const isWrong = (part: PDFObject) =>
    part instanceof PDFHexString &&
    (/[^0-9A-Fa-f\s\0]/.test(part.asString()) || part.asString().replace(/[\s\0]/g, '').length % 2 === 1);
  const inObjects = file.objects.filter(([, object]) => [...parts(object)].some(isWrong));
  return [
    ...inObjects.map(([ref]) => ({ where: `object ${ref.objectNumber}` })),
    ...file.painted.filter((p) => p.oddHex).map((p) => ({ where: `page ${p.page}` })),
  ];
}

interface Stranger {
  readonly what: string;
  readonly clauses: readonly string[];
  readonly found: (file: PdfFile) => boolean;
}

const subtype = (file: PdfFile, name: string): boolean => file.streams.some((s) => nameAt(s.dict, 'Subtype') === name);
const dictionary = (file: PdfFile, test: (dict: PDFDict) => boolean): boolean =>
  file.objects.some(([, object]) => object instanceof PDFDict && test(object));

const numbered = (head: string, ...numbers: number[]): string[] => numbers.map((n) => `${head}-${n}`);

/** What files of this tool never have. Where one of these is found, rules would be needed that nobody runs here. */
const STRANGERS: readonly Stranger[] = [
  {
    what: 'a form',
    clauses: [...['ua:7.2-25', 'ua:7.15-1', 'a:6.4.1-2', 'a:6.4.1-3', 'a:6.4.2-1']],
    found: ({ catalog }) => has(catalog, 'AcroForm'),
  },
  {
    what: 'layers',
    clauses: [...numbered('ua:7.10', 1, 2), ...numbered('a:6.9', 1, 2, 3, 4)],
    found: ({ catalog }) => has(catalog, 'OCProperties'),
  },
  { what: 'permissions', clauses: numbered('a:6.1.12', 1, 2), found: ({ catalog }) => has(catalog, 'Perms') },
  {
    what: 'a signature',
    clauses: numbered('a:6.4.3', 1, 2, 3),
    found: (file) => dictionary(file, (d) => nameAt(d, 'Type') === 'Sig'),
  },
  {
    what: 'automatic actions',
    clauses: numbered('a:6.5.2', 1, 2),
    found: ({ catalog, pages }) => [catalog, ...pages].some((d) => has(d, 'AA')),
  },
  { what: 'dynamic rendering', clauses: ['a:6.4.2-2'], found: ({ catalog }) => has(catalog, 'NeedsRendering') },
  { what: 'requirements', clauses: ['a:6.11-1'], found: ({ catalog }) => has(catalog, 'Requirements') },
  {
    what: 'alternate presentations',
    clauses: ['a:6.10-1'],
    found: ({ catalog }) => has(dictAt(catalog, 'Names'), 'AlternatePresentations'),
  },
  { what: 'presentation steps', clauses: ['a:6.10-2'], found: ({ pages }) => pages.some((p) => has(p, 'PresSteps')) },
  { what: 'scripts', clauses: [], found: ({ catalog }) => has(dictAt(catalog, 'Names'), 'JavaScript') },
  { what: 'inline images', clauses: ['a:6.1.10-1'], found: ({ painted }) => painted.some((p) => p.inlineImages > 0) },
  {
    what: 'PostScript',
    clauses: ['a:6.2.9-1', 'a:6.2.9-3'],
    found: (file) => subtype(file, 'PS') || file.streams.some(({ dict }) => has(dict, 'PS') || has(dict, 'Subtype2')),
  },
  {
    what: 'content of other files',
    clauses: ['ua:7.20-1', 'a:6.2.9-2'],
    found: ({ streams }) => streams.some(({ dict }) => nameAt(dict, 'Subtype') === 'Form' && has(dict, 'Ref')),
  },
  {
    what: 'JPEG 2000 images',
    clauses: numbered('a:6.2.8.3', 1, 2, 3, 4, 5),
    found: ({ streams }) => streams.some(({ dict }) => nameAt(dict, 'Filter') === 'JPXDecode'),
  },
  {
    what: 'halftones',
    clauses: numbered('a:6.2.5', 4, 5, 6),
    found: (file) => dictionary(file, (d) => has(d, 'HalftoneType')),
  },
  {
    what: 'media clips',
    clauses: numbered('ua:7.18.6.2', 1, 2),
    found: (file) => dictionary(file, (d) => nameAt(d, 'S') === 'MCD'),
  },
];

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
  {
    code: 'pdf-stranger',
    clauses: STRANGERS.flatMap((s) => s.clauses),
    find: (file) =>
      STRANGERS.filter((s) => s.found(file)).map(({ what, clauses }) => ({
        what,
        clause: clauseNames(clauses) || 'beyond the standards',
      })),
  },
];
