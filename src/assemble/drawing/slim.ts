/**
 * Takes out of a drawing what a reader does not see: empty groups, defaults, decimals below a tenth of a pixel, what
 * neighbours repeat. The drawing looks the same. Part of `assemble`.
 */
import { changed, type Element, isElement, type Node } from './tree.ts';

/** Attributes that an element hands down to what is inside it. */
const HANDED_DOWN = [
  ...['class', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['font-size', 'font-weight', 'text-anchor'],
];

/** What says nothing: the page has the family, and the rest is what holds anyway. */
const DEFAULTS: Readonly<Record<string, RegExp>> = {
  'font-family': /./,
  'pointer-events': /./,
  'font-weight': /^400$/,
  opacity: /^1$/,
  'text-anchor': /^start$/,
  'stroke-miterlimit': /./,
  transform: /^translate\(0,0\)$/,
};

/** The drawing without what does not show. */
export function slimmed(root: Element): Element {
  const children = root.children.flatMap(plain);
  const size = mostCommon(children, 'font-size');
  return changed(root, { 'font-size': size }, tidy(children.map((each) => without(each, 'font-size', size))));
}

/** Makes each element simple: what leaves no ink is gone. */
function plain(node: Node): Node[] {
  if (!isElement(node)) return [node];
  const attributes = new Map(
    [...node.attributes].flatMap(([name, value]): [string, string][] =>
      DEFAULTS[name]?.test(value)
        ? []
        : [[name, name === 'font-size' ? value.replace('px', '') : rounded(name, value)]],
    ),
  );
  const element: Element = { ...node, attributes, children: node.children.flatMap(plain) };
  if (attributes.get('display') === 'none' || attributes.get('opacity') === '0') return [];
  if (element.tag === 'g') return element.children.length === 0 ? [] : [element];
  if (element.tag === 'text') return [standing(element)];
  const inked = attributes.has('fill') || attributes.has('stroke');
  if (element.tag === 'line') return inked ? [asPath(element)] : [];
  if (element.tag === 'path') return inked && attributes.get('d') ? [asCircle(element)] : [];
  return [element];
}

const COORDINATES = new Set(['d', 'transform', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'dy', 'width', 'height']);

/** A tenth of a pixel is less than anybody sees; the radius of a point keeps its hundredths. */
const rounded = (name: string, value: string): string =>
  COORDINATES.has(name)
    ? value.replace(/-?\d+\.\d+/g, (number) => short(Number(number), value.includes('A') ? 2 : 1))
    : value;

const short = (value: number, decimals = 1): string => String(Number(value.toFixed(decimals)) + 0);

const TRANSLATED = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;

/** Where an element was moved to; undefined where it was turned, too. */
function moved({ attributes }: Element): readonly [number, number] | undefined {
  const transform = attributes.get('transform');
  if (transform === undefined) return [0, 0];
  const found = TRANSLATED.exec(transform);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/** A text that was moved stands there. */
function standing(text: Element): Element {
  const at = moved(text);
  if (!at) return text;
  const [x, y] = at.map((each) => short(each));
  const lines = text.children.map((each) =>
    isElement(each) && each.attributes.has('x') ? changed(each, { x }) : each,
  );
  return changed(text, { transform: undefined, x, y }, lines);
}

/** A line as a path, which can hold others of its kind. */
function asPath(line: Element): Element {
  const at = moved(line);
  const [x, y] = ['x2', 'y2'].map((name) => Number(line.attributes.get(name) ?? 0));
  if (!at || x === undefined || y === undefined) return line;
  const to = y === 0 ? `h${short(x)}` : x === 0 ? `v${short(y)}` : `l${short(x)},${short(y)}`;
  const d = `M${short(at[0])},${short(at[1])}${to}`;
  return { ...changed(line, { transform: undefined, x2: undefined, y2: undefined, d }), tag: 'path' };
}

const CIRCLE = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/;

function asCircle(path: Element): Element {
  const radius = CIRCLE.exec(path.attributes.get('d') ?? '')?.[1];
  const at = moved(path);
  if (radius === undefined || !at) return path;
  const [cx, cy] = at.map((each) => short(each));
  return { ...changed(path, { transform: undefined, d: undefined, cx, cy, r: radius }), tag: 'circle' };
}

/** The value that most elements give an attribute. */
function mostCommon(nodes: readonly Node[], name: string): string | undefined {
  const counts = new Map<string, number>();
  const count = (node: Node): void => {
    if (!isElement(node)) return;
    const value = node.attributes.get(name);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const child of node.children) count(child);
  };
  for (const node of nodes) count(node);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const without = (node: Node, name: string, value: string | undefined): Node =>
  isElement(node)
    ? changed(
        node,
        node.attributes.get(name) === value ? { [name]: undefined } : {},
        node.children.map((each) => without(each, name, value)),
      )
    : node;

/** Neighbours in a group: those of one variant together, what all of them say said once, lines alike in one path. */
function tidy(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!isElement(node) || node.tag !== 'g') return [node];
    const inner = grouped(tidy(node.children));
    const common = handedDown(inner);
    const names = Object.keys(common);
    const children = oneLine(
      inner.map((each) =>
        isElement(each) ? changed(each, Object.fromEntries(names.map((name) => [name, undefined]))) : each,
      ),
    );
    const group = changed(node, common, children);
    const [only] = children;
    if (group.attributes.size === 0) return children;
    // A group of one hands its attributes to what is in it.
    if (children.length === 1 && only && isElement(only) && !group.attributes.has('transform'))
      return [changed(only, { ...Object.fromEntries(group.attributes), ...Object.fromEntries(only.attributes) })];
    return [group];
  });
}

/** Elements of one variant, where there are several, stand in a group of their own behind what all variants show. */
function grouped(nodes: readonly Node[]): Node[] {
  const variants = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = (isElement(node) && node.attributes.get('class')) || '';
    variants.set(key, [...(variants.get(key) ?? []), node]);
  }
  if (variants.size < 2) return [...nodes];
  return [...variants].flatMap(([key, own]): Node[] =>
    key === '' || own.length === 1 ? own : tidy([{ tag: 'g', attributes: new Map(), children: own }]),
  );
}

/** What every element of a group says alike, of what a group can say for them. */
function handedDown(nodes: readonly Node[]): Record<string, string> {
  const elements = nodes.filter(isElement);
  const [first, ...others] = elements;
  if (!first || others.length === 0) return {};
  return Object.fromEntries(
    HANDED_DOWN.flatMap((name) => {
      const value = first.attributes.get(name);
      const same = value !== undefined && others.every(({ attributes }) => attributes.get(name) === value);
      return same ? [[name, value]] : [];
    }),
  );
}

/** Lines that look alike and stand for nothing become one path. */
function oneLine(nodes: readonly Node[]): Node[] {
  const all: Node[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    const both = last !== undefined && isElement(last) && isElement(node) && drawsAlike(last, node);
    if (both) {
      all[all.length - 1] = changed(last, { d: `${last.attributes.get('d')}${node.attributes.get('d')}` });
    } else all.push(node);
  }
  return all;
}

const drawsAlike = (a: Element, b: Element): boolean =>
  [a, b].every(
    ({ tag, attributes }) => tag === 'path' && !attributes.has('data-fact') && !attributes.has('transform'),
  ) &&
  [a, b].every(({ attributes }) => (attributes.get('d')?.length ?? 0) < LONGEST) &&
  a.attributes.size === b.attributes.size &&
  [...a.attributes].every(([name, value]) => name === 'd' || b.attributes.get(name) === value);

/** Outlines of areas stay by themselves. */
const LONGEST = 400;
