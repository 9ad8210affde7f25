/**
 * audit: nothing is printed that is not a fact. Every numeral of the page belongs to a use of a fact, a year that one of
 * the facts beside it speaks of, or a declared exemption; every paragraph carries the same facts in all languages.
 */
import type { Document, Drawings, Sections } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Problem } from '../problem.ts';
import { anchors } from './anchors.ts';
import { checkBoundWords } from './bound-words.ts';
import { closedWorld } from './closed-world.ts';
import { checkForeignSentences } from './foreign-sentences.ts';
import { lintLanguage } from './lint-language.ts';
import { checkNumberWords } from './number-words.ts';
import { parity, parityOfYears } from './parity.ts';
import { textRuns } from './text-blocks.ts';
import { checkYears } from './years.ts';

/**
 * Audits the sections, and the page that shows every language: its numbers are the same in every other document.
 * @param letter the covering letter, which is not on that page
 */
export function audit(
  sections: Sections,
  ledger: Ledger,
  drawings: Drawings,
  screen: Document,
  letter?: Document,
): Problem[] {
  const runs = [...textRuns(screen.html), ...textRuns(letter?.audited ?? '')];
  return [
    ...parity(sections, ledger),
    ...parityOfYears(runs, sections),
    ...closedWorld(runs, sections),
    ...checkYears(runs, sections, ledger, chartFacts(sections, drawings)),
    ...checkNumberWords(runs, sections),
    ...checkBoundWords(runs, sections, ledger),
    ...lintLanguage(runs, sections),
    ...checkForeignSentences(runs, sections),
    ...anchors(screen.html, sections),
  ];
}

/** The facts that the charts of each section draw. */
function chartFacts(sections: Sections, drawings: Drawings): Map<string, string[]> {
  const facts = new Map<string, string[]>();
  for (const block of sections.blocks.values()) {
    if (block.kind !== 'chart') continue;
    const drawing = drawings.all.find((each) => each.chart === block.target);
    const drawn = [...(drawing?.uses ?? []), ...(drawing?.table ?? [])].map(({ fact }) => fact);
    facts.set(block.section, [...(facts.get(block.section) ?? []), ...drawn]);
  }
  return facts;
}
