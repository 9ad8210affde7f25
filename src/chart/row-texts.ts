/** The texts of a row: its name in each language, in lines, and how wide they are. Part of `chart`. */
import type { Context } from './context.ts';
import { wrapped } from './measure.ts';
import { placeAt, type Scope } from './row-scope.ts';
import { phraseKey, phraseWords, termWords, type Words } from './texts.ts';
import { FAMILY, SIZES } from './theme.ts';

/** The row's name in each language of the document; empty where it has none. */
export function wordsOf(scope: Scope): Words {
  const { spec, context } = scope;
  const none: Words = { lines: [], uses: [], years: [], problems: [] };
  const words =
    spec.term !== undefined
      ? termWords(spec.term, placeAt(scope, 'term'), context)
      : spec.name !== undefined
        ? phraseWords(phraseKey(context.chart.id, spec.name), context.languages, placeAt(scope, 'name'), context)
        : none;
  scope.problems.push(...words.problems);
  return words;
}

/** A line for each language, one where all say the same; broken at the width that the spec allows. */
export function linesOf(words: Words, { spec, context }: Scope): string[] {
  const lines = [...new Set(words.lines)];
  if (spec.wrap === undefined) return lines;
  return lines.flatMap((line) => wrapped(line, spec.wrap ?? 0, (part) => widthOf(part, 400, context)));
}

/** The pixels of a text in the size of labels. */
export function widthOf(text: string, weight: number, { measure, narrow }: Context): number {
  return measure(text, { family: FAMILY, weight, size: SIZES[narrow ? 'narrow' : 'wide'].size });
}
