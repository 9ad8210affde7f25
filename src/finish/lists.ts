/** Lists: an item holds its label and one body, nothing else (ISO 32000-1, 14.8.4.3.3). */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { type Element, elementsBelow, isElement, type Kid, newElement } from './structure-tree.ts';

const isOf = (kid: Kid, ...types: string[]): kid is Element => isElement(kid) && types.includes(kid.type);

/** Gathers all but the label of an item in one body; a label that lost its (drawn) content goes. */
function bodyOf(document: PDFDocument, item: Element): void {
  const labels = item.kids.filter((kid): kid is Element => isOf(kid, 'Lbl'));
  const rest = item.kids
    .filter((kid) => !isElement(kid) || kid.type !== 'Lbl')
    .flatMap((kid) => (isElement(kid) && kid.type === 'LBody' ? kid.kids : [kid]));
  item.kids = rest.length > 0 ? [...labels, newElement(document, 'LBody', rest)] : labels;
}

/** Mends every list below an element: what stands in a list outside its items becomes an item. */
export function mendLists(document: PDFDocument, root: Element): void {
  for (const element of elementsBelow(root)) {
    if (element.type !== 'L') continue;
    element.kids = element.kids.map((kid) =>
      isOf(kid, 'L', 'LI', 'Caption') ? kid : newElement(document, 'LI', [kid]),
    );
    for (const kid of element.kids) if (isOf(kid, 'LI')) bodyOf(document, kid);
  }
}
