/** What the schema of rules cannot say: each name once in all files, and bounds in their order. */
import type { Placed } from '../model/content.ts';
import { type Problem, problem } from '../problem.ts';
import { listOf, mapOf, valueAt } from './raw.ts';

function checkBounds(placed: Placed, id: string): Problem[] {
  const [least, most] = listOf(valueAt(placed.value, [id, 'between']));
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return [];
  return [problem('rule-bounds', placed.at([id, 'between']), { least, most })];
}

/** The problems of data/rules beyond its shapes. What the formulas name is found by `derive`, which parses them. */
export function checkRules(files: readonly Placed[]): Problem[] {
  const first = new Map<string, string>();
  return files.flatMap((placed) =>
    Object.keys(mapOf(placed.value)).flatMap((id) => {
      const place = placed.keyAt([id]);
      const owner = first.get(id);
      first.set(id, owner ?? `a rule, ${place.file}:${place.line}`);
      const taken = owner === undefined ? [] : [problem('fact-name-taken', place, { name: id, owner })];
      return [...taken, ...checkBounds(placed, id)];
    }),
  );
}
