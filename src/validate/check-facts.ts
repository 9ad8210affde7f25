/** Names of facts: each once in all files, and none that a series or the formula language has already. */
import { ADVICE } from '../messages.ts';
import type { Placed } from '../model/content.ts';
import { RESERVED } from '../model/reserved.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { mapOf, type Path } from './raw.ts';

const where = ({ file, line }: Place) => `${file}:${line}`;

/** Who has a name: text for the message. */
export type Owners = Map<string, string>;

/**
 * The problems of a map's keys as names for formulas; names that are free are entered with their new owner.
 * @param path the map whose keys are the names
 * @param what `a fact`, for the message
 */
export function claimNames(
  placed: Placed,
  path: Path,
  names: readonly string[],
  what: string,
  owners: Owners,
): Problem[] {
  return names.flatMap((name) => {
    const place = placed.keyAt([...path, name]);
    if (RESERVED.has(name)) return [problem('name-not-allowed', place, { name, what, advice: ADVICE.name_reserved })];
    const owner = owners.get(name);
    if (owner !== undefined) return [problem('fact-name-taken', place, { name, owner })];
    owners.set(name, `${what}, ${where(place)}`);
    return [];
  });
}

/** The problems of all names in data/facts. */
export function checkFacts(files: readonly Placed[], owners: Owners): Problem[] {
  return files.flatMap((placed) => claimNames(placed, [], Object.keys(mapOf(placed.value)), 'a fact', owners));
}
