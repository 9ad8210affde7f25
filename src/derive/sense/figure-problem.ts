/** The problem of a figure that is to blame for broken rules. */
import { SENSE } from '../../messages.ts';
import { type Problem, problem } from '../../problem.ts';
import { seriesText } from '../canonical.ts';
import type { Blamed } from './blame.ts';
import { cellOf, type Row, type Spot } from './rows.ts';

/** So many other figures are named. */
const NAMED = 4;

const fill = (sentence: string, gaps: Readonly<Record<string, string>>) =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);

const rowText = ({ series, vintage, item }: Row): string =>
  seriesText(series.id, item, series.vintages.length > 1 ? vintage.id : undefined);

/** The series beside the blamed one in its broken checks; of many the first. */
function othersIn({ spot, checks }: Blamed): string {
  const spots = checks.flatMap(({ line, period }): readonly Spot[] => line.spots(period));
  const names = [...new Set(spots.map(({ row }) => row))].filter((row) => row !== spot.row).map(rowText);
  return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} …` : names.join(', ');
}

export function figureProblem(blamed: Blamed): Problem {
  const { spot, value, checks } = blamed;
  const cell = cellOf(spot);
  const rules = [...new Set(checks.map(({ line }) => line.rule))];
  const [first] = rules;
  const others = othersIn(blamed);
  const source = cell?.source ?? '';
  const fit = value === undefined ? fill(SENSE.knot, { others, source }) : fill(SENSE.fits, { value: String(value), source });
  const count = String(rules.length - 1);
  return problem('sense-figure', cell?.place ?? spot.row.vintage.place, {
    figure: rowText(spot.row),
    period: spot.period,
    value: cell?.value,
    rules: rules.length > 1 ? fill(SENSE.rules, { rule: first?.id ?? '', count }) : (first?.id ?? ''),
    why: first?.why,
    fit,
    where: first ? `${first.place.file}:${first.place.line}` : undefined,
  });
}
