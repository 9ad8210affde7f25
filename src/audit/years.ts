/** A year in a text is a year of a fact beside it: a stale or misplaced year is found where it stands. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';
import type { TextRun } from './text-blocks.ts';

/**
 * Every year that a helper printed must be among the years of a fact printed in the same block. Blocks without a fact
 * (subtitles, titles, some notes, heads of tables) are held against the facts of their whole section, charts included.
 * @param charts the facts that each section's charts draw
 */
export function checkYears(
  runs: readonly TextRun[],
  sections: Sections,
  ledger: Ledger,
  charts: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const byBlock = new Map<string, Set<number>>();
  const bySection = new Map<string, Set<number>>();
  const add = (map: Map<string, Set<number>>, key: string, fact: string): void => {
    const years = map.get(key) ?? new Set<number>();
    for (const year of ledger.facts.get(fact)?.years ?? []) years.add(year);
    // A fact whose value is a year ("the peak was in 2003") speaks of that year.
    const found = ledger.facts.get(fact);
    if (found?.unit === 'year' && typeof found.value === 'number') years.add(found.value);
    map.set(key, years);
  };
  for (const use of sections.uses) {
    add(byBlock, use.block, use.fact);
    const section = sections.blocks.get(use.block)?.section;
    if (section !== undefined) add(bySection, section, use.fact);
  }
  for (const [section, facts] of charts) for (const fact of facts) add(bySection, section, fact);

  const problems: Problem[] = [];
  for (const run of runs) {
    if (!run.time || run.exempt !== undefined) continue;
    const id = run.id.replace(/-[a-z]{2,3}$/, '');
    const block = sections.blocks.get(id);
    if (!block) continue;
    const own = byBlock.get(id);
    const known = own ?? bySection.get(block.section);
    if (!known) continue;
    for (const [text] of run.text.matchAll(/(?<!\d)\d{4}(?!\d)/g)) {
      if (
        known.has(Number(text)) ||
        (own && inSectionTitle(block.className) && bySection.get(block.section)?.has(Number(text)))
      )
        continue;
      problems.push(problem('year-without-fact', placeOf(run.id, sections), { year: text, years: span(known) }));
    }
  }
  return problems;
}

/** Titles and subtitles name the section's period even where they print one fact of it. */
const inSectionTitle = (className: string): boolean =>
  /\b(subtitle|subheading|title|series-title|standfirst)\b/.test(className);

const span = (years: ReadonlySet<number>): string => [...years].sort((a, b) => a - b).join(', ');
