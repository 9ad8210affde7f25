/** One check of a claim: its formula reckoned, and what it says of the claim. */
import type { CheckSpec, FormulaText } from '../model/content.ts';
import type { Check, Fact, Verdict } from '../model/ledger.ts';
import { convert, type Unit } from '../model/unit.ts';
import { type Problem, problem } from '../problem.ts';
import type { FactBook } from './fact-book.ts';
import { factOf } from './fact-of.ts';
import type { Quantity } from './quantity.ts';
import { fitsUnit } from './unit-rules.ts';
import { compared, held } from './verdict.ts';

/** What the checks of an edition share, and what they leave behind. */
export interface Checking {
  readonly book: FactBook;
  /** The stated figures, by name. */
  readonly stated: ReadonlyMap<string, Fact>;
  /** Facts by canonical expression: a check that comes to the same is that fact. */
  readonly known: ReadonlyMap<string, Fact>;
  /** Facts that only a check computes, `C12#1`: so that every verdict can be traced to its cells. */
  readonly facts: Fact[];
  /** The ids of the entries that the checks need. */
  readonly ids: string[];
  readonly problems: Problem[];
}

/** A check's formula as a fact, with the facts that it names. */
interface Found {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly named: readonly Fact[];
}

const WHOLE: ReadonlySet<Unit> = new Set<Unit>(['truth', 'count', 'rank', 'year']);

/**
 * Reckons one check. A verdict of undefined means that its formula failed; that has been reported.
 * @param id what a fact of the check's own is called: `C12#1`
 */
export function reckonCheck(
  id: string,
  spec: CheckSpec,
  checking: Checking,
): { check: Check; verdict: Verdict | undefined } {
  const outcome = outcomeOf(id, spec, checking);
  const formula = 'formula' in spec ? spec.formula?.text : undefined;
  const { place, decides } = spec;
  // A check that failed stops the line; until then it counts as not tested.
  const verdict = outcome.verdict ?? 'untested';
  return { verdict: outcome.verdict, check: { verdict, facts: outcome.facts, formula, place, decides } };
}

function outcomeOf(
  id: string,
  spec: CheckSpec,
  checking: Checking,
): { verdict: Verdict | undefined; facts: readonly string[] } {
  switch (spec.kind) {
    case 'compare':
      return compare(id, spec, checking);
    case 'holds':
      return holds(id, spec, checking);
    case 'not_comparable': {
      const found = spec.formula && find(id, spec.formula, 1, checking);
      return { verdict: 'not_comparable', facts: found ? [found.fact.id] : [] };
    }
    case 'untested':
    case 'opinion':
      return { verdict: spec.kind, facts: [] };
  }
}

function compare(id: string, spec: CheckSpec & { kind: 'compare' }, checking: Checking) {
  const { stated, ids, problems } = checking;
  ids.push(spec.stated);
  const figure = stated.get(spec.stated);
  const found = find(id, spec.formula, figure?.decimals ?? 1, checking);
  const facts = [...(found ? [found.fact.id] : []), ...(figure ? [figure.id] : [])];
  if (!found || !figure) return { verdict: undefined, facts };
  const { quantity } = found;
  if (!fitsUnit(quantity, figure.unit) || quantity.unit === 'truth') {
    const args = { wanted: `A quantity like the stated one (${figure.unit})`, found: `a quantity in ${quantity.unit}` };
    problems.push(problem('formula-value', spec.formula.place, args));
    return { verdict: undefined, facts };
  }
  const number = Number(quantity.value);
  const recomputed = quantity.literal ? number : convert(number, quantity.unit, figure.unit);
  return { verdict: compared(recomputed, Number(figure.value), spec.within, spec.close), facts };
}

function holds(id: string, spec: CheckSpec & { kind: 'holds' }, checking: Checking) {
  const found = find(id, spec.formula, 0, checking);
  if (!found) return { verdict: undefined, facts: [] };
  const facts = [found.fact.id, ...found.named.map((fact) => fact.id).filter((name) => name !== found.fact.id)];
  const { value, unit } = found.quantity;
  if (typeof value === 'boolean') return { verdict: held(value), facts };
  const args = { wanted: 'A truth', found: `a quantity in ${unit}`, advice: 'Compare it with something.' };
  checking.problems.push(problem('formula-value', spec.formula.place, args));
  return { verdict: undefined, facts };
}

function find(id: string, formula: FormulaText, decimals: number, checking: Checking): Found | undefined {
  const { book, known, facts, ids, problems } = checking;
  const { entry, quantity } = book.reckonFormula(id, formula);
  ids.push(id);
  if (!quantity) return undefined;
  const named = [...entry.references].flatMap((name) => book.entries.get(name)?.reckoned?.fact ?? []);
  const { text } = quantity.expression;
  const same = named.find((fact) => fact.expression === text) ?? known.get(text);
  if (same) return { fact: same, quantity, named };
  const { unit } = quantity;
  const spec = { name: id, formula, each: undefined, unit, status: undefined, place: formula.place };
  const shown = WHOLE.has(unit) ? 0 : decimals;
  const made = factOf(id, { ...spec, decimals: shown }, quantity, undefined, (found) => problems.push(found));
  if (!made) return undefined;
  facts.push(made.fact);
  return { fact: made.fact, quantity, named };
}
