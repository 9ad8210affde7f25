/** Makes pieces of values in YAML: what stands in every language, and what those texts share. Part of acceptance. */
import { type Part, type Piece, textHash } from '../model/accepted.ts';
import type { Placed } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import type { Place } from '../problem.ts';

export type Path = readonly (string | number)[];

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lines of one part, and where the first of them stands. */
interface Lines {
  readonly place: Place;
  readonly lines: string[];
}

/** What a piece gathers before it is hashed. */
interface Gathered {
  readonly texts: Map<Lang, Lines>;
  readonly shared: Map<string, Lines>;
}

const add = (into: Map<string, Lines>, name: string, place: Place, line: string): void => {
  const known = into.get(name) ?? { place, lines: [] };
  known.lines.push(line);
  into.set(name, known);
};

/** No language tag begins like this, so that a shared part is never taken for a text. */
const sharedName = (name: string): string => `_${name}`;

/** A map that holds one text in every language of the project. */
const isText = (value: unknown, languages: readonly Lang[]): value is Readonly<Record<Lang, string>> =>
  isMap(value) && languages.length > 0 && languages.every((lang) => typeof value[lang] === 'string');

/**
 * The piece of a value: every text in it by language; everything else by the key below the value that it belongs to, in a
 * list of maps by its number too.
 * @param value what stands at the path, where less than all of it belongs to the piece
 */
export function pieceOf(
  file: string,
  key: string,
  placed: Placed,
  path: Path,
  value: unknown,
  languages: readonly Lang[],
): Piece {
  const gathered: Gathered = { texts: new Map(), shared: new Map() };
  const walk = (inner: unknown, at: Path, name: string): void => {
    if (isText(inner, languages)) {
      for (const lang of languages)
        add(gathered.texts, lang, placed.at([...at, lang]), `${at.slice(path.length).join('.')}: ${inner[lang]}`);
      return;
    }
    if (isMap(inner)) {
      for (const [step, each] of Object.entries(inner)) walk(each, [...at, step], name === '' ? step : name);
      return;
    }
    if (Array.isArray(inner) && inner.some(isMap)) {
      inner.forEach((each, i) => void walk(each, [...at, i], `${name === '' ? 'item' : name}.${i}`));
      return;
    }
    const place = at.length > path.length ? placed.keyAt(at) : placed.at(at);
    add(
      gathered.shared,
      sharedName(name === '' ? 'value' : name),
      place,
      `${at.slice(path.length).join('.')}: ${JSON.stringify(inner)}`,
    );
  };
  walk(value, path, '');
  return { file, key, texts: hashed(gathered.texts), shared: hashed(gathered.shared) };
}

/** The order of keys does not count; that of a list does, since its lines say their number. */
const hashed = (parts: ReadonlyMap<string, Lines>): Map<string, Part> =>
  new Map(
    [...parts].map(([name, { lines, place }]) => [name, { hash: textHash([...lines].sort().join('\n')), place }]),
  );
