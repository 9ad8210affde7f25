/** docs/faults.md: what the corpus is, and what came of it. Written by `npm run faults -- --write`, never by hand. */
import { SEED } from './seed.ts';
import { byClass, byGroup, byOperator, markdownTable, type Outcome, survivorLines } from './table.ts';

/** The page for a whole run. */
export function page(outcomes: readonly Outcome[], alarms: number): string {
  const survivors = survivorLines(outcomes);
  return `# The fault corpus

<!-- Written by \`npm run faults -- --write\`. Do not edit. -->

How much does \`brief check\` find? To know, ${outcomes.length} faults are put into the real editions, one at a time, and each run is
judged. The faults are made by script (\`tests/faults/\`): every operator at every number, name and reference that an edition uses,
in sentences, tables, charts, phrases, formulas, figures, sources and claims. What an operator picks follows from a fixed seed
(\`${SEED}\`); none is left out.

**The rule.** A fault is caught when \`brief check\` gives an *error* that names the right file and a line of the block that the fault
is in: the paragraph, row of a table, formula, claim, dataset or cell. An error elsewhere does not count, and a warning does not
count. Where a fault takes something away, the line is that of what stood beside it, or of what it belonged to. The untouched
editions must give no error and no warning.

**Two kinds of catching.** *By proof*: the error comes though nothing was ever accepted. The number belongs to no fact, the two
languages disagree, the word goes against the data, the figure breaks a rule. *By acceptance alone*: nothing is wrong in itself, but
the project is no longer what a person accepted with \`brief accept\`: a fact has another formula or value, both languages of a sentence
changed, a row of a chart draws another fact. Such an error says what was and what is, and goes away when a person has read it.
Swapping one plausible series for another can be found in no other way.

Untouched editions: ${alarms} false alarms.

## By class

${markdownTable('class', byClass(outcomes))}

## By place

${markdownTable('place', byGroup(outcomes))}

## Survivors

${survivors.length === 0 ? 'None.' : survivors.map((line) => `- ${line}`).join('\n')}

## By operator

${markdownTable('place: operator', byOperator(outcomes))}
`;
}
