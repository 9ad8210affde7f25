/** Facts, claims, and the ledger that holds them. Made by `derive`, read by every later stage. */
import type { Place } from '../problem.ts';
import type { Lang, Text } from './language.ts';
import type { Cell, Status } from './series.ts';
import type { Unit } from './unit.ts';

/** The years of an edition: `start`–`end` is the window, `base` the year before it, `prev` the year before `end`; `last_…` those of the edition before. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly prev: number;
  /** The first and the last year of the edition that this one follows; absent where there is none. */
  readonly last_start?: number;
  readonly last_end?: number;
}

/** What a formula read: a cell of a series, or another fact. */
export type Input = { readonly cell: Cell } | { readonly fact: string };

/** One number with a name. `value` is in `unit`; nothing is rounded before it is printed. */
export interface Fact {
  /** `exports`, or for one year of a family `exports_growth.2005`. */
  readonly id: string;
  /** The canonical expression with the years filled in: `growth(exports_wits, 2005)`. Facts with equal expressions are the same fact. */
  readonly expression: string;
  readonly value: number | boolean;
  readonly unit: Unit;
  /** Decimals when printed, unless a helper asks otherwise. */
  readonly decimals: number;
  /** `2005`, `2006-Q1`, or `2000–2005` (base and end) for what spans years. */
  readonly period: string;
  /** Every year that the fact speaks of; a year printed beside it must be one of them. Ascending. */
  readonly years: readonly number[];
  readonly status: Status | undefined;
  /** `gdp@2012-09`: the vintages its cells come from; ascending, no doubles. */
  readonly vintages: readonly string[];
  /** Ids of the sources of its cells; in order of first use. */
  readonly sources: readonly string[];
  readonly inputs: readonly Input[];
  /** Where its formula stands. */
  readonly place: Place;
}

export const VERDICTS = [
  'verified',
  'close',
  'partly',
  'differs',
  'contradicted',
  'not_comparable',
  'untested',
  'opinion',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The outcome of one check of a claim. */
export interface Check {
  readonly verdict: Verdict;
  /** Facts that the check compared: what was recomputed, and what was stated. */
  readonly facts: readonly string[];
  readonly formula: string | undefined;
  readonly place: Place;
  /** False where the check is shown but does not decide the claim's verdict. */
  readonly decides: boolean;
}

export interface Claim {
  /** `C10` */
  readonly id: string;
  /** The point whose strip shows it. */
  readonly point: string;
  /** Phrases (see phrase.ts): what the article says, what it stated, what was recomputed, and on which basis. */
  readonly text: Text;
  readonly stated: Text;
  readonly recomputed: Text;
  readonly basis: Text;
  /** True where the claim is shown in the point's strip (three rows at most), not only in the table of claims. */
  readonly strip: boolean;
  readonly checks: readonly Check[];
  /** Computed from the checks; equal to the recorded one or a problem was reported. */
  readonly verdict: Verdict;
  readonly place: Place;
}

/** What a fact would be with the figure that the edition does not read. */
export interface Effect {
  readonly fact: string;
  /** As the edition has it, and as it would be; both in `unit`, not rounded. */
  readonly printed: number | boolean;
  readonly other: number | boolean;
  readonly unit: Unit;
  /** True where the difference shows at the decimals that the fact is printed with. */
  readonly shows: boolean;
}

/** One published state of a revised figure. */
export interface Published {
  readonly series: string;
  readonly vintage: string;
  readonly source: string;
  readonly value: number;
  readonly place: Place;
}

/** A figure that two publications state differently, one of which the edition reads. */
export interface Revision {
  /** `since`: the edition reads the earlier one. `first_print`: it reads the later one. */
  readonly kind: 'since' | 'first_print';
  readonly series: string;
  readonly item: string | undefined;
  readonly period: string;
  /** Of both values and of their difference. */
  readonly unit: Unit;
  readonly earlier: Published;
  readonly later: Published;
  /** The later less the earlier one; in per cent of the earlier one, undefined where that is 0. */
  readonly difference: number;
  readonly percent: number | undefined;
  /** The facts that would change if the whole series moved. */
  readonly effects: readonly Effect[];
}

/** A row of the revision table: one series that was revised, or one item of it. All its numbers are facts of the ledger. */
export interface RevisionRow {
  readonly kind: Revision['kind'];
  readonly series: string;
  readonly item: string | undefined;
  /** Ids of facts: both figures and the change between them. Undefined for a table of all economies, which has too many figures. */
  readonly figures: { readonly earlier: string; readonly later: string; readonly change: string } | undefined;
  /** Ids of facts: one that the edition prints, and what it would be with the other figures. */
  readonly effects: readonly { readonly fact: string; readonly other: string }[];
}

/** A year named in a text: `end`, `start`, `base`, `prev`, or an absolute year. */
export type YearName = string | number;

export interface Ledger {
  readonly window: Window;
  /** Every evaluated fact by id, in order of declaration. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly claims: readonly Claim[];
  /** `exports`, or a family and the year wanted. Undefined where there is none. */
  find(name: string, year?: YearName): Fact | undefined;
  /** The facts of a family in ascending years; empty where the name is no family. */
  family(name: string): readonly Fact[];
  /** What was published otherwise, before or since; found when first asked for. */
  revisions(): readonly Revision[];
  /** What of that a reader should know: a row a series; its facts are among `facts`. */
  readonly revisionRows: readonly RevisionRow[];
  /** All names that `find` knows, for "did you mean". */
  readonly names: readonly string[];
}

/** One printing of a fact: which, how it was written, in which language and block, and where the template asks for it. */
export interface Use {
  readonly fact: string;
  readonly text: string;
  readonly lang: Lang;
  /** The id of the block, `scale-p1`, or the chart with a leading `chart:`. */
  readonly block: string;
  readonly place: Place | undefined;
}
