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
 * whole series moves; of what was printed first, when all that was printed first stood still.
 * @param facts the facts of the edition by id
 * @param wanted the ids of those that it prints
 */
export function revisionsOf(
  content: Content,
  facts: ReadonlyMap<string, Fact>,
  wanted: ReadonlySet<string>,
): readonly Revision[] {
  return movesTogether(movesOf(content, facts, wanted)).flatMap((moves) => {
    const effects = effectsOf(content, moves, facts);
    return moves.flatMap(({ kind, earlier, later, read, facts: standing }): Revision[] => {
      const series = content.series.get(read.series);
      if (!series) return [];
      const counted = (cell: Cell) =>
        convert(cell.value, content.series.get(cell.series)?.unit ?? series.unit, series.unit);
      const [from, to] = [counted(earlier), counted(later)];
      return [
        {
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
        },
      ];
    });
  });
}

/** Moves that come true together: those of one vintage of a series, and all first prints of one name, which stood side by side. */
export function movesTogether(moves: readonly Move[]): readonly (readonly Move[])[] {
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    const own = move.kind === 'first_print' ? [move.earlier.vintage] : [move.read.series, move.read.vintage];
    const key = [move.kind, ...own].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()];
}

const cellName = ({ series, vintage, source, place }: Cell) => ({ series, vintage, source, place });
