/** Style sheets load nothing: what they need stands in them as `data:`, so that a brief is one file and reaches no network. */
import type { TextFile } from '../model/content.ts';
import { type Problem, problem } from '../problem.ts';

/** `url(…)` of anything but data and parts of the page itself, and `@import`. */
const LOADS = /url\(\s*["']?\s*(?!data:|#)([^"')\s]+)|@import\s+(?:url\()?\s*["']?([^"');\s]+)/gi;

/** What a style sheet prints by itself, with a digit in it. */
const PRINTS =
  /(?<![\w-])content\s*:(?:"[^"\n]*"|'[^'\n]*'|[\w-]+\([^)\n]*\)|\s)*?(?:"([^"\n]*\p{Nd}[^"\n]*)"|'([^'\n]*\p{Nd}[^'\n]*)')/giu;

/** The addresses that style sheets ask for, and the numbers that they print. */
export function checkStyles(styles: Iterable<TextFile>): Problem[] {
  return [...styles].flatMap(({ file, text }) => {
    const bare = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    const at = ({ index = 0 }: RegExpExecArray) => {
      const lines = bare.slice(0, index).split('\n');
      return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    };
    return [
      ...[...bare.matchAll(LOADS)].map((found) => problem('style-loads', at(found), { address: found[1] ?? found[2] })),
      // “\\2014” is a dash, no number.
      ...[...bare.replace(/\\[0-9a-f]{1,6}/gi, (code) => '\\'.repeat(code.length)).matchAll(PRINTS)].map((found) =>
        problem('style-typed-number', at(found), { text: found[1] ?? found[2] }),
      ),
    ];
  });
}
