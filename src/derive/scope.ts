/** What the walk over one formula may ask: the content, the year it stands in, other facts; and where it reports. */
import type { Content } from '../model/content.ts';
import type { Period, Series, Vintage } from '../model/series.ts';
import type { Place, Problem } from '../problem.ts';
import type { Quantity } from './quantity.ts';

/** A vintage that the formula reads, whether it named it itself, and where. */
export interface Opened {
  readonly series: Series;
  readonly vintage: Vintage;
  readonly named: boolean;
  readonly place: Place;
}

/** A figure that a formula wants and a series does not have. */
export interface Missing {
  /** The series with its item, as formulas name it. */
  readonly series: string;
  readonly vintage: string;
  readonly period: Period;
  /** The periods there are, for the message. */
  readonly known: readonly Period[];
  readonly place: Place;
}

export interface Scope {
  readonly content: Content;
  /** The year of the member that is being reckoned; undefined outside a family. */
  readonly year: number | undefined;
  /** Whether the name is a fact, a family of facts, or neither. */
  sort(name: string): 'single' | 'family' | undefined;
  /** All names of facts and stated figures, for "did you mean". */
  readonly names: Iterable<string>;
  /** A fact that is no family; undefined where it failed (its own problem says why). */
  fact(name: string, place: Place): Quantity | undefined;
  /** One year of a family; undefined where it failed or the family has no such year (reported here). */
  member(name: string, year: number, place: Place): Quantity | undefined;
  /** The years of a family, ascending. */
  familyYears(name: string): readonly number[];
  /** Remembers which vintages the formula reads, so that a silent mixture is found. */
  opened(opened: Opened): void;
  report(problem: Problem): undefined;
  /** Reports a missing figure; those of several years become one problem. */
  missing(missing: Missing): undefined;
}
