/**
 * The revision table: of each series that was revised one row, with the figure of the edition's last year before and after,
 * and with what would change in the brief. Every number in it becomes a fact, and is proven like any other.
 */
import type { Content } from '../../model/content.ts';
import type { Effect, Fact, RevisionRow } from '../../model/ledger.ts';
import { roundDecimal } from '../../model/rounding.ts';
import type { Cell, Series } from '../../model/series.ts';
import { convert, UNITS, type Unit } from '../../model/unit.ts';
import { call, seriesText } from '../canonical.ts';
import { yearsOf } from '../period.ts';
import { effectsOf, otherOf } from './effects.ts';
import { type Move, movesOf } from './moves.ts';
import { movesTogether } from './revisions.ts';

/** A fact with such a phrase, `revised.growth_average`, is named in the table where another figure would change it. */
export const EFFECT_PHRASE = 'revised.';

/** So many facts are named in a row; facts.json has all. */
const EFFECTS = 2;
/** A figure that changes no fact with a phrase is listed from this change on, in per cent. */
const LEAST_CHANGE = 1;
/** From here on a figure is counted in the next greater unit. */
const GREAT = 1e6;
const GREATER: Readonly<Partial<Record<Unit, Unit>>> = {
  usd: 'usd_million',
  usd_thousand: 'usd_billion',
  usd_million: 'usd_billion',
  person: 'person_million',
};
/** Figures that are shorter than this, and not whole, are printed with a decimal. */
const LONG = 100;

/**
 * @param facts the facts of the edition by id
 * @param wanted the ids of those that it prints
 * @returns the rows, and the facts that they print besides those of the edition
 */
export function revisionTable(
  content: Content,
  facts: ReadonlyMap<string, Fact>,
  wanted: ReadonlySet<string>,
): { readonly rows: readonly RevisionRow[]; readonly facts: readonly Fact[] } {
  const named = namesIn(content);
  const { end } = content.edition.window;
  const speaking = ({ id, period }: Fact) =>
    named.has(id) || (named.has(id.split('.')[0] ?? '') && period === String(end));
  const labelled = new Set([...wanted].filter((id) => facts.has(id) && speaking(facts.get(id) as Fact)));
  const made: Fact[] = [];
  const rows: RevisionRow[] = [];
  const told = new Set<string>();
  for (const moves of movesTogether(movesOf(content, facts, wanted))) {
    const asked = moves.map((move) => ({ ...move, facts: new Set([...move.facts].filter((id) => labelled.has(id))) }));
    const effects = effectsOf(content, asked, facts);
    for (const own of bySeries(content, asked)) {
      const shown = [...new Set(own.flatMap((move) => [...move.facts]))]
        .flatMap((id) => effects.get(id) ?? [])
        .filter(({ fact, shows }) => shows && !told.has(`${own[0]?.kind} ${fact}`))
        .sort((a, b) => placeIn(named, a.fact) - placeIn(named, b.fact))
        .slice(0, EFFECTS);
      const row = rowOf(content, own, shown, facts);
      if (!row) continue;
      for (const { fact } of shown) told.add(`${own[0]?.kind} ${fact}`);
      rows.push(row.row);
      made.push(...row.facts);
    }
  }
  return { rows, facts: made };
}

/** Which of the phrases speaks of a fact: the first ones are told first. */
const placeIn = (named: ReadonlySet<string>, id: string): number => {
  const names = [...named];
  return Math.max(names.indexOf(id), names.indexOf(id.split('.')[0] ?? ''));
};

/** Ids and families that have a phrase in the languages of the project, in the order of the phrases. */
function namesIn({ locales }: Content): ReadonlySet<string> {
  const keys = [...locales.values()].flatMap(({ phrases }) => [...phrases.keys()]);
  return new Set(keys.flatMap((key) => (key.startsWith(EFFECT_PHRASE) ? key.slice(EFFECT_PHRASE.length) : [])));
}

/** The moves of each row: of a series, of each of its items; a table of all economies is one row. */
function bySeries({ series }: Content, moves: readonly Move[]): readonly (readonly Move[])[] {
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const { series: id, item = '' } = move.read;
    const key = series.get(id)?.panel ? id : `${id}.${item}`;
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()];
}

function rowOf(content: Content, moves: readonly Move[], effects: readonly Effect[], facts: ReadonlyMap<string, Fact>) {
  const [first] = moves;
  const series = first && content.series.get(first.read.series);
  if (!first || !series) return undefined;
  const common = { kind: first.kind, series: series.id };
  const pairs = effects.flatMap((effect) => {
    const fact = facts.get(effect.fact);
    return fact ? [{ fact: fact.id, given: givenFact(fact, effect.other, moves) }] : [];
  });
  const given = pairs.map((pair) => pair.given);
  const said = pairs.map((pair) => ({ fact: pair.fact, other: pair.given.id }));
  // A table of all economies has too many figures to name one; it is told for what it changes.
  if (series.panel) {
    return effects.length === 0
      ? undefined
      : { row: { ...common, item: undefined, figures: undefined, effects: said }, facts: given };
  }
  const move = tellingMove(content, series, moves);
  if (!move) return undefined;
  const [earlier, later, change] = figureFacts(content, series, move);
  if (said.length === 0 && change.unit === 'percent' && Math.abs(Number(change.value)) < LEAST_CHANGE) return undefined;
  const figures = { earlier: earlier.id, later: later.id, change: change.id };
  return {
    row: { ...common, item: move.read.item, figures, effects: said },
    facts: [earlier, later, change, ...given],
  };
}

/** The move of the edition's last year, else the latest one, among those whose difference is seen in print. */
function tellingMove(content: Content, series: Series, moves: readonly Move[]): Move | undefined {
  const seen = moves.filter((move) => scaleOf(content, series, move).decimals !== undefined);
  const { end } = content.edition.window;
  return (
    seen.find(({ read }) => read.period === String(end)) ??
    [...seen].sort((a, b) => (a.read.period < b.read.period ? 1 : -1))[0]
  );
}

/** Unit and decimals in which both figures of a move can be read; decimals are undefined where none tell them apart. */
function scaleOf(content: Content, series: Series, { earlier, later }: Move) {
  const inSeries = (cell: Cell) =>
    convert(cell.value, content.series.get(cell.series)?.unit ?? series.unit, series.unit);
  const size = Math.max(Math.abs(inSeries(earlier)), Math.abs(inSeries(later)));
  const unit = (size >= GREAT && GREATER[series.unit]) || series.unit;
  const [from, to] = [earlier, later].map((cell) => convert(inSeries(cell), series.unit, unit)) as [number, number];
  const whole = Number.isInteger(from) && Number.isInteger(to);
  const least = whole || Math.max(Math.abs(from), Math.abs(to)) >= LONG ? 0 : 1;
  const decimals = [least, 1].find((digits) => roundDecimal(from, digits) !== roundDecimal(to, digits));
  return { unit, from, to, decimals };
}

const safeName = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '_');

/** A cell as a formula names it. */
function cellText({ series, item, vintage, period }: Cell): string {
  const named = seriesText(series, item, vintage);
  return period.length === 4 ? `${named}[${period}]` : call('at', [named, JSON.stringify(period)]).text;
}

/** The earlier figure, the later one, and the change between them: in per cent, of percentages in percentage points. */
function figureFacts(content: Content, series: Series, move: Move): [Fact, Fact, Fact] {
  const { earlier, later, read } = move;
  const { unit, from, to, decimals = 1 } = scaleOf(content, series, move);
  const stem = [series.id, ...(read.item === undefined ? [] : [read.item]), safeName(read.period), move.kind].join(
    '__',
  );
  const factOf = (
    name: string,
    cells: readonly Cell[],
    more: Pick<Fact, 'expression' | 'value' | 'unit' | 'decimals'>,
  ): Fact => ({
    id: `${stem}__${name}`,
    ...more,
    period: read.period,
    years: yearsOf(read.period),
    status: cells.find(({ status }) => status)?.status,
    vintages: [...new Set(cells.map((cell) => `${cell.series}@${cell.vintage}`))].sort(),
    sources: [...new Set(cells.map(({ source }) => source))],
    inputs: cells.map((cell) => ({ cell })),
    place: cells.at(-1)?.place ?? read.place,
  });
  const points = UNITS[unit].kind === 'percent' || from === 0;
  const [a, b] = [cellText(earlier), cellText(later)];
  return [
    factOf('earlier', [earlier], { expression: a, value: from, unit, decimals }),
    factOf('later', [later], { expression: b, value: to, unit, decimals }),
    factOf(
      'change',
      [earlier, later],
      points
        ? {
            expression: `${b} - ${a}`,
            value: to - from,
            unit: UNITS[unit].kind === 'percent' ? 'percentage_point' : unit,
            decimals,
          }
        : {
            expression: call('change', [a, b]).text,
            value: ((to - from) / Math.abs(from)) * 100,
            unit: 'percent',
            decimals: 1,
          },
    ),
  ];
}

/** What a fact of the edition would be, given the figures that the edition does not read. */
function givenFact(fact: Fact, value: Effect['other'], moves: readonly Move[]): Fact {
  const cells = moves.filter((move) => move.facts.has(fact.id)).map(otherOf);
  const vintages = [...new Set(cells.map((cell) => `${cell.series}@${cell.vintage}`))];
  const given = vintages.map((name) => name.replace(/@(.*)$/, (_, vintage: string) => `[${JSON.stringify(vintage)}]`));
  return {
    ...fact,
    id: `given__${safeName(vintages.join('_'))}__${safeName(fact.id)}`,
    expression: `${fact.expression} given ${given.join(', ')}`,
    value,
    vintages: [...new Set([...fact.vintages, ...vintages])].sort(),
    sources: [...new Set([...fact.sources, ...cells.map(({ source }) => source)])],
    inputs: [{ fact: fact.id }, ...cells.map((cell) => ({ cell }))],
  };
}
