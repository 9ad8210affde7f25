/** The characters that keep numbers together and look right in print, and the folding that compares texts without them. */

/** No-break space: between number, scale word and unit, and before a status mark. */
export const NBSP = '\u00A0';
/** Minus sign; the hyphen-minus of a keyboard is never printed before a number. */
export const MINUS = '\u2212';
/** En dash: between the ends of a range. */
export const EN_DASH = '\u2013';
/** Where a pattern of a locale file may break: `percentage{ }points`. Every other space of a pattern is no-break. */
export const BREAK = '{ }';

/** Turns the spaces of a pattern into no-break spaces, those written `{ }` into ordinary ones. */
export function tie(pattern: string): string {
  return pattern
    .split(BREAK)
    .map((part) => part.replaceAll(' ', NBSP))
    .join(' ');
}

/**
 * A text as it is compared: every kind of space is one ordinary space, marks without width (U+200B, U+2060, U+FEFF,
 * soft hyphen) are gone, and the no-break hyphen is a hyphen. Chromium writes U+00A0 into a PDF as an ordinary space.
 */
export function foldSpaces(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replaceAll('\u2011', '-')
    .replace(/[\s\u00A0\u202F]+/g, ' ');
}
