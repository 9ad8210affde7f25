/** Claims of the source article: the verdict computed from the checks, and held against the one that a person accepted. */
import type { ClaimSpec, Content } from '../model/content.ts';
import { type Claim, type Fact, VERDICTS } from '../model/ledger.ts';
import { type Problem, problem } from '../problem.ts';
import { type Checking, reckonCheck } from './check.ts';
import type { FactBook } from './fact-book.ts';
import { combined } from './verdict.ts';

export interface CheckedClaims {
  readonly claims: readonly Claim[];
  /** Facts that only a check computes. */
  readonly facts: readonly Fact[];
  /** The ids of the entries that the checks asked for. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Checks every claim of the edition; the facts must have been reckoned. A recorded verdict that is not the computed one is a
 * problem, whichever way it moved: a person has to read the claim again.
 */
export function checkClaims({ edition }: Content, book: FactBook): CheckedClaims {
  const facts = [...book.entries.values()].flatMap((entry) => entry.reckoned?.fact ?? []);
  const names = new Set(edition.stated.map((figure) => figure.name));
  const checking: Checking = {
    book,
    stated: new Map(facts.filter((fact) => names.has(fact.id)).map((fact) => [fact.id, fact])),
    known: new Map(facts.toReversed().map((fact) => [fact.expression, fact])),
    facts: [],
    ids: [],
    problems: [],
  };
  const claims = edition.claims.map((spec) => checkClaim(spec, checking));
  return { claims, facts: checking.facts, ids: checking.ids, problems: checking.problems };
}

function checkClaim(spec: ClaimSpec, checking: Checking): Claim {
  const { problems } = checking;
  const reckoned = spec.checks.map((check, i) => reckonCheck(`${spec.id}#${i + 1}`, check, checking));
  const deciding = reckoned.filter(({ check }) => check.decides);
  const verdicts = deciding.flatMap(({ verdict }) => verdict ?? []);
  const recorded = VERDICTS.find((verdict) => verdict === spec.verdict);
  if (deciding.length === 0) problems.push(problem('claim-undecided', spec.place, { claim: spec.id }));
  // Where a check failed there is nothing to compare yet.
  const computed = verdicts.length === deciding.length ? combined(verdicts) : undefined;
  if (computed !== undefined && computed !== recorded) {
    const text = Object.entries(spec.text).map(([lang, said]) => `${lang} “${said}”`);
    const args = { claim: spec.id, recorded: spec.verdict, computed, text: text.join(' · ') };
    problems.push(problem('claim-verdict-moved', spec.verdictPlace, args));
  }
  const { id, point, text, stated, recomputed, basis, strip, place } = spec;
  const verdict = computed ?? recorded ?? 'untested';
  return {
    id,
    point,
    text,
    stated,
    recomputed,
    basis,
    strip,
    checks: reckoned.map(({ check }) => check),
    verdict,
    place,
  };
}
