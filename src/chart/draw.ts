/** Draws one compiled chart for its documents: rows in, SVG and its reading out. The one door to vega. Part of `chart`. */
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartSpec } from '../model/content.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Brief } from './brief.ts';
import { checkDrawing } from './check-drawing.ts';
import { type Compiled, plotOf } from './compile.ts';
import type { Context } from './context.ts';
import { nameMarks, withFacts } from './marks.ts';
import type { Measure } from './measure.ts';
import { walk } from './path.ts';
import type { Row } from './row.ts';
import { type Reading, readScene, type Scene } from './scene.ts';
import { spreadLabels } from './spread.ts';
import { layoutOf } from './theme.ts';

export interface Drawn {
  /** As Vega writes it; empty where it could not be drawn. */
  readonly svg: string;
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}

/** Draws the chart with the rows of one document, for the page or the phone, and checks what was drawn. */
export type Draw = (rows: Readonly<Record<string, readonly Row[]>>, brief: Brief, context: Context) => Promise<Drawn>;

interface TextItem {
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/** Vega exports this, and its types do not know it. */
const { textMetrics } = vega as unknown as { textMetrics: { width(item: TextItem, text: string): number } };

/**
 * Parses a chart once for all its documents. Vega runs with its interpreter (no `new Function`), without a time zone or
 * an address to load from, and with the widths of the embedded fonts.
 */
export function drawer({ vega: spec, units, problems: faults }: Compiled): Draw {
  if (faults.length > 0) return async () => ({ svg: '', reading: { labels: [], marks: [] }, problems: faults });
  const parsed = parse(spec);
  return async (rows, brief, context) => {
    const place = context.chart.placed.at([]);
    const problems: Problem[] = [];
    const failed = (reason: string) =>
      problems.push(problem('chart-not-drawn', blamed(reason, context.chart), { reason, document: context.document }));
    const refuse = async (address: string): Promise<never> => {
      problems.push(problem('chart-load-refused', place, { address }));
      throw new Error(`refused: ${address}`);
    };
    // Vega asks for the address of a link where nobody catches an error: it is told, and the link is left empty.
    const refuseLink = (address: string) => refuse(address).catch(() => ({ href: '' }));
    try {
      if (typeof parsed === 'string') throw new Error(parsed);
      const view = new vega.View(parsed, {
        renderer: 'none',
        expr: expressionInterpreter,
        loader: { load: refuse, sanitize: refuseLink, http: refuse, file: refuse },
        logger: listening(failed),
        locale: { number: notation(context), time: undefined },
      } as never);
      for (const { name } of spec.data ?? []) {
        // A copy, since Vega writes marks of its own into what it is given.
        const given = rows[name]?.map((row) => ({ ...row }));
        if (given) view.data(name, given);
      }
      const { width, height, padding } = plotOf(brief.frame);
      view.width(width).height(height).padding(padding);
      const layout = layoutOf(context.narrow, context.languages.length);
      for (const [name, value] of Object.entries(layout)) view.signal(name, value);
      measured(context.measure, () => view.run());
      const root = (view.scenegraph() as unknown as { root: Scene }).root;
      const origin = { x: brief.frame.padding.left, y: brief.frame.padding.top };
      if (brief.spread?.length) spreadLabels(brief.spread, root, readScene(root, origin).labels, units, brief.frame);
      const reading = readScene(root, origin);
      nameMarks(root, context.tokens.get('paper'));
      const svg = withFacts(await view.toSVG());
      view.finalize();
      return { svg, reading, problems: [...problems, ...checkDrawing(reading, brief, units, context)] };
    } catch (error) {
      if (problems.length === 0) failed((error as Error).message);
      return { svg: '', reading: { labels: [], marks: [] }, problems };
    }
  };
}

/** Where the expression stands that Vega cannot read; the file, where it complains of something else. */
function blamed(reason: string, { placed }: ChartSpec): Place {
  const expression = /^Expression parse error: \((.*)\)$/s.exec(reason)?.[1];
  const found = [...walk(placed.value)].find(({ value }) => value === expression);
  return placed.at(found?.path ?? []);
}

/** The runtime form of a spec, or what is wrong with it: an expression that does not parse is told with every document. */
function parse(spec: vega.Spec): vega.Runtime | string {
  try {
    return vega.parse(spec, undefined, { ast: true } as never);
  } catch (error) {
    return (error as Error).message;
  }
}

/** How the document's first language writes the numbers of axes. */
function notation({ formatOf, languages }: Context) {
  const { decimal, thousands } = formatOf(languages[0]).locale.number;
  return { decimal, thousands, grouping: [3], currency: ['', ''] };
}

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
