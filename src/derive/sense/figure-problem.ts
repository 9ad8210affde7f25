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
function othersIn(checks: Blamed['checks'], own: Row): string {
  const spots = checks.flatMap(({ line, moment }): readonly Spot[] => line.spots(moment));
  const names = [...new Set(spots.map(({ row }) => row))].filter((row) => row !== own).map(rowText);
  return names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} …` : names.join(', ');
}

/** With as many decimals as the figure has now. */
function likeNow(value: number, now: number): string {
  const decimals = /\.(\d+)$/.exec(String(now))?.[1]?.length ?? 0;
  return String(Number(value.toFixed(decimals)));
}

export function figureProblem({ spot, value, checks }: Blamed): Problem {
  if (!spot) return totalsProblem(checks);
  // What a rule says of the figures tells more than that one of them was changed.
  const rules = [...new Set(checks.map(({ line }) => line.rule))];
  const first = rules.find(({ kind }) => kind !== 'control');
  const cell = cellOf(spot);
  const place = cell?.place ?? spot.row.vintage.place;
  const now = cell?.value ?? 0;
  const common = { figure: rowText(spot.row), period: String(spot.moment), value: now };
  if (!first) {
    const was = value === undefined ? undefined : likeNow(value, value);
    return problem('sense-changed', place, { ...common, was, series: spot.row.series.id });
  }
  const others = othersIn(checks, spot.row);
  const compare = fill(others === '' ? SENSE.alone : SENSE.beside, { others, source: cell?.source ?? '' });
  return problem('sense-figure', place, {
    ...common,
    rules: rules.length > 1 ? fill(SENSE.rules, { rule: first.id, count: String(rules.length - 1) }) : first.id,
    why: first.why,
    advice:
      value === undefined
        ? fill(SENSE.unknown, { compare })
        : fill(SENSE.fits, { compare, value: likeNow(value, now) }),
    where: `${first.place.file}:${first.place.line}`,
  });
}

/** Control totals that are off by more than one figure: at the rule, since no figure can be named. */
function totalsProblem(checks: Blamed['checks']): Problem {
  const line = checks[0]?.line;
  const [row, ...others] = line?.rows ?? [];
  if (!line || !row) return problem('sense-totals', line?.rule.place);
  const { series, vintage } = row;
  // Of a row all its years; of a column, one period of all items.
  const figures =
    others.length === 0
      ? rowText(row)
      : `${seriesText(series.id, undefined, vintage.id)} for ${line.moments.join(', ')}`;
  return problem('sense-totals', line.rule.place, { series: series.id, figures });
}
