/**
 * Recognises Vietnamese text in an encoding from before Unicode (TCVN3, VNI Windows), and UTF-8 that was read as
 * Windows-1252, by letters that no word of a language in use has side by side. Used by `load` on every text.
 */

/** Text as it stands, and as it was probably meant. */
export interface Legacy {
  readonly encoding: 'TCVN3' | 'VNI' | 'UTF-8 read as Windows-1252';
  readonly guess: string;
}

const pairs = (from: string, to: string): Map<string, string> =>
  new Map([...from].map((letter, i) => [letter, [...to][i] ?? letter]));

/** TCVN 5712:1993 (.Vn fonts), lower case and the capitals that have a place of their own. */
const TCVN3 = pairs(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ',
);

/** VNI Windows: letters that stand alone. */
const VNI_LETTERS = pairs('öôñæóòîÖÔÑ', 'ươđỉĩịỵƯƠĐ');
/** VNI Windows: marks written after the vowel, as combining characters (circumflex or breve first, then the tone). */
const VNI_MARKS = new Map(
  Object.entries({
    ù: '\u0301',
    ø: '\u0300',
    û: '\u0309',
    õ: '\u0303',
    ï: '\u0323',
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
    ê: '\u0306',
    é: '\u0306\u0301',
    è: '\u0306\u0300',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  }),
);

/** The bytes 0x80–0x9F as Windows-1252 shows them. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// A capital, or a sign that is no letter, in the middle of a lower-case word; or “®” (đ) at its start.
const LOOKS_TCVN3 = /[a-z][µ¸¶¹¨¾¼½©ª¬®ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖÝØÜÞ×][a-z]|(?<![\p{L}\d])®[a-zµ¸¶¹ªß-ÿ]/u;
// Two marked vowels in a row that Vietnamese, French or Spanish never write so.
const LOOKS_VNI = /a[áàåãäøë]|e[áàåãøë]|eä(?=[a-z])|o[åäøë]|[uy]ø|[öô][ùøûõï]|ñ[öô]/;
const TRAIL = `[\\u0080-\\u00bf${CP1252}]`;
const LOOKS_UTF8 = new RegExp(`[ÃÄÅÆ]${TRAIL}|á[º»]${TRAIL}`);

const fromTcvn3 = (text: string) => [...text].map((letter) => TCVN3.get(letter) ?? letter).join('');

const fromVni = (text: string) =>
  text
    .replace(/([aeouyöôAEOUYÖÔ])([ùøûõïâáàåãäêéèúüë])/g, (_, vowel: string, mark: string) => {
      return (VNI_LETTERS.get(vowel) ?? vowel) + (VNI_MARKS.get(mark) ?? mark);
    })
    .replace(/[öôñæóòîÖÔÑ]/g, (letter) => VNI_LETTERS.get(letter) ?? letter)
    .normalize('NFC');

/** The bytes that Windows-1252 showed, read as UTF-8. */
function fromWindows1252(text: string): string {
  const bytes = [...text].flatMap((letter) => {
    const high = CP1252.indexOf(letter);
    const code = high >= 0 ? 0x80 + high : (letter.codePointAt(0) ?? 0);
    return code < 0x100 ? [code] : [...new TextEncoder().encode(letter)];
  });
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** What the text was before it was read wrongly; undefined where it looks sound. */
export function legacyEncoding(text: string): Legacy | undefined {
  if (LOOKS_UTF8.test(text)) return { encoding: 'UTF-8 read as Windows-1252', guess: fromWindows1252(text) };
  if (LOOKS_TCVN3.test(text)) return { encoding: 'TCVN3', guess: fromTcvn3(text) };
  if (LOOKS_VNI.test(text)) return { encoding: 'VNI', guess: fromVni(text) };
  return undefined;
}
