/** Tables: caption, head and body as their own groups; the head that Chromium paints again on the next page is no content. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { attributesOf } from './attributes.ts';
import { nameAt } from './objects.ts';
import { type Element, elementsBelow, isElement, type Kid, marksBelow, newElement } from './structure-tree.ts';

const isOf = (kid: Kid, ...types: string[]): kid is Element => isElement(kid) && types.includes(kid.type);

const scopeOf = (cell: Element): string | undefined =>
  attributesOf(cell)
    .map((a) => nameAt(a, 'Scope'))
    .find((s) => s !== undefined);

const isHeadRow = (row: Kid): boolean =>
  isOf(row, 'TR') &&
  row.kids.length > 0 &&
  row.kids.every((cell) => isOf(cell, 'TH') && ['Column', 'Both'].includes(scopeOf(cell) ?? ''));

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
  const flat = table.kids.flatMap((kid) => (isOf(kid, 'THead', 'TBody', 'TFoot') ? kid.kids : [kid]));
  const rows = flat.filter((kid): kid is Element => isOf(kid, 'TR'));
  const loose = flat.filter((kid) => !isOf(kid, 'TR', 'Caption'));
  let [caption, ...more] = flat.filter((kid): kid is Element => isOf(kid, 'Caption'));
  if (loose.length > 0) {
    // Chromium loses the caption's own tag when its lines are blocks.
    caption ??= newElement(document, 'Caption', []);
    caption.kids.push(...loose);
  }
  if (caption) caption.kids.push(...more.flatMap((c) => c.kids));
  for (const row of rows)
    for (const cell of row.kids)
      if (!isElement(cell) || !['TH', 'TD'].includes(cell.type)) report(isElement(cell) ? cell.type : 'text');
  const bodyAt = rows.findIndex((row) => !isHeadRow(row));
  const head = rows.slice(0, Math.max(bodyAt, 0));
  head.forEach(dropRepeats);
  const groups = head.length
    ? [newElement(document, 'THead', head), newElement(document, 'TBody', rows.slice(bodyAt))]
    : rows;
  table.kids = [...(caption ? [caption] : []), ...groups];
}

/**
 * Mends every table below an element.
 * @param report told the type of whatever stands in a row without being a cell
 */
export function mendTables(document: PDFDocument, root: Element, report: (found: string) => void): void {
  for (const element of elementsBelow(root)) if (element.type === 'Table') mendTable(document, element, report);
}
