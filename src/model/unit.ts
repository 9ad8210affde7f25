/**
 * Units: a kind, which says what may be added to what, and a scale within the kind.
 * Words for units ("tỷ USD", "US$ billion") are in templates/locales; how a number is written is `format.ts`.
 */
export type Kind =
  | 'usd'
  | 'usd_per_person'
  | 'person'
  | 'percent'
  | 'percentage_point'
  | 'index'
  | 'times'
  | 'count'
  | 'rank'
  | 'year'
  | 'truth';

interface UnitInfo {
  readonly kind: Kind;
  /** How many of the kind's base unit one of this unit is: 1 usd_million = 1e6 usd. */
  readonly scale: number;
}

export const UNITS = {
  usd: { kind: 'usd', scale: 1 },
  usd_thousand: { kind: 'usd', scale: 1e3 },
  usd_million: { kind: 'usd', scale: 1e6 },
  usd_billion: { kind: 'usd', scale: 1e9 },
  usd_per_person: { kind: 'usd_per_person', scale: 1 },
  person: { kind: 'person', scale: 1 },
  person_million: { kind: 'person', scale: 1e6 },
  /** A share or a change: 17.5 means 17.5%. */
  percent: { kind: 'percent', scale: 1 },
  /** A rate of growth per year: 17.5 means 17.5% a year. */
  percent_per_year: { kind: 'percent', scale: 1 },
  percentage_point: { kind: 'percentage_point', scale: 1 },
  index: { kind: 'index', scale: 1 },
  /** A ratio of two like quantities: 2.2 times. */
  times: { kind: 'times', scale: 1 },
  count: { kind: 'count', scale: 1 },
  rank: { kind: 'rank', scale: 1 },
  year: { kind: 'year', scale: 1 },
  /** The result of a comparison. */
  truth: { kind: 'truth', scale: 1 },
} as const satisfies Record<string, UnitInfo>;

export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as [Unit, ...Unit[]];

/** Converts between two units of one kind; the kinds must be equal (checked by derive). */
export function convert(value: number, from: Unit, to: Unit): number {
  return from === to ? value : (value * UNITS[from].scale) / UNITS[to].scale;
}
