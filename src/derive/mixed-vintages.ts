/** One formula must not mix vintages of a series by accident: a ratio across a rebasing looks like a change. */
import { type Place, type Problem, problem } from '../problem.ts';
import type { Trace } from './quantity.ts';
import type { Opened, Scope } from './scope.ts';

/**
 * A formula may read two vintages of one series only where it names both in brackets (a revision is such a formula). Reports
 * every reference that leaves its vintage to the edition while another vintage of the series is read beside it.
 */
export function checkMixture(opened: readonly Opened[]): Problem[] {
  const problems: Problem[] = [];
  for (const { series, named, place } of opened) {
    const vintages = [...new Set(opened.filter((other) => other.series === series).map(({ vintage }) => vintage.id))];
    if (named || vintages.length < 2) continue;
    const listed = vintages.map((id) => `“${id}”`).join(' and ');
    problems.push(problem('vintages-mixed', place, { series: series.id, vintages: listed }));
  }
  return problems;
}

/**
 * The same through facts: of two facts that are joined, one reads one vintage of a series and the other another. Facts hide
 * what they read, so this is never meant; who means it reads the series itself, each vintage in brackets. A fact that
 * itself compares vintages said so already.
 * @returns true where the operands must not be joined; that was then reported
 */
export function mixesThroughFacts(traces: readonly Trace[], place: Place, scope: Scope): boolean {
  if (!traces.some(({ inputs }) => inputs.some((input) => 'fact' in input))) return false;
  const read = new Map<string, string>();
  for (const { vintages } of traces) {
    for (const [series, vintage] of single(vintages)) {
      const known = read.get(series);
      if (known !== undefined && known !== vintage) {
        scope.report(problem('facts-mix-vintages', place, { series, vintages: `“${known}” and “${vintage}”` }));
        return true;
      }
      read.set(series, vintage);
    }
  }
  return false;
}

/** The vintage of each series of which only one was read. */
function single(names: readonly string[]): Map<string, string> {
  const found = new Map<string, string | undefined>();
  for (const name of names) {
    const at = name.indexOf('@');
    const series = name.slice(0, at);
    found.set(series, found.has(series) ? undefined : name.slice(at + 1));
  }
  return new Map([...found].flatMap(([series, vintage]) => (vintage === undefined ? [] : [[series, vintage]])));
}
