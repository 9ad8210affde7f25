/** `unbroken`: a row has a figure for every year from its first to its last, or in all years that the rule names. */
import type { Exception, RuleSpec } from '../../model/rules.ts';
import type { Period } from '../../model/series.ts';
import { type Problem, problem } from '../../problem.ts';
import { seriesText } from '../canonical.ts';
import { periodsText } from '../period.ts';
import { cellOf, momentOf, type Row } from './rows.ts';

/** One problem for each gap, at the last figure before it, or where the row begins too late at its first figure. */
export function gapsIn(rule: RuleSpec, row: Row): Problem[] {
  const years = row.moments.filter((moment) => typeof moment === 'number');
  const [first, last] = [rule.from ?? years[0], rule.to ?? years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const out = new Set(
    rule.except.filter(({ item }) => item === undefined || item === row.item).map(({ period }) => period),
  );
  const gaps: Period[][] = [];
  let open = false;
  for (let year = first; year <= last; year++) {
    const period = String(year);
    const missing = row.figure(year) === undefined && !out.has(period);
    if (missing && open) gaps.at(-1)?.push(period);
    else if (missing) gaps.push([period]);
    open = missing;
  }
  return gaps.map((periods) => {
    const before = years.filter((year) => year < Number(periods[0])).at(-1) ?? years[0];
    const place = before === undefined ? undefined : (cellOf({ row, moment: before })?.place ?? row.vintage.place);
    const { series, item, vintage } = row;
    const args = { series: seriesText(series.id, item, undefined), vintage: vintage.id, rule: rule.id, why: rule.why };
    return problem('sense-gap', place, { ...args, periods: periodsText(periods) });
  });
}

/** True where one of the rows has no figure for the period of an exception. */
export const missesAny = (rows: readonly Row[], { item, period }: Exception): boolean =>
  rows.some((row) => (item === undefined || row.item === item) && row.figure(momentOf(period)) === undefined);
