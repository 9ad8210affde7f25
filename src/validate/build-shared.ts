/** Makes what all editions share of the files that were found right: project, sources, lists, terms, facts. */
import type { FactSpec, ListSpec, Placed, Project } from '../model/content.ts';
import type { Languages, Text } from '../model/language.ts';
import type { Origin } from '../model/refresh.ts';
import type { Source } from '../model/series.ts';
import { USUAL_DECIMALS } from './decimals.ts';
import { formulaAt, rangeAt } from './formula-text.ts';
import type { Path } from './raw.ts';
import type { FactsShape } from './schemas/facts.ts';
import type { Shaped } from './shape.ts';
import { trimmed } from './trimmed.ts';

export function buildProject({ placed, value }: Shaped<'brief'>): Project {
  return {
    publisher: trimmed(value.publisher),
    disclaimer: trimmed(value.disclaimer),
    contact: trimmed(value.contact),
    licence: trimmed(value.licence),
    ...(value.coverage !== undefined && { coverage: trimmed(value.coverage) }),
    languages: value.languages,
    documents: value.documents as unknown as readonly Languages[],
    editions: value.editions.map(String),
    place: placed.at([]),
  };
}

export function buildSources({ placed, value }: Shaped<'sources'>): Map<string, Source> {
  const sources = Object.entries(value).map(([id, { url, note, ...source }]): [string, Source] => [
    id,
    {
      id,
      publisher: trimmed(source.publisher),
      title: trimmed(source.title),
      line: trimmed(source.line),
      published: String(source.published),
      retrieved: String(source.retrieved),
      licence: source.licence.trim(),
      ...(url !== undefined && { url }),
      certainty: source.certainty,
      ...(note !== undefined && { note: trimmed(note) }),
      place: placed.keyAt([id]),
    },
  ]);
  return new Map(sources);
}

export function buildOrigins({ value }: Shaped<'refresh'>): Map<string, Origin> {
  const origins = Object.entries(value).map(
    ([id, { url, link, publisher, title, line, licence, ...rest }]): [string, Origin] => [
      id,
      {
        id,
        ...rest,
        url: url.replace(/\/+$/, ''),
        publisher: trimmed(publisher),
        title: trimmed(title),
        line: trimmed(line),
        licence: licence.trim(),
        ...(link !== undefined && { link }),
      },
    ],
  );
  return new Map(origins);
}

export function buildTerms({ value }: Shaped<'terms'>): Map<string, Text> {
  return new Map(Object.entries(value).map(([id, text]) => [id, trimmed(text)]));
}

export function buildLists({ placed, value }: Shaped<'lists'>): Map<string, ListSpec> {
  const lists = Object.entries(value).map(([id, { label, source, members }]): [string, ListSpec] => [
    id,
    { id, label: trimmed(label), source, members, place: placed.keyAt([id]) },
  ]);
  return new Map(lists);
}

export const buildFacts = (files: readonly Shaped<'facts'>[]): Map<string, FactSpec> =>
  new Map(files.flatMap(({ placed, value }) => [...factsAt(placed, [], value)]));

/** The facts of a map of them, which stands at a path of its file. */
export function factsAt(placed: Placed, path: Path, value: FactsShape): Map<string, FactSpec> {
  const facts = Object.entries(value).map(([name, { unit, decimals, each, status }]): [string, FactSpec] => [
    name,
    {
      name,
      formula: formulaAt(placed, [...path, name, 'is']),
      each: each === undefined ? undefined : rangeAt(placed, [...path, name, 'each']),
      unit,
      decimals: decimals ?? USUAL_DECIMALS[unit],
      status,
      place: placed.keyAt([...path, name]),
    },
  ]);
  return new Map(facts);
}
