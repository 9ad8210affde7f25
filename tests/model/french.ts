/** A third language that exists in no file: what prints it must come from here alone. */
import { formatter } from '../../src/model/format.ts';
import type { Locale } from '../../src/model/locale.ts';
import { rawLocale } from './locales.ts';

const base = rawLocale('en');

export const french: Locale = {
  ...base,
  lang: 'fr',
  name: 'Français',
  number: { decimal: ',', thousands: '\u202F', groupFrom: 10000 },
  units: {
    ...base.units,
    usd: { one: '{n} dollar', other: '{n} dollars' },
    usd_million: { one: '{n} million de dollars', other: '{n} millions de dollars' },
    usd_billion: { one: '{n} milliard de dollars', other: '{n} milliards de dollars' },
    usd_per_person: '{n} dollars par{ }habitant',
    person: { one: '{n} personne', other: '{n} personnes' },
    percent: '{n} %',
    percent_per_year: '{n} %{ }par an',
    percentage_point: { one: '{n} point', other: '{n} points' },
    times: '{n} fois',
  },
  ordinal: { one: '{n}er', other: '{n}e' },
  ordinalWords: ['premier', 'deuxième', 'troisième', 'quatrième'],
  numberWords: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept'],
  quarter: 'le {ordinal} trimestre{ }{year}',
  quarterShort: 'T{quarter} {year}',
  month: '{month} {year}',
  months: '{month1}–{month2} {year}',
  monthRuns: {},
  dateLong: '{d} {month} {year}',
  dateShort: '{dd}/{mm}/{year}',
  monthNames: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  rangeSigned: '{from}{ }à {to}',
  list: { two: '{a} et {b}', middle: '{a}, {b}', last: '{a} et {b}' },
  words: {
    ...base.words,
    up_by: 'en hausse de {n}',
    down_by: 'en baisse de {n}',
    rose_by: 'a augmenté de {n}',
    unchanged: 'inchangé',
    yes: 'oui',
    no: 'non',
  },
  phrases: new Map(),
};

export const fr = formatter(french);
