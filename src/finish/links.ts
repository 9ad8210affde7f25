/** Link annotations: a description each, from the anchor's own words, and no more rectangles than lines. */
import { PDFArray, PDFDict, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { arrayAt, entry, key, nameAt, numbersAt, text, textAt } from './objects.ts';
import { type AnnotationKid, type Element, elementsBelow, isElement, marksBelow } from './structure-tree.ts';
import { type Fonts, textOf } from './text-of.ts';

/** Two rectangles stand on one line where they overlap in height by more than half of the lower one. */
const SAME_LINE = 0.5;
/** Points between two rectangles that are still one: a space that the line break cut off. */
const NEAR = 3;

type Box = [number, number, number, number];

function boxOf(annotation: PDFDict): Box | undefined {
  const [a, b, c, d] = numbersAt(annotation, 'Rect') ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

const contains = (a: Box, b: Box): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

function touches(a: Box, b: Box): boolean {
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const lower = Math.min(a[3] - a[1], b[3] - b[1]);
  return height > lower * SAME_LINE && Math.max(a[0], b[0]) - Math.min(a[2], b[2]) <= NEAR;
}

const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Chromium makes one annotation for each box of the anchor, boxes inside boxes too. Keeps one for each line. */
function oneForEachLine(document: PDFDocument, link: Element): Set<PDFRef> {
  const dropped = new Set<PDFRef>();
  const kept: { kid: AnnotationKid; box: Box; dict: PDFDict }[] = [];
  for (const kid of link.kids) {
    if (kid.kind !== 'annotation') continue;
    const dict = document.context.lookup(kid.ref);
    const box = dict instanceof PDFDict ? boxOf(dict) : undefined;
    if (!(dict instanceof PDFDict) || !box) continue;
    const same = kept.find((k) => k.kid.page === kid.page && (contains(k.box, box) || touches(k.box, box)));
    if (same) {
      same.box = union(same.box, box);
      dropped.add(kid.ref);
    } else kept.push({ kid, box, dict });
  }
  for (const { box, dict } of kept) dict.set(key('Rect'), document.context.obj(box));
  link.kids = link.kids.filter((kid) => kid.kind !== 'annotation' || !dropped.has(kid.ref));
  return dropped;
}

function descriptionOf(link: Element, fonts: Fonts): string {
  const printed = marksBelow(link).map((mark) => textOf(mark, fonts));
  const pictures = elementsBelow(link).map((e) => textAt(e.dict, 'Alt') ?? '');
  return [...printed, ...pictures].join(' ').replace(/\s+/g, ' ').trim();
}

/** Where an annotation leads: `#anchor` or an address. */
function targetOf(annotation: PDFDict): string {
  const destination = entry(annotation, 'Dest');
  const action = entry(annotation, 'A');
  if (action instanceof PDFDict) return textAt(action, 'URI') ?? '';
  return destination && !(destination instanceof PDFArray) ? `#${nameAt(annotation, 'Dest') ?? ''}` : '';
}

/**
 * Describes every link below an element.
 * @param report told the target of a link that has no words to describe it
 */
export function describeLinks(
  document: PDFDocument,
  root: Element,
  fonts: Fonts,
  report: (target: string) => void,
): void {
  const dropped = new Set<PDFRef>();
  for (const link of elementsBelow(root).filter((e) => e.type === 'Link')) {
    for (const ref of oneForEachLine(document, link)) dropped.add(ref);
    const description = descriptionOf(link, fonts);
    for (const kid of link.kids) {
      const annotation = kid.kind === 'annotation' ? document.context.lookup(kid.ref) : undefined;
      if (!(annotation instanceof PDFDict)) continue;
      if (description === '') report(targetOf(annotation));
      annotation.set(key('Contents'), text(description || targetOf(annotation)));
    }
  }
  for (const page of document.getPages()) {
    const annotations = arrayAt(page.node, 'Annots')?.asArray();
    if (!annotations) continue;
    const rest = annotations.filter((ref) => !dropped.has(ref as PDFRef));
    page.node.set(key('Annots'), document.context.obj(rest));
  }
}

/** Annotation references under the elements of a tree. */
export function tiedAnnotations(root: Element): Set<PDFRef> {
  return new Set(
    elementsBelow(root).flatMap((e) =>
      e.kids.flatMap((kid) => (!isElement(kid) && kid.kind === 'annotation' ? [kid.ref] : [])),
    ),
  );
}
