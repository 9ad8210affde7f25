/** All schemas of a project, made for its languages. */
import type * as z from 'zod';
import type { Lang } from '../../model/language.ts';
import { accepted, acceptedFacts } from './accepted.ts';
import { claims } from './claims.ts';
import { edition } from './edition.ts';
import { facts } from './facts.ts';
import { locale } from './locale.ts';
import { project } from './project.ts';
import { refresh } from './refresh.ts';
import { rules } from './rules.ts';
import { series } from './series.ts';
import { lists, sources, terms } from './sources.ts';
import { type TextSchema, textIn } from './text.ts';

/** One schema for each kind of file, by the name of its JSON Schema. */
export const schemasWith = (text: TextSchema) => ({
  brief: project(text),
  series: series(text),
  sources: sources(text),
  terms: terms(text),
  lists: lists(text),
  refresh: refresh(text),
  facts: facts(),
  rules: rules(),
  claims: claims(text),
  edition: edition(text),
  locale: locale(),
  accepted: accepted(),
  accepted_facts: acceptedFacts(),
});

export type Schemas = ReturnType<typeof schemasWith>;
export type Kind = keyof Schemas;
/** What a file of a kind holds once it has the right shape. */
export type Shape<K extends Kind> = z.output<Schemas[K]>;

const made = new Map<string, Schemas>();

/** The schemas for a set of languages; made once for each set, since making them costs more than using them. */
export function schemasFor(languages: readonly Lang[]): Schemas {
  const key = languages.join(' ');
  const schemas = made.get(key) ?? schemasWith(textIn(languages));
  made.set(key, schemas);
  return schemas;
}
