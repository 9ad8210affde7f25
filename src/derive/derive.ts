/** The stage `derive`: formulas over series become the ledger of facts, and the claims of the source article get their verdicts. */
import type { Code } from '../messages.ts';
import type { Content } from '../model/content.ts';
import type { Fact, Ledger } from '../model/ledger.ts';
import { COUNT_NAMES } from '../model/reserved.ts';
import { inOrder, type Problem } from '../problem.ts';
import { checkClaims } from './claims.ts';
import { editionFacts } from './edition-facts.ts';
import { type Entry, type FactBook, factBook } from './fact-book.ts';
import { ledgerOf } from './ledger.ts';
import { missingFigures } from './missing-figures.ts';
import { revisionsOf } from './revisions/revisions.ts';
import { revisionTable } from './revisions/table.ts';
import { checkSense } from './sense/sense.ts';

/**
 * Faults that depend on the edition's years: a series may end before them. Like missing figures they are reported only of
 * facts that the edition uses; a formula that is wrong in itself is always reported.
 */
const OF_THE_EDITION: ReadonlySet<Code> = new Set<Code>([
  'vintage-ambiguous',
  'facts-mix-vintages',
  'family-year-outside',
  'stated-unknown',
  'previous-missing',
  'fact-range',
  'formula-division-by-zero',
  'formula-undefined',
  'formula-not-finite',
]);

/**
 * Reckons every fact, checks every claim, and gathers every problem, each at the line and column of the formula it stands in.
 * A fact that fails is missing from the ledger, and so are those that read it; only the cause is reported.
 * @param wanted the names that the edition's templates and charts use: `exports`, `exports_growth`, `exports_growth.end`; what the
 * claims use is wanted besides. Undefined: all are.
 * @param printed the names behind which revisions are looked for, where `wanted` asks for less than the edition prints
 */
export function derive(
  content: Content,
  wanted?: ReadonlySet<string>,
  printed: ReadonlySet<string> | undefined = wanted,
): { ledger: Ledger; problems: Problem[] } {
  const book = factBook(content);
  book.reckonAll();
  const checked = checkClaims(content, book);

  const { facts, families } = declared(content, book);
  for (const fact of checked.facts) facts.set(fact.id, fact);
  const names = [...book.names, ...COUNT_NAMES];
  const roots = [...(wanted ?? book.names)].flatMap((name) => book.idsOf(name));
  const reckoned = new Map(facts);
  const revised = new Set(printed === wanted ? roots : [...(printed ?? [])].flatMap((name) => book.idsOf(name)));
  const table = revisionTable(content, reckoned, revised);
  const counts = editionFacts(content.edition, checked.claims, table.rows.length);
  for (const fact of [...counts, ...table.facts]) facts.set(fact.id, fact);
  const revisions = () => revisionsOf(content, reckoned, revised);
  const ledger = ledgerOf(content.edition.window, facts, families, checked.claims, names, revisions, table.rows);

  const used = reachable(book.entries, [...roots, ...checked.ids]);
  const entries = [...book.entries.values()];
  const found = entries.flatMap(({ id, problems }) =>
    problems.filter((one) => used.has(id) || !OF_THE_EDITION.has(one.code)),
  );
  const missing = missingFigures(entries.flatMap((entry) => (used.has(entry.id) ? entry.missing : [])));
  const sense = checkSense(content, seriesRead(entries.filter(({ id }) => used.has(id))));
  return { ledger, problems: inOrder(distinct([...found, ...missing, ...checked.problems, ...sense])) };
}

/** The facts that did not fail, in order of declaration, and the families among them by name. */
function declared({ facts: specs }: Content, book: FactBook) {
  const facts = new Map<string, Fact>();
  const families = new Map<string, readonly Fact[]>();
  for (const name of book.names) {
    const members = book.idsOf(name).flatMap((id) => book.entries.get(id)?.reckoned?.fact ?? []);
    for (const fact of members) facts.set(fact.id, fact);
    if (specs.get(name)?.each) families.set(name, members);
  }
  return { facts, families };
}

/** The ids of the entries that these ask for, directly or not. */
function reachable(entries: ReadonlyMap<string, Entry>, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(entries.get(id)?.references ?? []));
  }
  return seen;
}

/** The ids of the series whose figures stand behind facts. */
const seriesRead = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ reckoned }) => reckoned?.fact.vintages.map((name) => name.replace(/@.*$/, '')) ?? []));

/** The same sentence at the same place is one problem: a family's formula is read once for every year. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}
