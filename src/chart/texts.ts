/** The words of a row in every language of the document: a phrase of the locale files or a term. Part of `chart`. */
import type { Lang } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import { closest } from '../model/nearest.ts';
import { phrase } from '../model/phrase.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Context } from './context.ts';

/** A number in a text of the drawing. */
export interface Printed {
  readonly fact: string;
  readonly text: string;
  readonly lang: Lang;
}

export interface Words {
  /** One text for each language, in the document's order. */
  readonly lines: readonly string[];
  readonly uses: readonly Printed[];
  readonly years: readonly number[];
  readonly problems: readonly Problem[];
}

/** `month` is the phrase `chart.<chart>.month`; a key with a dot stands for itself. */
export const phraseKey = (chart: string, name: string): string =>
  name.includes('.') ? name : `chart.${chart}.${name}`;

/**
 * Prints a phrase in each language given, with numbers in that language's notation.
 * @param place where the chart asks for it
 * @param ledger where other names than facts may be found, as the text alternative's `point`
 */
export function phraseWords(
  key: string,
  languages: readonly Lang[],
  place: Place,
  context: Context,
  ledger: Ledger = context.ledger,
): Words {
  const problems: Problem[] = [];
  const uses: Printed[] = [];
  const years: number[] = [];
  const lines = languages.map((lang) => {
    const { phrases } = context.formatOf(lang).locale;
    const found = phrases.get(key);
    if (!found) {
      problems.push(
        problem('unknown-name', place, { what: `phrase (${lang})`, name: key, near: closest(key, phrases.keys()) }),
      );
      return key;
    }
    const said = phrase(found.text, { ledger, format: context.formatOf(lang) });
    for (const { kind, name, known } of said.faults) {
      const what = kind === 'name' ? 'fact' : kind;
      problems.push(problem('unknown-name', found.place, { what, name, near: closest(name, known) }));
    }
    uses.push(...said.uses.map(({ fact, printed }) => ({ fact: fact.id, text: printed, lang })));
    years.push(...said.years);
    return said.text;
  });
  return { lines, uses, years, problems };
}

/** A term of data/terms.yaml in each language of the document, with a capital: in a chart it stands alone. */
export function termWords(term: string, place: Place, context: Context): Words {
  const found = context.content.terms.get(term);
  const near = closest(term, context.content.terms.keys());
  return {
    lines: context.languages.map((lang) => context.formatOf(lang).capital(found?.[lang] ?? term)),
    uses: [],
    years: [],
    problems: found ? [] : [problem('unknown-name', place, { what: 'term', name: term, near })],
  };
}
