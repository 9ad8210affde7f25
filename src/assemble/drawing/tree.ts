/** A drawing as a tree, read from the SVG that our own charts are: elements, attributes in double quotes, text. Part of `assemble`. */

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

/** An element, or text as it is written, with its entities. */
export type Node = Element | string;

export const isElement = (node: Node): node is Element => typeof node !== 'string';

const TOKEN = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g;

/** Reads an SVG. Gives its root; undefined where there is none. */
export function parsed(svg: string): Element | undefined {
  const root: Node[] = [];
  const open: { tag: string; attributes: Map<string, string>; children: Node[] }[] = [];
  for (const [token, end, tag, attributes, empty] of svg.matchAll(TOKEN)) {
    const into = open.at(-1)?.children ?? root;
    if (tag === undefined) into.push(token);
    else if (end) open.pop();
    else {
      const element = { tag, attributes: attributesOf(attributes ?? ''), children: [] };
      into.push(element);
      if (!empty) open.push(element);
    }
  }
  return root.find(isElement);
}

const attributesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

/** Writes a node as SVG. */
export function written(node: Node): string {
  if (!isElement(node)) return node;
  const { tag, attributes, children } = node;
  const inside = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  return children.length === 0 ? `<${tag}${inside}/>` : `<${tag}${inside}>${children.map(written).join('')}</${tag}>`;
}

/** The element with some attributes set, others (undefined) taken away. */
export function changed(
  element: Element,
  attributes: Readonly<Record<string, string | undefined>>,
  children = element.children,
): Element {
  const all = new Map(element.attributes);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  }
  return { tag: element.tag, attributes: all, children };
}
