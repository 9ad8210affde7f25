/** The closed world: a numeral that belongs to no fact is an error at the block that prints it. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { TextRun } from './text-blocks.ts';

/** Digits of any script, and signs that are numbers: ½, ④, Ⅳ. Not raised or lowered ones, which belong to units: m², CO₂. */
const NUMERAL = /\p{Nd}[\p{Nd}.,]*|[\u00bc-\u00be\u2150-\u218b\u2460-\u24ff\u2776-\u2793]/gu;

/** Numbers in drawings come from the scenegraph and are audited there; here it is the text around them. */
export function closedWorld(runs: readonly TextRun[], sections: Sections): Problem[] {
  const problems: Problem[] = [];
  for (const run of runs) {
    if (run.drawing || run.fact !== undefined || run.time || run.exempt !== undefined) continue;
    for (const [number] of run.text.matchAll(NUMERAL)) {
      problems.push(
        problem('number-without-fact', placeOf(run.id, sections), { number, text: around(run.text, number) }),
      );
    }
  }
  return problems;
}

/** The place of the block that an element id belongs to: ids are the block's with the language behind. */
export function placeOf(id: string, sections: Sections): Place | undefined {
  return sections.blocks.get(id.replace(/-[a-z]{2,3}$/, ''))?.place;
}

/** Some words around a number, so that a person finds it. */
function around(text: string, number: string): string {
  const at = text.indexOf(number);
  return text
    .slice(Math.max(0, at - 24), at + number.length + 24)
    .replace(/\s+/g, ' ')
    .trim();
}
