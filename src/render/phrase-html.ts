/** Phrases of YAML as HTML: every fact in them noted as a use, every year marked as one. Part of `render`. */
import { printFact } from '../model/forms.ts';
import type { Lang } from '../model/language.ts';
import type { Fact } from '../model/ledger.ts';
import { closest } from '../model/nearest.ts';
import { type FactRef, parts, yearOf } from '../model/phrase.ts';
import { type Place, problem } from '../problem.ts';
import { escapeHtml, formatOf, printed, type State } from './state.ts';

/** Prints a phrase in a language; what is unknown is reported at `at`. */
export function phraseHtml(state: State, text: string, lang: Lang, block: string, at: Place): string {
  const { ledger } = state;
  const format = formatOf(state, lang);
  const find = ({ name, year }: FactRef): Fact | undefined => {
    const wanted = year && yearOf(year, ledger.window);
    const fact = ledger.find(name, wanted);
    if (!fact) unknown(state, at, wanted === undefined ? name : `${name}.${wanted}`);
    return fact;
  };
  return parts(text)
    .map((part) => {
      if (part.kind === 'text') return escapeHtml(part.text);
      if (part.kind === 'year') {
        const year = yearOf(part.year, ledger.window);
        if (year !== undefined) return `<time>${escapeHtml(format.year(year))}</time>`;
        state.problems.push(problem('previous-missing', at, { name: part.year.name ?? '' }));
        return '';
      }
      if (part.kind === 'fault') {
        const { kind, name, known } = part.fault;
        state.problems.push(
          problem('unknown-name', at, { what: kind === 'name' ? 'fact' : kind, name, near: closest(name, known) }),
        );
        return '';
      }
      const [from, to] = part.facts.map(find);
      if (!from || (part.facts.length === 2 && !to)) return '';
      if (!to) return printed(state, from, printFact(from, format, part.form), lang, block, at);
      const range = format.range(Number(from.value), Number(to.value), to.unit, to.decimals, to.status ?? from.status);
      state.uses.push({ fact: to.id, text: range, lang, block, place: at });
      return printed(state, from, range, lang, block, at);
    })
    .join('');
}

function unknown(state: State, at: Place, name: string): void {
  const [head = name] = name.split('.');
  const declared = state.ledger.names.includes(head);
  const near = closest(head, state.ledger.names);
  state.problems.push(
    declared
      ? problem('fact-not-available', at, { what: 'fact', name })
      : problem('unknown-name', at, { what: 'fact', name: head, near }),
  );
}

/** A fixed phrase of the locale as HTML; the walk has checked that the key exists. */
export function fixedHtml(state: State, key: string, lang: Lang, block: string): string {
  const said = state.content.locales.get(lang)?.phrases.get(key);
  return said ? phraseHtml(state, said.text, lang, block, said.place) : '';
}

/** A fixed phrase without markup, for margin boxes and metadata. */
export const fixedText = (state: State, key: string, lang: Lang): string =>
  plainText(fixedHtml(state, key, lang, `fixed:${key}`));

/** The text of a piece of HTML that we made: tags out, entities back to letters. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    );
