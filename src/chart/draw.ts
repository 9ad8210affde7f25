/** Draws one compiled chart for one document: rows in, SVG and its reading out. The one door to vega. Part of `chart`. */
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Locale } from '../model/locale.ts';
import { type Problem, problem } from '../problem.ts';
import { checkDrawing } from './check-drawing.ts';
import type { Compiled } from './compile.ts';
import type { Context } from './context.ts';
import type { Measure } from './measure.ts';
import type { Row } from './rows.ts';
import { type Reading, readScene, type Scene } from './scene.ts';
import { spreadLabels } from './spread.ts';

export interface Drawn {
  /** As Vega writes it; empty where it could not be drawn. */
  readonly svg: string;
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}

interface TextItem {
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/** Vega exports this, and its types do not know it. */
const { textMetrics } = vega as unknown as { textMetrics: { width(item: TextItem, text: string): number } };

/**
 * Runs Vega with its interpreter (no `new Function`), in no time zone, with a loader that refuses everything, and with
 * the widths of the embedded fonts; then checks what was drawn.
 */
export async function draw(
  compiled: Compiled,
  rows: Readonly<Record<string, readonly Row[]>>,
  context: Context,
): Promise<Drawn> {
  const { brief, units } = compiled;
  const { frame } = brief;
  const place = context.chart.placed.at([]);
  const problems: Problem[] = [];
  const failed = (reason: string) =>
    problems.push(problem('chart-not-drawn', place, { reason: `${context.document}: ${reason}` }));
  const refuse = async (address: string): Promise<never> => {
    problems.push(problem('chart-load-refused', place, { address }));
    throw new Error(`refused: ${address}`);
  };
  const nothing: Reading = { labels: [], marks: [] };
  try {
    const runtime = vega.parse(withData(compiled.vega, rows, context), undefined, { ast: true } as never);
    const view = new vega.View(runtime, {
      renderer: 'none',
      expr: expressionInterpreter,
      loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
      logger: listening(failed),
    } as never);
    measured(context.measure, () => view.run());
    const root = (view.scenegraph() as unknown as { root: Scene }).root;
    const origin = { x: frame.padding.left, y: frame.padding.top };
    const first = readScene(root, origin);
    spreadLabels(brief.spread ?? [], root, first.labels, units, frame.height);
    const reading = readScene(root, origin);
    const svg = await view.toSVG();
    view.finalize();
    return { svg, reading, problems: [...problems, ...checkDrawing(reading, compiled, context)] };
  } catch (error) {
    if (problems.length === 0) failed((error as Error).message);
    return { svg: '', reading: nothing, problems };
  }
}

/** The compiled spec with the document's rows, its number of languages, and its notation for axes. */
function withData(spec: vega.Spec, rows: Readonly<Record<string, readonly Row[]>>, context: Context): vega.Spec {
  const { number } = context.formatOf(context.languages[0]).locale;
  return {
    ...spec,
    data: (spec.data ?? []).map((each) =>
      rows[each.name] ? { ...each, values: rows[each.name]?.map((row) => ({ ...row })) } : each,
    ),
    signals: (spec.signals ?? []).map((each) =>
      each.name === 'lines' ? { ...each, value: context.languages.length } : each,
    ),
    config: { ...(spec.config as object), locale: { number: notation(number) } },
  } as vega.Spec;
}

const notation = ({ decimal, thousands }: Locale['number']) => ({
  decimal,
  thousands,
  grouping: [3],
  currency: ['', ''],
});

/** Vega measures through one function for the whole process: ours stands there only while this view runs, which is at once. */
function measured(measure: Measure, run: () => void): void {
  const before = textMetrics.width;
  textMetrics.width = (item, text) =>
    measure(String(text ?? ''), {
      family: item.font ?? '',
      weight: item.fontWeight === 'bold' ? 700 : Number(item.fontWeight) || 400,
      size: item.fontSize ?? 11,
    });
  try {
    run();
  } finally {
    textMetrics.width = before;
  }
}

/** A layer that its filter leaves empty has no extent: that is for `checkDrawing` to judge, which knows the layer. */
const EMPTY = /^Infinite extent/;

function listening(failed: (reason: string) => void) {
  const said = (...parts: unknown[]) => {
    const reason = parts.map(String).join(' ');
    if (!EMPTY.test(reason)) failed(reason);
    return logger;
  };
  const silent = () => logger;
  const logger = { level: silent, warn: said, error: said, info: silent, debug: silent };
  return logger;
}
