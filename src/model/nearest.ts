/** "Did you mean …": the known name nearest to a misspelt one. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest of the known names by edit distance; undefined where none is near enough to be meant:
 * at most a third of the longer name's letters may differ, two at least.
 */
export function closest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(2, Math.floor(Math.max(name.length, candidate.length) / 3));
    if (d <= allowed && d < least && d < Math.max(name.length, candidate.length)) {
      least = d;
      best = candidate;
    }
  }
  return best;
}
