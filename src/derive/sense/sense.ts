/**
 * Statistical sense: the rules of data/rules, held against the series that an edition reads. A broken rule is reported at
 * the figure that is to blame for it.
 */
import type { Content, FormulaText } from '../../model/content.ts';
import type { RuleSpec } from '../../model/rules.ts';
import type { Series } from '../../model/series.ts';
import { inOrder, type Problem, problem } from '../../problem.ts';
import { blame } from './blame.ts';
import { figureProblem } from './figure-problem.ts';
import { type Held, hold } from './hold.ts';
import type { Check, Line } from './line.ts';

/** The last outcome of each formula, and the series that it was found with. */
const outcomes = new WeakMap<FormulaText, { readonly held: Held; readonly among: ReadonlyMap<string, Series> }>();

/** Holds a formula against its series; where they are those of the last time, the outcome is, too. */
function outcome(rule: RuleSpec, formula: FormulaText, series: ReadonlyMap<string, Series>): Held {
  const last = outcomes.get(formula);
  // A formula that is at fault may name a series that only another project has.
  const same =
    last?.among === series ||
    (last?.held.faults.length === 0 && last.held.references.every((one) => series.get(one.series.id) === one.series));
  const held = last && same ? last.held : hold(rule, formula, series);
  outcomes.set(formula, { held, among: series });
  return held;
}

/**
 * Checks the rules that speak of a series the edition reads. Rules that are at fault themselves are reported whichever
 * series they name. Editions of one project share the outcome of each rule: it is found once for the same series.
 * @param read the ids of the series that the facts of the edition read
 */
export function checkSense({ rules, series }: Pick<Content, 'rules' | 'series'>, read: ReadonlySet<string>): Problem[] {
  const wanted: Held[] = [];
  for (const rule of rules.values()) {
    for (const formula of rule.of) {
      const held = outcome(rule, formula, series);
      const asked = held.references.some((reference) => read.has(reference.series.id));
      if (asked || held.faults.length > 0) wanted.push(held);
    }
  }
  const failed = wanted.flatMap((held) => held.failed);
  const blamed = failed.length === 0 ? [] : blame(failed, linesAround(failed, wanted));
  const found = wanted.flatMap((held) => [...held.faults, ...held.gaps]);
  return inOrder([...found, ...blamed.map(figureProblem), ...idle(wanted)]);
}

/** The checks of every rule that reads a series in which something failed: only there can a figure be to blame. */
function linesAround(failed: readonly Check[], wanted: readonly Held[]): Line[] {
  const suspect = new Set(failed.flatMap(({ line }) => line.rows.map((row) => row.series)));
  const near = wanted.filter(({ references }) => references.some((one) => suspect.has(one.series)));
  return near.flatMap((held) => held.lines());
}

/** A warning for each exception without which its rule would hold as well, and for each rule that checks nothing. */
function idle(wanted: readonly Held[]): Problem[] {
  const byRule = new Map<RuleSpec, Held[]>();
  for (const held of wanted) byRule.set(held.rule, [...(byRule.get(held.rule) ?? []), held]);
  return [...byRule].flatMap(([rule, all]) => {
    if (all.some(({ faults }) => faults.length > 0)) return [];
    // An exception may be needed by a formula that this edition does not ask for.
    if (all.length < rule.of.length) return [];
    const nothing = all.every(({ checks }) => checks === 0) && rule.except.length === 0;
    if (nothing) return [problem('rule-idle', rule.place, { rule: rule.id })];
    return rule.except
      .filter((exception) => !all.some(({ needed }) => needed.has(exception)))
      .map(({ period, place }) => problem('exception-idle', place, { rule: rule.id, period }));
  });
}
