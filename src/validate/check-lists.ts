/** What the schema of data/lists.yaml cannot say: that its members are economies of a table, or terms. */
import type { Placed } from '../model/content.ts';
import type { Problem } from '../problem.ts';
import type { Known } from './check-series.ts';
import { listOf, mapOf, type Path, valueAt } from './raw.ts';
import { doubled, unknownValue } from './reference.ts';

/** The problems of the lists beyond their shape. */
export function checkLists(placed: Placed, { sources, terms, tables }: Known): Problem[] {
  const economies = [...tables.values()].flatMap((table) => table.economies);
  const members = terms && new Set([...terms, ...economies]);
  return Object.keys(mapOf(placed.value)).flatMap((id) => {
    const paths = listOf(valueAt(placed.value, [id, 'members'])).map((_, i): Path => [id, 'members', i]);
    return [
      ...unknownValue(placed, [id, 'source'], 'source', sources),
      ...paths.flatMap((path) => unknownValue(placed, path, 'economy or term', members)),
      ...doubled(placed, paths, 'member'),
    ];
  });
}
