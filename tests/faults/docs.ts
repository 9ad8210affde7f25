/** docs/faults.md: what the corpus is, and what came of it. Written by `npm run faults -- --write`, never by hand. */
import { SEED } from './seed.ts';
import { byClass, byGroup, byOperator, markdownTable, type Outcome, survivorLines } from './table.ts';

const grouped = (count: number): string => count.toLocaleString('en');

/**
 * The page for a run.
 * @param all how many faults the corpus has: a run of fewer is a sample, and says so
 * @param alarms what the untouched editions were told
 */
export function page(outcomes: readonly Outcome[], all: number, editions: readonly string[], alarms: number): string {
  const survivors = survivorLines(outcomes);
  const run =
    outcomes.length === all
      ? `All ${grouped(all)} faults were tried.`
      : `**A sample:** ${grouped(outcomes.length)} of ${grouped(all)} faults were tried, spread over all of them by the seed. The whole is \`npm run faults -- --write\`.`;
  return `# The fault corpus

<!-- Written by \`npm run faults -- --write\`. Do not edit. -->

How much does \`brief check\` find? To know, faults are put into the real editions (${editions.join(', ')}), one at a time, and each
run is judged. ${run} The untouched editions gave ${alarms} false alarms.

## By class

${markdownTable('class', byClass(outcomes))}

## How to read it

**Where the faults come from.** A script makes them (\`tests/faults/\`): every operator at every number, name and reference that an
edition uses, in sentences, tables, charts, phrases, formulas, figures, sources and claims. A place that several editions share
is changed once. What an operator picks follows from a fixed seed (\`${SEED}\`); none is left out, and an operator may give no
fault only where its change would change nothing: another fact with the same value, a digit swapped with itself.

**Caught** means: \`brief check\` gives an *error* at the right file and at a line of the block that the fault is in: the
paragraph, row of a table, formula, claim, dataset of a chart, entry or cell. An error elsewhere does not count, and a warning
does not count. Where a fault takes something away, the line is that of what stood directly before or behind it, or of what it
belonged to. Of a text in several languages the block is the text in all of them, since which one is wrong no program can say.

**What caught it** is told apart, since not all of it is worth the same:

- *Proven*: the error follows from what the project says now. A number belongs to no fact, the languages disagree, a word goes
  against the data, a name is unknown, units do not go together, figures break a rule that they keep among themselves. It would be
  found in a project that nobody has ever accepted, by a person who never saw the right number.
- *By control totals*: each vintage has the sums that its figures had when they were taken over from their source. A figure that
  changed later breaks them. A figure that was copied wrongly in the first place does not.
- *By acceptance*: nothing is wrong in itself, but the project is no longer what a person accepted with \`brief accept\`: a fact has
  another formula or value, both languages of a sentence changed, a row of a chart draws another fact. The error says what was and
  what is, and goes away when a person has read it. One plausible series in place of another can be found in no other way, and a
  person who accepts without reading finds nothing.
- *Survivors* are not caught, or not where they are. They stand below, one by one.

**What it does not cover.** Faults in how things look; faults in the tool itself (its tests are for that); two faults that hide each
other; a source that is wrong; a sentence that is well formed, borne out by its facts and still misleading. The printed PDF is
not part of it: \`verify\` holds its text against the audited page, block by block.

**Run it.** \`npm run faults\` tries all, \`--sample N\` so many, \`--only TEXT\` those whose place, class or operator has this text,
\`--jobs N\` in so many processes; \`--write\` writes this page. The exit status is 0 where at least 99% are caught and the untouched
editions give no alarm. Every run of the tests tries a small sample, and holds single figures that change against what the
ledger says depends on them (\`tests/faults/mutation.test.ts\`).

## By place

${markdownTable('place', byGroup(outcomes))}

## Survivors

${survivors.length === 0 ? 'None.' : survivors.map((line) => `- ${line}`).join('\n')}

## By operator

${markdownTable('place: operator', byOperator(outcomes))}
`;
}
