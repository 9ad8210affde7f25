/** Missing figures as problems: one for each series at each place, however many years of it are missing. */
import { type Problem, problem } from '../problem.ts';
import { periodsText } from './period.ts';
import type { Missing } from './scope.ts';

/** One problem for each series, vintage and place, naming all periods that are wanted and those that there are. */
export function missingFigures(missing: readonly Missing[]): Problem[] {
  const groups = new Map<string, Missing[]>();
  for (const one of missing) {
    const { file, line, column } = one.place;
    const key = [one.series, one.vintage, file, line, column].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const period = periodsText([...new Set(group.map((one) => one.period))].sort());
    const { series, vintage, known, place } = first;
    return [problem('cell-missing', place, { series, vintage, period, known: periodsText(known) })];
  });
}
