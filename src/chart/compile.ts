/** Vega-Lite becomes Vega: once for each chart and width, whatever the number of documents. The door to vega-lite. Part of `chart`. */
import type { Spec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartSpec } from '../model/content.ts';
import { type Problem, problem } from '../problem.ts';
import type { Brief, Frame } from './brief.ts';
import { mergePatch } from './merge-patch.ts';
import { mapped } from './path.ts';
import { layoutParams, theme } from './theme.ts';
import type { Tokens } from './tokens.ts';
import { named, type Unit } from './units.ts';

export interface Compiled {
  readonly vega: Spec;
  readonly brief: Brief;
  readonly units: readonly Unit[];
  readonly problems: readonly Problem[];
}

/**
 * Lays the narrow patch over the file where one is asked for, adds frame, theme, colours and layout parameters, and
 * compiles. Every warning of Vega-Lite is a problem: what it drops silently would be missing from the page.
 */
export function compiled(chart: ChartSpec, narrow: boolean, tokens: Tokens): Compiled {
  const { brief, spec } = patched(chart.placed.value, narrow);
  const { width, height, padding } = brief.frame;
  const { spec: units, units: list } = named(spec);
  const { params, config, usermeta: _, ...rest } = units as Record<string, unknown>;
  const whole = {
    ...rest,
    params: [...layoutParams(narrow), ...((params as unknown[] | undefined) ?? [])],
    width: width - padding.left - padding.right,
    height: height - padding.top - padding.bottom,
    padding,
    autosize: 'none',
    config: mergePatch(theme(narrow), config ?? {}),
  };
  const warnings: string[] = [];
  const place = chart.placed.at([]);
  try {
    const { spec: vega } = compile(painted(whole, tokens) as TopLevelSpec, { logger: gathering(warnings) });
    const problems = [...new Set(warnings)].map((reason) => problem('chart-warning', place, { reason }));
    return { vega, brief, units: list, problems };
  } catch (error) {
    const problems = [problem('chart-warning', place, { reason: (error as Error).message })];
    return { vega: {}, brief, units: list, problems };
  }
}

/** The file as it holds for the page, or with its narrow patches for a phone. */
function patched(
  file: Readonly<Record<string, unknown>>,
  narrow: boolean,
): { brief: Brief; spec: Record<string, unknown> } {
  const { brief } = file.usermeta as { brief: Brief };
  if (!narrow || !brief.narrow) return { brief, spec: { ...file } };
  const { frame = {}, datasets = {}, spread = brief.spread ?? [], spec = {} } = brief.narrow;
  return {
    brief: {
      ...brief,
      frame: mergePatch(brief.frame, frame) as Frame,
      datasets: mergePatch(brief.datasets, datasets) as Brief['datasets'],
      spread,
    },
    spec: mergePatch(file, spec) as Record<string, unknown>,
  };
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
