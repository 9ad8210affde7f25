/** Digits in a language's notation, with their sign apart: where currency marks and unit words go is for others. */
import type { Locale } from './locale.ts';
import { roundDecimal } from './rounding.ts';
import { MINUS, NBSP } from './spacing.ts';

/** `negative` shows a minus only; `always` shows + as well, but never before a zero; `never` prints the size alone. */
export type Sign = 'negative' | 'always' | 'never';

/**
 * Splits a number, rounded by `roundDecimal`, into its sign and its digits with the locale's decimal and thousands marks.
 * @returns `sign` is U+2212, `+` or nothing; zero has none
 */
export function digitsOf(
  locale: Locale,
  value: number,
  decimals: number,
  sign: Sign,
): { sign: string; digits: string } {
  const text = roundDecimal(value, decimals);
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  const grouped = Number(whole) >= locale.number.groupFrom;
  const separator = locale.number.thousands === ' ' ? NBSP : locale.number.thousands;
  const head = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, () => separator) : whole;
  const digits = fraction === undefined ? head : head + locale.number.decimal + fraction;
  const below = text.startsWith('-');
  const plus = sign === 'always' && /[1-9]/.test(text);
  return { sign: sign === 'never' ? '' : below ? MINUS : plus ? '+' : '', digits };
}
