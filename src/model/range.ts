/** Ranges of two numbers with their unit: where the unit, the sign and the ordinal ending go. */
import { digitsOf } from './digits.ts';
import type { Locale } from './locale.ts';
import { fill, fillNumber, formFor, signIndex } from './pattern.ts';
import { rounded } from './rounding.ts';
import { tie } from './spacing.ts';
import type { Unit } from './unit.ts';

/**
 * Two ends and their unit. A leading word or currency mark stands once (thứ 4–9, US$394–400), an ending of the number
 * itself twice (4th–9th); below zero each end has its sign and mark (−US$5.5 to −US$4.3 billion).
 */
export function rangeText(locale: Locale, unit: Unit, from: number, to: number, decimals: number): string {
  const ranked = unit === 'rank';
  const formOf = (value: number) =>
    formFor(
      ranked ? locale.ordinal : locale.units[unit],
      locale.lang,
      Math.abs(rounded(value, decimals)),
      decimals,
      ranked ? 'ordinal' : 'cardinal',
    );
  const [low, high] = [digitsOf(locale, from, decimals, 'negative'), digitsOf(locale, to, decimals, 'negative')];
  const form = formOf(to);
  const ends = (pattern: string, a: string, b: string) => tie(fill(pattern, { from: a, to: b }));
  if (low.sign || high.sign) {
    const first = fillNumber(form.slice(0, form.indexOf('{n}') + '{n}'.length), low.sign, low.digits);
    return ends(locale.rangeSigned, first, fillNumber(form.slice(signIndex(form)), high.sign, high.digits));
  }
  if (ranked && form.startsWith('{n}')) {
    return ends(locale.range, fillNumber(formOf(from), '', low.digits), fillNumber(form, '', high.digits));
  }
  return fillNumber(form, '', ends(locale.range, low.digits, high.digits));
}
