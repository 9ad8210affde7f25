/**
 * One drawing out of several that differ in their words: what is the same in all of them stands once, what differs is
 * marked with the variants that show it, and the styles of the page show one variant. Part of `assemble`.
 */
import { changed, type Element, isElement, type Node, written } from './tree.ts';

/** A drawing and the letter of its variant: `1` and `2` for the languages alone, `b` for both. */
export interface Variant {
  readonly letter: string;
  readonly root: Element;
}

/** Merges drawings of the same chart. Attributes of the root are those of the first. */
export function merged(variants: readonly Variant[]): Element | undefined {
  const [first, ...others] = variants;
  if (!first) return undefined;
  if (others.length === 0) return first.root;
  const children = variants.map(({ letter, root }) => ({ letter, nodes: root.children }));
  return { ...first.root, children: mergedLists(children, letters(variants)) };
}

interface Row {
  readonly letter: string;
  readonly nodes: readonly Node[];
}

const letters = (rows: readonly { readonly letter: string }[]): string => rows.map(({ letter }) => letter).join('');

/** Lists of one length are merged item by item; others stand beside each other, each for its variants. */
function mergedLists(rows: readonly Row[], all: string): Node[] {
  const [first] = rows;
  if (!first) return [];
  if (rows.some(({ nodes }) => nodes.length !== first.nodes.length)) {
    return classes(rows, ({ nodes }) => nodes.map(written).join('')).flatMap(([marked, { nodes }]) =>
      nodes.map((node) => shownFor(node, marked, all)),
    );
  }
  return first.nodes.flatMap((_, i) =>
    mergedNodes(
      rows.map(({ letter, nodes }) => ({ letter, node: nodes[i] ?? '' })),
      all,
    ),
  );
}

function mergedNodes(rows: readonly { letter: string; node: Node }[], all: string): Node[] {
  const different = classes(rows, ({ node }) => written(node));
  const groups = rows.flatMap(({ letter, node }) => (isElement(node) && node.tag === 'g' ? [{ letter, node }] : []));
  const [one] = groups;
  const alike = one && groups.length === rows.length && groups.every(({ node }) => heading(node) === heading(one.node));
  if (different.length > 1 && alike) {
    const children = groups.map(({ letter, node }) => ({ letter, nodes: node.children }));
    return [{ ...one.node, children: mergedLists(children, all) }];
  }
  return different.map(([marked, { node }]) => shownFor(node, marked, all));
}

const heading = (element: Element): string => written({ ...element, children: [] });

/** The rows by what they hold, each with the letters that hold it. */
function classes<T extends { letter: string }>(rows: readonly T[], key: (row: T) => string): [string, T][] {
  const known = new Map<string, T[]>();
  for (const row of rows) known.set(key(row), [...(known.get(key(row)) ?? []), row]);
  return [...known.values()].flatMap((same): [string, T][] => (same[0] ? [[letters(same), same[0]]] : []));
}

const shownFor = (node: Node, marked: string, all: string): Node =>
  marked === all || !isElement(node) ? node : changed(node, { class: `v${marked}` });
