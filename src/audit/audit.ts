/**
 * audit: nothing is printed that is not a fact. Every numeral of the page belongs to a use of a fact, a year that one of
 * the facts beside it speaks of, or a declared exemption; every paragraph carries the same facts in all languages.
 */
import type { Document, Sections } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Problem } from '../problem.ts';
import { closedWorld } from './closed-world.ts';
import { lintLanguage } from './lint-language.ts';
import { parity } from './parity.ts';
import { textRuns } from './text-blocks.ts';

/** Audits the sections, and the page that shows every language: its numbers are the same in every other document. */
export function audit(sections: Sections, ledger: Ledger, screen: Document): Problem[] {
  const runs = textRuns(screen.html);
  return [...parity(sections, ledger), ...closedWorld(runs, sections), ...lintLanguage(runs, sections)];
}
