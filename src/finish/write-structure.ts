/** Writes the structure tree back: elements, the tree from marks to elements, and the names of cells. */
import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Box } from '../model/geometry.ts';
import { attributesOf, tidyAttributes } from './attributes.ts';
import { boxAroundAll, boxesOf } from './bounding-box.ts';
import { arrayAt, entry, key } from './objects.ts';
import { roleMapFor } from './role-map.ts';
import { type Element, elementsBelow, marksBelow } from './structure-tree.ts';
import type { Mark, Unit } from './units.ts';

const STANDARD_KEYS = ['S', 'P', 'K', 'Pg', 'Type'];

/** Names of cells in document order (`c1`, `c2`, …): Chromium's carry numbers that depend on what it printed before. */
function renameCells(elements: readonly Element[]): Map<string, Element> {
  const renamed = new Map<string, string>();
  const byName = new Map<string, Element>();
  const idOf = (value: PDFObject | undefined): string | undefined =>
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
  for (const element of elements) {
    const id = idOf(entry(element.dict, 'ID'));
    if (id === undefined) continue;
    const name = `c${renamed.size + 1}`;
    renamed.set(id, name);
    byName.set(name, element);
    element.dict.set(key('ID'), PDFString.of(name));
  }
  for (const element of elements) {
    for (const attributes of attributesOf(element)) {
      const headers = arrayAt(attributes, 'Headers');
      if (!headers) continue;
      const names = headers.asArray().map((h) => renamed.get(idOf(element.dict.context.lookup(h)) ?? ''));
      const known = names.filter((n) => n !== undefined).map((n) => PDFString.of(n));
      attributes.set(key('Headers'), element.dict.context.obj(known));
    }
  }
  return byName;
}

/** Gives each figure its box on the page where it begins. */
function addBoxes(elements: readonly Element[], units: readonly Unit[]): void {
  const figures = elements
    .filter((element) => element.type === 'Figure')
    .map((element) => ({ element, marks: marksBelow(element) }));
  const wanted = new Set(figures.flatMap((f) => f.marks));
  const boxes = new Map<number, ReadonlyMap<Mark, Box>>();
  for (const { element, marks } of figures) {
    const page = marks[0]?.unit.page;
    const unit = page === undefined ? undefined : units[page];
    if (page === undefined || !unit) continue;
    const onPage = boxes.get(page) ?? boxesOf(unit, wanted);
    boxes.set(page, onPage);
    const box = boxAroundAll(marks.map((m) => onPage.get(m)).filter((b) => b !== undefined));
    if (!box) continue;
    const { context } = element.dict;
    const layout = context.obj({ O: 'Layout', Placement: 'Block', BBox: [...box] });
    element.dict.set(key('A'), context.obj([...attributesOf(element), layout]));
    tidyAttributes(element);
  }
}

/** The number tree from pages, forms and annotations to elements (ISO 32000-1, 14.7.4.4). */
function writeParentTree(
  document: PDFDocument,
  elements: readonly Element[],
  refs: ReadonlyMap<Element, PDFRef>,
  kept: ReadonlyMap<Unit, readonly Mark[]>,
): { tree: PDFRef; next: number } {
  const { context } = document;
  const pages = document.getPages();
  const numbers: PDFObject[] = [];
  let next = 0;
  const add = (value: PDFObject) => {
    numbers.push(context.obj(next), value);
    return next++;
  };
  const refOf = (owner: Element | undefined): PDFObject => (owner && refs.get(owner)) ?? PDFNull;
  for (const [unit, marks] of kept) {
    const holder = unit.form ? context.lookup(unit.form) : pages[unit.page]?.node;
    const dict = holder instanceof PDFDict ? holder : (holder as { dict?: PDFDict } | undefined)?.dict;
    if (!dict) continue;
    if (marks.length === 0) dict.delete(key('StructParents'));
    else {
      // The array is indexed by the marks' numbers, which a form does not begin at 0.
      const owners = new Array<PDFObject>(Math.max(...marks.map((m) => m.number)) + 1).fill(PDFNull);
      for (const mark of marks) owners[mark.number] = refOf(mark.owner);
      dict.set(key('StructParents'), context.obj(add(context.register(context.obj(owners)))));
    }
  }
  for (const element of elements) {
    for (const kid of element.kids) {
      const annotation = kid.kind === 'annotation' ? context.lookup(kid.ref) : undefined;
      if (annotation instanceof PDFDict) annotation.set(key('StructParent'), context.obj(add(refOf(element))));
    }
  }
  return { tree: context.register(context.obj({ Nums: context.obj(numbers) })), next };
}

/**
 * Writes the tree below the catalog.
 * @param kept the marks that remain of each page and form, numbered
 * @returns the types that no role map knows
 */
export function writeStructure(
  document: PDFDocument,
  root: Element,
  units: readonly Unit[],
  kept: ReadonlyMap<Unit, readonly Mark[]>,
): string[] {
  const { context, catalog } = document;
  const pages = document.getPages().map((page) => page.ref);
  const elements = elementsBelow(root);
  for (const element of elements) {
    tidyAttributes(element);
    for (const kid of element.kids) if (kid.kind === 'mark') kid.mark.owner = element;
  }
  addBoxes(elements, units);
  const cells = renameCells(elements);
  const refs = new Map(elements.map((element) => [element, element.ref ?? context.nextRef()]));
  const treeRef = context.nextRef();

  const kidsOf = (element: Element): PDFObject | undefined => {
    const marks = element.kids.filter((k) => k.kind === 'mark').map((k) => k.mark);
    const page = marks.find((m) => m.unit.form === undefined)?.unit.page;
    const kids = element.kids.map((kid): PDFObject => {
      if (kid.kind === 'element') return refs.get(kid)!;
      if (kid.kind === 'annotation') return context.obj({ Type: 'OBJR', Obj: kid.ref, Pg: pages[kid.page]! });
      const { unit, number } = kid.mark;
      if (unit.form === undefined && unit.page === page) return context.obj(number);
      const at = { Type: 'MCR', Pg: pages[unit.page]!, MCID: number };
      return context.obj(unit.form ? { ...at, Stm: unit.form } : at);
    });
    if (page !== undefined) element.dict.set(key('Pg'), pages[page]!);
    return kids.length === 1 && !(kids[0] instanceof PDFDict)
      ? kids[0]
      : kids.length > 0
        ? context.obj(kids)
        : undefined;
  };

  const write = (element: Element, parent: PDFRef): void => {
    const ref = refs.get(element)!;
    for (const name of STANDARD_KEYS) element.dict.delete(key(name));
    element.dict.set(key('S'), PDFName.of(element.type));
    element.dict.set(key('P'), parent);
    const kids = kidsOf(element);
    if (kids) element.dict.set(key('K'), kids);
    if (element.lang === undefined) element.dict.delete(key('Lang'));
    else element.dict.set(key('Lang'), PDFString.of(element.lang));
    context.assign(ref, element.dict);
    for (const kid of element.kids) if (kid.kind === 'element') write(kid, ref);
  };
  write(root, treeRef);

  const { tree, next } = writeParentTree(document, elements, refs, kept);
  const { map, unknown } = roleMapFor(elements.map((e) => e.type));
  const names = [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, e]) => [PDFString.of(name), refs.get(e)!]);
  const structure = context.obj({
    Type: 'StructTreeRoot',
    K: refs.get(root)!,
    ParentTree: tree,
    ParentTreeNextKey: next,
  });
  if (map.length > 0) structure.set(key('RoleMap'), context.obj(Object.fromEntries(map)));
  if (names.length > 0) structure.set(key('IDTree'), context.register(context.obj({ Names: names })));
  context.assign(treeRef, structure);
  catalog.set(key('StructTreeRoot'), treeRef);
  return unknown;
}
