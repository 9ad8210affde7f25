/** Drawings of the same rows by the same specification are drawn once in a process: a preview redraws what changed. Part of `chart`. */
import type { Draw, Drawn } from './draw.ts';

/** More than the drawings of several editions; the oldest are forgotten. */
const KEPT = 2000;
const known = new Map<string, Promise<Drawn>>();

/**
 * A drawer that remembers. Vega is compiled when a drawing is missing, not before.
 * @param identity all that the drawer itself depends on: the specification's text, the colours, the fonts
 */
export function remembered(identity: readonly unknown[], make: () => Draw): Draw {
  let draw: Draw | undefined;
  const own = JSON.stringify(identity);
  return (rows, brief, context) => {
    const { decimal, thousands } = context.formatOf(context.languages[0]).locale.number;
    const key = JSON.stringify([
      own,
      context.chart.id,
      context.document,
      context.narrow,
      context.languages,
      decimal,
      thousands,
      brief,
      rows,
    ]);
    const found = known.get(key);
    if (found) return found;
    draw ??= make();
    const drawing = draw(rows, brief, context);
    if (known.size >= KEPT) known.delete(known.keys().next().value ?? '');
    known.set(key, drawing);
    return drawing;
  };
}
