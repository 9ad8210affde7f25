/**
 * Turns the nodes of a YAML document into values: maps without a prototype, lists, texts, numbers. On the way it
 * refuses what data files have no use for: doubled keys, merge keys, aliases that multiply.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { NOT_ALLOWED } from '../messages.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { checkText } from './check-text.ts';
import type { Read, Spot } from './spot.ts';

/** Values that may come from aliases, all together in one file. */
export const ALIAS_LIMIT = 1000;

export type Node = ParsedNode | null;

interface Anchored {
  /** Undefined while the anchored value itself is still being read. */
  read?: Read;
  /** How many values it holds, aliases inside it expanded. */
  size?: number;
}

const NOTHING: Read = { value: null, spot: { start: 0, inner: undefined } };

/** The offset of the first character in a node's source that is the one found; the node's start where it is escaped. */
function offsetIn(source: string, node: Scalar.Parsed, text: string, index: number): number {
  const [start, end] = node.range;
  const raw = source.slice(start, end);
  const letter = String.fromCodePoint(text.codePointAt(index) ?? 0);
  if (raw.includes(text)) return start + raw.indexOf(text) + index;
  return start + Math.max(0, raw.indexOf(letter));
}

/**
 * The value of a document's root node and where its parts stand, with every problem of its keys and texts.
 * @param source the text that the nodes were read from
 */
export function toValue(
  root: Node,
  source: string,
  placeOf: (offset: number) => Place,
): Read & { problems: Problem[] } {
  const problems: Problem[] = [];
  const anchors = new Map<string, Anchored>();
  let count = 0;
  let fromAliases = 0;

  const refuse = (node: { range?: readonly number[] | null }, what: keyof typeof NOT_ALLOWED) =>
    problems.push(problem('yaml-not-allowed', placeOf(node.range?.[0] ?? 0), NOT_ALLOWED[what]));

  const textOf = (node: Scalar.Parsed, text: string): string => {
    problems.push(...checkText(text, (index) => placeOf(offsetIn(source, node, text, index))));
    return text;
  };

  function readAlias(alias: Alias.Parsed): Read {
    const target = anchors.get(alias.source);
    if (target?.read === undefined || target.size === undefined) {
      refuse(alias, target ? 'loop' : 'alias');
      return NOTHING;
    }
    const before = fromAliases;
    count += target.size;
    fromAliases += target.size;
    if (fromAliases <= ALIAS_LIMIT) {
      return { value: target.read.value, spot: { start: alias.range[0], inner: target.read.spot.inner } };
    }
    if (before <= ALIAS_LIMIT) problems.push(problem('yaml-aliases', placeOf(alias.range[0]), { limit: ALIAS_LIMIT }));
    return NOTHING;
  }

  function readMap(map: YAMLMap.Parsed): Read {
    const value: Record<string, unknown> = Object.create(null);
    const inner = new Map<string, Spot>();
    for (const pair of map.items) {
      const key = pair.key as ParsedNode;
      // Every other kind of key was an error of the parser already.
      if (!isScalar(key)) continue;
      const name = textOf(key, String(key.value));
      const first = inner.get(name)?.key;
      const read = readNode(pair.value, key.range[0]);
      if (first !== undefined) {
        const args = { key: name, first: placeOf(first).line };
        problems.push(problem('yaml-duplicate-key', placeOf(key.range[0]), args));
      } else if (name === '<<') refuse(key, 'merge');
      else if (name === '__proto__') refuse(key, 'prototype');
      else {
        value[name] = read.value;
        inner.set(name, { ...read.spot, key: key.range[0] });
      }
    }
    return { value, spot: { start: map.range[0], inner } };
  }

  function readList(list: YAMLSeq.Parsed): Read {
    const items = list.items.map((item) => readNode(item as Node, list.range[0]));
    return {
      value: items.map(({ value }) => value),
      spot: { start: list.range[0], inner: items.map(({ spot }) => spot) },
    };
  }

  /** @param owner the offset of the key: a value that was left empty stands where its key does */
  function readPlain(node: ParsedNode, owner: number): Read {
    if (isMap(node)) return readMap(node);
    if (isSeq(node)) return readList(node);
    if (!isScalar(node)) return NOTHING;
    const [start, end] = node.range;
    const value = typeof node.value === 'string' ? textOf(node, node.value) : node.value;
    return { value, spot: { start: start === end ? owner : start, inner: undefined } };
  }

  function readNode(node: Node, owner: number): Read {
    count += 1;
    if (node === null) return { value: null, spot: { start: owner, inner: undefined } };
    if (isAlias(node)) return readAlias(node as Alias.Parsed);
    if (!node.anchor) return readPlain(node, owner);
    const anchored: Anchored = {};
    const before = count;
    anchors.set(node.anchor, anchored);
    anchored.read = readPlain(node, owner);
    anchored.size = count - before + 1;
    return anchored.read;
  }

  return { ...readNode(root, 0), problems };
}
