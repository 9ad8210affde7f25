/** Vega-Lite becomes Vega: once for each chart, whatever the number of drawings. The door to vega-lite. Part of `chart`. */
import type { Spec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartSpec } from '../model/content.ts';
import { type Problem, problem } from '../problem.ts';
import type { Brief, Frame } from './brief.ts';
import { mergePatch } from './merge-patch.ts';
import { mapped } from './path.ts';
import { layoutOf, theme } from './theme.ts';
import type { Tokens } from './tokens.ts';
import { named, type Unit } from './units.ts';

export interface Compiled {
  readonly vega: Spec;
  readonly units: readonly Unit[];
  readonly problems: readonly Problem[];
}

/**
 * Adds frame, theme, colours and layout parameters to a chart's spec and compiles it. What differs from drawing to
 * drawing (rows, size, labels) is set in Vega, so the page and the phone share one result unless a patch changes the spec.
 * Every warning of Vega-Lite is a problem: what it drops silently would be missing from the page.
 */
export function compiled(chart: ChartSpec, narrow: boolean, tokens: Tokens): Compiled {
  const { brief } = chart.placed.value.usermeta as { brief: Brief };
  const file = narrow ? mergePatch(chart.placed.value, brief.narrow?.spec ?? {}) : chart.placed.value;
  const { spec, units } = named(file as Record<string, unknown>);
  const { params, config, usermeta: _, ...rest } = spec;
  const layout = Object.entries(layoutOf(narrow, 1)).map(([name, value]) => ({ name, value }));
  const whole = {
    ...rest,
    params: [...layout, ...((params as unknown[] | undefined) ?? [])],
    ...plotOf(brief.frame),
    autosize: 'none',
    config: mergePatch(theme(), config ?? {}),
  };
  const warnings: string[] = [];
  const place = chart.placed.at([]);
  try {
    const { spec: vega } = compile(painted(whole, tokens) as TopLevelSpec, { logger: gathering(warnings) });
    const problems = [...new Set(warnings)].map((reason) => problem('chart-warning', place, { reason }));
    return { vega, units, problems };
  } catch (error) {
    return { vega: {}, units, problems: [problem('chart-warning', place, { reason: (error as Error).message })] };
  }
}

/** What a chart says of itself for the page, or with its patches for a phone. */
export function briefFor({ placed }: ChartSpec, narrow: boolean): Brief {
  const { brief } = placed.value.usermeta as { brief: Brief };
  if (!narrow || !brief.narrow) return brief;
  const { frame = {}, datasets = {}, spread = brief.spread ?? [] } = brief.narrow;
  return {
    ...brief,
    frame: mergePatch(brief.frame, frame) as Frame,
    datasets: mergePatch(brief.datasets, datasets) as Brief['datasets'],
    spread,
  };
}

/** The plot inside a frame, as Vega takes it. */
export function plotOf({ width, height, padding }: Frame) {
  return { width: width - padding.left - padding.right, height: height - padding.top - padding.bottom, padding };
}

/** Colours by their values: in print a drawing holds no variables. */
function painted(spec: unknown, tokens: Tokens): unknown {
  return mapped(spec, (value) =>
    typeof value === 'string'
      ? value.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => tokens.get(name) ?? whole)
      : value,
  );
}

function gathering(warnings: string[]) {
  const silent = () => logger;
  const logger = {
    level: silent,
    warn: (...parts: unknown[]) => {
      warnings.push(parts.map(String).join(' '));
      return logger;
    },
    error: (...parts: unknown[]) => logger.warn(...parts),
    info: silent,
    debug: silent,
  };
  return logger as never;
}
