/** Where figures are fetched from, and what an answer holds: the words that `validate` and `refresh` share. */
import type { Place } from '../problem.ts';
import type { Text } from './language.ts';
import type { Certainty, Period, Status } from './series.ts';

export const PROTOCOLS = ['world_bank', 'sdmx_json', 'sdmx_csv'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** One entry of data/refresh.yaml: a publisher's interface, and what each release of it becomes in data/sources.yaml. */
export interface Origin {
  readonly id: string;
  readonly protocol: Protocol;
  /** The address below which its data are, without a slash at the end. */
  readonly url: string;
  /** Sources made of it are called `<name>_2026_11`. */
  readonly name: string;
  readonly publisher: Text;
  /** `{release}` stands for the month of the release, in the words of the language. */
  readonly title: Text;
  readonly line: Text;
  readonly licence: string;
  readonly link?: string;
  readonly certainty: Certainty;
}

/** `fetch:` of a series: which figures of an origin it holds. */
export interface FetchSpec {
  /** The name of the origin. */
  readonly from: string;
  /** World Bank: the indicator. SDMX: the dataflow and the key, `NSO,DF_TRADE,1.0/A.EXP`. */
  readonly code: string;
  /** World Bank: the economy, ISO 3166; a panel takes all that its table has. */
  readonly economy?: string;
  /** Figures are multiplied by ten to this power: -6 makes millions of dollars of dollars. */
  readonly power: number;
  /** Figures are rounded to so many decimals; undefined: kept as they come. */
  readonly decimals?: number;
  /** The first period taken; undefined: that of the newest vintage. */
  readonly since?: Period;
  /** SDMX: the dimension that tells items apart, and the code of each item. */
  readonly dimension?: string;
  readonly items?: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** One figure of an answer, in the unit of the publisher. */
export interface Figure {
  /** The economy of a panel, or the code of an item; undefined where the series has none. */
  readonly item: string | undefined;
  readonly period: Period;
  /** The number as it was written, so that scaling it loses nothing. */
  readonly text: string;
  readonly status: Status | undefined;
}

export interface Answer {
  /** When the publisher released it, as a date; undefined where the answer does not say. */
  readonly released: string | undefined;
  readonly figures: readonly Figure[];
}
