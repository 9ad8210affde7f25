/**
 * The language of PDF page content: bytes to operations with their places. `finish` rewrites by it, `verify` judges by it.
 * A page has tens of thousands of operations, and hardly any of their operands matter to either: so operations are found
 * by stepping over operands, and those are read when somebody asks.
 */
import {
  Broken,
  DELIMITER,
  hex,
  KIND,
  type Operand,
  type Reader,
  readMap,
  readOperand,
  SPACE,
  skipSpace,
} from './content-operands.ts';

/** One operator. `start` and `end` are byte offsets that take in its operands. */
export interface Operation {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
}

export interface ContentStream {
  readonly data: Uint8Array;
  readonly operations: readonly Operation[];
  /** Byte offset of the first thing that is no content language; undefined where all of it parsed. */
  readonly broken: number | undefined;
  /** What PDF/A sets limits to: the largest integer, and the longest string and name as written, in bytes. */
  readonly extremes: { readonly integer: number; readonly string: number; readonly name: number };
  /** True where a hexadecimal string lacks its last digit. */
  readonly oddHex: boolean;
}

/** Operators by their letters, packed into a number: each is made once. */
const OPERATORS = new Map<number, string>();

interface Scan extends Reader {
  integer: number;
  string: number;
  name: number;
  oddHex: boolean;
}

function skipLiteral(s: Scan): void {
  const from = s.at;
  let depth = 0;
  for (; ; s.at++) {
    const c = s.data[s.at];
    if (c === undefined) throw new Broken();
    if (c === 0x5c) s.at++;
    else if (c === 0x28) depth++;
    else if (c === 0x29 && --depth === 0) break;
  }
  s.at++;
  s.string = Math.max(s.string, s.at - from);
}

function skipHex(s: Scan): void {
  const from = ++s.at;
  let digits = 0;
  for (let c = s.data[s.at]; c !== 0x3e; c = s.data[++s.at]) {
    if (hex(c) >= 0) digits++;
    else if (c === undefined || KIND[c] !== SPACE) throw new Broken();
  }
  s.at++;
  if (digits % 2 === 1) s.oddHex = true;
  s.string = Math.max(s.string, (s.at - from) >> 1);
}

/** Steps over one delimited operand or one bracket of an array or dictionary. */
function skipDelimited(s: Scan, c: number): void {
  if (c === 0x28) skipLiteral(s);
  else if (c === 0x3c && s.data[s.at + 1] !== 0x3c) skipHex(s);
  else if (c === 0x2f) {
    const from = ++s.at;
    while (s.at < s.data.length && KIND[s.data[s.at]!] === 0) s.at++;
    s.name = Math.max(s.name, s.at - from);
  } else if (c === 0x3c || c === 0x3e) s.at += 2;
  else if (c === 0x5b || c === 0x5d) s.at++;
  else throw new Broken();
}

const startsNumber = (c: number): boolean => (c >= 48 && c <= 57) || c === 0x2b || c === 0x2d || c === 0x2e;

function skipNumber(s: Scan): void {
  const from = s.at;
  let whole = true;
  for (let c = s.data[++s.at]; c !== undefined && KIND[c] === 0; c = s.data[++s.at]) {
    if (c === 0x2e) whole = false;
    else if (c < 48 || c > 57) throw new Broken();
  }
  // Shorter numbers are within every limit.
  if (!whole || s.at - from < 10) return;
  s.integer = Math.max(s.integer, Math.abs(Number(new TextDecoder('latin1').decode(s.data.subarray(from, s.at)))));
}

/** An operator, or one of the words that are operands: `true`, `false`, `null`. */
function readWord(s: Scan): string {
  let packed = 0;
  const from = s.at;
  for (let c = s.data[s.at]; c !== undefined && KIND[c] === 0; c = s.data[++s.at]) packed = packed * 256 + c;
  const known = s.at - from > 5 ? undefined : OPERATORS.get(packed);
  if (known !== undefined) return known;
  const word = String.fromCharCode(...s.data.subarray(from, Math.min(s.at, from + 100)));
  if (s.at - from <= 5) OPERATORS.set(packed, word);
  return word;
}

/** Steps over an inline image: its dictionary, and its data to the first `EI` that stands alone between white space. */
function skipImage(s: Scan): void {
  readMap(s, 'ID');
  for (let i = s.at + 1; i + 1 < s.data.length; i++) {
    const after = s.data[i + 2];
    if (s.data[i] !== 0x45 || s.data[i + 1] !== 0x49 || KIND[s.data[i - 1]!] !== SPACE) continue;
    if (after !== undefined && KIND[after] !== SPACE) continue;
    s.at = i + 2;
    return;
  }
  throw new Broken();
}

const WORDS = new Set(['true', 'false', 'null']);

/**
 * Reads a content stream (ISO 32000-1, 7.8.2). An inline image becomes one operation `BI`.
 * Never throws: what parsed before the first broken byte is returned, with that byte's offset.
 */
export function readContent(data: Uint8Array): ContentStream {
  const operations: Operation[] = [];
  const s: Scan = { data, at: 0, integer: 0, string: 0, name: 0, oddHex: false };
  let start = -1;
  let broken: number | undefined;
  try {
    for (skipSpace(s); s.at < data.length; skipSpace(s)) {
      const c = data[s.at]!;
      if (start < 0) start = s.at;
      if (KIND[c] === DELIMITER) skipDelimited(s, c);
      else if (startsNumber(c)) skipNumber(s);
      else {
        const operator = readWord(s);
        if (WORDS.has(operator)) continue;
        if (operator === 'BI') skipImage(s);
        operations.push({ operator, start, end: s.at });
        start = -1;
      }
    }
    if (start >= 0) broken = start;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    broken = start;
  }
  const { integer, string, name, oddHex } = s;
  return { data, operations, broken, extremes: { integer, string, name }, oddHex };
}

/** The operands of an operation, in order; what cannot be read ends them. An inline image has none. */
export function operandsOf({ data }: Pick<ContentStream, 'data'>, { operator, start, end }: Operation): Operand[] {
  const operands: Operand[] = [];
  const reader: Reader = { data, at: start };
  const last = end - operator.length;
  try {
    for (skipSpace(reader); reader.at < last && operator !== 'BI'; skipSpace(reader))
      operands.push(readOperand(reader));
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
  }
  return operands;
}
