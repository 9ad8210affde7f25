/** Single texts, numbers and keys for the quick reader: whatever is not plainly one of these, it gives up on. */

/** Thrown inside the quick reader alone, and caught there: the file is for the YAML library. */
export const GIVE_UP = Symbol('give up');

export function giveUp(): never {
  throw GIVE_UP;
}

/** A piece of text that was understood: its value, and the offset behind it. */
export interface Piece {
  readonly value: unknown;
  readonly end: number;
}

const KEY = /[A-Za-z0-9_$][A-Za-z0-9_$./-]{0,99}/y;
const DOUBLE = /"((?:[^"\\\n]|\\["\\/nt])*)"/y;
const SINGLE = /'((?:[^'\n]|'')*)'/y;

/** A text in quotation marks, in one line, with the plainest escapes. */
export function quoted(text: string, at: number): Piece {
  const double = text[at] === '"';
  const pattern = double ? DOUBLE : SINGLE;
  pattern.lastIndex = at;
  const inside = pattern.exec(text)?.[1];
  if (inside === undefined) return giveUp();
  const end = pattern.lastIndex;
  if (!double) return { value: inside.replaceAll("''", "'"), end };
  return { value: inside.includes('\\') ? JSON.parse(`"${inside}"`) : inside, end };
}

/** The key at an offset, and the offset behind its colon; undefined where there is none. */
export function keyAt(text: string, at: number): { name: string; end: number } | undefined {
  let name: string;
  let end: number;
  if (text[at] === '"' || text[at] === "'") {
    const piece = quoted(text, at);
    name = String(piece.value);
    end = piece.end;
  } else {
    KEY.lastIndex = at;
    end = KEY.test(text) ? KEY.lastIndex : at;
    name = text.slice(at, end);
  }
  if (end === at || text[end] !== ':') return undefined;
  const next = text[end + 1];
  if (next !== ' ' && next !== '\n' && next !== undefined) return undefined;
  // The library refuses these two with a message of ours.
  return name === '__proto__' || name === '<<' ? giveUp() : { name, end: end + 1 };
}

/** The commonest value of all: a plain number at the end of a line. */
const FIGURE = /-?[0-9]{1,12}(?:\.[0-9]{1,12})?(?=\n|$)/y;
const INTEGER = /^[-+]?[0-9]{1,15}$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+)$/;
const NUMERIC = /^[-+.]*[0-9.]/;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['~', 'null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, unknown] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, unknown] => [word, false]),
]);

/** A text without quotation marks, by the core schema of YAML 1.2. */
function resolved(written: string): unknown {
  if (NUMERIC.test(written)) {
    if (INTEGER.test(written) || DECIMAL.test(written)) return Number(written);
    // Octal, hexadecimal, .inf, .nan and very long numbers.
    if (/^(?:0[ox]|[-+]?\.|[-+]?[0-9]{16})/.test(written)) return giveUp();
  }
  const word = WORDS.get(written);
  return word === undefined ? written : word;
}

/**
 * A text without quotation marks.
 * @param end the offset of the end of its line, or of the mark that ends it inside brackets
 */
export function plain(text: string, at: number, end: number): Piece {
  FIGURE.lastIndex = at;
  if (FIGURE.test(text)) return { value: Number(text.slice(at, FIGURE.lastIndex)), end: FIGURE.lastIndex };
  const cut = text.slice(at, end).search(/ +(#|$)/);
  const written = cut < 0 ? text.slice(at, end) : text.slice(at, at + cut);
  if (/^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?![A-Za-z0-9]))/.test(written)) return giveUp();
  if (written === '' || written.endsWith(':') || written.includes(': ')) return giveUp();
  return { value: resolved(written), end: at + written.length };
}
