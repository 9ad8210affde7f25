/**
 * What stands behind each number of the page: a table for the screen, a row a fact, closed at first. Every number links
 * to its row; the page's script shows the row as a card, and without script the link leads there. Part of `render`.
 */
import type { Lang } from '../model/language.ts';
import type { Fact, Input } from '../model/ledger.ts';
import type { Cell } from '../model/series.ts';
import { fixedHtml } from './phrase-html.ts';
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

/** A rank reads hundreds of cells; a row shows the first of them and says how many more there are. */
const CELLS_SHOWN = 6;
/** Digits of the exact value: what is printed was rounded from it. */
const EXACT = 6;

/** `{{facts_table}}`: a row for every fact printed or drawn so far. Stands once, at the end of the frame. */
export function factsTableHelper(state: State): Helper {
  return ((options: Options) => {
    const anchors = sourceAnchors(state);
    const say = (key: string) => stacked(state, options, (lang) => fixedHtml(state, key, lang, 'facts'));
    const head = ['facts.name', 'numbers.value', 'numbers.period', 'facts.formula', 'facts.figures', 'page.source'];
    const rows = shownFacts(state).map((fact) => row(state, fact, anchors, options));
    return safe(
      `<table class="facts"><thead><tr>${head.map((key) => `<th scope="col">${say(key)}</th>`).join('')}</tr></thead>` +
        `<tbody data-exempt="card">${rows.join('')}</tbody></table>`,
    );
  }) as Helper;
}

/** The id of a fact's row: the fact's own id behind a prefix. */
export const anchorOfFact = (id: string): string => `f-${id}`;

/** The facts that the page shows as numbers, in the order of printing; then those that drawings alone show. */
function shownFacts(state: State): Fact[] {
  const printed = state.uses.filter((use) => use.text !== '').map((use) => use.fact);
  const drawn = state.drawings.all.flatMap(({ uses, table, marks }) => [
    ...marks,
    ...[...uses, ...table].map(({ fact }) => fact),
  ]);
  return [...new Set([...printed, ...drawn])]
    .flatMap((id) => state.ledger.facts.get(id) ?? [])
    .filter((fact) => typeof fact.value === 'number');
}

/** Sources that the page has an anchor for, `source-<id>`: the list of sources sets them. */
function sourceAnchors(state: State): ReadonlySet<string> {
  const pieces = [...state.sections.values(), ...[...state.blocks.values()].map((block) => block.text['*'] ?? '')];
  return new Set(pieces.flatMap((html) => [...html.matchAll(/\bid="source-([^"]+)"/g)].map(([, id = '']) => id)));
}

function row(state: State, fact: Fact, anchors: ReadonlySet<string>, options: Options): string {
  const exact = Number(Number(fact.value).toPrecision(EXACT + 3));
  const value = stacked(state, options, (lang) =>
    escapeHtml(formatOf(state, lang).quantity(exact, fact.unit, decimalsOf(exact), fact.status)),
  );
  const period = stacked(state, options, (lang) => escapeHtml(formatOf(state, lang).period(fact.period, 'short')));
  const cells = cellsOf(state, fact);
  const more = cells.length > CELLS_SHOWN ? ` … +${cells.length - CELLS_SHOWN}` : '';
  const shown = cellsText(cells.slice(0, CELLS_SHOWN));
  const sources = fact.sources.map((id) =>
    anchors.has(id)
      ? `<a href="#source-${escapeHtml(id)}">${escapeHtml(id)}</a>`
      : stacked(state, options, (lang) => escapeHtml(state.content.sources.get(id)?.line[lang] ?? id)),
  );
  return (
    `<tr id="${anchorOfFact(escapeHtml(fact.id))}" data-value="${fact.value}"><th scope="row">${escapeHtml(fact.id)}</th>` +
    `<td>${value}</td><td>${period}</td><td>${escapeHtml(fact.expression)}</td>` +
    `<td>${escapeHtml(shown + more) || '–'}</td><td>${sources.join(' ') || '–'}</td></tr>`
  );
}

/** A text of every language; what is the same in all of them stands once. */
function stacked(state: State, options: Options, said: (lang: Lang) => string): string {
  const text = everyLanguage(state, said);
  const [first = '', ...others] = Object.values(text);
  if (others.every((each) => each === first)) return first;
  return String(place(state, { ...bare(state, nextId(state, 'f'), placeOf(options)), kind: 'stack', text }));
}

/** As many decimals as the value has, six at most. */
const decimalsOf = (value: number): number => Math.min(EXACT, String(value).split('.')[1]?.length ?? 0);

/** The cells a fact was computed from, through the facts between; each once, in order of reading. */
function cellsOf(state: State, fact: Fact): Cell[] {
  const cells = new Map<string, Cell>();
  const visit = (inputs: readonly Input[]): void => {
    for (const input of inputs) {
      if ('cell' in input) cells.set(`${seriesOf(input.cell)}[${input.cell.period}]`, input.cell);
      else visit(state.ledger.facts.get(input.fact)?.inputs ?? []);
    }
  };
  visit(fact.inputs);
  return [...cells.values()];
}

const seriesOf = ({ series, item, vintage }: Cell): string =>
  `${series}${item === undefined ? '' : `.${item}`}@${vintage}`;

/** `exports@2025-08[2005] = 32447.13, [2000] = 14482.74`: a series is named once where its cells follow each other. */
function cellsText(cells: readonly Cell[]): string {
  return cells
    .map((cell, i) => {
      const before = cells[i - 1];
      const again = before !== undefined && seriesOf(before) === seriesOf(cell);
      const figure = `[${cell.period}] = ${cell.value}`;
      return again ? `, ${figure}` : `${i > 0 ? '; ' : ''}${seriesOf(cell)}${figure}`;
    })
    .join('');
}
