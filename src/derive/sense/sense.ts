/**
 * Statistical sense: the rules of data/rules, held against the series that an edition reads. A broken rule is reported at
 * the figure that is to blame for it.
 */
import type { Content, FormulaText } from '../../model/content.ts';
import type { RuleSpec } from '../../model/rules.ts';
import { inOrder, type Problem } from '../../problem.ts';
import { parseFormula } from '../parse-formula.ts';
import { blame } from './blame.ts';
import { bind } from './bind.ts';
import type { Reading } from './expression.ts';
import { broken, type Line } from './line.ts';
import { figureProblem } from './figure-problem.ts';
import { readRule } from './read-rule.ts';
import { asWritten } from './rows.ts';
import { gapsIn } from './unbroken.ts';

/** One rule made ready: its lines of checks, and what is wrong with the rule itself. */
interface Ready {
  readonly lines: readonly Line[];
  readonly problems: readonly Problem[];
}

/**
 * Checks the rules that speak of a series the edition reads. Rules that are at fault themselves are reported whichever
 * series they name.
 * @param read the ids of the series that the facts of the edition read
 */
export function checkSense({ rules, series }: Pick<Content, 'rules' | 'series'>, read: ReadonlySet<string>): Problem[] {
  const ready = [...rules.values()].flatMap((rule) =>
    rule.of.map((formula) => prepare(rule, formula, { series, references: [], problems: [] }, read)),
  );
  const lines = ready.flatMap((one) => one.lines);
  const failed = lines.flatMap((line) =>
    line.periods.flatMap((period) => (broken(line.gap(period, asWritten)) ? [{ line, period }] : [])),
  );
  const found = failed.length === 0 ? [] : blame(failed, lines).map(figureProblem);
  return inOrder([...ready.flatMap((one) => one.problems), ...found]);
}

function prepare(rule: RuleSpec, text: FormulaText, reading: Reading, read: ReadonlySet<string>): Ready {
  const parsed = parseFormula(text);
  reading.problems.push(...parsed.problems);
  const build = parsed.formula && readRule(rule, parsed.formula, reading);
  const { references, problems } = reading;
  if (!build || problems.length > 0) return { lines: [], problems };
  if (!references.some(({ series }) => read.has(series.id))) return { lines: [], problems };
  const { bound, problems: unbound } = bind(references);
  problems.push(...unbound);
  if (rule.kind === 'unbroken') {
    return { lines: [], problems: [...problems, ...bound.flatMap(([row]) => row?.[0] ? gapsIn(rule, row[0]) : [])] };
  }
  return { lines: bound.flatMap(build), problems };
}
