/** Years: the names an edition gives them, and quantities that can stand as one. */
import type { Window, YearName } from '../model/ledger.ts';
import { yearOf, yearRef } from '../model/phrase.ts';
import type { Quantity } from './quantity.ts';

/** The years of the edition, and those of the edition before it. */
export const WINDOW_WORDS = ['base', 'start', 'end', 'prev', 'last_start', 'last_end'] as const;
export type WindowWord = (typeof WINDOW_WORDS)[number];

export const isWindowWord = (name: string): name is WindowWord => WINDOW_WORDS.some((word) => word === name);

/** The whole number that a quantity gives as a year: a year, or a plain number such as 1992. Undefined where it is neither. */
export function plainYear({ value, unit, literal }: Quantity): number | undefined {
  const fits = unit === 'year' || (literal && unit === 'count');
  return fits && Number.isInteger(value) ? Number(value) : undefined;
}

/** The year meant by `end`, `end-3`, `2005` or 2005 in an edition's window; undefined where the name means none here. */
export function yearNamed(name: YearName, window: Window): number | undefined {
  const ref = yearRef(String(name));
  return ref && yearOf(ref, window);
}
