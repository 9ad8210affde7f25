/**
 * What `load` reads (Sources) and what `validate` makes of it (Content): typed, complete, every value with its place
 * where a later stage may have to point at it. After `validate` nothing is optional that has a default.
 */
import type { Place } from '../problem.ts';
import type { AcceptedFacts } from './accepted.ts';
import type { Lang, Languages, Text } from './language.ts';
import type { Window } from './ledger.ts';
import type { Locale } from './locale.ts';
import type { Origin } from './refresh.ts';
import type { RuleSpec } from './rules.ts';
import type { Series, Source, Status } from './series.ts';
import type { Unit } from './unit.ts';

/** A place for every value of a parsed YAML file: `at(['facts', 'exports', 'is'])`; for a missing key, its parent's. */
export interface Placed<T = unknown> {
  readonly file: string;
  readonly text: string;
  readonly value: T;
  /** The place of the value at the path, or of the nearest parent that exists. */
  at(path: readonly (string | number)[]): Place;
  /** The place of the key itself at the path. */
  keyAt(path: readonly (string | number)[]): Place;
}

/** A text file as read: project-relative path and contents, normalised to LF. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** Everything read from disk, before any of it is understood. Keys are project-relative paths. */
export interface Sources {
  readonly yaml: ReadonlyMap<string, Placed>;
  readonly tables: ReadonlyMap<string, TextFile>;
  readonly templates: ReadonlyMap<string, TextFile>;
  readonly styles: ReadonlyMap<string, TextFile>;
}

/** brief.yaml */
export interface Project {
  readonly publisher: Text;
  readonly disclaimer: Text;
  readonly contact: Text;
  readonly licence: Text;
  /** The country or region that the figures are about, for catalogues; undefined where brief.yaml names none. */
  readonly coverage?: Text;
  readonly languages: readonly Lang[];
  /** The pairs and single languages that are printed: `[['vi','en'],['vi'],['en']]`. */
  readonly documents: readonly Languages[];
  readonly editions: readonly string[];
  readonly place: Place;
}

/** A formula as written, not yet parsed. `place` is that of its first character. */
export interface FormulaText {
  readonly text: string;
  readonly place: Place;
}

/** One entry of data/facts/*.yaml. */
export interface FactSpec {
  readonly name: string;
  readonly formula: FormulaText;
  /** For a family: the first and the last year, as formulas over base, start, end. */
  readonly each: { readonly from: FormulaText; readonly to: FormulaText } | undefined;
  readonly unit: Unit;
  readonly decimals: number;
  readonly status: Status | undefined;
  readonly place: Place;
}

/** One figure that the source article stated: kept apart, status [a], a fact named as written here. */
export interface StatedSpec {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly decimals: number;
  /** The years it speaks of. */
  readonly years: readonly FormulaText[];
  readonly place: Place;
}

export type CheckSpec = {
  readonly place: Place;
  readonly decides: boolean;
} & (
  | {
      readonly kind: 'compare';
      readonly formula: FormulaText;
      /** The name of a stated figure. */
      readonly stated: string;
      /** Up to this difference (in the stated unit) the verdict is verified, up to `close` it is close, beyond it differs. */
      readonly within: number;
      readonly close: number;
    }
  | { readonly kind: 'holds'; readonly formula: FormulaText }
  | { readonly kind: 'not_comparable'; readonly reason: Text; readonly formula: FormulaText | undefined }
  | { readonly kind: 'untested'; readonly reason: Text }
  | { readonly kind: 'opinion' }
);

export interface ClaimSpec {
  readonly id: string;
  readonly point: string;
  readonly text: Text;
  readonly stated: Text;
  readonly recomputed: Text;
  readonly basis: Text;
  readonly strip: boolean;
  readonly checks: readonly CheckSpec[];
  /** The verdict that a person accepted. */
  readonly verdict: string;
  /** Where that verdict stands. */
  readonly verdictPlace: Place;
  readonly place: Place;
}

export interface PointSpec {
  readonly id: string;
  readonly place: Place;
}

/** The covering letter of an edition: what an office puts into the form of Decree 30/2020/NĐ-CP. */
export interface LetterSpec {
  /** The office above, where there is one. */
  readonly authority: Text | undefined;
  /** The office that sends it. */
  readonly office: Text;
  /** The running number; undefined leaves a line of dots for it. */
  readonly number: string | undefined;
  /** The letters behind the number: those of the office and of the unit that wrote it. */
  readonly symbol: string | undefined;
  /** Where it is signed. */
  readonly place: Text;
  readonly to: readonly Text[];
  /** Who gets a copy besides those addressed. */
  readonly copies: readonly Text[];
  readonly position: Text | undefined;
  /** Who signs; undefined leaves a line of dots. */
  readonly name: string | undefined;
}

/** data/editions/<id>.yaml with data/claims/<id>.yaml */
export interface EditionSpec {
  readonly id: string;
  readonly window: Window;
  /** ISO date printed on the cover and used for every date inside the outputs. */
  readonly date: string;
  /** Series id → vintage id: which vintage a formula means that names none. */
  readonly vintages: ReadonlyMap<string, string>;
  /** Series id → series id: where a formula of another file names the first, this edition reads the second. */
  readonly series: ReadonlyMap<string, string>;
  /** Facts of this edition alone, or said otherwise here than in data/facts. */
  readonly facts: ReadonlyMap<string, FactSpec>;
  /** The edition that this one follows; undefined where it is the first. Its years are `last_start` and `last_end`. */
  readonly previous: string | undefined;
  readonly points: readonly PointSpec[];
  /** Points that the figures do not support, with the stated reason. */
  readonly leftOut: readonly { readonly id: string; readonly reason: Text; readonly place: Place }[];
  /** The source that the stated figures come from; undefined in an edition without an article. */
  readonly article: string | undefined;
  readonly stated: readonly StatedSpec[];
  readonly claims: readonly ClaimSpec[];
  /** Undefined where no letter is wanted. */
  readonly letter?: LetterSpec | undefined;
  readonly place: Place;
}

/** One templates/charts/*.yaml: a Vega-Lite specification whose `usermeta.brief` says which facts it draws. */
export interface ChartSpec {
  readonly id: string;
  readonly placed: Placed<Record<string, unknown>>;
}

/** A named list of economies or items, for ranks: data/lists.yaml. */
export interface ListSpec {
  readonly id: string;
  readonly label: Text;
  readonly members: readonly string[];
  readonly source: string;
  readonly place: Place;
}

export interface Content {
  readonly project: Project;
  readonly edition: EditionSpec;
  readonly series: ReadonlyMap<string, Series>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly lists: ReadonlyMap<string, ListSpec>;
  /** data/refresh.yaml: where figures are fetched from. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly terms: ReadonlyMap<string, Text>;
  readonly locales: ReadonlyMap<Lang, Locale>;
  readonly facts: ReadonlyMap<string, FactSpec>;
  /** data/rules/*.yaml, by name: what the figures must keep. */
  readonly rules: ReadonlyMap<string, RuleSpec>;
  readonly charts: ReadonlyMap<string, ChartSpec>;
  /** Which texts were accepted as translations of each other, and what beside them: file → piece → language or shared part → hash. */
  readonly accepted: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** data/accepted/<edition>.yaml: the facts and figures as they were when a person accepted the edition; undefined before that. */
  readonly acceptedFacts: AcceptedFacts | undefined;
  /** Handlebars sources by path below templates/, the edition's own looked up first. */
  readonly templates: ReadonlyMap<string, TextFile>;
  /** CSS by path below templates/styles/. */
  readonly styles: ReadonlyMap<string, TextFile>;
}
