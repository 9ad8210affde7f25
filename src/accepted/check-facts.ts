/** Holds the facts of an edition against those that a person accepted: a number that moved is told at what moved it. Part of acceptance. */

import { MOVED } from '../messages.ts';
import type { AcceptedFact, AcceptedFacts } from '../model/accepted.ts';
import type { Content } from '../model/content.ts';
import type { Format } from '../model/format.ts';
import type { Lang } from '../model/language.ts';
import type { Fact, Ledger } from '../model/ledger.ts';
import type { Cell } from '../model/series.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { movedFigures } from './moved-figures.ts';
import { factsInUse, figureOf, headOf, meaningOf, printedIn, settled } from './record-facts.ts';

export interface Check {
  readonly content: Content;
  readonly ledger: Ledger;
  /** The names that stand in templates, charts, phrases and claims. */
  readonly named: ReadonlySet<string>;
  readonly formats: ReadonlyMap<Lang, Format>;
  /** A sentence that prints the fact, by language; undefined where none is known. */
  readonly sentence: (fact: string) => Readonly<Record<Lang, string>> | undefined;
}

/** A fact that is not what was accepted. */
interface Moved {
  readonly fact: Fact;
  readonly before: AcceptedFact;
  readonly meaning: boolean;
}

/** So many facts are named in one message. */
const NAMED = 3;

/**
 * One problem for each figure of a series that moved, and one for each formula; facts that only follow from another are
 * named there. A number that moved for a reason that stands elsewhere, such as a unit of a series, is told at its formula.
 */
export function checkFacts(check: Check, accepted: AcceptedFacts): Problem[] {
  const { content, ledger, named, formats } = check;
  const { id: edition } = content.edition;
  const moved = new Map(
    factsInUse(ledger, named)
      .flatMap((fact) => movedFact(fact, accepted, formats) ?? [])
      .map((each) => [each.fact.id, each]),
  );
  const problems: Problem[] = [];
  const explained = new Set<string>();
  const tell = (
    code: 'figure-moved' | 'fact-moved',
    place: Place | undefined,
    args: Record<string, string>,
    facts: readonly Moved[],
  ): void => {
    for (const { fact } of facts) explained.add(fact.id);
    problems.push(problem(code, place, { edition, ...args, moved: movedText(facts, check) }));
  };

  for (const { name, before, cell, place } of movedFigures(accepted, content)) {
    const touched = cell ? [...moved.values()].filter(({ fact }) => reads(fact, cell, ledger)) : [];
    const now = cell ? String(figureOf(cell)) : MOVED.gone;
    tell('figure-moved', place, { figure: name, before: before ?? MOVED.there, now }, touched);
  }
  const follows = ({ fact }: Moved, by: (other: Moved) => boolean) =>
    fact.inputs.some((input) => 'fact' in input && moved.has(input.fact) && by(moved.get(input.fact) as Moved));
  for (const each of moved.values()) {
    if (!each.meaning || follows(each, (other) => other.meaning)) continue;
    const through = [...moved.values()].filter((other) => other === each || leadsTo(other.fact, each.fact.id, ledger));
    tell('fact-moved', each.fact.place, { what: MOVED.formula.replace('{fact}', each.fact.id) }, through);
  }
  for (const each of moved.values()) {
    if (explained.has(each.fact.id) || follows(each, () => true)) continue;
    tell('fact-moved', each.fact.place, { what: MOVED.number.replace('{fact}', each.fact.id) }, [each]);
  }
  return [...problems, ...otherFacts(accepted, check)];
}

/** Facts that nobody accepted: names are new, a warning; years that a family gained or lost are told at its formula. */
function otherFacts({ facts }: AcceptedFacts, { content, ledger, named }: Check): Problem[] {
  const { id: edition } = content.edition;
  const known = new Set(Object.keys(facts).map(headOf));
  const gained = factsInUse(ledger, named)
    .filter(({ id }) => !Object.hasOwn(facts, id))
    .map(({ id }) => id);
  const lost = Object.keys(facts).filter((id) => !ledger.facts.has(id) && ledger.family(headOf(id)).length > 0);
  return [...new Set([...gained, ...lost].map(headOf))].flatMap((name) => {
    const place = content.facts.get(name)?.place;
    if (!known.has(name)) return [problem('fact-new', place ?? ledger.find(name)?.place, { fact: name, edition })];
    const of = (ids: readonly string[]) => ids.filter((id) => headOf(id) === name).join(', ');
    const moved = [
      [MOVED.gained, of(gained)],
      [MOVED.lost, of(lost)],
    ].filter(([, ids]) => ids !== '');
    const args = {
      edition,
      what: MOVED.family.replace('{fact}', name),
      moved: moved.map(([said = '', ids = '']) => said.replace('{facts}', ids)).join(' '),
    };
    return [problem('fact-moved', place, args)];
  });
}

function movedFact(fact: Fact, { facts }: AcceptedFacts, formats: ReadonlyMap<Lang, Format>): Moved | undefined {
  const before = Object.hasOwn(facts, fact.id) ? facts[fact.id] : undefined;
  if (!before) return undefined;
  const meaning = before.is !== meaningOf(fact);
  if (meaning || before.value !== settled(fact)) return { fact, before, meaning };
  const printed = printedIn(fact, formats);
  return Object.entries(before.printed).some(([lang, said]) => printed[lang] !== undefined && printed[lang] !== said)
    ? { fact, before, meaning }
    : undefined;
}

/** Whether a fact comes from a cell, directly or through others; derive has refused circles. */
const reads = (fact: Fact, cell: Cell, ledger: Ledger): boolean =>
  fact.inputs.some((input) =>
    'cell' in input
      ? sameCell(input.cell, cell)
      : readsThrough(input.fact, ledger, (inner) => reads(inner, cell, ledger)),
  );

const sameCell = (a: Cell, b: Cell): boolean =>
  a.series === b.series && a.item === b.item && a.vintage === b.vintage && a.period === b.period;

const leadsTo = (fact: Fact, id: string, ledger: Ledger): boolean =>
  fact.inputs.some(
    (input) =>
      'fact' in input && (input.fact === id || readsThrough(input.fact, ledger, (inner) => leadsTo(inner, id, ledger))),
  );

function readsThrough(id: string, ledger: Ledger, test: (fact: Fact) => boolean): boolean {
  const fact = ledger.facts.get(id);
  return fact !== undefined && test(fact);
}

/** “exports: 32,4 tỷ USD → 42,4 tỷ USD · …”, the first sentence that prints one of them in every language, and how many more there are. */
function movedText(moved: readonly Moved[], { formats, sentence }: Check): string {
  if (moved.length === 0) return MOVED.none;
  const named = moved.slice(0, NAMED).map(({ fact, before }) => {
    const now = printedIn(fact, formats);
    const words = Object.entries(before.printed).map(([lang, said]) =>
      said === now[lang] ? said : `${said} → ${now[lang] ?? ''}`,
    );
    return `${fact.id}: ${words.join(' · ')}`;
  });
  const more = moved.length > NAMED ? MOVED.more.replace('{count}', String(moved.length - NAMED)) : '';
  const said = moved.map(({ fact }) => sentence(fact.id)).find((each) => each !== undefined);
  const spoken = said
    ? ` ${MOVED.sentence} ${Object.entries(said)
        .map(([lang, words]) => `${lang} “${words}”`)
        .join(' · ')}`
    : '';
  return `${MOVED.facts} ${named.join('; ')}${more}.${spoken}`;
}
