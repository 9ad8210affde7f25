/** One truth, two languages: a block carries the same facts, rounded alike, in every language. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import type { Ledger, Use } from '../model/ledger.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';
import type { TextRun } from './text-blocks.ts';

/** A use as both languages must share it: the fact, and how many decimals were printed. */
function signature(use: Use): string {
  // digits at both ends: what follows the number, a no-break space before its unit, is no part of it
  const number = /\d(?:[\d.,\u00a0]*\d)?/.exec(use.text)?.[0] ?? '';
  const decimals = /[.,](\d{1,2})$/.exec(number)?.[1]?.length ?? 0;
  return `${use.fact} with ${decimals} decimals`;
}

export function parity(sections: Sections, ledger: Ledger): Problem[] {
  const byBlock = new Map<string, Map<string, Use[]>>();
  for (const use of sections.uses) {
    // What is only asserted binds the block, not one of its languages.
    if (use.text === '') continue;
    const block = byBlock.get(use.block) ?? new Map<string, Use[]>();
    block.set(use.lang, [...(block.get(use.lang) ?? []), use]);
    byBlock.set(use.block, block);
  }
  const problems: Problem[] = [];
  for (const [id, languages] of byBlock) {
    const block = sections.blocks.get(id);
    if (!block || block.kind === 'first') continue;
    const wanted = Object.keys(block.text);
    const all = new Set([...languages.values()].flat().map(signature));
    for (const lang of wanted) {
      const said = new Set((languages.get(lang) ?? []).map(signature));
      for (const each of all) {
        if (said.has(each)) continue;
        const fact = each.split(' ')[0] ?? each;
        problems.push(
          problem('parity-fact-missing', block.place, {
            fact: each,
            language: lang,
            expression: ledger.facts.get(fact)?.expression ?? fact,
          }),
        );
      }
    }
  }
  return problems;
}

/** The years that a block's languages name must be the same, each as often as it takes: a year too many is a slip of the pen. */
export function parityOfYears(runs: readonly TextRun[], sections: Sections): Problem[] {
  const named = new Map<string, Map<string, Set<string>>>();
  for (const run of runs) {
    const id = run.id.replace(/-[a-z]{2,3}$/, '');
    const block = sections.blocks.get(id);
    if (!block || (block.kind !== 'pair' && block.kind !== 'stack') || run.drawing || run.exempt !== undefined)
      continue;
    const languages = named.get(id) ?? new Map<string, Set<string>>();
    const years = languages.get(run.lang) ?? new Set<string>();
    if (run.time) for (const [year] of run.text.matchAll(/\d{4}/g)) years.add(year);
    languages.set(run.lang, years);
    named.set(id, languages);
  }
  const problems: Problem[] = [];
  for (const [id, languages] of named) {
    const all = new Set([...languages.values()].flatMap((years) => [...years]));
    for (const [language, years] of languages) {
      for (const year of all)
        if (!years.has(year))
          problems.push(problem('parity-year-missing', placeOf(`${id}-${language}`, sections), { year, language }));
    }
  }
  return problems;
}
