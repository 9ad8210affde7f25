/** Holds one formula of a rule against its series: which checks fail, which exceptions were needed. */
import type { FormulaText } from '../../model/content.ts';
import type { Exception, RuleSpec } from '../../model/rules.ts';
import type { Series } from '../../model/series.ts';
import type { Problem } from '../../problem.ts';
import { parseFormula } from '../parse-formula.ts';
import { bind } from './bind.ts';
import type { Bound, Reading, Reference } from './expression.ts';
import { broken, type Check, type Line } from './line.ts';
import { readRule } from './read-rule.ts';
import { asWritten, momentOf } from './rows.ts';
import { gapsIn, missesAny } from './unbroken.ts';

export interface Held {
  readonly rule: RuleSpec;
  readonly references: readonly Reference[];
  readonly failed: readonly Check[];
  /** Years missing in an `unbroken` row. */
  readonly gaps: readonly Problem[];
  /** How many checks were made. */
  readonly checks: number;
  /** The exceptions without which a check would fail. */
  readonly needed: ReadonlySet<Exception>;
  /** What is wrong with the rule itself. */
  readonly faults: readonly Problem[];
  /** The lines of checks anew: there are thousands, and only a search for the guilty figure asks for them. */
  lines(): readonly Line[];
}

export function hold(rule: RuleSpec, text: FormulaText, series: ReadonlyMap<string, Series>): Held {
  const { formula, problems } = parseFormula(text);
  const reading: Reading = { series, references: [], problems: [...problems] };
  const build = formula && readRule(rule, formula, reading);
  const { bound, problems: unbound } = build ? bind(reading.references) : { bound: [], problems: [] };
  const lines = () => (build ? bound.flatMap((rows) => build(rows)) : []);
  const common = { rule, references: reading.references, faults: [...reading.problems, ...unbound], lines };
  return rule.kind === 'unbroken'
    ? { ...common, ...holdRows(rule, bound) }
    : { ...common, ...holdLines(rule, lines()) };
}

function holdLines(rule: RuleSpec, lines: readonly Line[]) {
  const failed: Check[] = [];
  const needed = new Set<Exception>();
  let checks = 0;
  for (const line of lines) {
    checks += line.moments.length;
    for (const moment of line.moments) if (broken(line.gap(moment, asWritten))) failed.push({ line, moment });
    for (const exception of rule.except) {
      const own = exception.item === undefined || line.rows.some(({ item }) => item === exception.item);
      if (own && broken(line.gap(momentOf(exception.period), asWritten))) needed.add(exception);
    }
  }
  return { failed, needed, checks, gaps: [] };
}

function holdRows(rule: RuleSpec, bound: readonly Bound[]) {
  const rows = bound.flatMap(([first]) => first ?? []);
  return {
    failed: [],
    needed: new Set(rule.except.filter((exception) => missesAny(rows, exception))),
    checks: rows.length,
    gaps: rows.flatMap((row) => gapsIn(rule, row)),
  };
}
