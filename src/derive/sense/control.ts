/**
 * `control`: the figures of a row, or of a column, add up to the control totals that were recorded when they were taken
 * over from the source. The plain sum tells by how much a single figure changed, the weighted sum tells which one it was.
 */
import type { ControlTotals, RuleSpec } from '../../model/rules.ts';
import type { Series, Vintage } from '../../model/series.ts';
import type { Bound } from './expression.ts';
import { inYears, type Line } from './line.ts';
import { asWritten, type Moment, momentOf, type Read, type Row, rowOf, type Spot } from './rows.ts';

type Control = Extract<RuleSpec, { kind: 'control' }>;

/** Sums of so many figures differ by less than this part of them, however they are added. */
const ROUNDING = 1e-13;

/** The rows and the moments that one pair of totals is about: one row, or one moment of all rows. */
interface Block {
  readonly rows: readonly Row[];
  readonly moments: readonly Moment[];
}

/** @param name an item, or a period; undefined where the series has no items */
export function blockOf(rule: Pick<RuleSpec, 'from' | 'to'>, rows: readonly Row[], name: string | undefined): Block {
  const own = rows.filter(({ item }) => item === name);
  const [row] = own;
  if (row) return { rows: own, moments: row.moments.filter((moment) => inYears(rule, moment)) };
  // By code, so that the order of lines in a table does not matter.
  const moment = momentOf(name ?? '');
  const column = rows.filter((one) => one.figure(moment) !== undefined);
  return { rows: column.sort((a, b) => ((a.item ?? '') < (b.item ?? '') ? -1 : 1)), moments: [moment] };
}

/** The sum and the weighted sum of a block, figure by figure in its order. */
export function totalsOf({ rows, moments }: Block, read: Read): ControlTotals {
  let [sum, weighted, weight] = [0, 0, 0];
  for (const row of rows) {
    for (const moment of moments) {
      const value = read(row, moment) ?? 0;
      weight += 1;
      sum += value;
      weighted += weight * value;
    }
  }
  return [sum, weighted];
}

/** One check for each pair of totals. It reads the one figure that the sums point to, or else all of them. */
export function controlLines(rule: Control, bound: Bound): Line[] {
  const rows = bound.flat();
  return [...rule.totals].map(([name, totals]): Line => {
    const block = blockOf(rule, rows, name);
    const size = totalsOf(block, (row, moment) => Math.abs(row.figure(moment) ?? 0));
    const off = (i: 0 | 1, found: ControlTotals) => (found[i] - totals[i]) / (size[i] * ROUNDING + Number.MIN_VALUE);
    const moments = [momentOf(name ?? '')];
    const covered = new Set(block.moments);
    return {
      rule,
      rows: block.rows,
      moments,
      gap(_, read) {
        const found = totalsOf(block, read);
        const plain = off(0, found);
        return Math.abs(plain) > 1 ? plain : off(1, found);
      },
      spots() {
        const spots = block.rows.flatMap((row) => block.moments.map((moment): Spot => ({ row, moment })));
        const found = totalsOf(block, asWritten);
        const place = (found[1] - totals[1]) / (found[0] - totals[0]);
        const told = Math.abs(place - Math.round(place)) < 0.01 ? spots[Math.round(place) - 1] : undefined;
        return told ? [told] : spots;
      },
      touching: (moment) => (covered.has(moment) ? moments : []),
    };
  });
}

/** The control totals of a vintage as they stand now: by item, of a panel by period, else one pair. */
export function controlTotalsOf(series: Series, vintage: Vintage): ReadonlyMap<string | undefined, ControlTotals> {
  const items = vintage.items.length > 0 ? vintage.items : [undefined];
  const rows = items.map((item) => rowOf(series, vintage, item));
  const moments = [...new Set(rows.flatMap((row) => row.moments))].map(String).sort();
  const names = series.panel ? moments : items;
  return new Map(
    names.map((name) => [name, totalsOf(blockOf({ from: undefined, to: undefined }, rows, name), asWritten)]),
  );
}
