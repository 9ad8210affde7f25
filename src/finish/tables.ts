/** Tables: caption, head and body as their own groups; the head that Chromium paints again on the next page is no content. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { attributesOf } from './attributes.ts';
import { nameAt } from './objects.ts';
import { type Element, elementsBelow, isElement, type Kid, marksBelow, newElement } from './structure-tree.ts';

const typeOf = (kid: Kid): string => (isElement(kid) ? kid.type : '');
const GROUPS = new Set(['THead', 'TBody', 'TFoot']);

const scopeOf = (cell: Element): string | undefined =>
  attributesOf(cell)
    .map((a) => nameAt(a, 'Scope'))
    .find((s) => s !== undefined);

const isHeadRow = (row: Kid): boolean =>
  isElement(row) &&
  row.type === 'TR' &&
  row.kids.length > 0 &&
  row.kids.every((cell) => isElement(cell) && cell.type === 'TH' && ['Column', 'Both'].includes(scopeOf(cell) ?? ''));

/** Marks of a head cell on later pages than its first are the repeated painting: decoration. */
function dropRepeats(row: Element): void {
  const first = Math.min(...marksBelow(row).map((m) => m.unit.page));
  const prune = (element: Element): void => {
    element.kids = element.kids.filter((kid) => {
      if (isElement(kid)) prune(kid);
      if (kid.kind !== 'mark' || kid.mark.unit.page === first) return true;
      kid.mark.fate = 'artifact';
      return false;
    });
  };
  prune(row);
}

function mendTable(document: PDFDocument, table: Element, report: (found: string) => void): void {
  const flat = table.kids.flatMap((kid) => (isElement(kid) && GROUPS.has(kid.type) ? kid.kids : [kid]));
  const rows = flat.filter(isElement).filter((kid) => kid.type === 'TR');
  // Chromium loses the caption's own tag when its lines are blocks: what stands outside the rows is the caption.
  const outside = flat.filter((kid) => typeOf(kid) !== 'TR');
  const first = outside.filter(isElement).find((kid) => kid.type === 'Caption');
  const caption = first ?? newElement(document, 'Caption', []);
  caption.kids = outside.flatMap((kid) => (isElement(kid) && kid.type === 'Caption' ? kid.kids : [kid]));
  const comesLast = outside.length > 0 && flat.indexOf(outside[0]!) > 0;
  for (const row of rows)
    for (const cell of row.kids) if (!['TH', 'TD'].includes(typeOf(cell))) report(typeOf(cell) || 'text');
  const bodyAt = rows.findIndex((row) => !isHeadRow(row));
  const head = rows.slice(0, Math.max(bodyAt, 0));
  head.forEach(dropRepeats);
  const groups = head.length
    ? [newElement(document, 'THead', head), newElement(document, 'TBody', rows.slice(bodyAt))]
    : rows;
  const captions = caption.kids.length > 0 ? [caption] : [];
  table.kids = comesLast ? [...groups, ...captions] : [...captions, ...groups];
}

/**
 * Mends every table below an element.
 * @param report told the type of whatever stands in a row without being a cell
 */
export function mendTables(document: PDFDocument, root: Element, report: (found: string) => void): void {
  for (const element of elementsBelow(root)) if (element.type === 'Table') mendTable(document, element, report);
}
