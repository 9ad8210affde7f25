/** The look that all charts share, as a Vega-Lite configuration: design.md part 6 in code, colours from the tokens. Part of `chart`. */

/** The family of every label, named without a digit: Vega writes it unquoted. */
export const FAMILY = 'Brief Sans';

/** Label sizes in CSS pixels: 8 pt on paper, 12 px on a phone. */
export const SIZES = { wide: { size: 10.67, leading: 13 }, narrow: { size: 12, leading: 14.5 } } as const;

/**
 * What a spec's expressions may use for layout: `size` and `leading` of its labels, `lines` (languages of the document)
 * and `narrow`. They are set for each drawing, so that a chart is compiled once for all of them.
 */
export function layoutOf(narrow: boolean, languages: number) {
  return { ...SIZES[narrow ? 'narrow' : 'wide'], lines: languages, narrow };
}

/**
 * Styles that specs name: `value` for figures, `name` for words (the default), `quiet` for years, scales and heads.
 * Nothing carries an ARIA label of its own: the drawing is one image with one text alternative.
 */
export function theme(): object {
  const size = { expr: 'size' };
  const leading = { expr: 'leading' };
  return {
    aria: false,
    background: null,
    font: FAMILY,
    view: { stroke: null },
    axis: {
      labelFontSize: size,
      labelFontWeight: 400,
      labelColor: 'var(--ink2)',
      labelPadding: 5,
      labelLineHeight: leading,
      labelLimit: 0,
      title: null,
      ticks: false,
      domain: false,
      grid: false,
    },
    axisQuantitative: { grid: true, gridColor: 'var(--grid)', gridWidth: 0.75, tickCount: 4 },
    axisX: { domain: true, domainColor: 'var(--ink)', domainWidth: 1, labelAngle: 0, grid: false },
    bar: { color: 'var(--accent)' },
    rect: { color: 'var(--accent)' },
    line: { strokeWidth: 2.25, strokeCap: 'round', strokeJoin: 'round', color: 'var(--accent)' },
    area: { color: 'var(--contrast2)', opacity: 1 },
    point: { size: 42, filled: true, opacity: 1, color: 'var(--accent)' },
    rule: { color: 'var(--ink)', strokeWidth: 0.75 },
    tick: { color: 'var(--paper)' },
    text: { fontSize: size, fontWeight: 400, color: 'var(--ink)', lineHeight: leading, limit: 0 },
    style: {
      value: { fontWeight: 600 },
      name: { fontWeight: 400 },
      quiet: { fontWeight: 400, color: 'var(--ink2)' },
    },
  };
}
