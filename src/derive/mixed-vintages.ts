/** One formula must not mix vintages of a series by accident: a ratio across a rebasing looks like a change. */
import { type Problem, problem } from '../problem.ts';
import type { Opened } from './scope.ts';

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
