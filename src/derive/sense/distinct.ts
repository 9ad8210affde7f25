/**
 * `distinct`: no figure stands twice side by side, in two years running or in two items one below the other: it was
 * probably copied. Figures of few digits may well be equal and are left out.
 */
import type { RuleSpec } from '../../model/rules.ts';
import type { Bound } from './expression.ts';
import { checkedMoments, type Line } from './line.ts';
import { asWritten, type Moment, type Read, type Row, rowOf, type Spot } from './rows.ts';

/** How many digits a figure has without the zeros at its ends. */
const digitsOf = (value: number): number =>
  String(value)
    .replace(/[-.]|^0+|e.*$/g, '')
    .replace(/^0+|0+$/g, '').length;

export function distinctLine(rule: Extract<RuleSpec, { kind: 'distinct' }>, bound: Bound): Line[] {
  const row = bound[0]?.[0];
  if (!row) return [];
  const { series, vintage, item } = row;
  const above = vintage.items[vintage.items.indexOf(item ?? '') - 1];
  const other: Row | undefined = above === undefined ? undefined : rowOf(series, vintage, above);

  const equals = (spot: Spot | undefined, own: number, read: Read) => spot && read(spot.row, spot.moment) === own;
  const earlier = (moment: Moment): Spot | undefined =>
    typeof moment === 'number' ? { row, moment: moment - 1 } : undefined;
  const beside = (moment: Moment): Spot | undefined => other && { row: other, moment };
  const line: Line = {
    rule,
    rows: other ? [row, other] : [row],
    moments: checkedMoments(rule, bound),
    gap(moment, read) {
      const own = read(row, moment);
      if (own === undefined) return undefined;
      const twice = equals(earlier(moment), own, read) || equals(beside(moment), own, read);
      return twice && digitsOf(own) >= rule.digits ? Number.POSITIVE_INFINITY : 0;
    },
    spots(moment) {
      const own = row.figure(moment) ?? 0;
      const twins = [earlier(moment), beside(moment)].filter((spot) => equals(spot, own, asWritten));
      return [{ row, moment }, ...twins.flatMap((spot) => spot ?? [])];
    },
    touching: (moment) => (typeof moment === 'number' ? [moment, moment + 1] : [moment]),
  };
  return [line];
}
