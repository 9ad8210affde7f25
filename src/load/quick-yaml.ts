/**
 * Reads plain YAML quickly: nested maps and lists, one-line texts, numbers, brackets, comments. At the first thing that
 * is not plain (or not right) it gives up, and the YAML library reads the file and says what is wrong. A check of a
 * whole project starts in a third of the time through it. Tests hold every value and place against the library's.
 */
import { checkText } from './check-text.ts';
import { readFlow } from './quick-flow.ts';
import { GIVE_UP, giveUp, keyAt, plain, quoted } from './quick-scalar.ts';
import type { Read, Spot } from './spot.ts';

const DEEPEST = 20;
/** Tabs, and lines that begin or end a document. */
const NOT_PLAIN = /\t|^(?:---|\.\.\.|%)/m;

/** Where the reader stands: the next line with content; `at` is -1 behind the last. */
interface Cursor {
  readonly text: string;
  line: number;
  at: number;
  indent: number;
}

/** Moves to the first line with content at or after the offset of a line's beginning. */
function seek(cursor: Cursor, from: number): void {
  const { text } = cursor;
  let line = from;
  for (;;) {
    let at = line;
    while (text[at] === ' ') at += 1;
    if (at >= text.length) {
      cursor.at = -1;
      cursor.indent = -1;
      return;
    }
    if (text[at] === '\n') line = at + 1;
    else if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      line = end < 0 ? text.length : end + 1;
    } else {
      cursor.line = line;
      cursor.at = at;
      cursor.indent = at - line;
      return;
    }
  }
}

/** The offset of the next line, if nothing but blanks and a comment stands before it. */
function lineAfter(text: string, from: number): number | undefined {
  let at = from;
  while (text[at] === ' ') at += 1;
  if (text[at] === '#' && text[at - 1] === ' ') {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end + 1;
  }
  return at >= text.length ? text.length : text[at] === '\n' ? at + 1 : undefined;
}

const isDash = ({ text, at }: Cursor) =>
  text[at] === '-' && (text[at + 1] === ' ' || text[at + 1] === '\n' || at + 1 === text.length);

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** A text below `>` or `|`: lines in one column, without blank ones among them. */
function readLines(cursor: Cursor, at: number, indent: number): Read {
  const { text } = cursor;
  const header = /^([>|])(-?) *$/.exec(text.slice(at, lineEnd(text, at)));
  if (!header) return giveUp();
  const lines: string[] = [];
  let from = lineEnd(text, at) + 1;
  let column = -1;
  for (;;) {
    const line = text.slice(from, lineEnd(text, from));
    const blanks = line.search(/[^ ]/);
    if (column < 0) column = blanks;
    if (blanks < 0 || blanks < column) break;
    if (blanks > column || line.endsWith(' ')) return giveUp();
    lines.push(line.slice(column));
    from += line.length + 1;
    if (from > text.length) return giveUp();
  }
  if (column <= indent) return giveUp();
  seek(cursor, from);
  if (cursor.indent > indent) return giveUp();
  const value = lines.join(header[1] === '>' ? ' ' : '\n') + (header[2] === '-' ? '' : '\n');
  return { value, spot: { start: at, inner: undefined } };
}

function readPiece({ text }: Cursor, at: number, indent: number): Read & { readonly end: number } {
  const mark = text[at];
  if (mark === '{' || mark === '[') return readFlow(text, at, indent);
  const piece = mark === '"' || mark === "'" ? quoted(text, at) : plain(text, at, lineEnd(text, at));
  return { ...piece, spot: { start: at, inner: undefined } };
}

/**
 * A value that is neither map nor list of lines; the cursor moves on behind it.
 * @param indent that of the key or dash it belongs to
 */
function readInline(cursor: Cursor, at: number, indent: number): Read {
  const { text } = cursor;
  if (text[at] === '>' || text[at] === '|') return readLines(cursor, at, indent);
  const { value, spot, end } = readPiece(cursor, at, indent);
  seek(cursor, lineAfter(text, end) ?? giveUp());
  // A line that is indented more would go on with the text.
  return cursor.indent > indent ? giveUp() : { value, spot };
}

/**
 * The value behind a colon or dash.
 * @param owner the offset at which an empty value stands: its key's
 * @param dashes true where a list may stand in the column of the key
 */
function readAfter(cursor: Cursor, from: number, indent: number, owner: number, dashes: boolean, depth: number): Read {
  const { text } = cursor;
  const below = lineAfter(text, from);
  if (below === undefined) {
    let at = from;
    while (text[at] === ' ') at += 1;
    return readInline(cursor, at, indent);
  }
  seek(cursor, below);
  if (cursor.indent > indent) return readBlock(cursor, indent, depth);
  if (dashes && cursor.indent === indent && isDash(cursor)) return readList(cursor, depth);
  return { value: null, spot: { start: owner, inner: undefined } };
}

function readMap(cursor: Cursor, depth: number): Read {
  const { indent, at: start } = cursor;
  const value: Record<string, unknown> = Object.create(null);
  const inner = new Map<string, Spot>();
  while (cursor.indent === indent) {
    const { at } = cursor;
    const key = keyAt(cursor.text, at);
    if (!key || inner.has(key.name)) return giveUp();
    const read = readAfter(cursor, key.end, indent, at, true, depth);
    value[key.name] = read.value;
    inner.set(key.name, { start: read.spot.start, key: at, inner: read.spot.inner });
  }
  return cursor.indent > indent ? giveUp() : { value, spot: { start, inner } };
}

function readList(cursor: Cursor, depth: number): Read {
  const { indent, at: start, text } = cursor;
  const value: unknown[] = [];
  const inner: Spot[] = [];
  while (cursor.indent === indent && isDash(cursor)) {
    let at = cursor.at + 1;
    while (text[at] === ' ') at += 1;
    let read: Read;
    if (keyAt(text, at)) {
      // The first key of a map stands in the line of the dash; its column is the map's.
      cursor.indent = at - cursor.line;
      cursor.at = at;
      read = readMap(cursor, depth + 1);
    } else read = readAfter(cursor, cursor.at + 1, indent, start, false, depth);
    value.push(read.value);
    inner.push(read.spot);
  }
  return cursor.indent > indent ? giveUp() : { value, spot: { start, inner } };
}

/** What stands in lines of its own, below a key or dash in the column `outer`; -1 for the whole file. */
function readBlock(cursor: Cursor, outer: number, depth: number): Read {
  if (depth > DEEPEST) return giveUp();
  if (isDash(cursor)) return readList(cursor, depth + 1);
  if (keyAt(cursor.text, cursor.at)) return readMap(cursor, depth + 1);
  return outer < 0 ? giveUp() : readInline(cursor, cursor.at, outer);
}

/** A file's value with its places; undefined where it is not plain, or where anything about it may be wrong. */
export function quickYaml(text: string): Read | undefined {
  if (NOT_PLAIN.test(text)) return undefined;
  const cursor: Cursor = { text, line: 0, at: -1, indent: -1 };
  try {
    seek(cursor, 0);
    if (cursor.indent !== 0) return undefined;
    const read = readBlock(cursor, -1, 0);
    if (cursor.at >= 0 || checkText(text, () => ({ file: '', line: 1, column: 1 })).length > 0) return undefined;
    return read;
  } catch (thrown) {
    if (thrown === GIVE_UP) return undefined;
    throw thrown;
  }
}
