/** Helpers that hold a text in every language, and the parts of a page around them: headings, paragraphs, charts, links. Part of `render`. */
import type { Block } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { fixedHtml } from './phrase-html.ts';
import {
  bare,
  everyLanguage,
  type Helper,
  inLanguage,
  nextId,
  type Options,
  place,
  placeOf,
  type State,
} from './state.ts';

/** The text blocks: helper → HTML element and class. A new kind of text is a line here and a rule in the styles. */
const TEXTS = {
  title: ['h1', 'title'],
  standfirst: ['p', 'standfirst'],
  kicker: ['p', 'kicker'],
  heading: ['h2', 'heading'],
  subheading: ['h3', 'subheading'],
  subtitle: ['p', 'subtitle'],
  paragraph: ['p', 'paragraph'],
  note: ['p', 'note'],
  source_note: ['p', 'source'],
  small: ['p', 'small'],
  item: ['p', 'item'],
  label: ['p', 'label'],
} as const;

/** What stands before a text of its kind: the number of the point before its name, the word “Note” before a caveat. */
const LEADS: Readonly<Record<string, (state: State, lang: Lang) => string>> = {
  kicker: (state) => {
    const number = state.content.edition.points.findIndex((point) => point.id === state.section) + 1;
    return number > 0 ? `<span class="chip" data-exempt="list">${number}</span> ` : '';
  },
  note: (state, lang) => `<b>${fixedHtml(state, 'page.note', lang, 'note')}:</b> `,
};

/** Makes the helpers for texts. */
export function textHelpers(state: State): Record<string, Helper> {
  const helpers: Record<string, Helper> = {};
  for (const [name, [tag, className]] of Object.entries(TEXTS)) {
    helpers[name] = function (this: unknown, options: Options) {
      const lead = LEADS[name];
      return pair(
        state,
        this,
        options,
        { kind: 'pair', tag, className: withClass(className, options) },
        name,
        lead && ((lang) => lead(state, lang)),
      );
    } as Helper;
  }
  helpers.pair = function (this: unknown, tag: string, options: Options) {
    return pair(state, this, options, { kind: 'pair', tag, className: withClass('', options) }, 'x');
  } as Helper;
  helpers.stack = function (this: unknown, options: Options) {
    return pair(state, this, options, { kind: 'stack', tag: 'span', className: withClass('', options) }, 'k');
  } as Helper;
  helpers.main_point = function (this: unknown, options: Options) {
    const to = String(options.hash.to ?? '');
    const block = pair(
      state,
      this,
      options,
      { kind: 'pair', tag: 'p', className: 'main-point' },
      'm',
      undefined,
      (lang) => link(state, to, lang),
    );
    return block;
  } as Helper;
  for (const lang of state.languages) {
    helpers[lang] = function (this: unknown, options: Options) {
      return options.data.lang === lang ? options.fn(this, { data: options.data }) : '';
    } as Helper;
  }
  helpers.print = medium(state, 'print');
  helpers.screen = medium(state, 'screen');
  helpers.bilingual = medium(state, 'bilingual');
  helpers.chart = ((id: string, options: Options) =>
    place(state, {
      ...bare(state, nextId(state, 'chart'), placeOf(options)),
      kind: 'chart',
      target: id,
      className: String(options.hash.class ?? ''),
    })) as Helper;
  helpers.page = ((anchor: string, options: Options) =>
    place(state, {
      ...bare(state, nextId(state, 'page'), placeOf(options)),
      kind: 'page',
      target: anchorOf(anchor),
    })) as Helper;
  return helpers;
}

/** The anchor of a section: what contents and main points link to. */
export const anchorOf = (section: string): string => `point-${section}`;

const withClass = (own: string, options: Options): string =>
  [own, options.hash.class].filter((name) => typeof name === 'string' && name !== '').join(' ');

function pair(
  state: State,
  context: unknown,
  options: Options,
  shape: Pick<Block, 'kind' | 'tag' | 'className'>,
  name: string,
  before: (lang: Lang) => string = () => '',
  after: (lang: Lang) => string = () => '',
): unknown {
  const outer = options.data.lang;
  // Inside a language already (a stack within a sentence makes no sense): only that language's words are wanted.
  if (outer !== undefined) return options.fn(context, { data: options.data });
  const id = typeof options.hash.id === 'string' ? `${state.section}-${options.hash.id}` : nextId(state, name);
  const words = everyLanguage(state, (lang) => inLanguage(options, context, lang, id));
  if (name === 'kicker') state.names.set(state.section, words);
  const text = everyLanguage(state, (lang) => before(lang) + (words[lang] ?? '') + after(lang));
  return place(state, { ...bare(state, id, placeOf(options)), ...shape, text });
}

/** "tr. 2" in print, "điểm 1" on screen: both lead to the section. */
function link(state: State, to: string, lang: Lang): string {
  const anchor = anchorOf(to);
  const number = state.content.edition.points.findIndex((point) => point.id === to) + 1;
  const print = `<a href="#${anchor}" class="to-page">${fixedHtml(state, 'page.short', lang, 'link')}\u00a0<span class="pageno" data-page="${anchor}">0</span></a>`;
  const screen = `<a href="#${anchor}" class="to-point">${fixedHtml(state, 'page.point', lang, 'link')}\u00a0<span data-exempt="list">${number}</span></a>`;
  const id = nextId(state, `link-${lang}`);
  for (const [target, html] of [
    ['print', print],
    ['screen', screen],
  ] as const) {
    state.blocks.set(`${id}-${target}`, {
      id: `${id}-${target}`,
      kind: 'medium',
      tag: '',
      className: '',
      text: { '*': html },
      target,
      attributes: {},
      section: state.section,
      place: state.content.edition.place,
    });
  }
  return ` <brief-block id="${id}-print"></brief-block><brief-block id="${id}-screen"></brief-block>`;
}

/** HTML for one medium alone, or for documents of two languages alone. */
function medium(state: State, target: 'print' | 'screen' | 'bilingual'): Helper {
  return function (this: unknown, options: Options) {
    // A block that holds one helper alone gives what that helper gives: a SafeString, no text.
    const html = String(options.fn(this, { data: options.data }));
    return place(state, {
      ...bare(state, nextId(state, target), placeOf(options)),
      kind: 'medium',
      target,
      text: { '*': html },
    });
  } as Helper;
}
