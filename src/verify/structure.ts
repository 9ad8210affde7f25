/** The structure tree as the rules see it: each element with its standard type, its parent and its language. */
import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Lang } from '../model/language.ts';
import { dictAt, entry, itemsAt, key, nameAt, nameOf, numberAt, textAt } from './objects.ts';

/** Content of an element on a page (or in a form): its number there. */
export interface Content {
  readonly page: number;
  readonly mcid: number;
  readonly form: PDFRef | undefined;
}

export type Kid =
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'annotation'; readonly ref: PDFRef };

export interface Node {
  readonly dict: PDFDict;
  readonly ref: PDFRef | undefined;
  /** As written. */
  readonly type: string;
  /** After the role map; undefined where the map leads to no standard type. */
  readonly role: string | undefined;
  readonly parent: Node | undefined;
  readonly kids: Kid[];
  /** In force here; undefined where neither it nor anything above says one. */
  readonly lang: Lang | undefined;
  readonly ownLang: Lang | undefined;
}

export interface Structure {
  readonly roots: readonly Node[];
  /** Every node in reading order. */
  readonly nodes: readonly Node[];
  readonly roleMap: ReadonlyMap<string, string>;
  /** Nodes that the tree reaches twice: it is no tree. */
  readonly repeated: number;
}

/** ISO 32000-1, 14.8.4. */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

/** Follows the role map to a standard type; undefined where it ends elsewhere or goes in a circle. */
export function roleOf(type: string, roleMap: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = type; at !== undefined && !seen.has(at); at = roleMap.get(at)) {
    if (STANDARD_TYPES.has(at)) return at;
    seen.add(at);
  }
  return undefined;
}

/** Deeper trees are taken to be broken. */
const DEEPEST = 200;

/** Reads the tree below the catalog; undefined where there is none. */
export function readStructure(catalog: PDFDict, pages: readonly PDFRef[]): Structure | undefined {
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) return undefined;
  const { context } = root;
  const roleMap = new Map(
    (dictAt(root, 'RoleMap')?.entries() ?? []).map(([from, to]) => [
      from.decodeText(),
      nameOf(context.lookup(to)) ?? '',
    ]),
  );
  const pageNumbers = new Map(pages.map((ref, i) => [ref, i]));
  const seen = new Set<PDFDict>();
  const nodes: Node[] = [];
  let repeated = 0;

  const read = (value: PDFObject | undefined, parent: Node | undefined, page: number, depth: number): Kid[] => {
    const kid = context.lookup(value);
    if (kid instanceof PDFArray) return kid.asArray().flatMap((k) => read(k, parent, page, depth));
    if (kid instanceof PDFNumber)
      return [{ kind: 'content', content: { page, mcid: kid.asNumber(), form: undefined } }];
    if (!(kid instanceof PDFDict)) return [];
    const at = kid.get(key('Pg'));
    const own = (at instanceof PDFRef ? pageNumbers.get(at) : undefined) ?? page;
    if (nameAt(kid, 'Type') === 'MCR') {
      const form = kid.get(key('Stm'));
      const content = { page: own, mcid: numberAt(kid, 'MCID') ?? -1, form: form instanceof PDFRef ? form : undefined };
      return [{ kind: 'content', content }];
    }
    if (nameAt(kid, 'Type') === 'OBJR') {
      const ref = kid.get(key('Obj'));
      return ref instanceof PDFRef ? [{ kind: 'annotation', ref }] : [];
    }
    if (seen.has(kid) || depth > DEEPEST) {
      repeated++;
      return [];
    }
    seen.add(kid);
    const type = nameAt(kid, 'S') ?? '';
    const ownLang = textAt(kid, 'Lang');
    const node: Node = {
      ...{ dict: kid, ref: value instanceof PDFRef ? value : undefined, type, role: roleOf(type, roleMap), parent },
      ...{ kids: [], ownLang, lang: ownLang ?? parent?.lang ?? textAt(catalog, 'Lang') },
    };
    nodes.push(node);
    node.kids.push(...read(entry(kid, 'K'), node, own, depth + 1));
    return [{ kind: 'node', node }];
  };

  const roots = read(entry(root, 'K'), undefined, -1, 0).flatMap((kid) => (kid.kind === 'node' ? [kid.node] : []));
  return { roots, nodes, roleMap, repeated };
}

export const kidNodes = (node: Node): Node[] => node.kids.flatMap((kid) => (kid.kind === 'node' ? [kid.node] : []));

/** The attribute of an element, whichever of its attribute dictionaries holds it. */
export function attribute(node: Node, name: string): PDFObject | undefined {
  const value = entry(node.dict, 'A');
  const dicts = value instanceof PDFArray ? itemsAt(node.dict, 'A') : [value];
  for (const dict of dicts) {
    const found = dict instanceof PDFDict ? entry(dict, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Object → element by a parent tree's key: for annotations the element, for pages and forms the array by MCID. */
export function readParentTree(catalog: PDFDict): ReadonlyMap<number, PDFObject | undefined> {
  const found = new Map<number, PDFObject | undefined>();
  const visit = (node: PDFDict | undefined, depth: number): void => {
    if (!node || depth > DEEPEST) return;
    const numbers = entry(node, 'Nums');
    const values = numbers instanceof PDFArray ? numbers.asArray() : [];
    for (let i = 0; i + 1 < values.length; i += 2) {
      const at = node.context.lookup(values[i]);
      if (at instanceof PDFNumber) found.set(at.asNumber(), values[i + 1]);
    }
    for (const kid of itemsAt(node, 'Kids')) visit(kid instanceof PDFDict ? kid : undefined, depth + 1);
  };
  visit(dictAt(dictAt(catalog, 'StructTreeRoot'), 'ParentTree'), 0);
  return found;
}
