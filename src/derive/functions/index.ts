/** All functions of the formula language by name. */
import { COURSES } from './courses.ts';
import type { FormulaFunction } from './define.ts';
import { GROWTH } from './growth.ts';
import { NUMBERS } from './numbers.ts';
import { RANKS } from './ranks.ts';
import { TOTALS } from './totals.ts';

export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [...GROWTH, ...TOTALS, ...NUMBERS, ...COURSES, ...RANKS].map((f) => [f.name, f]),
);
