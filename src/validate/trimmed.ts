/** Texts without the blanks and line breaks around them, which YAML's block texts bring along. */
import type { Lang, Text } from '../model/language.ts';

export function trimmed(text: Readonly<Record<Lang, string>>): Text {
  return Object.fromEntries(Object.entries(text).map(([lang, said]) => [lang, said.trim()]));
}

/** The same for a text that may be missing, and for one that is the same in every language. */
export function inAll(text: Readonly<Record<Lang, string>> | string | undefined, languages: readonly Lang[]): Text {
  if (typeof text === 'object') return trimmed(text);
  return Object.fromEntries(languages.map((lang) => [lang, (text ?? '').trim()]));
}
