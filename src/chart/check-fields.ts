/** Fields that an encoding names and no row has: the drawing would say “undefined”, or leave the mark out. Part of `chart`. */
import type { ChartSpec } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { walk } from './path.ts';
import { FIELDS } from './row.ts';

/** Every name of a field in the encodings of a chart that neither its rows, nor `with` and `set`, nor a transform makes. */
export function fieldProblems({ placed }: ChartSpec): Problem[] {
  const all = [...walk(placed.value)];
  const made = all.flatMap(({ value, path }) => {
    if (path.includes('datasets') && (path.at(-2) === 'with' || path.at(-2) === 'set')) return [String(path.at(-1))];
    const named = path.at(-1) === 'as' || path.at(-2) === 'as';
    return named && path.includes('transform') && typeof value === 'string' ? [value] : [];
  });
  const known = new Set([...FIELDS, ...made]);
  return all.flatMap(({ value, path }) => {
    if (path.at(-1) !== 'field' || !path.includes('encoding') || typeof value !== 'string') return [];
    // `name[0]`, `datum.year`: what stands behind is inside the field
    const name = /^[^.[\\]*/.exec(value)?.[0] ?? value;
    if (known.has(name)) return [];
    return [problem('unknown-name', placed.at(path), { what: 'field', name, near: closest(name, known) })];
  });
}
