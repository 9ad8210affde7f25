/** templates/locales/<lang>.yaml: how a language writes numbers, units and dates, and the fixed phrases. */
import * as z from 'zod';
import { VERDICTS } from '../../model/ledger.ts';
import { WORDS } from '../../model/locale.ts';
import { UNIT_NAMES } from '../../model/unit.ts';
import { each, expect, language, line, list, map, matching, record } from './parts.ts';

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many'] as const;

/** One text, or one a plural category; `other` is what every language has. */
const pattern = z.union(
  [
    line('pattern'),
    z.strictObject(
      {
        ...(Object.fromEntries(CATEGORIES.map((name) => [name, line().exactOptional()])) as Record<
          (typeof CATEGORIES)[number],
          z.ZodExactOptional<ReturnType<typeof line>>
        >),
        other: line(),
      },
      expect('pattern', [...CATEGORIES, 'other']),
    ),
  ],
  expect('pattern'),
);

const months = list(line(), 'months').length(12, expect('months'));
/** Phrases may be grouped: `page: {source: …}` is the phrase `page.source`. */
export type Phrases = { [key: string]: string | Phrases };
const phrases: z.ZodType<Phrases> = z.lazy(() =>
  z.record(z.string(), z.union([line('phrase'), phrases], expect('phrase')), expect('map')),
);

export const locale = () =>
  map({
    lang: language.describe('The tag of the language: the name of the file.'),
    name: line().describe('The name of the language in the language itself.'),
    number: map({
      decimal: line().describe('The decimal mark.'),
      thousands: z.string(expect('text')).describe('The mark between thousands; "" for none.'),
      groupFrom: z
        .int(expect('whole'))
        .min(1000, expect('whole'))
        .describe('The smallest whole number that is grouped.'),
    }).describe('How numbers are written.'),
    units: each(UNIT_NAMES, (name) => pattern.describe(`${name} in running text; {n} is the number.`)).describe(
      'Units in running text.',
    ),
    unitNames: each(UNIT_NAMES, (name) =>
      z.string(expect('text')).describe(`${name} in heads of tables and subtitles of charts.`),
    ).describe('Units in heads of tables and subtitles of charts.'),
    ordinal: pattern.describe('A rank; one form for each ordinal category.'),
    ordinalWords: list(line()).describe('Ordinals in words, from the first.'),
    numberWords: list(line()).describe('Numbers in words, from zero.'),
    range: line().describe('A range of two numbers, {from} and {to}.'),
    rangeSigned: line().describe('The same, where one of them is negative.'),
    list: map({
      two: line().describe('Joins two items, {a} and {b}.'),
      middle: line().describe('Joins all but the last.'),
      last: line().describe('Joins the last.'),
    }).describe('How items are joined.'),
    quarter: line().describe('A quarter: {quarter}, {roman}, {ordinal}, {year}.'),
    quarterShort: line().describe('The same, short.'),
    month: line().describe('A month: {m}, {mm}, {m0}, {month}, {mon}, {year}.'),
    monthShort: line().describe('The same, short.'),
    months: line().describe('Months from–to: {m1}, {m2} and so on.'),
    monthsShort: line().describe('The same, short.'),
    monthRuns: record(matching(/^([1-9]|1[0-2])-([1-9]|1[0-2])$/, 'month_run'), line()).describe(
      'Runs of months with a name of their own: 1-6.',
    ),
    span: line().describe('Years from–to, {from} and {to}.'),
    spanLong: line().describe('The same in running text.'),
    dateLong: line().describe('A date in full: {d}, {dd} and the gaps of the month.'),
    dateShort: line().describe('The same, short.'),
    monthNames: months.describe('The twelve months.'),
    monthNamesShort: months.describe('The same, short.'),
    words: each(WORDS, (name) => line().describe(`The word for “${name}”; {n} is the size of the number.`)).describe(
      'Words that follow the sign of a number, and the words of a truth.',
    ),
    statuses: each(['e', 'p', 'r', 'a', 'b', 'x'], (name) =>
      line().describe(`What the mark [${name}] means.`),
    ).describe('What the marks of figures mean.'),
    verdicts: each(VERDICTS, (name) => line().describe(`The verdict “${name}”.`)).describe('The verdicts on claims.'),
    certainties: each(['A', 'B', 'C', 'P'], (name) =>
      line().describe(`How sure a source of class ${name} is.`),
    ).describe('How sure a source is.'),
    phrases: phrases.describe('Fixed texts of the page, and chart texts as chart.<chart>.<key>.'),
  });

export type LocaleShape = z.output<ReturnType<typeof locale>>;
