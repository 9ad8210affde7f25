/** Locale files: their phrases by full name, and that every language of the project has the same ones. */
import type { Placed } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import type { Locale } from '../model/locale.ts';
import type { Place, Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { languageName } from './language-name.ts';
import { isMap, mapOf, nameOf, type Path } from './raw.ts';
import type { Shaped } from './shape.ts';

interface Phrase {
  readonly key: string;
  readonly text: string;
  readonly path: Path;
}

/** Phrases by full name: `page.source`, and also `source` below `page`. */
function phrasesIn(value: unknown, path: Path = ['phrases'], before = ''): Phrase[] {
  return Object.entries(mapOf(value)).flatMap(([name, inner]) => {
    const key = before === '' ? name : `${before}.${name}`;
    if (isMap(inner)) return phrasesIn(inner, [...path, name], key);
    return typeof inner === 'string' ? [{ key, text: inner.trim(), path: [...path, name] }] : [];
  });
}

const phrasesOf = ({ value }: Placed) => phrasesIn(mapOf(value).phrases);

/** A locale file says for itself which language it is; a copied one often still names the old. */
function checkLanguage(file: Lang, placed: Placed): Problem[] {
  const lang = nameOf(mapOf(placed.value).lang);
  return lang === undefined || lang === file ? [] : [problem('locale-language', placed.at(['lang']), { file, lang })];
}

function doubledPhrases(placed: Placed): Problem[] {
  const first = new Map<string, Path>();
  return phrasesOf(placed).flatMap(({ key, path }) => {
    const before = first.get(key);
    first.set(key, before ?? path);
    if (before === undefined) return [];
    return [problem('name-twice', placed.keyAt(path), { what: 'phrase', name: key, first: placed.keyAt(before).line })];
  });
}

/** The problems of all locale files of the project beyond their shape. */
export function checkLocales(locales: ReadonlyMap<Lang, Placed>): Problem[] {
  const keys = new Map([...locales].map(([lang, placed]) => [lang, new Set(phrasesOf(placed).map(({ key }) => key))]));
  const all = new Set([...keys.values()].flatMap((known) => [...known]));
  return [...locales].flatMap(([lang, placed]) => {
    const missing = [...all].filter((key) => !keys.get(lang)?.has(key));
    return [
      ...checkLanguage(lang, placed),
      ...doubledPhrases(placed),
      ...missing.map((key) =>
        problem('translation-missing', placed.keyAt(['phrases']), { language: languageName(lang), key }),
      ),
    ];
  });
}

/** The locale of a file that was found right. Places of phrases are worked out when they are asked for. */
export function buildLocale({ placed, value }: Shaped<'locale'>): Locale {
  const phrases = phrasesOf(placed).map(({ key, text, path }): [string, { text: string; place: Place }] => [
    key,
    {
      text,
      get place() {
        return placed.at(path);
      },
    },
  ]);
  return { ...value, phrases: new Map(phrases) };
}
