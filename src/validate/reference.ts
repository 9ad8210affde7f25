/** Checks that a name in one file is known in another. */
import type { Placed } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { nameOf, type Path, valueAt } from './raw.ts';

/**
 * The problem of a name that nobody knows; none where there is no name (its shape is another check's matter).
 * @param path the value that is a name
 * @param what what it should name, for the message: `source`
 * @param known the names that are right; undefined where they could not be read, so that nothing can be said
 */
export function unknownValue(
  placed: Placed,
  path: Path,
  what: string,
  known: ReadonlySet<string> | undefined,
): Problem[] {
  const name = nameOf(valueAt(placed.value, path));
  if (name === undefined || known === undefined || known.has(name)) return [];
  return [problem('unknown-name', placed.at(path), { what, name, near: closest(name, known) })];
}

/** The same for the key at the end of the path. */
export function unknownKey(
  placed: Placed,
  path: Path,
  what: string,
  known: ReadonlySet<string> | undefined,
): Problem[] {
  const name = String(path.at(-1));
  if (known === undefined || known.has(name)) return [];
  return [problem('unknown-name', placed.keyAt(path), { what, name, near: closest(name, known) })];
}

/** The problems of names that stand twice in a list. */
export function doubled(placed: Placed, paths: readonly Path[], what: string): Problem[] {
  const first = new Map<string, Path>();
  return paths.flatMap((path) => {
    const name = nameOf(valueAt(placed.value, path));
    if (name === undefined) return [];
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, path);
      return [];
    }
    return [problem('name-twice', placed.at(path), { what, name, first: placed.at(before).line })];
  });
}
