/**
 * How a function of the formula language is declared: its parameters by kind, and a computation on plain values.
 * Reading arguments, tracing what was read and writing the canonical call are done once, in `call-function.ts`.
 */
import type { ListSpec } from '../../model/content.ts';
import type { Unit } from '../../model/unit.ts';
import type { Span } from '../period.ts';
import type { Quantity } from '../quantity.ts';
import type { Items, Yearly } from '../series-values.ts';

/** One item among its siblings: `exports_by_economy.VNM`. */
export interface Member {
  readonly items: Items;
  readonly item: string;
}

/** The kinds of argument, and what the computation is given for each. */
export interface Kinds {
  /** A series, one item of a series, or a family of facts. */
  readonly series: Yearly;
  /** A series with items, none chosen. */
  readonly items: Items;
  /** One item of a series with items. */
  readonly member: Member;
  /** The bare name of an item: `VNM`. */
  readonly item: string;
  readonly year: number;
  /** Any number with a unit. */
  readonly quantity: Quantity;
  /** A percentage; the computation gets its number, 16 for 16%. */
  readonly percent: number;
  /** A number without a unit, or a count. */
  readonly number: number;
  /** A series, or one quantity that stands for every year. */
  readonly level: Yearly;
  /** The name of a list of data/lists.yaml. */
  readonly list: ListSpec;
  readonly 'list?': ListSpec | undefined;
  /** One quantity or more: every argument from here on. */
  readonly quantities: readonly Quantity[];
}
export type Kind = keyof Kinds;
export type Parameters = Readonly<Record<string, Kind>>;
export type Arguments<P extends Parameters> = { readonly [K in keyof P]: Kinds[P[K]] };

/** What a computation gives. What was read while it ran is traced without its help. */
export interface Result {
  readonly value: number | boolean;
  readonly unit: Unit;
  /** The period that the result speaks of, where it is not from the first to the last one read. */
  readonly span?: Span;
  /** Years that the result speaks of beside those read. */
  readonly years?: readonly number[];
}

/** The ways in which a computation can fail; each reports and gives undefined. */
export interface Call {
  /** The argument is not of the kind wanted beside the others. */
  mismatch(parameter: string, wanted: string, found: Unit): undefined;
  /** The computation is not defined for these figures: a rate from a negative base, no year found. */
  undefinedHere(reason: string): undefined;
  divisionByZero(divisor: string): undefined;
  /** The series has no item of that name. */
  unknownItem(parameter: string, name: string, items: Items): undefined;
}

export interface FormulaFunction {
  readonly name: string;
  readonly parameters: Parameters;
  apply(args: Readonly<Record<string, unknown>>, call: Call): Result | undefined;
}

/**
 * Declares a function.
 * @param parameters kinds by parameter name, in order; a kind that ends in `?` may be left out, `quantities` takes the rest
 * @param apply the computation; undefined after it has reported why there is no result
 */
export function define<const P extends Parameters>(
  name: string,
  parameters: P,
  apply: (args: Arguments<P>, call: Call) => Result | undefined,
): FormulaFunction {
  return { name, parameters, apply: (args, call) => apply(args as Arguments<P>, call) };
}

/** The values of every year from–to, in the unit of the series; undefined where any is missing (each is reported). */
export function readAll(series: Yearly, from: number, to: number): readonly number[] | undefined {
  const read = [];
  for (let year = from; year <= to; year++) read.push(series.read(year));
  const values = read.flatMap((quantity) => (quantity ? [Number(quantity.value)] : []));
  return values.length === read.length ? values : undefined;
}

/** The years from–to, both included. */
export const yearRange = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
