/** The course of a series over years: records, turning points, crossings, and whether it rises or falls throughout. */
import { comparable } from '../unit-rules.ts';
import { type Arguments, type Call, define, type FormulaFunction, type Result, readAll, yearRange } from './define.ts';

const RANGE = { series: 'series', from: 'year', to: 'year' } as const;

/** The first year of the range whose value no other beats. */
function extreme({ series, from, to }: Arguments<typeof RANGE>, beats: (a: number, b: number) => boolean) {
  const values = readAll(series, from, to);
  if (!values) return undefined;
  let best = 0;
  for (const [i, value] of values.entries()) if (beats(value, values[best]!)) best = i;
  return { value: from + best, unit: 'year' } satisfies Result;
}

/** `highest_year(s, from, to)`: the year of the highest value; of equal ones the earliest. */
const highestYear = define('highest_year', RANGE, (range) => extreme(range, (a, b) => a > b));

/** `lowest_year(s, from, to)`: the year of the lowest value; of equal ones the earliest. */
const lowestYear = define('lowest_year', RANGE, (range) => extreme(range, (a, b) => a < b));

/** True where every step of the range keeps the order given. */
function everyStep(
  { series, from, to }: Arguments<typeof RANGE>,
  call: Call,
  keeps: (a: number, b: number) => boolean,
) {
  if (from === to) return call.undefinedHere('one year alone neither rises nor falls');
  const values = readAll(series, from, to);
  if (!values) return undefined;
  return { value: values.slice(1).every((value, i) => keeps(values[i]!, value)), unit: 'truth' } satisfies Result;
}

/** `rising(s, from, to)`: true where each year is higher than the one before, strictly, from the second year of the range on. */
const rising = define('rising', RANGE, (range, call) => everyStep(range, call, (a, b) => a < b));

/** `falling(s, from, to)`: true where each year is lower than the one before, strictly. */
const falling = define('falling', RANGE, (range, call) => everyStep(range, call, (a, b) => a > b));

/** `is_highest(s, y)`: true where no earlier year of the series reaches the value of y. Needs one earlier year at least. */
const isHighest = define('is_highest', { series: 'series', year: 'year' }, ({ series, year }, call) => {
  const value = series.read(year);
  if (!value) return undefined;
  const earlier = series.years().filter((y) => y < year);
  if (earlier.length === 0) return call.undefinedHere(`${series.text} has no year before ${year}`);
  const others = earlier.map((y) => Number(series.read(y)?.value));
  return { value: others.every((other) => other < Number(value.value)), unit: 'truth' };
});

/**
 * `run_up(s, y)`: how many years in a row, ending in y, each rose on the year before. 0 where y itself did not rise. The run is
 * as long as the series reaches back.
 */
const runUp = define('run_up', { series: 'series', year: 'year' }, ({ series, year }) => {
  let later = series.read(year);
  if (!later) return undefined;
  let run = 0;
  for (let y = year - 1; series.has(y); y--) {
    const earlier = series.read(y);
    if (!earlier || Number(earlier.value) >= Number(later.value)) break;
    run++;
    later = earlier;
  }
  return { value: run, unit: 'count' };
});

const CROSSING = { series: 'series', level: 'level', from: 'year', to: 'year' } as const;

/** For each year of the range, by how much the series is above the level; undefined where a value is missing or unlike. */
function margins({ series, level, from, to }: Arguments<typeof CROSSING>, call: Call): readonly number[] | undefined {
  const found: number[] = [];
  for (const year of yearRange(from, to)) {
    const [value, mark] = [series.read(year), level.read(year)];
    if (!value || !mark) continue;
    const pair = comparable(value, mark);
    if (!pair) return call.mismatch('level', `something like the series (${value.unit})`, mark.unit);
    found.push(pair[0] - pair[1]);
  }
  return found.length === to - from + 1 ? found : undefined;
}

/** `first_above(s, level, from, to)`: the first year of the range in which s is above the level, a series or one quantity. */
const firstAbove = define('first_above', CROSSING, (crossing, call) => {
  const above = margins(crossing, call);
  if (!above) return undefined;
  const i = above.findIndex((margin) => margin > 0);
  return i < 0 ? never(crossing, 'above', call) : { value: crossing.from + i, unit: 'year' };
});

/** `last_below(s, level, from, to)`: the last year of the range in which s is below the level. */
const lastBelow = define('last_below', CROSSING, (crossing, call) => {
  const above = margins(crossing, call);
  if (!above) return undefined;
  const i = above.findLastIndex((margin) => margin < 0);
  return i < 0 ? never(crossing, 'below', call) : { value: crossing.from + i, unit: 'year' };
});

const never = ({ series, level, from, to }: Arguments<typeof CROSSING>, side: string, call: Call) =>
  call.undefinedHere(`${series.text} is never ${side} ${level.text} from ${from} to ${to}`);

export const COURSES: readonly FormulaFunction[] = [
  highestYear,
  lowestYear,
  rising,
  falling,
  isHighest,
  runUp,
  firstAbove,
  lastBelow,
];
