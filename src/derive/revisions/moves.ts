/** Which figures that an edition reads were published differently later, or had been printed differently at first. */
import type { Content } from '../../model/content.ts';
import type { Fact } from '../../model/ledger.ts';
import type { Cell, Series } from '../../model/series.ts';

export interface Move {
  /** `since`: what the edition reads was revised later. `first_print`: it replaced what had been printed first. */
  readonly kind: 'since' | 'first_print';
  readonly earlier: Cell;
  readonly later: Cell;
  /** The one of the two that the edition reads, and the facts that read it, directly or through others. */
  readonly read: Cell;
  readonly facts: ReadonlySet<string>;
}

/** Below this part of a figure a difference comes from the files, which keep more or fewer digits. */
const NOISE = 1e-6;

const differ = (a: number, b: number): boolean => Math.abs(a - b) > NOISE * Math.max(Math.abs(a), Math.abs(b));

/** The cells behind facts, each with the facts that stand on it. */
export function cellsBehind(facts: ReadonlyMap<string, Fact>, wanted: ReadonlySet<string>): Map<Cell, Set<string>> {
  const cells = new Map<string, { cell: Cell; facts: Set<string> }>();
  const follow = (id: string, root: string, seen: Set<string>): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const input of facts.get(id)?.inputs ?? []) {
      if ('fact' in input) follow(input.fact, root, seen);
      else {
        const { series, vintage, item = '', period } = input.cell;
        const key = [series, vintage, item, period].join('\n');
        const known = cells.get(key) ?? { cell: input.cell, facts: new Set<string>() };
        known.facts.add(root);
        cells.set(key, known);
      }
    }
  };
  for (const id of wanted) follow(id, id, new Set());
  return new Map([...cells.values()].map((one) => [one.cell, one.facts]));
}

/** The figure of the newest vintage that has one and is newer than the cell's own; undefined where there is none. */
function newest({ vintages }: Series, { vintage, item, period }: Cell): Cell | undefined {
  const own = vintages.findIndex(({ id }) => id === vintage);
  for (const newer of vintages.slice(0, own)) {
    const cell = newer.cell(item, period);
    if (cell) return cell;
  }
  return undefined;
}

/** Every move of a figure that the wanted facts read, in the order in which they read them. */
export function movesOf(
  { series }: Pick<Content, 'series'>,
  facts: ReadonlyMap<string, Fact>,
  wanted: ReadonlySet<string>,
): Move[] {
  const firstPrints = new Map<string, Series[]>();
  for (const one of series.values()) {
    const { firstPrintOf } = one;
    if (firstPrintOf !== undefined) firstPrints.set(firstPrintOf, [...(firstPrints.get(firstPrintOf) ?? []), one]);
  }
  return [...cellsBehind(facts, wanted)].flatMap(([cell, standing]): Move[] => {
    const own = series.get(cell.series);
    const later = own && newest(own, cell);
    const since: Move[] =
      later && differ(cell.value, later.value)
        ? [{ kind: 'since', earlier: cell, later, read: cell, facts: standing }]
        : [];
    const printed = (firstPrints.get(cell.series) ?? []).flatMap((first) => {
      const earlier = first.vintages.at(-1)?.cell(cell.item, cell.period);
      return earlier ? [earlier] : [];
    });
    return [
      ...since,
      ...printed
        .filter((earlier) => differ(earlier.value, cell.value))
        .map((earlier): Move => ({ kind: 'first_print', earlier, later: cell, read: cell, facts: standing })),
    ];
  });
}
