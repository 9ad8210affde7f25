/**
 * `control`: the figures of a row, or of a column, add up to the control totals that were recorded when they were taken
 * over from the source. The plain sum tells by how much a single figure changed, the weighted sum tells which one it was.
 */
import type { ControlTotals, RuleSpec } from '../../model/rules.ts';
import type { Bound } from './expression.ts';
import { inYears, type Line } from './line.ts';
import { asWritten, type Read, type Row, type Spot } from './rows.ts';

type Control = Extract<RuleSpec, { kind: 'control' }>;

/** Sums of so many figures differ by less than this part of them, however they are added. */
const ROUNDING = 1e-13;

/** The figures that one pair of totals is about, in the order of their weights. */
export function controlled(rule: RuleSpec, rows: readonly Row[], name: string | undefined): Spot[] {
  const inRow = (row: Row) => row.periods.filter((period) => inYears(rule, period)).map((period) => ({ row, period }));
  const own = rows.filter(({ item }) => item === name);
  if (own.length > 0 || name === undefined) return own.flatMap(inRow);
  const column = rows.filter(({ figures }) => figures.has(name)).map((row) => ({ row, period: name }));
  return column.sort((a, b) => ((a.row.item ?? '') < (b.row.item ?? '') ? -1 : 1));
}

/** The sum and the weighted sum of figures. */
export function totalsOf(spots: readonly Spot[], read: Read): ControlTotals {
  let [sum, weighted] = [0, 0];
  spots.forEach(({ row, period }, i) => {
    const value = read(row, period) ?? 0;
    sum += value;
    weighted += (i + 1) * value;
  });
  return [sum, weighted];
}

/** Two lines of one check each for every pair of totals, all rows of the vintage given. */
export function controlLines(rule: Control, bound: Bound): Line[] {
  const rows = [...new Set(bound.flat())];
  return [...rule.totals].flatMap(([name, totals]) => {
    const spots = controlled(rule, rows, name);
    const covered = new Set(spots.map(({ period }) => period));
    const suspects = (): readonly Spot[] => {
      const [sum, weighted] = totalsOf(spots, asWritten);
      const found = spots[Math.round((weighted - totals[1]) / (sum - totals[0])) - 1];
      return found ? [found] : spots;
    };
    const size = totalsOf(spots, (row, period) => Math.abs(row.figures.get(period) ?? 0));
    return [0, 1].map((i): Line => {
      const [wanted, tolerance] = [totals[i] ?? 0, (size[i] ?? 0) * ROUNDING + Number.MIN_VALUE];
      return {
        rule,
        rows: [...new Set(spots.map(({ row }) => row))],
        periods: [name ?? ''],
        gap: (_, read) => ((totalsOf(spots, read)[i] ?? 0) - wanted) / tolerance,
        spots: suspects,
        touching: (period) => (covered.has(period) ? [name ?? ''] : []),
      };
    });
  });
}
