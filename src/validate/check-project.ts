/** What the schema of brief.yaml cannot say: its languages, documents and editions fit together and to the files. */
import { ADVICE } from '../messages.ts';
import type { Placed, Sources } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import { type Problem, problem } from '../problem.ts';
import { idsIn, PATHS } from './files.ts';
import { listOf, type Path, valueAt } from './raw.ts';
import { doubled, unknownValue } from './reference.ts';
import { EDITION, language } from './schemas/parts.ts';

/** The languages as far as they can be read; none where brief.yaml is wrong there. */
export function languagesOf({ value }: Placed): Lang[] {
  const languages = listOf(valueAt(value, ['languages']));
  const right = languages.filter((lang): lang is Lang => language.safeParse(lang).success);
  return right.length === languages.length ? right : [];
}

const pathsOf = (value: unknown, path: Path): Path[] => listOf(valueAt(value, path)).map((_, i) => [...path, i]);

/** Documents that are printed twice: `[vi, en]` and `[vi, en]`. */
function doubledDocuments(placed: Placed): Problem[] {
  const first = new Map<string, number>();
  return listOf(valueAt(placed.value, ['documents'])).flatMap((document, i) => {
    if (!Array.isArray(document)) return [];
    const name = listOf(document).map(String).join('-');
    const before = first.get(name);
    first.set(name, before ?? i);
    if (before === undefined) return [];
    const args = { what: 'document', name, first: placed.at(['documents', before]).line };
    return [problem('name-twice', placed.at(['documents', i]), args)];
  });
}

/** The problems of brief.yaml beyond its shape. */
export function checkProject(placed: Placed, sources: Sources): Problem[] {
  const languages = new Set(languagesOf(placed));
  const editions = new Set(idsIn(PATHS.edition, sources.yaml.keys()));
  const documents = pathsOf(placed.value, ['documents']);
  const locales = [...languages].flatMap((lang, i) => {
    const path = `${PATHS.locale}${lang}.yaml`;
    if (sources.yaml.has(path)) return [];
    const what = ADVICE.write_file.replace('{place}', PATHS.brief);
    return [problem('file-missing', placed.at(['languages', i]), { path, what })];
  });
  return [
    ...doubled(placed, pathsOf(placed.value, ['languages']), 'language'),
    ...documents.flatMap((path) => [
      ...pathsOf(placed.value, path).flatMap((each) =>
        unknownValue(placed, each, 'language', languages.size > 0 ? languages : undefined),
      ),
      ...doubled(placed, pathsOf(placed.value, path), 'language'),
    ]),
    ...doubledDocuments(placed),
    ...doubled(placed, pathsOf(placed.value, ['editions']), 'edition'),
    ...pathsOf(placed.value, ['editions'])
      .filter((path) => EDITION.test(String(valueAt(placed.value, path))))
      .flatMap((path) => unknownValue(placed, path, 'edition', editions)),
    ...locales,
  ];
}
