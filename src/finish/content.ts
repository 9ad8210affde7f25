/** Writes page content anew: every mark with its new number, everything else an artifact. Painting stays byte for byte. */
import { type PDFContext, type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import type { Operation } from '../model/content-stream.ts';
import { addStream, key, lettersOf } from './objects.ts';
import { type Element, elementsBelow, isElement } from './structure-tree.ts';
import { type Mark, type Unit, unitsBelow } from './units.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A figure that is a picture itself: it has an alternative, or nothing in it that could be the content. */
function isPicture(element: Element): boolean {
  if (element.type === 'Formula') return true;
  if (element.type !== 'Figure') return false;
  if (element.dict.has(key('Alt'))) return true;
  return !elementsBelow(element).some((e) => e !== element && (e.type === 'Figure' || e.type === 'Table'));
}

/** Decides what becomes of every mark: drawing is content in pictures alone; what paints nothing is no content. */
export function judgeMarks(units: readonly Unit[]): void {
  for (const mark of units.flatMap((u) => u.marks)) {
    if (mark.fate === 'strip') continue;
    if (!mark.text && !mark.graphics) mark.fate = 'strip';
    else if (!mark.owner || !(mark.text || isPicture(mark.owner))) mark.fate = 'artifact';
  }
}

/** Elements that may be empty: a table is a grid, whether its cells hold something or not. */
const KEPT = new Set(['TD', 'TH']);

/** Takes marks that are no content out of the tree, and elements that have nothing left. */
export function prune(element: Element): void {
  element.kids = element.kids.filter((kid) => {
    if (kid.kind === 'mark') return kid.mark.fate === 'content';
    if (!isElement(kid)) return true;
    prune(kid);
    return kid.kids.length > 0 || KEPT.has(kid.type);
  });
}

/**
 * Numbers the marks that remain, in the order of the content: from 0 on each page, the forms of a page going on where
 * it ends, since readers look a number up by the page alone.
 */
export function numberMarks(page: Unit): Map<Unit, Mark[]> {
  let next = 0;
  const kept = new Map<Unit, Mark[]>();
  for (const unit of unitsBelow(page)) {
    const marks = unit.marks.filter((m) => m.fate === 'content').sort((a, b) => a.begin - b.begin);
    for (const mark of marks) mark.number = next++;
    kept.set(unit, marks);
  }
  return kept;
}

function editsFor(unit: Unit): Edit[] {
  const at = (i: number): Operation => unit.operations[i]!;
  const edits: Edit[] = [];
  for (const mark of unit.marks) {
    const { start, end } = at(mark.begin);
    const begin =
      mark.fate === 'content' ? `/${mark.owner?.type ?? 'Span'} <</MCID ${mark.number}>> BDC` : '/Artifact BMC';
    if (mark.begin === mark.end) {
      edits.push({ start, end: start, text: `${begin}\n` }, { start: end, end, text: '\nEMC' });
      continue;
    }
    edits.push({ start, end, text: mark.fate === 'strip' ? '' : begin });
    if (mark.fate === 'strip') edits.push({ start: at(mark.end).start, end: at(mark.end).end, text: '' });
  }
  const firstMark = Math.min(...unit.marks.map((m) => m.begin));
  for (const { begin, end, text } of unit.loose) {
    // Margin boxes are painted before the page's own content.
    const isMargin = text && unit.form === undefined && end < firstMark;
    const open = isMargin ? '/Artifact <</Type /Pagination>> BDC\n' : '/Artifact BMC\n';
    edits.push({ start: at(begin).start, end: at(begin).start, text: open });
    edits.push({ start: at(end).end, end: at(end).end, text: '\nEMC' });
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

const encoder = new TextEncoder();

/** The unit's content with its marks renumbered and the rest marked as artifacts. */
export function rewritten(unit: Unit): Uint8Array {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, text } of editsFor(unit)) {
    parts.push(unit.data.subarray(from, start), encoder.encode(text));
    from = end;
  }
  parts.push(unit.data.subarray(from));
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Puts new content into a form XObject, its other entries kept. */
function replaceForm(context: PDFContext, unit: Unit): void {
  const old = unit.form && context.lookup(unit.form);
  if (!unit.form || !(old instanceof PDFRawStream)) return;
  const stream = context.flateStream(rewritten(unit));
  for (const [name, value] of old.dict.entries())
    if (!['Length', 'Filter', 'DecodeParms'].includes(lettersOf(name))) stream.dict.set(name, value);
  context.assign(unit.form, stream);
}

/** True where a form is sorted out for itself: it has marks, kept or taken away. */
const isTouched = (unit: Unit): boolean => unit.marks.length > 0;

/** Writes every page, and the forms whose marks changed. */
export function writeContent(document: PDFDocument, pages: readonly Unit[], forms: readonly Unit[]): void {
  document.getPages().forEach((page, i) => {
    const unit = pages[i];
    if (unit) page.node.set(key('Contents'), addStream(document.context, rewritten(unit)));
  });
  for (const form of forms) if (isTouched(form)) replaceForm(document.context, form);
}
