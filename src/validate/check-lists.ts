/** What the schema of data/lists.yaml cannot say: that its members are economies of a table, or terms. */
import type { Placed } from '../model/content.ts';
import type { Problem } from '../problem.ts';
import { claimNames, type Owners } from './check-facts.ts';
import type { Known } from './check-series.ts';
import { listOf, mapOf, type Path, valueAt } from './raw.ts';
import { doubled, unknownValue } from './reference.ts';

/**
 * The problems of the lists beyond their shape.
 * @param owners who has which name already: formulas name lists beside series and facts
 */
export function checkLists(placed: Placed, { sources, terms, tables }: Known, owners: Owners): Problem[] {
  const economies = [...tables.values()].flatMap((table) => table.economies);
  const members = terms && new Set([...terms, ...economies]);
  const ids = Object.keys(mapOf(placed.value));
  const perList = ids.flatMap((id) => {
    const paths = listOf(valueAt(placed.value, [id, 'members'])).map((_, i): Path => [id, 'members', i]);
    return [
      ...unknownValue(placed, [id, 'source'], 'source', sources),
      ...paths.flatMap((path) => unknownValue(placed, path, 'economy or term', members)),
      ...doubled(placed, paths, 'member'),
    ];
  });
  return [...claimNames(placed, [], ids, 'a list', owners), ...perList];
}
