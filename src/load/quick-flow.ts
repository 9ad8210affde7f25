/** Lists and maps in brackets for the quick reader. */
import { giveUp, keyAt, type Piece, plain, quoted } from './quick-scalar.ts';
import type { Read, Spot } from './spot.ts';

const DEEPEST = 20;
const MARKS = /[,[\]{}\n]/g;

export type FlowRead = Read & { readonly end: number };

/** The next offset that is neither blank nor comment. Lines that follow must be indented more than `indent`. */
function skip(text: string, from: number, indent: number): number {
  let at = from;
  for (;;) {
    while (text[at] === ' ') at += 1;
    if (text[at] === '#' && (text[at - 1] === ' ' || text[at - 1] === '\n')) {
      const line = text.indexOf('\n', at);
      if (line < 0) return giveUp();
      at = line;
    } else if (text[at] === '\n') {
      const line = at + 1;
      at = line;
      while (text[at] === ' ') at += 1;
      if (at - line <= indent && text[at] !== '\n') return giveUp();
    } else return at;
  }
}

function readValue(text: string, at: number, indent: number, depth: number): FlowRead {
  const mark = text[at];
  if (mark === '{') return readMap(text, at, indent, depth + 1);
  if (mark === '[') return readList(text, at, indent, depth + 1);
  let piece: Piece;
  if (mark === '"' || mark === "'") piece = quoted(text, at);
  else {
    MARKS.lastIndex = at;
    piece = plain(text, at, MARKS.exec(text)?.index ?? giveUp());
    // A colon before a bracket or comma is not for us to judge; nor is a bracket inside a text.
    if (text[piece.end] === '[' || text[piece.end] === '{') return giveUp();
  }
  return { value: piece.value, end: piece.end, spot: { start: at, inner: undefined } };
}

/** The offset behind the comma before a further entry; undefined behind the closing bracket, which `end` then is. */
function next(text: string, at: number, close: string, indent: number): { at: number; done: boolean } {
  const mark = skip(text, at, indent);
  if (text[mark] === close) return { at: mark + 1, done: true };
  if (text[mark] !== ',') return giveUp();
  const entry = skip(text, mark + 1, indent);
  return text[entry] === close ? giveUp() : { at: entry, done: false };
}

function readMap(text: string, start: number, indent: number, depth: number): FlowRead {
  if (depth > DEEPEST) return giveUp();
  const value: Record<string, unknown> = Object.create(null);
  const inner = new Map<string, Spot>();
  let at = skip(text, start + 1, indent);
  if (text[at] === '}') return { value, end: at + 1, spot: { start, inner } };
  for (;;) {
    const key = keyAt(text, at);
    if (!key || inner.has(key.name) || text[key.end] !== ' ') return giveUp();
    let from = key.end;
    while (text[from] === ' ') from += 1;
    const read = readValue(text, from, indent, depth);
    value[key.name] = read.value;
    inner.set(key.name, { start: read.spot.start, key: at, inner: read.spot.inner });
    const after = next(text, read.end, '}', indent);
    if (after.done) return { value, end: after.at, spot: { start, inner } };
    at = after.at;
  }
}

function readList(text: string, start: number, indent: number, depth: number): FlowRead {
  if (depth > DEEPEST) return giveUp();
  const value: unknown[] = [];
  const inner: Spot[] = [];
  let at = skip(text, start + 1, indent);
  if (text[at] === ']') return { value, end: at + 1, spot: { start, inner } };
  for (;;) {
    const read = readValue(text, at, indent, depth);
    value.push(read.value);
    inner.push(read.spot);
    const after = next(text, read.end, ']', indent);
    if (after.done) return { value, end: after.at, spot: { start, inner } };
    at = after.at;
  }
}

/**
 * The list or map that begins with the bracket at an offset.
 * @param indent that of the block around it: what follows on further lines must be indented more
 */
export function readFlow(text: string, at: number, indent: number): FlowRead {
  return readValue(text, at, indent, 0);
}
