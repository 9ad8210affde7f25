/** What rendering gathers: blocks, uses of facts, problems. Helpers write here and return HTML or a placeholder. Part of `render`. */
import Handlebars from 'handlebars';
import type { Content } from '../model/content.ts';
import type { Block, Drawings } from '../model/document.ts';
import type { Format } from '../model/format.ts';
import type { Lang } from '../model/language.ts';
import type { Fact, Ledger, Use } from '../model/ledger.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { PLACE } from './check-template.ts';

export interface State {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly drawings: Drawings;
  readonly formats: ReadonlyMap<Lang, Format>;
  readonly languages: readonly Lang[];
  readonly blocks: Map<string, Block>;
  readonly uses: Use[];
  readonly problems: Problem[];
  /** Points in order, with the name that their kicker gives them. */
  readonly names: Map<string, Readonly<Record<Lang, string>>>;
  /** Sections rendered so far. */
  readonly sections: Map<string, string>;
  /** The section being rendered. */
  section: string;
  readonly counts: Map<string, number>;
}

/** The frame of data that helpers see: the language and the block they are in. */
export interface Frame {
  readonly lang?: Lang;
  readonly block?: string;
}

export interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: Frame & Record<string, unknown>;
  fn(context: unknown, options?: { data?: unknown; blockParams?: readonly unknown[] }): string;
  inverse(context: unknown, options?: { data?: unknown }): string;
}

/** A helper as Handlebars calls it: arguments, then options. */
export type Helper = (this: unknown, ...args: never[]) => unknown;

/** Where a helper stands in the templates. */
export function placeOf(options: Options): Place {
  const text = String(options.hash[PLACE] ?? '');
  const [, file = 'templates', line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(text) ?? [];
  return { file, line: Number(line), column: Number(column) };
}

/** `scale-p2`: section, kind, running number. Stable as long as the order of blocks of that kind is. */
export function nextId(state: State, kind: string): string {
  const key = `${state.section}-${kind}`;
  const n = (state.counts.get(key) ?? 0) + 1;
  state.counts.set(key, n);
  return `${key}${n}`;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c);

export const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);

/** A block of the section being rendered that is a span without class or target, and has no text yet. */
export const bare = (state: State, id: string, at: Place): Block => ({
  id,
  kind: 'pair',
  tag: 'span',
  className: '',
  text: {},
  target: undefined,
  attributes: {},
  section: state.section,
  place: at,
});

/** Leaves a placeholder where the block stands. */
export function place(state: State, block: Block): Handlebars.SafeString {
  state.blocks.set(block.id, block);
  return safe(`<brief-block id="${block.id}"></brief-block>`);
}

/** Runs a block's text in one language. */
export function inLanguage(options: Options, context: unknown, lang: Lang, block: string): string {
  const data = Handlebars.createFrame(options.data);
  data.lang = lang;
  data.block = block;
  return tidy(String(options.fn(context, { data })));
}

/** White space as HTML means it: one space between words, none at the ends. No-break spaces stay. */
export const tidy = (html: string): string => html.replace(/[ \t\r\n]+/g, ' ').trim();

/** The same text in every language of the project. */
export function everyLanguage(state: State, text: (lang: Lang) => string): Record<Lang, string> {
  return Object.fromEntries(state.languages.map((lang) => [lang, text(lang)]));
}

/**
 * Notes that a fact was printed; gives the HTML, on screen an element that tells its fact.
 * @param value what the text shows before rounding, where it is not the fact's own: in another unit, without its sign
 */
export function printed(
  state: State,
  fact: Fact,
  text: string,
  lang: Lang,
  block: string,
  at: Place | undefined,
  value: number | boolean = fact.value,
): string {
  state.uses.push({ fact: fact.id, text, lang, block, place: at });
  const exact = typeof value === 'boolean' ? '' : ` value="${value}"`;
  return `<data data-fact="${fact.id}"${exact}>${escapeHtml(text)}</data>`;
}

/** Why there is no such fact: a family needs a year, and has some years only; any other failed, or is not of this edition. */
function noFact(state: State, name: string, year: string | undefined, at: Place): Problem {
  const years = state.ledger.family(name).flatMap((fact) => fact.years[0] ?? []);
  if (years.length === 0)
    return problem('fact-not-available', at, { what: 'fact', name: year === undefined ? name : `${name}.${year}` });
  if (year === undefined) return problem('fact-without-year', at, { name });
  return problem('family-year-outside', at, { family: name, year, known: `${years[0]} to ${years.at(-1)}` });
}

/** Finds a fact by the name a template gives; `exports_growth.end`, or a name and a year. Reports what is missing. */
export function findFact(state: State, name: unknown, year: unknown, options: Options): Fact | undefined {
  const [head = '', tail] = String(name).split('.');
  const wanted = year === undefined ? tail : String(year);
  const fact = state.ledger.find(head, wanted);
  if (!fact) state.problems.push(noFact(state, head, wanted, placeOf(options)));
  return fact;
}

/** The format of a language; every language of the project has one. */
export function formatOf(state: State, lang: Lang): Format {
  const format = state.formats.get(lang);
  if (!format) throw new Error(`no format for ${lang}`);
  return format;
}
