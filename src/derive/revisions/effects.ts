/** What facts would say with the figures that an edition does not read: the facts are reckoned again with those in place. */
import type { Content } from '../../model/content.ts';
import type { Effect, Fact } from '../../model/ledger.ts';
import { roundDecimal } from '../../model/rounding.ts';
import type { Cell, Series, Vintage } from '../../model/series.ts';
import { convert, type Unit } from '../../model/unit.ts';
import { factBook } from '../fact-book.ts';
import type { Move } from './moves.ts';

/** The other figure of a move: the one that the edition does not read. */
export const otherOf = ({ read, earlier, later }: Move): Cell => (read === earlier ? later : earlier);

const keyOf = (item: string | undefined, period: string) => `${item ?? ''}\n${period}`;

/** A figure of one series in the unit of another. */
const countedIn = (content: Content, cell: Cell, unit: Unit): number =>
  convert(cell.value, content.series.get(cell.series)?.unit ?? unit, unit);

/** A series whose vintage has the other figures; in the unit of the series, since a first print may count in another. */
function withOthers(content: Content, series: Series, moves: readonly Move[]): Series {
  const vintages = series.vintages.map((vintage): Vintage => {
    const moved = new Map(
      moves
        .filter(({ read }) => read.series === series.id && read.vintage === vintage.id)
        .map((move) => [keyOf(move.read.item, move.read.period), countedIn(content, otherOf(move), series.unit)]),
    );
    if (moved.size === 0) return vintage;
    const value: Vintage['value'] = (item, period) => moved.get(keyOf(item, period)) ?? vintage.value(item, period);
    return {
      ...vintage,
      value,
      cell(item, period) {
        const cell = vintage.cell(item, period);
        const other = moved.get(keyOf(item, period));
        return cell && other !== undefined ? { ...cell, value: other } : cell;
      },
    };
  });
  return { ...series, vintages };
}

/** How a formula names a fact: a member of a family by its year. */
function named(id: string): string {
  const [name = '', year] = id.split('.');
  return year === undefined ? name : `${name}[${year}]`;
}

const printed = ({ decimals }: Fact, value: number | boolean) =>
  typeof value === 'number' ? roundDecimal(value, decimals) : String(value);

/**
 * The facts that would change if all moves came true together, by id; those that compare vintages of a series are left
 * out: they are about the revision itself.
 * @param moves those of one series, or of several that were published together
 */
export function effectsOf(
  content: Content,
  moves: readonly Move[],
  facts: ReadonlyMap<string, Fact>,
): ReadonlyMap<string, Effect> {
  const all = new Map(content.series);
  for (const id of new Set(moves.map(({ read }) => read.series))) {
    const series = content.series.get(id);
    if (series) all.set(id, withOthers(content, series, moves));
  }
  const book = factBook({ ...content, series: all });
  const pairs = moves.map(({ earlier, later }) => [
    `${earlier.series}@${earlier.vintage}`,
    `${later.series}@${later.vintage}`,
  ]);
  const compares = ({ vintages }: Fact) => pairs.some((pair) => pair.every((vintage) => vintages.includes(vintage)));
  const effects = new Map<string, Effect>();
  for (const id of new Set(moves.flatMap((move) => [...move.facts]))) {
    const fact = facts.get(id);
    if (!fact || compares(fact)) continue;
    book.reckonFormula(`revised ${id}`, { text: named(id), place: fact.place });
    const other = book.entries.get(id)?.reckoned?.fact.value;
    if (other === undefined || other === fact.value) continue;
    const shows = printed(fact, other) !== printed(fact, fact.value);
    effects.set(id, { fact: id, printed: fact.value, other, unit: fact.unit, shows });
  }
  return effects;
}
