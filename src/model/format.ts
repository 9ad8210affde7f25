/** How a language writes numbers, units, periods, dates and lists: what every stage prints goes through here. */
import { dateText, type Length, periodText, spanText } from './calendar.ts';
import { digitsOf, type Sign } from './digits.ts';
import type { Lang } from './language.ts';
import type { Ledger } from './ledger.ts';
import type { Locale, Word } from './locale.ts';
import { fill, fillNumber, formFor } from './pattern.ts';
import { phrase } from './phrase.ts';
import { rangeText } from './range.ts';
import { type Printed, reader } from './reading.ts';
import { roundDecimal, rounded } from './rounding.ts';
import type { Period, Status } from './series.ts';
import { NBSP, tie } from './spacing.ts';
import type { Unit } from './unit.ts';

export type { Sign };
/** Which words tell a change: up 3% · rose 3% · a rise of 3%. */
export type ChangeForm = 'adverb' | 'verb' | 'noun';
export type Direction = 'up' | 'down' | 'unchanged';

/** Everything a language needs to print; made once per locale by `formatter`. All functions are pure. */
export interface Format {
  readonly lang: Lang;
  readonly locale: Locale;
  /** Digits alone in the language's notation, grouped from `locale.number.groupFrom`: `39.826,4`, `−0.5`. Not for years. */
  number(value: number, decimals: number, options?: { readonly sign?: Sign }): string;
  /** A number without its unit, for tables and charts whose head names the unit. Say the unit where it may be a year: that is never grouped. */
  bare(value: number, decimals: number, options?: { readonly sign?: Sign; readonly unit?: Unit }): string;
  /** A number with its unit as in running text: `32,4 tỷ USD`, `US$32.4 billion`, `17,5%/năm`, `thứ 48`; then ` [e]`. */
  quantity(value: number | boolean, unit: Unit, decimals: number, status?: Status): string;
  /** Two like numbers with the unit once: `10–11%`, `US$394–400`. Equal after rounding: one. */
  range(from: number, to: number, unit: Unit, decimals: number, status?: Status): string;
  /** The unit as in a table head: `tỷ USD`, `US$ billion`; may be empty (index, truth). */
  unitName(unit: Unit): string;
  /** Which way a change goes once it is rounded: 0.04 at one decimal is unchanged. */
  direction(value: number, decimals: number): Direction;
  /** The direction in words alone: `tăng`, `fell`, `rise`. */
  directionWord(value: number, decimals: number, form?: ChangeForm): string;
  /** A change in words with a number that is never negative: `tăng 22,5%`, `down 0.2%`, `unchanged`. */
  change(value: number, unit: Unit, decimals: number, form?: ChangeForm, status?: Status): string;
  /** A mark after a no-break space: `[e]`; empty without a status. */
  mark(status: Status | 'x' | undefined): string;
  year(year: number): string;
  /** A period in words, long for text and short for tables: `quý I/2006`, `January–April 2006`, `2001–2005`. */
  period(period: Period, length?: Length): string;
  span(from: number, to: number, length?: Length): string;
  /** A date or month: `22 tháng…`, `22/11/2026`. */
  date(iso: string, length?: Length): string;
  /** `thứ 48`, `48th`. */
  ordinal(n: number): string;
  /** `thứ nhất`, `first`; digits where the locale has no word. */
  ordinalWord(n: number, capital?: boolean): string;
  /** `bảy`, `seven`, at the start of a sentence `Bảy`; digits where the locale has no word. */
  word(n: number, capital?: boolean): string;
  /** `a, b và c`. */
  list(items: readonly string[]): string;
  /** The dictionary order of the language. */
  collate(a: string, b: string): number;
  /** The first letter as a capital, by the language's rules. */
  capital(text: string): string;
  /** A fixed phrase of the locale file as plain text, its facts and years filled in from the ledger; the key itself where there is none. */
  say(key: string, ledger?: Ledger): string;
  /** Reads a printed number back; undefined where the whole text is none. */
  parse(text: string): Printed | undefined;
  /** Every numeral in a text, from left to right, with its unit where one stands beside it; misses no digit. */
  scan(text: string): readonly (Printed & { readonly index: number; readonly text: string })[];
}

const CHANGES: Readonly<Record<ChangeForm, Readonly<Record<Direction, { word: Word; by: Word }>>>> = {
  adverb: {
    up: { word: 'up', by: 'up_by' },
    down: { word: 'down', by: 'down_by' },
    unchanged: { word: 'unchanged', by: 'unchanged' },
  },
  verb: {
    up: { word: 'rose', by: 'rose_by' },
    down: { word: 'fell', by: 'fell_by' },
    unchanged: { word: 'was_unchanged', by: 'was_unchanged' },
  },
  noun: {
    up: { word: 'rise', by: 'rise_of' },
    down: { word: 'fall', by: 'fall_of' },
    unchanged: { word: 'no_change', by: 'no_change' },
  },
};

/**
 * Makes the functions that print one language, from its locale file alone: a further language needs no code.
 * Rounding is `roundDecimal`'s; spaces inside what is printed are no-break except where a pattern says otherwise.
 */
export function formatter(locale: Locale): Format {
  const { lang } = locale;
  const collator = new Intl.Collator(lang);
  const read = reader(locale);

  const number: Format['number'] = (value, decimals, options) => {
    const { sign, digits } = digitsOf(locale, value, decimals, options?.sign ?? 'negative');
    return sign + digits;
  };
  const mark: Format['mark'] = (status) => (status === undefined ? '' : `${NBSP}[${status}]`);
  const capital = (text: string) => {
    const [first = ''] = text;
    return first.toLocaleUpperCase(lang) + text.slice(first.length);
  };
  const ordinal = (n: number) => {
    const form = formFor(locale.ordinal, lang, rounded(n, 0), 0, 'ordinal');
    return fillNumber(form, '', digitsOf(locale, n, 0, 'never').digits);
  };
  const sized = (value: number, unit: Unit, decimals: number, sign: Sign): string => {
    if (unit === 'rank') return ordinal(value);
    if (unit === 'year') return roundDecimal(value, 0);
    const printed = digitsOf(locale, value, decimals, sign);
    const form = formFor(locale.units[unit], lang, Math.abs(rounded(value, decimals)), decimals, 'cardinal');
    return fillNumber(form, printed.sign, printed.digits);
  };
  const truth = (value: number | boolean) => locale.words[value ? 'yes' : 'no'];
  const direction: Format['direction'] = (value, decimals) => {
    const shown = rounded(value, decimals);
    return shown > 0 ? 'up' : shown < 0 ? 'down' : 'unchanged';
  };
  const wordIn = (words: readonly string[], index: number, atStart: boolean) => {
    const word = words[index];
    return word !== undefined && atStart ? capital(word) : word;
  };

  const format: Format = {
    lang,
    locale,
    number,
    mark,
    capital,
    ordinal,
    direction,
    bare: (value, decimals, options) =>
      options?.unit === 'year' ? roundDecimal(value, 0) : number(value, decimals, options),
    quantity: (value, unit, decimals, status) =>
      (unit === 'truth' || typeof value === 'boolean' ? truth(value) : sized(value, unit, decimals, 'negative')) +
      mark(status),
    range: (from, to, unit, decimals, status) => {
      if (rounded(from, decimals) === rounded(to, decimals))
        return sized(from, unit, decimals, 'negative') + mark(status);
      if (unit === 'year') return spanText(locale, rounded(from, 0), rounded(to, 0), 'short') + mark(status);
      return rangeText(locale, unit, from, to, decimals) + mark(status);
    },
    unitName: (unit) => tie(locale.unitNames[unit]),
    directionWord: (value, decimals, form = 'adverb') => locale.words[CHANGES[form][direction(value, decimals)].word],
    change: (value, unit, decimals, form = 'adverb', status) => {
      const pattern = locale.words[CHANGES[form][direction(value, decimals)].by];
      return fill(pattern, { n: sized(value, unit, decimals, 'never') }) + mark(status);
    },
    year: (year) => String(year),
    period: (period, length = 'long') => periodText(locale, period, length),
    span: (from, to, length = 'short') => spanText(locale, from, to, length),
    date: (iso, length = 'long') => dateText(locale, iso, length),
    ordinalWord: (n, atStart = false) => wordIn(locale.ordinalWords, n - 1, atStart) ?? ordinal(n),
    word: (n, atStart = false) => wordIn(locale.numberWords, n, atStart) ?? number(n, 0),
    list: (items) => {
      const [first = '', ...rest] = items;
      return rest.reduce((said, item, at) => {
        const last = at === rest.length - 1;
        const pattern = items.length === 2 ? locale.list.two : last ? locale.list.last : locale.list.middle;
        return fill(pattern, { a: said, b: item });
      }, first);
    },
    collate: (a, b) => collator.compare(a, b),
    say: (key, ledger) => {
      const text = locale.phrases.get(key)?.text;
      return text === undefined ? key : phrase(text, { ledger, format }).text;
    },
    parse: read.parse,
    scan: read.scan,
  };
  return format;
}
