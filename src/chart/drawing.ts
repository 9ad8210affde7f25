/** Puts one drawing together, of one chart for one document. Part of `chart`. */
import type { Drawing } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { alternativeOf } from './alternative.ts';
import type { Brief } from './brief.ts';
import type { Context } from './context.ts';
import type { Draw } from './draw.ts';
import { factsOf } from './marks.ts';
import type { Row } from './row.ts';
import { rowsOf } from './rows.ts';
import { finishedSvg } from './svg.ts';
import { axisLabelsOf, usesOf } from './uses.ts';

/**
 * One drawing: its rows, its text alternative, its SVG and what it prints; only problems where a part is missing.
 */
export async function drawing(
  brief: Brief,
  draw: Draw,
  context: Context,
): Promise<{ drawing?: Drawing; problems: Problem[] }> {
  const { chart: spec, document, narrow } = context;
  const built = Object.entries(brief.datasets).map(([id, dataset]) => ({ id, ...rowsOf(id, dataset, context) }));
  const rows: Record<string, readonly Row[]> = Object.fromEntries(built.map(({ id, rows }) => [id, rows]));
  const empty = built
    .filter(({ id, rows, problems }) => rows.length === 0 && problems.length === 0 && !brief.optional?.includes(id))
    .map(({ id }) =>
      problem('chart-empty-dataset', spec.placed.at(['usermeta', 'brief', 'datasets', id]), {
        chart: spec.id,
        dataset: id,
        document,
      }),
    );
  const unsound = [...built.flatMap(({ problems }) => problems), ...empty];
  // A chart with a row missing would show labels and marks that are wrong for that reason alone.
  if (unsound.length > 0) return { problems: unsound };
  const alternative = alternativeOf(brief, rows, context);
  if (alternative.problems.length > 0) return { problems: [...alternative.problems] };
  const { svg, reading, problems: seen } = await draw(rows, brief, context);
  if (svg === '') return { problems: [...seen] };
  const id = ['chart', spec.id, document, ...(narrow ? ['narrow'] : [])].join('-');
  const spoken = context.languages.map((lang) => alternative.texts[lang]).join(' ');
  return {
    problems: [...seen],
    drawing: {
      chart: spec.id,
      document,
      narrow,
      svg: finishedSvg(svg, id, spoken),
      width: brief.frame.width,
      height: brief.frame.height,
      alternative: alternative.texts,
      uses: usesOf(reading, context),
      axisLabels: axisLabelsOf(reading),
      table: alternative.table,
      marks: factsOf(svg),
    },
  };
}
