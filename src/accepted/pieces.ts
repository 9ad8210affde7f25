/** The pieces of the YAML files of an edition: whatever a person reads in them, since no program can judge it. Part of acceptance. */
import { type Part, type Piece, textHash } from '../model/accepted.ts';
import type { ChartSpec, Placed, Sources } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import { onceFor } from '../model/once.ts';
import { isMap, type Path, pieceOf } from './gather.ts';

/** Keys of brief.yaml that grow with the project; what they say is checked. */
const OF_THE_PROJECT = new Set(['languages', 'documents', 'editions']);

/**
 * Every piece of the files that an edition reads but its templates': names, sources, lists, claims, what its charts draw,
 * phrases. Figures and formulas are no pieces: their facts are accepted, number by number.
 */
export function piecesOf(
  { yaml }: Sources,
  edition: string,
  charts: Iterable<ChartSpec>,
  languages: readonly Lang[],
): Piece[] {
  const spoken = languages.join(' ');
  const files = [
    'brief.yaml',
    'data/lists.yaml',
    'data/sources.yaml',
    'data/terms.yaml',
    `data/editions/${edition}.yaml`,
    `data/claims/${edition}.yaml`,
    ...[...yaml.keys()].filter((path) => path.startsWith('data/series/')),
  ];
  const drawn = [...charts].map(({ placed }) => placed);
  const read = [...files.flatMap((path) => yaml.get(path) ?? []), ...drawn];
  return [...read.flatMap((placed) => piecesIn(placed, spoken)), ...localePieces(yaml, languages)];
}

/** The pieces of one file. */
const piecesIn = onceFor((placed: Placed, spoken: string): Piece[] => {
  const languages = spoken.split(' ');
  const { file } = placed;
  if (file.startsWith('data/claims/')) return claimPieces(placed, languages);
  if (file.startsWith('data/series/')) return [seriesPiece(file, placed, languages)];
  if (file.startsWith('templates/')) return chartPieces(placed, languages);
  return Object.entries(mapAt(placed.value, [])).flatMap(([key, value]) =>
    (file === 'brief.yaml' ? OF_THE_PROJECT.has(key) : file.startsWith('data/editions/') && key === 'facts')
      ? []
      : [pieceOf(file, key, placed, [key], value, languages)],
  );
});

const mapAt = (value: unknown, path: Path): Readonly<Record<string, unknown>> => {
  const found = path.reduce<unknown>(
    (inner, step) =>
      isMap(inner) || Array.isArray(inner) ? (inner as Readonly<Record<string, unknown>>)[step] : undefined,
    value,
  );
  return isMap(found) ? found : {};
};

const without = (value: Readonly<Record<string, unknown>>, ...keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** A verdict is computed and accepted of its own, a stated figure is a fact. */
function claimPieces(placed: Placed, languages: readonly Lang[]): Piece[] {
  const { claims, stated: _, ...head } = mapAt(placed.value, []);
  const article = Object.keys(head).map((key) => pieceOf(placed.file, key, placed, [key], head[key], languages));
  if (!Array.isArray(claims)) return article;
  const each = claims
    .filter(isMap)
    .map((claim, i) =>
      pieceOf(placed.file, String(claim.id), placed, ['claims', i], without(claim, 'verdict'), languages),
    );
  return [...article, ...each];
}

/** A series without its figures: names, unit, and each vintage's source and marks. */
function seriesPiece(path: string, placed: Placed, languages: readonly Lang[]): Piece {
  const { vintages, ...head } = mapAt(placed.value, []);
  const bare = Array.isArray(vintages)
    ? vintages.map((each) => (isMap(each) ? without(each, 'values') : each))
    : vintages;
  return pieceOf(
    'data/series',
    path.slice('data/series/'.length, -'.yaml'.length),
    placed,
    [],
    { ...head, vintages: bare },
    languages,
  );
}

/** Keys of a Vega-Lite specification that say what is shown rather than how. */
const SHOWN = new Set(
  [
    'field name filter test datum text',
    // A scale that is cut, bent or turned round says another thing with the same figures, and so do other words at an axis.
    'type domain domainMin domainMax range zero reverse stack sort aggregate bin timeUnit impute values labelExpr format',
  ].flatMap((keys) => keys.split(' ')),
);

/** What is shown in a part of a specification, in order. */
function shownIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(shownIn);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    SHOWN.has(key) ? [`${key}: ${JSON.stringify(each)}`] : shownIn(each),
  );
}

/** A chart's datasets and what its text alternative tells, one piece each; and which field each layer shows. */
function chartPieces(placed: Placed, languages: readonly Lang[]): Piece[] {
  const file = placed.file.replace(/^templates\//, '');
  const brief: Path = ['usermeta', 'brief'];
  const datasets = Object.entries(mapAt(placed.value, [...brief, 'datasets']));
  const { alternative } = mapAt(placed.value, brief);
  const pieces = datasets.map(([name, dataset]) =>
    pieceOf(file, name, placed, [...brief, 'datasets', name], dataset, languages),
  );
  // What a phone shows instead; how its words are wrapped is a matter of looks.
  const narrow: Path = [...brief, 'narrow', 'datasets'];
  for (const [name, dataset] of Object.entries(mapAt(placed.value, narrow))) {
    if (['rows', 'family', 'families', 'years'].some((key) => isMap(dataset) && key in dataset))
      pieces.push(pieceOf(file, `narrow.${name}`, placed, [...narrow, name], dataset, languages));
  }
  if (alternative !== undefined)
    pieces.push(pieceOf(file, '_alternative', placed, [...brief, 'alternative'], alternative, languages));
  const { layer, encoding, ...rest } = without(mapAt(placed.value, []), '$schema', 'usermeta');
  const shared = new Map<string, Part>();
  const show = (name: string, path: Path, value: unknown): void => {
    const shown = shownIn(value);
    if (shown.length > 0) shared.set(name, { hash: textHash(shown.join('\n')), place: placed.at(path) });
  };
  for (const [key, value] of Object.entries(rest)) show(`_${key}`, [key], { [key]: value });
  for (const [channel, value] of Object.entries(mapAt(encoding, [])))
    show(`_encoding.${channel}`, ['encoding', channel], { [channel]: value });
  if (Array.isArray(layer)) for (const [i, each] of layer.entries()) show(`_layer.${i}`, ['layer', i], each);
  return [...pieces, { file, key: '_shown', texts: new Map(), shared }];
}

/** What all locale files say under one key: patterns of numbers and dates, words, phrases. */
function localePieces(yaml: ReadonlyMap<string, Placed>, languages: readonly Lang[]): Piece[] {
  const pieces = new Map<string, Map<Lang, Part>>();
  for (const lang of languages) {
    const placed = yaml.get(`templates/locales/${lang}.yaml`);
    const walk = (value: unknown, path: Path): void => {
      if (isMap(value)) for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
      else {
        const texts = pieces.get(path.join('.')) ?? new Map<Lang, Part>();
        if (placed) texts.set(lang, { hash: textHash(JSON.stringify(value)), place: placed.keyAt(path) });
        pieces.set(path.join('.'), texts);
      }
    };
    if (placed) walk(placed.value, []);
  }
  return [...pieces].map(([key, texts]) => ({ file: 'locales', key, texts, shared: new Map() }));
}
