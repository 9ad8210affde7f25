/** What a language's locale file says (templates/locales/<lang>.yaml): how numbers, units, dates and marks are written, and the fixed phrases. */
import type { Place } from '../problem.ts';
import type { Lang } from './language.ts';
import type { Verdict } from './ledger.ts';
import type { Status } from './series.ts';
import type { Unit } from './unit.ts';

/** A pattern with `{n}` for the number. Where a language has plural or ordinal forms: one pattern per Intl.PluralRules category. */
export type Pattern = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * What a language needs that the brief is printed in. Spaces in patterns are printed as no-break spaces; where a line
 * may break, the pattern says `{ }`.
 */
export interface Locale {
  readonly lang: Lang;
  /** The language's own name: Tiếng Việt. */
  readonly name: string;
  /** `groupFrom`: the smallest whole number that is grouped, 1000 or 10000. Years and digits after the comma never are. */
  readonly number: { readonly decimal: string; readonly thousands: string; readonly groupFrom: number };
  /** In running text: `{n} tỷ USD`, `US${n} billion`; plural forms where the language has them. */
  readonly units: Readonly<Record<Unit, Pattern>>;
  /** In table heads and chart subtitles: `tỷ USD`, `US$ billion`. */
  readonly unitNames: Readonly<Record<Unit, string>>;
  /** thứ {n} · {n}st, {n}nd … by the language's ordinal categories. */
  readonly ordinal: Pattern;
  /** thứ nhất, first: ordinals in words; entry 0 is the first. Beyond the list, digits. */
  readonly ordinalWords: readonly string[];
  /** Words for 0, 1, 2 … as used for small counts in text: bảy, seven. */
  readonly numberWords: readonly string[];
  /** `{quarter}` 1–4, `{roman}` I–IV, `{ordinal}` the word, `{year}`. */
  readonly quarter: string;
  readonly quarterShort: string;
  /**
   * `{m}` 1–12, `{mm}` 01–12, `{m0}` with a zero for January and February only (as Vietnamese offices write it),
   * `{month}` the name, `{mon}` the short name, `{year}`.
   */
  readonly month: string;
  readonly monthShort: string;
  /** Months of one year: the gaps of `month` with `1` (`{m1}`, `{month1}`) for the first and `2` for the last. */
  readonly months: string;
  readonly monthsShort: string;
  /** Runs of months with a name of their own, by `1-6`: 6 tháng đầu năm {year}. Long form only. */
  readonly monthRuns: Readonly<Record<string, string>>;
  /** Years from–to: `{from}`, `{to}`. */
  readonly span: string;
  readonly spanLong: string;
  /** `{d}` 1–31, `{dd}` 01–31 and the gaps of `month`. */
  readonly dateLong: string;
  readonly dateShort: string;
  readonly monthNames: readonly string[];
  readonly monthNamesShort: readonly string[];
  /** A range of two numbers, `{from}` and `{to}`; `rangeSigned` where one of them is below zero. */
  readonly range: string;
  readonly rangeSigned: string;
  /** Joining `{a}` and `{b}`: only two, all but the last, the last. */
  readonly list: { readonly two: string; readonly middle: string; readonly last: string };
  /** tăng / giảm / không đổi and their like, chosen by `direction` and `change`: the keys are WORDS. */
  readonly words: Readonly<Record<Word, string>>;
  readonly statuses: Readonly<Record<Status | 'x', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly certainties: Readonly<Record<string, string>>;
  /** Fixed labels of the page, and the chart texts as `chart.<chart>.<key>`; all are phrases (phrase.ts). */
  readonly phrases: ReadonlyMap<string, { readonly text: string; readonly place: Place }>;
}

/**
 * Words that depend on the sign of a number, in three forms (up 3% · rose 3% · a rise of 3%), each alone and, with
 * `_by` or `_of`, as a pattern with `{n}`; and the words of a truth.
 */
export const WORDS = [
  'up',
  'down',
  'unchanged',
  'up_by',
  'down_by',
  'rose',
  'fell',
  'was_unchanged',
  'rose_by',
  'fell_by',
  'rise',
  'fall',
  'no_change',
  'rise_of',
  'fall_of',
  'yes',
  'no',
] as const;
export type Word = (typeof WORDS)[number];
