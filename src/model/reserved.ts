/** Names that the formula language keeps for itself: no series, fact or stated figure may be called so. */
import { VERDICTS } from './ledger.ts';
import { UNIT_NAMES } from './unit.ts';

/** The years of an edition, and the year of a family's member. */
export const YEAR_NAMES = ['base', 'start', 'end', 'prev', 'last_start', 'last_end', 'year'] as const;

/** The functions of the formula language, besides one for each unit (`percent(50)`). */
export const FUNCTION_NAMES = [
  'abs',
  'at',
  'cagr',
  'change',
  'compound',
  'contribution',
  'count_above',
  'falling',
  'first_above',
  'grow',
  'growth',
  'highest_year',
  'is_highest',
  'last_below',
  'lowest_year',
  'max',
  'mean',
  'min',
  'part',
  'rank',
  'rank_count',
  'rank_of_ratio',
  'ratio_count',
  'rest',
  'rising',
  'run_up',
  'share',
  'stated',
  'sum',
  'sum_above',
  'years',
] as const;

/** Facts that `derive` counts from the edition itself: its points, its revision table's rows, what it leaves out, its claims, and those of each verdict. */
export const COUNT_NAMES = [
  'points_count',
  'revisions_count',
  'left_out_count',
  'claims_count',
  ...VERDICTS.map((verdict) => `claims_${verdict}`),
] as const;

/** Words of JavaScript, whose expressions formulas are, and of its objects. */
const LANGUAGE_WORDS =
  'arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false finally for function if implements import in Infinity instanceof interface let NaN new null package private protected prototype public return static super switch this throw toString true try typeof undefined valueOf var void while with yield'.split(
    ' ',
  );

export const RESERVED: ReadonlySet<string> = new Set([
  ...YEAR_NAMES,
  ...FUNCTION_NAMES,
  ...UNIT_NAMES,
  ...COUNT_NAMES,
  ...LANGUAGE_WORDS,
]);
