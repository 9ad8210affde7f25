/** Helpers that print facts: in a language with its words and units, between languages as a bare number in shared tables. Part of `render`. */

import { type Form, isForm, printFact } from '../model/forms.ts';
import type { Lang } from '../model/language.ts';
import type { Fact } from '../model/ledger.ts';
import { yearOf as yearIn, yearRef } from '../model/phrase.ts';
import { convert, UNITS, type Unit } from '../model/unit.ts';
import { problem } from '../problem.ts';
import {
  bare,
  escapeHtml,
  everyLanguage,
  findFact,
  formatOf,
  type Helper,
  nextId,
  type Options,
  place,
  placeOf,
  printed,
  type State,
  safe,
} from './state.ts';

type Print = (fact: Fact, lang: Lang) => string;

/** Makes the helpers for numbers, years and words bound to data. */
export function numberHelpers(state: State): Record<string, Helper> {
  /** A helper over one fact, with an optional year before the options. */
  const over = (print: (options: Options) => Print): Helper =>
    ((name: unknown, ...rest: unknown[]) => {
      const options = rest.at(-1) as Options;
      const fact = findFact(state, name, rest.length > 1 ? rest[0] : undefined, options);
      return fact ? show(state, fact, options, print(options)) : '';
    }) as Helper;

  return {
    fact: over((options) => (fact, lang) => {
      const { value, unit, decimals } = wanted(state, fact, options);
      const format = formatOf(state, lang);
      const form = options.hash.form ?? 'quantity';
      if (!isForm(String(form))) return format.quantity(value, unit, decimals, fact.status);
      return printFact({ ...fact, value, unit, decimals }, format, form as Form);
    }),
    cell: over((options) => (fact, lang) => {
      const { value, decimals } = wanted(state, fact, options);
      return formatOf(state, lang).number(value, decimals, sign(options));
    }),
    change: over((options) => (fact, lang) => {
      const { value, unit, decimals } = wanted(state, fact, options);
      return formatOf(state, lang).change(value, unit, decimals);
    }),
    rank: over(() => (fact, lang) => formatOf(state, lang).ordinal(numberOf(fact))),
    word: over((options) => (fact, lang) => formatOf(state, lang).word(numberOf(fact), options.hash.capital === true)),
    fact_year: over(() => (fact, lang) => formatOf(state, lang).year(numberOf(fact))),
    period: over((options) => (fact, lang) => {
      const format = formatOf(state, lang);
      const text = format.period(fact.period, options.hash.form === 'short' ? 'short' : 'long');
      return options.hash.capital === true ? format.capital(text) : text;
    }),
    vintage: ((name: unknown, series: string, options: Options) => {
      const id = findFact(state, name, undefined, options)?.vintages.find((each) => each.startsWith(`${series}@`));
      const vintage = state.content.series.get(series)?.vintages.find((each) => `${series}@${each.id}` === id);
      if (!vintage) {
        state.problems.push(problem('fact-not-available', placeOf(options), { what: 'vintage of', name: series }));
        return '';
      }
      // When a figure was published is no figure of the brief.
      const text = formatOf(state, String(options.data.lang)).date(vintage.published, 'long');
      return safe(`<span data-exempt="vintage">${escapeHtml(text)}</span>`);
    }) as Helper,
    range: ((from: unknown, to: unknown, options: Options) => {
      const [a, b] = [findFact(state, from, undefined, options), findFact(state, to, undefined, options)];
      if (!a || !b) return '';
      const low = wanted(state, a, options);
      const lang = String(options.data.lang);
      const text = formatOf(state, lang).range(low.value, wanted(state, b, options).value, low.unit, low.decimals);
      const block = options.data.block ?? state.section;
      state.uses.push({ fact: b.id, text, lang, block, place: placeOf(options) });
      return safe(`<span class="nowrap">${printed(state, a, text, lang, block, placeOf(options))}</span>`);
    }) as Helper,
    direction: ((name: unknown, up: string, down: string, third: unknown, options?: Options) => {
      const last = options ?? (third as Options);
      const fact = findFact(state, name, undefined, last);
      if (!fact) return '';
      const value = numberOf(fact);
      if (value === 0)
        return typeof third === 'string' ? third : formatOf(state, String(last.data.lang)).locale.words.unchanged;
      return value > 0 ? up : down;
    }) as Helper,
    year: ((name: unknown, options: Options) => {
      const year = yearOf(state, name, options);
      const print = (lang: Lang) => `<time>${escapeHtml(formatOf(state, lang).year(year))}</time>`;
      return safe(print(options.data.lang ?? state.languages[0] ?? ''));
    }) as Helper,
    span: ((from: unknown, to: unknown, options: Options) => {
      const [a, b] = [yearOf(state, from, options), yearOf(state, to, options)];
      const lang = options.data.lang ?? state.languages[0] ?? '';
      return safe(`<time class="nowrap">${escapeHtml(formatOf(state, lang).span(a, b))}</time>`);
    }) as Helper,
    when: function (this: unknown, name: unknown, ...rest: unknown[]) {
      const options = rest.at(-1) as Options;
      const fact = findFact(state, name, rest.length > 1 ? rest[0] : undefined, options);
      if (fact) asserted(state, fact, options);
      return fact?.value ? options.fn(this, { data: options.data }) : options.inverse(this, { data: options.data });
    } as Helper,
    ensure: ((name: unknown, ...rest: unknown[]) => {
      const options = rest.at(-1) as Options;
      const fact = findFact(state, name, rest.length > 1 ? rest[0] : undefined, options);
      if (fact) asserted(state, fact, options);
      if (fact && fact.value !== true)
        state.problems.push(problem('statement-not-true', placeOf(options), { fact: fact.expression }));
      return '';
    }) as Helper,
  };
}

/** Notes that a block's words rest on a fact that is not printed. */
function asserted(state: State, fact: Fact, options: Options): void {
  state.uses.push({
    fact: fact.id,
    text: '',
    lang: options.data.lang ?? '',
    block: options.data.block ?? state.section,
    place: placeOf(options),
  });
}

const numberOf = (fact: Fact): number => (typeof fact.value === 'number' ? fact.value : Number.NaN);

const sign = (options: Options): { sign: 'always' } | undefined =>
  options.hash.sign === 'always' ? { sign: 'always' } : undefined;

/** The value in the unit and with the decimals that the template asks for; `as` of another kind is a problem. */
function wanted(state: State, fact: Fact, options: Options): { value: number; unit: Unit; decimals: number } {
  const decimals = options.hash.decimals === undefined ? fact.decimals : Number(options.hash.decimals);
  const as = options.hash.as as Unit | undefined;
  const value = options.hash.unit === 'positive' ? Math.abs(numberOf(fact)) : numberOf(fact);
  if (as === undefined) return { value, unit: fact.unit, decimals };
  if (UNITS[as]?.kind !== UNITS[fact.unit].kind) {
    state.problems.push(
      problem('template-unknown', placeOf(options), {
        what: `unit for ${fact.unit}`,
        name: String(as),
        near: undefined,
      }),
    );
    return { value, unit: fact.unit, decimals };
  }
  return { value: convert(value, fact.unit, as), unit: as, decimals };
}

/** In a language: the words. Between languages: one number, in the notation of the document's first language. */
function show(state: State, fact: Fact, options: Options, print: Print): unknown {
  const { lang, block } = options.data;
  const at = placeOf(options);
  if (lang !== undefined) return safe(printed(state, fact, print(fact, lang), lang, block ?? state.section, at));
  const id = nextId(state, 'n');
  const shown = typeof fact.value === 'number' ? wanted(state, fact, options).value : fact.value;
  const text = everyLanguage(state, (each) => printed(state, fact, print(fact, each), each, id, at, shown));
  return place(state, { ...bare(state, id, at), kind: 'first', text });
}

/** `end`, `base`, `end-3` or a plain year as a number. The walk has refused other words; a name of the template may still stand for one. */
export function yearOf(state: State, name: unknown, options: Options): number {
  const ref = yearRef(String(name));
  const year = ref && yearIn(ref, state.ledger.window);
  if (year !== undefined) return year;
  state.problems.push(
    ref
      ? problem('previous-missing', placeOf(options), { name: ref.name ?? '' })
      : problem('template-unknown', placeOf(options), { what: 'year', name: String(name) }),
  );
  return Number.NaN;
}
