/** How many decimals a number is printed with where its fact does not say: as statistics offices usually do. */
import type { Unit } from '../model/unit.ts';

export const USUAL_DECIMALS: Readonly<Record<Unit, number>> = {
  usd: 0,
  usd_thousand: 0,
  usd_million: 0,
  usd_billion: 1,
  usd_per_person: 0,
  person: 0,
  person_million: 1,
  percent: 1,
  percent_per_year: 1,
  percentage_point: 1,
  index: 1,
  times: 1,
  count: 0,
  rank: 0,
  year: 0,
  truth: 0,
};
