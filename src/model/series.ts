/** Series: one indicator over periods, with unit and source, in one or more vintages (published states). */
import type { Place } from '../problem.ts';
import type { Text } from './language.ts';
import type { FetchSpec } from './refresh.ts';
import type { Unit } from './unit.ts';

/** `2005`, `2006-Q1`, `2006-01` (a month) or `2006-01/2006-04` (months from–to). */
export type Period = string;

/** e estimated · p preliminary · r revised · a as stated by the article · b break in the series. Final has none. */
export type Status = 'e' | 'p' | 'r' | 'a' | 'b';

/** How sure a figure is: A copied by program from a published file · B typed from a text that was read · C calculated · P press. */
export type Certainty = 'A' | 'B' | 'C' | 'P';

export interface Source {
  readonly id: string;
  readonly publisher: Text;
  readonly title: Text;
  /** The short line under charts: "Ngân hàng Thế giới, WITS". */
  readonly line: Text;
  /** ISO date or month of the release, `2026-07`. */
  readonly published: string;
  readonly retrieved: string;
  readonly licence: string;
  readonly url?: string;
  readonly certainty: Certainty;
  readonly note?: Text;
  readonly place: Place;
}

export interface Cell {
  readonly series: string;
  /** Undefined where the series has no items. */
  readonly item: string | undefined;
  readonly vintage: string;
  readonly source: string;
  readonly period: Period;
  readonly value: number;
  readonly status: Status | undefined;
  readonly place: Place;
}

export interface Vintage {
  readonly id: string;
  readonly source: string;
  readonly published: string;
  readonly place: Place;
  /** The items of the vintage, in file order; empty where the series has none. */
  readonly items: readonly string[];
  cell(item: string | undefined, period: Period): Cell | undefined;
  /** The figure of a cell alone, for whoever reads thousands of them. */
  value(item: string | undefined, period: Period): number | undefined;
  /** The periods with a value, ascending. */
  periods(item: string | undefined): readonly Period[];
}

export interface Series {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly note: Text | undefined;
  /** Newest first. A formula that names none takes the one that the edition pins, else the only one; else it is an error. */
  readonly vintages: readonly Vintage[];
  /** True for a panel: its items are economies (ISO 3166 alpha-3 codes), its values come from a CSV table. */
  readonly panel: boolean;
  /** The series whose figures these were when they were first printed. */
  readonly firstPrintOf?: string;
  /** Where new vintages are fetched from. */
  readonly fetch?: FetchSpec;
  readonly place: Place;
}
