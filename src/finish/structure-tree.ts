/** The structure tree as `finish` works on it: elements, marks and annotations, free of the file's numbering. */
import { PDFArray, PDFDict, type PDFDocument, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictAt, entry, key, nameAt, numberAt, textAt } from './objects.ts';
import { type Mark, type Unit, unitsBelow } from './units.ts';

export interface MarkKid {
  readonly kind: 'mark';
  readonly mark: Mark;
}

/** An annotation that belongs to an element (OBJR), with its page counted from 0. */
export interface AnnotationKid {
  readonly kind: 'annotation';
  readonly ref: PDFRef;
  readonly page: number;
}

export interface Element {
  readonly kind: 'element';
  /** Undefined for an element that `finish` adds. */
  readonly ref: PDFRef | undefined;
  /** Alt, A, ID and what else it says; S, P, K and Pg are written anew. */
  readonly dict: PDFDict;
  type: string;
  /** Its own language; undefined where it inherits. */
  lang: string | undefined;
  kids: Kid[];
}

export type Kid = Element | MarkKid | AnnotationKid;

export const isElement = (kid: Kid): kid is Element => kid.kind === 'element';

/** A new element around `kids`. */
export function newElement(document: PDFDocument, type: string, kids: Kid[]): Element {
  return { kind: 'element', ref: undefined, dict: document.context.obj({}), type, lang: undefined, kids };
}

/** The elements of a subtree, the root first, in reading order. */
export function elementsBelow(root: Element): Element[] {
  return [root, ...root.kids.filter(isElement).flatMap(elementsBelow)];
}

/** The marks of a subtree in reading order. */
export function marksBelow(kid: Kid): Mark[] {
  return kid.kind === 'mark' ? [kid.mark] : kid.kind === 'element' ? kid.kids.flatMap(marksBelow) : [];
}

/** Elements nest no deeper than this; a file that goes deeper is taken to be broken. */
const DEEPEST = 200;

/**
 * Reads the structure tree below its root.
 * @param units the pages' contents, in order
 * @returns the one element at the top (a `Document` is made where there is none), or undefined where the file has no tree
 */
export function readStructure(document: PDFDocument, units: readonly Unit[]): Element | undefined {
  const { context, catalog } = document;
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) return undefined;
  const pages = new Map(document.getPages().map((page, i) => [page.ref, i]));
  const marks = units.map((unit) => byNumber(unitsBelow(unit).flatMap((u) => u.marks)));
  const seen = new Set<PDFObject>();

  const markAt = (page: number | undefined, mcid: number, form?: PDFObject): Mark | undefined =>
    page === undefined ? undefined : marks[page]?.get(mcid)?.find((m) => form === undefined || m.unit.form === form);

  const readKids = (value: PDFObject | undefined, page: number | undefined, owner: Element, depth: number): Kid[] => {
    const kid = context.lookup(value);
    if (kid instanceof PDFArray) return kid.asArray().flatMap((k) => readKids(k, page, owner, depth));
    if (kid instanceof PDFNumber) return ownedMark(markAt(page, kid.asNumber()), owner);
    if (!(kid instanceof PDFDict) || seen.has(kid) || depth > DEEPEST) return [];
    const at = kid.get(key('Pg'));
    const own = at instanceof PDFRef ? pages.get(at) : page;
    if (nameAt(kid, 'Type') === 'MCR') {
      return ownedMark(markAt(own, numberAt(kid, 'MCID') ?? -1, kid.get(key('Stm'))), owner);
    }
    if (nameAt(kid, 'Type') === 'OBJR') {
      const ref = kid.get(key('Obj'));
      return ref instanceof PDFRef ? [{ kind: 'annotation', ref, page: own ?? 0 }] : [];
    }
    seen.add(kid);
    const element: Element = {
      ...{ kind: 'element', ref: value instanceof PDFRef ? value : undefined, dict: kid },
      ...{ type: nameAt(kid, 'S') ?? 'NonStruct', lang: textAt(kid, 'Lang'), kids: [] },
    };
    element.kids = readKids(entry(kid, 'K'), own, element, depth + 1);
    return [element];
  };

  const top = newElement(document, 'Document', []);
  top.kids = readKids(entry(root, 'K'), undefined, top, 0);
  const [only] = top.kids;
  return top.kids.length === 1 && only?.kind === 'element' && only.type === 'Document' ? only : top;
}

/** Marks by their MCID; a form may use a number of its page again. */
function byNumber(marks: readonly Mark[]): Map<number, Mark[]> {
  const found = new Map<number, Mark[]>();
  for (const mark of marks) found.set(mark.mcid, [...(found.get(mark.mcid) ?? []), mark]);
  return found;
}

/** A mark belongs to the first element that claims it. */
function ownedMark(mark: Mark | undefined, owner: Element): Kid[] {
  if (!mark || mark.owner) return [];
  mark.owner = owner;
  return [{ kind: 'mark', mark }];
}
