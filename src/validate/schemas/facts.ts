/** data/facts/<topic>.yaml: named numbers and how each is calculated. */
import type * as z from 'zod';
import { decimals, formula, identifier, map, matching, record, status, unit } from './parts.ts';

export const fact = map({
  is: formula.describe('The formula over series and other facts: growth(exports, end).'),
  unit: unit.describe('The unit in which it is printed.'),
  decimals: decimals.describe('Decimals shown; without it, those usual for the unit.').optional(),
  each: matching(/^\s*[^\s.][^.]*\.\.\s*[^\s.][^.]*$/, 'range')
    .describe('For a family, one fact a year: the first and the last year, base..end. The formula then uses “year”.')
    .optional(),
  status: status.describe('The mark of the fact, where it is not that of its figures.').optional(),
});

export const facts = () => record(identifier, fact);
export type FactsShape = z.output<ReturnType<typeof facts>>;
