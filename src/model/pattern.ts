/** Patterns of a locale file: choosing the plural or ordinal form of a number, and filling the gaps. */
import type { Pattern } from './locale.ts';
import { tie } from './spacing.ts';

/** The forms of a pattern, without doubles; one for a language without plurals. */
export function formsOf(pattern: Pattern): string[] {
  return typeof pattern === 'string' ? [pattern] : [...new Set(Object.values(pattern))];
}

/**
 * The form for a number by the language's own rules (CLDR, through Intl.PluralRules).
 * @param value the number as printed, after rounding
 * @param decimals the decimals shown: English has `1 percentage point` but `1.0 percentage points`
 */
export function formFor(
  pattern: Pattern,
  lang: string,
  value: number,
  decimals: number,
  type: Intl.PluralRuleType,
): string {
  if (typeof pattern === 'string') return pattern;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return pattern[new Intl.PluralRules(lang, { type, ...digits }).select(value)] ?? pattern.other;
}

/** Replaces each `{name}` by its value; a name without a value stays as it is. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
}

/** Where the sign goes: before everything that stands without a space before `{n}`, so `−US$4.3 billion`. */
export function signIndex(form: string): number {
  const gap = form.indexOf('{n}');
  return gap < 0 ? 0 : form.lastIndexOf(' ', gap) + 1;
}

/**
 * Fills `{n}` of a unit or ordinal form; the sign of the number goes before a currency mark, spaces become no-break.
 * @param sign `''`, or the sign that stands before the number
 */
export function fillNumber(form: string, sign: string, digits: string): string {
  const at = signIndex(form);
  return tie(`${form.slice(0, at)}${sign}${form.slice(at)}`).replace('{n}', () => digits);
}
