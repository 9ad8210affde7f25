/** Helpers for what both languages share: terms, fixed phrases, verdicts, claims, sources, and lists to loop over. Part of `render`. */
import type { LetterSpec } from '../model/content.ts';
import type { Lang, Text } from '../model/language.ts';
import { type Claim, VERDICTS, type Verdict } from '../model/ledger.ts';
import { closest } from '../model/nearest.ts';
import type { Source } from '../model/series.ts';
import { type Place, problem } from '../problem.ts';
import { hasPart } from './live.ts';
import { yearOf } from './number-helpers.ts';
import { fixedHtml, phraseHtml } from './phrase-html.ts';
import { revisionHelper } from './revision-rows.ts';
import {
  bare,
  escapeHtml,
  everyLanguage,
  formatOf,
  type Helper,
  nextId,
  type Options,
  place,
  placeOf,
  type State,
  safe,
} from './state.ts';
import { anchorOf } from './text-helpers.ts';

type LeftOut = State['content']['edition']['leftOut'][number];

/** Makes the helpers for shared objects. `runPartial` prints a partial by name: the marks of verdicts are partials. */
export function sharedHelpers(state: State, runPartial: (name: string) => string): Record<string, Helper> {
  /** In a language its text, between languages both, one above the other. */
  const both = (options: Options, html: (lang: Lang, block: string) => string, at = placeOf(options)): unknown => {
    if (options.data.lang !== undefined) return safe(html(options.data.lang, options.data.block ?? state.section));
    const id = nextId(state, 'k');
    const text = everyLanguage(state, (lang) => html(lang, id));
    // What has no words is a number: it stands once, in the first language's notation. So does what is the same in all.
    const words = Object.values(text).map((each) => each.replace(/<[^>]*>|&\w+;|\[[a-z]\]/g, ''));
    const kind = words.every((each) => !/\p{L}/u.test(each) || each === words[0]) ? 'first' : 'stack';
    return place(state, { ...bare(state, id, at), kind, text });
  };

  return {
    term: ((id: string, options: Options) => {
      const term = state.content.terms.get(id);
      if (!term) {
        const near = closest(id, state.content.terms.keys());
        state.problems.push(problem('template-unknown', placeOf(options), { what: 'term', name: id, near }));
        return '';
      }
      return both(options, (lang) =>
        escapeHtml(
          options.hash.capital === true ? formatOf(state, lang).capital(term[lang] ?? '') : (term[lang] ?? ''),
        ),
      );
    }) as Helper,
    say: ((key: string, options: Options) =>
      both(options, (lang, block) => fixedHtml(state, key, lang, block))) as Helper,
    status: ((letter: string) => safe(`<span class="status">\u00a0[${escapeHtml(letter)}]</span>`)) as Helper,
    dash: (() => safe('–')) as Helper,
    document_number: ((text: string) =>
      safe(`<span class="nowrap" data-exempt="document">${escapeHtml(text)}</span>`)) as Helper,
    date: ((options: Options) =>
      both(
        options,
        (lang) =>
          `<time data-exempt="date">${escapeHtml(formatOf(state, lang).date(state.content.edition.date, options.hash.form === 'short' ? 'short' : 'long'))}</time>`,
      )) as Helper,
    verdict: ((verdict: Verdict, options: Options) =>
      both(options, (lang) => escapeHtml(formatOf(state, lang).locale.verdicts[verdict]))) as Helper,
    mark: ((verdict: string) => safe(runPartial(`marks/${verdict}`).trim())) as Helper,
    claim_text: ((claim: Claim, field: 'text' | 'stated' | 'recomputed' | 'basis', options: Options) => {
      const text: Text | undefined = claim?.[field];
      // A cell is never empty: Chromium would drop it from the PDF's table, and the row would be ragged.
      if (!text || Object.values(text).every((each) => each === '')) return safe('–');
      const said = (lang: Lang, block: string): string => phraseHtml(state, text[lang] ?? '', lang, block, claim.place);
      // The basis names sources and their dates, which are no figures of the brief.
      const exempt = (lang: Lang, block: string): string => `<span data-exempt="source">${said(lang, block)}</span>`;
      return both(options, field === 'basis' ? exempt : said, claim.place);
    }) as Helper,
    has: function (this: unknown, part: string, options: Options) {
      const shown = hasPart(state.content.edition, part);
      return shown ? options.fn(this, { data: options.data }) : options.inverse(this, { data: options.data });
    } as Helper,
    left_out_text: ((point: LeftOut, options: Options) =>
      both(
        options,
        (lang, block) => phraseHtml(state, point.reason[lang] ?? '', lang, block, point.place),
        point.place,
      )) as Helper,
    source_text: ((source: Source, options: Options) =>
      both(options, (lang) => {
        // A licence that has a name is named; the terms of the others are words for those who keep the data.
        const licence = /^CC[ A-Z-]* [\d.]+$/.test(source.licence)
          ? ` (${source.licence.replaceAll(' ', '\u00a0')})`
          : '';
        const name = `${source.publisher[lang] ?? ''}, ${source.title[lang] ?? ''}`;
        // A title that tells its year needs no date.
        const published = name.includes(source.published.slice(0, 4))
          ? ''
          : `, ${formatOf(state, lang).date(source.published, 'short')}`;
        const said = `${name}${published}${licence}`;
        return `<span data-exempt="source">${escapeHtml(said)}</span>`;
      })) as Helper,
    project: ((field: 'publisher' | 'disclaimer' | 'contact' | 'licence', options: Options) => {
      const value: Text = state.content.project[field];
      return both(options, (lang) => `<span data-exempt="document">${escapeHtml(value[lang] ?? '')}</span>`);
    }) as Helper,
    letter: ((field: Exclude<keyof LetterSpec, 'to' | 'copies'>, options: Options) => {
      const value = state.content.edition.letter?.[field] ?? '';
      return both(options, (lang) => {
        const said = typeof value === 'string' ? value : (value[lang] ?? '');
        return letterHtml(options.hash.capitals === true ? said.toLocaleUpperCase(lang) : said);
      });
    }) as Helper,
    legend_line: ((options: Options) =>
      both(
        options,
        (lang, block) => `<span data-exempt="notation">${fixedHtml(state, 'page.notation', lang, block)}</span>`,
      )) as Helper,
    section: ((id: string) => safe(state.sections.get(id) ?? '')) as Helper,
    ...listHelpers(state),
  };
}

function listHelpers(state: State): Record<string, Helper> {
  const { content, ledger } = state;
  /** Runs a block once for each thing, which is its block parameter. */
  const each = (things: (...args: never[]) => readonly unknown[]): Helper =>
    function (this: unknown, ...args: unknown[]) {
      const options = args.at(-1) as Options;
      return things(...(args as never[]))
        .map((thing) => options.fn(this, { data: options.data, blockParams: [thing] }))
        .join('');
    } as Helper;

  return {
    each_point: each((...args: unknown[]) => {
      const options = args.at(-1) as Options;
      const only = wordsOf(options.hash.only);
      return content.edition.points
        .map((point, i) => ({
          id: point.id,
          anchor: anchorOf(point.id),
          number: safe(`<span data-exempt="list">${i + 1}</span>`),
          name: nameOf(state, point.id, placeOf(options)),
        }))
        .filter((point) => !only || only.includes(point.id));
    }),
    each_claim: each((...args: unknown[]) => {
      const { hash } = args.at(-1) as Options;
      const points = wordsOf(hash.point);
      const numbers = content.edition.points.map((point) => point.id);
      return ledger.claims
        .filter((claim) => (points ? points.includes(claim.point) : true) && (hash.strip === true ? claim.strip : true))
        .filter(
          (claim) => (hash.verdict === undefined || claim.verdict === hash.verdict) && claim.verdict !== hash.without,
        )
        .map((claim) => ({
          ...claim,
          number: safe(`<span data-exempt="list">${Number(claim.id.replace(/\D/g, ''))}</span>`),
          // Where a list gathers several points, each claim tells its own.
          of:
            points && points.length > 1
              ? safe(`<span class="of-point" data-exempt="list">${numbers.indexOf(claim.point) + 1} </span>`)
              : '',
        }));
    }),
    each_left_out: each(() => content.edition.leftOut),
    each_verdict: each(() => VERDICTS.map((id) => ({ id, fact: `claims_${id}` }))),
    each_year: each((from: unknown, to: unknown, options: Options) => {
      const [first, last] = [yearOf(state, from, options), yearOf(state, to, options)];
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    }),
    each_revision: revisionHelper(state),
    each_letter: each((field: 'to' | 'copies', options: Options) =>
      (content.edition.letter?.[field] ?? []).map((text) => {
        const html = everyLanguage(state, (lang) => letterHtml(text[lang] ?? ''));
        return { name: stacked(state, html, placeOf(options)) };
      }),
    ),
    each_source: each(() => usedSources(state)),
    each_term: each((list: unknown) => String(list).trim().split(/\s+/)),
  };
}

/** The words of an option, `only="scale growth"`; undefined where it is not given. */
const wordsOf = (option: unknown): readonly string[] | undefined =>
  option === undefined ? undefined : String(option).trim().split(/\s+/);

/** A point's name in every language, as its kicker gives it: both lines in a pair. */
function nameOf(state: State, section: string, at: Place): unknown {
  const text = state.names.get(section);
  return text ? stacked(state, text, at) : section;
}

/** What an office writes into its letter: numbers of documents and dates are no figures. */
const letterHtml = (text: string): string => `<span data-exempt="document">${escapeHtml(text)}</span>`;

/** A text in every language: one above the other in a pair. */
function stacked(state: State, text: Readonly<Record<Lang, string>>, at: Place): unknown {
  const id = nextId(state, 'name');
  return place(state, { ...bare(state, id, at), kind: 'stack', text });
}

/** The sources of every fact printed so far, in the order of sources.yaml. */
function usedSources(state: State): readonly unknown[] {
  const used = new Set(state.uses.flatMap((use) => state.ledger.facts.get(use.fact)?.sources ?? []));
  for (const drawing of state.drawings.all) {
    for (const use of drawing.uses)
      for (const source of state.ledger.facts.get(use.fact)?.sources ?? []) used.add(source);
  }
  return [...state.content.sources.values()]
    .filter((source) => used.has(source.id))
    .map((source) => ({ ...source, texts: source }));
}
