/** The rule that stands for many: what our files never have, so that the rules about it need not be run. */
import { PDFDict } from '@cantoo/pdf-lib';
import type { PdfFile } from '../file.ts';
import { dictAt, has, nameAt } from '../objects.ts';
import { clauseNames, numbered, type Rule } from './rule.ts';

interface Stranger {
  readonly what: string;
  readonly clauses: readonly string[];
  readonly found: (file: PdfFile) => boolean;
}

const subtype = (file: PdfFile, name: string): boolean => file.streams.some((s) => nameAt(s.dict, 'Subtype') === name);
const dictionary = (file: PdfFile, test: (dict: PDFDict) => boolean): boolean =>
  file.objects.some(([, object]) => object instanceof PDFDict && test(object));

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

export const STRANGER_RULES: readonly Rule[] = [
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
