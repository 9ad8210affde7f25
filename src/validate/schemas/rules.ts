/** data/rules/<topic>.yaml: what the figures must keep, each rule of one kind and with a reason. */
import * as z from 'zod';
import {
  expect,
  filled,
  formula,
  identifier,
  line,
  list,
  map,
  matching,
  number,
  period,
  record,
  size,
} from './parts.ts';

const of = z.union([formula, list(formula).min(1, filled)], expect('formulas'));
const percentage = matching(/^\s*\d+(\.\d+)?\s*%\s*$/, 'tolerance');
const tolerance = z.union([percentage, size], expect('tolerance'));
const between = z
  .tuple([number, number], expect('between'))
  .describe('The least and the greatest value allowed, [0, 100].');
const reasons = record(period, line(), 'exceptions', 'text');
const pair = z.tuple([number, number], expect('control'));

const common = {
  why: line().describe('What the rule says, in one sentence; messages end with it.'),
  years: matching(/^\s*\d{4}\s*\.\.\s*\d{4}\s*$/, 'span')
    .describe('The first and the last year in which it is checked, 1986..2005; without it, every one.')
    .optional(),
  except: z
    .union([reasons, record(identifier, reasons, 'exceptions', 'map')], expect('exceptions'))
    .describe('Periods that rightly break the rule, each with its reason; or the same under the names of items.')
    .optional(),
};

/** What single rules look like; which one is meant shows in its first key. */
const rule = z.union(
  [
    map({
      holds: of.describe('A comparison, ==, <= or >=, that is true in every year: a.exports - a.imports == a.balance.'),
      within: tolerance.describe('How far its sides may differ: in the unit of the left one, or 0.5%.').optional(),
      ...common,
    }),
    map({ range: of.describe('A series whose figures lie between two values.'), between, ...common }),
    map({
      growth: of.describe('A series whose figures change on the previous year by so many per cent.'),
      between,
      ...common,
    }),
    map({
      smooth: of.describe('A series whose figures lie near the middle of their two neighbours in time.'),
      within: tolerance.describe('How far from it: in the unit of the series, or 15%.'),
      times: size
        .describe('Where more: so many times the usual distance in the row itself, which is the median of all.')
        .optional(),
      ...common,
    }),
    map({ unbroken: of.describe('A series that has a figure for every year.'), ...common }),
    map({ whole: of.describe('A series of whole numbers.'), ...common }),
    map({
      distinct: of.describe(
        'A series in which no figure stands twice side by side, in two years or two items running.',
      ),
      digits: size.describe('Figures of fewer digits may; without it, of fewer than four.').optional(),
      ...common,
    }),
    map({
      control: formula.describe(
        'A vintage of a series whose figures add up to what was recorded when it was taken over.',
      ),
      totals: z
        .union([pair, record(matching(/^[A-Za-z0-9_/-]+$/, 'identifier'), pair)], expect('control'))
        .describe('The sum, and the sum weighted by 1, 2, 3 …; with items, a pair for each item or each period.'),
      ...common,
    }),
  ],
  expect('rule'),
);

export const rules = () => record(identifier, rule);
export type RulesShape = z.output<ReturnType<typeof rules>>;
export type RuleShape = RulesShape[string];
