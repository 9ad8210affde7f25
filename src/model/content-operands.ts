/** Operands of PDF page content: numbers, names, strings, arrays, dictionaries, read from their bytes. */

/** A name (`/P`), told apart from a string. */
export interface Name {
  readonly name: string;
}

/** A literal or hexadecimal string: the bytes it stands for. */
export interface Bytes {
  readonly bytes: Uint8Array;
}

export type Operand = number | boolean | null | Name | Bytes | readonly Operand[] | ReadonlyMap<string, Operand>;

export const isName = (o: Operand | undefined): o is Name => typeof o === 'object' && o !== null && 'name' in o;
export const isBytes = (o: Operand | undefined): o is Bytes => typeof o === 'object' && o !== null && 'bytes' in o;
export const isMap = (o: Operand | undefined): o is ReadonlyMap<string, Operand> => o instanceof Map;
export const isList = (o: Operand | undefined): o is readonly Operand[] => Array.isArray(o);

export const SPACE = 1;
export const DELIMITER = 2;
/** ISO 32000-1, tables 1 and 2: white space and delimiters; all else is regular. */
export const KIND = new Uint8Array(256);
for (const c of [0, 9, 10, 12, 13, 32]) KIND[c] = SPACE;
for (const c of '()<>[]{}/%') KIND[c.charCodeAt(0)] = DELIMITER;

/** The value of a hexadecimal digit; −1 for anything else. */
export const hex = (c: number | undefined): number =>
  c === undefined ? -1 : c >= 48 && c <= 57 ? c - 48 : c >= 65 && c <= 70 ? c - 55 : c >= 97 && c <= 102 ? c - 87 : -1;

/** Bytes and a place in them. */
export interface Reader {
  readonly data: Uint8Array;
  at: number;
}

/** Thrown where the bytes at the reader's place are no operand; caught where content is read. */
export class Broken extends Error {}

/** Steps over white space and comments. */
export function skipSpace(r: Reader): void {
  for (;;) {
    const c = r.data[r.at];
    if (c === undefined) return;
    if (KIND[c] === SPACE) r.at++;
    else if (c === 0x25) while (r.at < r.data.length && r.data[r.at] !== 10 && r.data[r.at] !== 13) r.at++;
    else return;
  }
}

/** Regular characters up to the next white space or delimiter. */
function readWord(r: Reader): string {
  let word = '';
  for (let c = r.data[r.at]; c !== undefined && KIND[c] === 0; c = r.data[++r.at]) word += String.fromCharCode(c);
  return word;
}

function readName(r: Reader): Name {
  r.at++;
  const name = readWord(r).replace(/#([0-9A-Fa-f]{2})/g, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16)));
  return { name };
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function readLiteral(r: Reader): Bytes {
  const out: number[] = [];
  let depth = 1;
  r.at++;
  for (; ; r.at++) {
    const c = r.data[r.at];
    if (c === undefined) throw new Broken();
    if (c === 0x28) depth++;
    if (c === 0x29 && --depth === 0) break;
    if (c !== 0x5c) {
      out.push(c);
      continue;
    }
    const e = r.data[++r.at];
    if (e === undefined) throw new Broken();
    if (e >= 48 && e <= 55) {
      let code = e - 48;
      for (let i = 0; i < 2; i++) {
        const d = r.data[r.at + 1];
        if (d === undefined || d < 48 || d > 55) break;
        code = code * 8 + d - 48;
        r.at++;
      }
      out.push(code & 255);
    } else if (e === 13) {
      if (r.data[r.at + 1] === 10) r.at++;
    } else if (e !== 10) out.push(ESCAPES[String.fromCharCode(e)] ?? e);
  }
  r.at++;
  return { bytes: Uint8Array.from(out) };
}

function readHex(r: Reader): Bytes {
  const from = ++r.at;
  let digits = 0;
  for (; r.data[r.at] !== 0x3e; r.at++) {
    const c = r.data[r.at];
    if (hex(c) >= 0) digits++;
    else if (c === undefined || KIND[c] !== SPACE) throw new Broken();
  }
  const bytes = new Uint8Array((digits + 1) >> 1);
  for (let i = from, n = 0; i < r.at; i++) {
    const digit = hex(r.data[i]);
    if (digit >= 0) bytes[n >> 1]! |= n++ % 2 === 0 ? digit << 4 : digit;
  }
  r.at++;
  return { bytes };
}

function readList(r: Reader): Operand[] {
  const list: Operand[] = [];
  r.at++;
  for (;;) {
    skipSpace(r);
    if (r.data[r.at] === 0x5d) break;
    list.push(readOperand(r));
  }
  r.at++;
  return list;
}

/** Keys and values up to `>>`, or up to the word `ID` in an inline image. */
export function readMap(r: Reader, end: '>>' | 'ID'): ReadonlyMap<string, Operand> {
  const map = new Map<string, Operand>();
  for (;;) {
    skipSpace(r);
    if (r.data[r.at] === end.charCodeAt(0) && r.data[r.at + 1] === end.charCodeAt(1)) break;
    if (r.data[r.at] !== 0x2f) throw new Broken();
    const key = readName(r).name;
    skipSpace(r);
    map.set(key, readOperand(r));
  }
  r.at += 2;
  return map;
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Reads the operand at the reader's place. */
export function readOperand(r: Reader): Operand {
  const c = r.data[r.at];
  if (c === 0x2f) return readName(r);
  if (c === 0x28) return readLiteral(r);
  if (c === 0x5b) return readList(r);
  if (c === 0x3c) {
    if (r.data[r.at + 1] !== 0x3c) return readHex(r);
    r.at += 2;
    return readMap(r, '>>');
  }
  const word = readWord(r);
  if (word in WORDS) return WORDS[word]!;
  const number = Number(word);
  if (word === '' || Number.isNaN(number)) throw new Broken();
  return number;
}
