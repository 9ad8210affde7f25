/** Holds a file against the schema of its kind. */
import type { Placed } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import type { Problem } from '../problem.ts';
import { allProblemsOf } from './issue.ts';
import { type Kind, type Shape, schemasFor } from './schemas/index.ts';

/** A file that has the right shape, with what it holds. */
export interface Shaped<K extends Kind> {
  readonly placed: Placed;
  readonly value: Shape<K>;
}

/** These hold nothing but names: an empty file is an empty map. */
const MAY_BE_EMPTY: ReadonlySet<Kind> = new Set(['sources', 'terms', 'lists', 'refresh', 'facts', 'rules', 'accepted']);

/** zod would first compile code for each schema: worth it for thousands of values, not for one file of each kind. */
const ONCE = { jitless: true } as const;

/** A file that is read once is judged once: in a preview, or over many editions, most files are those of before. */
const known = new WeakMap<Placed, Map<string, { shaped: unknown; problems: Problem[] }>>();

/**
 * The file's value with its type; undefined where the shape is wrong, with every way in which it is.
 * @param languages those of the project, which every text must have; empty where they are not known
 */
export function shaped<K extends Kind>(
  kind: K,
  placed: Placed,
  languages: readonly Lang[],
): { shaped: Shaped<K> | undefined; problems: Problem[] } {
  const judged = known.get(placed) ?? new Map<string, { shaped: unknown; problems: Problem[] }>();
  known.set(placed, judged);
  const key = [kind, ...languages].join(' ');
  const before = judged.get(key) as ReturnType<typeof judge<K>> | undefined;
  const found = before ?? judge(kind, placed, languages);
  judged.set(key, found);
  return found;
}

function judge<K extends Kind>(
  kind: K,
  placed: Placed,
  languages: readonly Lang[],
): { shaped: Shaped<K> | undefined; problems: Problem[] } {
  const value = placed.value === null && MAY_BE_EMPTY.has(kind) ? {} : placed.value;
  const result = schemasFor(languages)[kind].safeParse(value, ONCE);
  if (result.success) return { shaped: { placed, value: result.data as Shape<K> }, problems: [] };
  return { shaped: undefined, problems: allProblemsOf(result.error.issues, placed) };
}
