/** Checks a drawing as a reader would: every label inside the frame, none upon another, nothing empty, no number without a fact. Part of `chart`. */
import { type Place, type Problem, problem } from '../problem.ts';
import type { Brief } from './brief.ts';
import type { Context } from './context.ts';
import type { Label, Reading } from './scene.ts';
import { type Unit, unitOf } from './units.ts';

/** Pixels that a label may pass the frame or another label by: less than the eye or a printer sees. */
const SLACK = 0.75;

const textOf = (label: Label): string => label.lines.join(' ');

/** Every problem of one drawing, each at the layer that draws it. */
export function checkDrawing(
  { labels, marks }: Reading,
  brief: Brief,
  units: readonly Unit[],
  context: Context,
): Problem[] {
  const { frame } = brief;
  const { placed, id } = context.chart;
  const document = context.document + (context.narrow ? ' (narrow)' : '');
  const placeOf = (mark: string | undefined): Place => placed.at(unitOf(mark, units)?.path ?? []);
  const at = { chart: id, document };

  const outside = labels.flatMap((label) => {
    const { x1, y1, x2, y2 } = label.box;
    const by = Math.max(-x1, -y1, x2 - frame.width, y2 - frame.height);
    const args = { ...at, text: textOf(label), pixels: Math.ceil(by) };
    return by > SLACK || Number.isNaN(by) ? [problem('chart-label-outside', placeOf(label.mark), args)] : [];
  });

  const overlaps = labels.flatMap((one, index) =>
    labels.slice(index + 1).flatMap((other) => {
      const wide = Math.min(one.box.x2, other.box.x2) - Math.max(one.box.x1, other.box.x1);
      const high = Math.min(one.box.y2, other.box.y2) - Math.max(one.box.y1, other.box.y1);
      const args = { ...at, text: textOf(one), other: textOf(other) };
      return wide > SLACK && high > SLACK ? [problem('chart-labels-overlap', placeOf(other.mark), args)] : [];
    }),
  );

  const stray = labels.flatMap((label) => {
    const number = label.role === 'axis-label' ? undefined : strayNumber(label);
    const args = { ...at, text: textOf(label), number };
    return number === undefined ? [] : [problem('chart-number-without-fact', placeOf(label.mark), args)];
  });

  const empty = units.flatMap((unit) => {
    const own = marks.filter(({ mark }) => unitOf(mark, units) === unit);
    if (own.some(({ items }) => items > 0) || (unit.name !== undefined && brief.optional?.includes(unit.name)))
      return [];
    return [problem('chart-empty-mark', placed.at(unit.path), { ...at, layer: unit.name ?? unit.path.join('.') })];
  });

  return [...outside, ...overlaps, ...stray, ...empty];
}

/** The first digits of a label that neither a fact of its datum printed nor are one of its years. */
function strayNumber({ lines, datum }: Label): string | undefined {
  const printed = (datum?.uses ?? []).map(({ text }) => text).sort((a, b) => b.length - a.length);
  const years = (datum?.years ?? []).map(String);
  const rest = [...printed, ...years].reduce((text, known) => text.replaceAll(known, ' '), lines.join('\n'));
  return /\p{Nd}[\p{Nd}.,]*/u.exec(rest)?.[0];
}
