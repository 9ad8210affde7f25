/** What a chart file says under `usermeta.brief`: its frame, the facts it draws, and its text alternative. Part of `chart`. */
import type { Form } from '../model/forms.ts';
import type { Unit } from '../model/unit.ts';

/** The frame in CSS pixels: 657 × h is the full width of the page, 484 three columns, 136 one. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/**
 * Years as a chart names them: `first` and `last` of the family, `start`, `end`, `base`, `prev` of the edition, an
 * absolute year, or the name of a fact whose unit is year; each with an offset (`end-3`). `start..end` is a range.
 */
export type Years = string | number | readonly (string | number)[];

/** One case of a field that classes the rows: the first that holds gives its `is`. A case without a condition always holds. */
export interface Case {
  readonly is: string;
  readonly years?: Years;
  /** Holds where the row's value is below (above or at) a field of `with`, or a fact. */
  readonly below?: string;
  readonly above?: string;
  readonly negative?: boolean;
  /** Holds where the fact carries this status mark. */
  readonly status?: string;
}

/** What makes rows: one fact, a family of facts, or a text alone. */
export interface RowSpec {
  /** A fact; for one year of a family `exports.base`. */
  readonly fact?: string;
  readonly family?: string;
  readonly years?: Years;
  /** The text of the row: the phrase `chart.<chart>.<name>`, or a term of data/terms.yaml. */
  readonly name?: string;
  readonly term?: string;
  /** Breaks each language's text into lines of at most so many pixels. */
  readonly wrap?: number;
  /** How the label is written; `bare` unless said. */
  readonly label?: Form;
  /** The unit in which `value` and `with` are drawn, where rows of several units share a scale; labels keep their own. */
  readonly unit?: Unit;
  /** Further fields with the values of facts; of a family, that of the row's year. */
  readonly with?: Readonly<Record<string, string>>;
  /** `peak` and `trough`: the largest and the smallest of the value and these fields of `with`. */
  readonly peak?: readonly string[];
  readonly trough?: readonly string[];
  /** Further fields with words, by which a spec colours or filters. */
  readonly set?: Readonly<Record<string, string | readonly Case[]>>;
  /** True where an edition may have no such fact: the row is left out then. */
  readonly optional?: boolean;
}

export interface DatasetSpec extends RowSpec {
  /** Several rows or families; what stands beside `rows` holds for each. */
  readonly rows?: readonly RowSpec[];
  readonly sort?: 'descending' | 'ascending';
  /** Adds `low`, `high` and `mid`: the values of each year's rows (or this field of `with`) one upon the other, in order. */
  readonly stack?: boolean | string;
}

/** Labels that stand one above the other and are moved apart after drawing; each leader ends at its label's middle. */
export interface Spread {
  /** Name of the layer with the labels, and of the rules that lead to them. */
  readonly labels: string;
  readonly leaders?: string;
  /** Layers whose marks of the same fact move along. */
  readonly along?: readonly string[];
  /** Pixels between two labels at least. */
  readonly gap: number;
}

export interface Narrow {
  readonly frame?: object;
  readonly datasets?: object;
  readonly spread?: readonly Spread[];
  readonly spec?: object;
}

export interface Brief {
  /** The point that shows it; the chart is drawn where the edition has that point. `cover` is always there. */
  readonly point?: string;
  readonly frame: Frame;
  /** What is otherwise on a phone: JSON merge patches (RFC 7396) to frame, datasets and the spec itself; spreads anew. */
  readonly narrow?: Narrow;
  readonly datasets: Readonly<Record<string, DatasetSpec>>;
  /** The type of chart (phrase `chart.alt.<type>`) and the datasets whose facts the text alternative tells. */
  readonly alternative: { readonly type: string; readonly datasets: readonly string[] };
  /** Transforms that may make numbers in this chart, by their Vega-Lite names. */
  readonly allow?: readonly string[];
  /** Names of layers, and of datasets, that an edition may leave empty. */
  readonly optional?: readonly string[];
  readonly spread?: readonly Spread[];
}
