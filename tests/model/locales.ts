/** The shipped locale files as the model's Locale, and a French one that exists in no file: for tests of printing. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Format, formatter } from '../../src/model/format.ts';
import type { Locale } from '../../src/model/locale.ts';

type Raw = Omit<Locale, 'phrases'> & { readonly phrases: Readonly<Record<string, string>> };

/** The file as parsed, nothing checked: the shape is checked by `validate`. */
export function rawLocale(lang: string): Raw {
  return parse(readFileSync(new URL(`../../templates/locales/${lang}.yaml`, import.meta.url), 'utf8')) as Raw;
}

export function localeOf(raw: Raw): Locale {
  const file = `templates/locales/${raw.lang}.yaml`;
  const phrases = Object.entries(raw.phrases).map(
    ([key, text]) => [key, { text, place: { file, line: 1, column: 1 } }] as const,
  );
  return { ...raw, phrases: new Map(phrases) };
}

export const vi: Format = formatter(localeOf(rawLocale('vi')));
export const en: Format = formatter(localeOf(rawLocale('en')));
