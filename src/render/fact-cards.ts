/** What stands behind each number of the page, for the screen: a card a fact, shown on hover, focus or tap without script. Part of `render`. */
import type { Lang } from '../model/language.ts';
import type { Fact, Input } from '../model/ledger.ts';
import type { Cell } from '../model/series.ts';
import { fixedHtml } from './phrase-html.ts';
import {
  escapeHtml,
  everyLanguage,
  formatOf,
  nextId,
  type Options,
  place,
  placeOf,
  type State,
  safe,
} from './state.ts';

type Helper = (this: unknown, ...args: never[]) => unknown;

/** A rank reads hundreds of cells; a card names the first of them and says how many more there are. */
const CELLS_SHOWN = 6;
/** Digits of the exact value: what is printed was rounded from it. */
const EXACT = 6;

/** `{{fact_cards}}`: a card for every fact printed so far, and the rules that show it. Stands once, at the end of the frame. */
export function factCardsHelper(state: State): Helper {
  return ((options: Options) => {
    const ids = [...new Set(state.uses.filter((use) => use.text !== '').map((use) => use.fact))];
    const facts = ids.flatMap((id) => state.ledger.facts.get(id) ?? []);
    const cards = facts.map((fact) => card(state, fact, options)).join('\n');
    // Hover and focus without script: one rule a fact, since CSS cannot compare a link's target with an id.
    const rules = facts
      .map(({ id }) => `body:has(a[href="#${anchorOfFact(id)}"]:is(:hover,:focus-visible)) #${anchorOfFact(id)}`)
      .join(',\n');
    return safe(
      `<style>${rules} { display: block; }</style>\n<div class="fact-cards"><span id="closed"></span>\n${cards}\n</div>`,
    );
  }) as Helper;
}

/** `f-exports_growth-2005`: an id that CSS can name without escapes. */
export const anchorOfFact = (id: string): string => `f-${id.replace(/[^A-Za-z0-9_]/g, '-')}`;

function card(state: State, fact: Fact, options: Options): string {
  const cells = cellsOf(state, fact);
  const shown = cells
    .slice(0, CELLS_SHOWN)
    .map((cell) => cellText(cell))
    .join('; ');
  const more = cells.length > CELLS_SHOWN ? ` … +${cells.length - CELLS_SHOWN}` : '';
  const exact = typeof fact.value === 'number' ? Number(fact.value.toPrecision(EXACT + 3)) : fact.value;
  const text = everyLanguage(state, (lang) => {
    const value =
      typeof exact === 'number' ? formatOf(state, lang).quantity(exact, fact.unit, decimalsOf(exact), fact.status) : '';
    const sources = fact.sources.map((id) => state.content.sources.get(id)?.line[lang] ?? id).join('; ');
    return [
      `<b>${escapeHtml(value)}</b> · ${escapeHtml(periodText(state, fact, lang))}`,
      sources ? `<br>${fixedHtml(state, 'page.source', lang, 'card')}: ${escapeHtml(sources)}` : '',
    ].join('');
  });
  const id = nextId(state, 'card');
  const words = place(state, {
    id,
    kind: 'stack',
    tag: 'span',
    className: '',
    text,
    target: undefined,
    attributes: {},
    section: state.section,
    place: placeOf(options),
  });
  const close = place(state, {
    id: `${id}x`,
    kind: 'stack',
    tag: 'span',
    className: '',
    text: everyLanguage(state, (lang) => fixedHtml(state, 'screen.close', lang, 'card')),
    target: undefined,
    attributes: {},
    section: state.section,
    place: placeOf(options),
  });
  return (
    `<aside class="fact-card" id="${anchorOfFact(fact.id)}" data-exempt="card"><div class="fact-words">${words}</div>` +
    `<p class="fact-formula" lang="zxx"><code>${escapeHtml(fact.id)} = ${escapeHtml(fact.expression)}</code>${shown ? `<br><code>${escapeHtml(shown + more)}</code>` : ''}</p>` +
    `<a class="fact-close" href="#closed">${close}</a></aside>`
  );
}

/** As many decimals as the value has, six at most. */
const decimalsOf = (value: number): number => Math.min(EXACT, String(value).split('.')[1]?.length ?? 0);

const periodText = (state: State, fact: Fact, lang: Lang): string => formatOf(state, lang).period(fact.period, 'short');

/** The cells a fact was computed from, through the facts between; each once, in order of reading. */
function cellsOf(state: State, fact: Fact): Cell[] {
  const cells = new Map<string, Cell>();
  const visit = (inputs: readonly Input[]): void => {
    for (const input of inputs) {
      if ('cell' in input) cells.set(cellText(input.cell), input.cell);
      else visit(state.ledger.facts.get(input.fact)?.inputs ?? []);
    }
  };
  visit(fact.inputs);
  return [...cells.values()];
}

const cellText = (cell: Cell): string =>
  `${cell.series}${cell.item === undefined ? '' : `.${cell.item}`}@${cell.vintage}[${cell.period}] = ${cell.value}`;
