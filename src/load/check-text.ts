/** Looks at every text that comes in: composed letters, no lost or invisible characters, no encoding of former days. */
import { type Place, type Problem, problem } from '../problem.ts';
import { legacyEncoding } from './legacy-encoding.ts';

/** Characters that change what is read or found without being seen. The soft hyphen is among them: it splits words in a search. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const BROKEN = /\ufffd|\p{Surrogate}|\p{Private_Use}/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** At most so many characters of the text are shown in a message. */
const SHOWN = 40;

function around(text: string, index: number): string {
  const from = Math.max(0, Math.min(index - 10, text.length - SHOWN));
  const cut = text.slice(from, from + SHOWN).replace(/\s+/g, ' ');
  return `${from > 0 ? '…' : ''}${cut}${from + SHOWN < text.length ? '…' : ''}`;
}

const codePoint = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character at which the composed text differs. */
function firstDifference(text: string, composed: string): number {
  let i = 0;
  while (i < composed.length && text[i] === composed[i]) i += 1;
  return i;
}

/** Only texts with letters beyond ASCII, or with a control character, can have anything wrong with them. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/**
 * The problems of one text.
 * @param placeOf the place of the character at an index of the text
 */
export function checkText(text: string, placeOf: (index: number) => Place): Problem[] {
  if (PLAIN.test(text)) return [];
  const problems: Problem[] = [];
  const broken = BROKEN.exec(text);
  if (broken) {
    problems.push(problem('text-lost-character', placeOf(broken.index), { code: codePoint(broken[0]) }));
  }
  const hidden = INVISIBLE.exec(text);
  if (hidden) {
    const what = BIDI.test(hidden[0]) ? 'bidirectional control' : 'control or zero-width character';
    problems.push(problem('text-invisible-character', placeOf(hidden.index), { code: codePoint(hidden[0]), what }));
  }
  const composed = text.normalize('NFC');
  if (composed !== text) {
    // One letter before the difference, for a mark belongs to the letter it follows.
    const index = Math.max(0, firstDifference(text, composed));
    const args = { text: around(text, index), fixed: around(composed, index) };
    problems.push(problem('text-not-nfc', placeOf(index), args));
  }
  const legacy = legacyEncoding(text);
  if (legacy) {
    const args = { text: around(text, 0), encoding: legacy.encoding, guess: around(legacy.guess, 0) };
    problems.push(problem('text-legacy-encoding', placeOf(0), args));
  }
  return problems;
}

/** The problems of a whole file, looked at line by line. */
export function checkLines(file: string, text: string): Problem[] {
  if (PLAIN.test(text)) return [];
  return text.split('\n').flatMap((line, i) => checkText(line, (index) => ({ file, line: i + 1, column: index + 1 })));
}
