/** Style sheets load nothing: what they need stands in them as `data:`, so that a brief is one file and reaches no network. */
import type { TextFile } from '../model/content.ts';
import { type Problem, problem } from '../problem.ts';

/** `url(…)` of anything but data and parts of the page itself, and `@import`. */
const LOADS = /url\(\s*["']?\s*(?!data:|#)([^"')\s]+)|@import\s+(?:url\()?\s*["']?([^"');\s]+)/gi;

/** The addresses that style sheets ask for. */
export function checkStyles(styles: Iterable<TextFile>): Problem[] {
  return [...styles].flatMap(({ file, text }) => {
    const bare = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    return [...bare.matchAll(LOADS)].map((found) => {
      const lines = bare.slice(0, found.index).split('\n');
      const place = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
      return problem('style-loads', place, { address: found[1] ?? found[2] });
    });
  });
}
