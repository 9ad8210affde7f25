/** `unbroken`: a row has a figure for every year from its first to its last, or in all years that the rule names. */
import type { RuleSpec } from '../../model/rules.ts';
import type { Period } from '../../model/series.ts';
import { type Problem, problem } from '../../problem.ts';
import { seriesText } from '../canonical.ts';
import { periodsText } from '../period.ts';
import { cellOf, type Row, yearIn } from './rows.ts';

/** One problem for each gap, at the last figure before it, or where the row begins too late at its first figure. */
export function gapsIn(rule: RuleSpec, row: Row): Problem[] {
  const years = row.periods.flatMap((period) => yearIn(period) ?? []);
  const [first, last] = [rule.from ?? years[0], rule.to ?? years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const out = new Set(
    rule.except.filter(({ item }) => item === undefined || item === row.item).map(({ period }) => period),
  );
  const gaps: Period[][] = [];
  let open: Period[] | undefined;
  for (let year = first; year <= last; year++) {
    const period = String(year);
    if (row.figures.has(period) || out.has(period)) open = undefined;
    else if (open) open.push(period);
    else gaps.push((open = [period]));
  }
  return gaps.map((periods) => {
    const before = years.filter((year) => year < Number(periods[0])).at(-1) ?? years[0];
    const place = cellOf({ row, period: String(before) })?.place ?? row.vintage.place;
    const { series, item, vintage } = row;
    const args = { series: seriesText(series.id, item, undefined), vintage: vintage.id, rule: rule.id, why: rule.why };
    return problem('sense-gap', place, { ...args, periods: periodsText(periods) });
  });
}
