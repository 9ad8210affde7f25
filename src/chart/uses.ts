/** The numbers of a drawing for the ledger: which fact stands where, as it was printed. Part of `chart`. */
import type { Use } from '../model/ledger.ts';
import type { Context } from './context.ts';
import type { Reading } from './scene.ts';

/** Every fact that a label shows, in drawing order; a fact in two labels is used twice. */
export function usesOf({ labels }: Reading, context: Context): Use[] {
  const { id, placed } = context.chart;
  return labels.flatMap(({ lines, datum }) => {
    const shown = lines.join('\n');
    return (datum?.uses ?? [])
      .filter(({ text }) => shown.includes(text))
      .map(({ fact, text, lang }) => ({ fact, text, lang, block: `chart:${id}`, place: placed.at([]) }));
  });
}

/** Labels of axes: round numbers of the scale, which are no facts and are declared as such. */
export function axisLabelsOf({ labels }: Reading): string[] {
  return labels.filter(({ role }) => role === 'axis-label').flatMap(({ lines }) => lines);
}
