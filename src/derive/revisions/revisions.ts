/**
 * Revisions: an edition reads one vintage of a series; what was published since is listed with its size and with what it
 * would change in the edition, and so is what had been printed first (series that name another in `first_print_of`).
 */
import type { Content } from '../../model/content.ts';
import type { Fact, Revision } from '../../model/ledger.ts';
import type { Cell } from '../../model/series.ts';
import { convert } from '../../model/unit.ts';
import { effectsOf } from './effects.ts';
import { type Move, movesOf } from './moves.ts';

/**
 * The revisions of all figures behind the facts wanted, series by series, and each with its effects on those facts when the
 * whole series moves.
 * @param facts the facts of the edition by id
 * @param wanted the ids of those that it prints
 */
export function revisionsOf(
  content: Content,
  facts: ReadonlyMap<string, Fact>,
  wanted: ReadonlySet<string>,
): readonly Revision[] {
  const groups = new Map<string, Move[]>();
  for (const move of movesOf(content, facts, wanted)) {
    const key = [move.kind, move.read.series, move.read.vintage].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()].flatMap((moves) => {
    const series = content.series.get(moves[0]?.read.series ?? '');
    if (!series) return [];
    const counted = (cell: Cell) =>
      convert(cell.value, content.series.get(cell.series)?.unit ?? series.unit, series.unit);
    const effects = effectsOf(content, series, moves, facts, counted);
    return moves.map(({ kind, earlier, later, read, facts: standing }): Revision => {
      const [from, to] = [counted(earlier), counted(later)];
      return {
        kind,
        series: read.series,
        item: read.item,
        period: read.period,
        unit: series.unit,
        earlier: { ...cellName(earlier), value: from },
        later: { ...cellName(later), value: to },
        difference: to - from,
        percent: from === 0 ? undefined : ((to - from) / Math.abs(from)) * 100,
        effects: [...standing].flatMap((id) => effects.get(id) ?? []),
      };
    });
  });
}

const cellName = ({ series, vintage, source, place }: Cell) => ({ series, vintage, source, place });
