/** Problems of the printed page name blocks: here they get the place where a person mends them. Part of the line, not of a stage. */
import { placeOf } from './audit/closed-world.ts';
import type { Content } from './model/content.ts';
import type { Sections } from './model/document.ts';
import type { Place, Problem } from './problem.ts';

/** `chart-scale-vi-en`, `chart-scale-vi`: the drawing of the chart `scale` for a document. */
const DRAWING = /^chart-(.+?)-[a-z]{2,3}(?:-[a-z]{2,3})?$/;
const SECTION = /^point-(.+)$/;

/** The specification of a chart, or the template of a section; undefined where the id is of neither. */
function placeOfPart(id: string, sections: Sections, { charts }: Content): Place | undefined {
  const chart = charts.get(DRAWING.exec(id)?.[1] ?? '');
  if (chart) return chart.placed.at([]);
  const section = SECTION.exec(id)?.[1];
  const first = [...sections.blocks.values()].find((block) => block.section === section);
  return first && { file: first.place.file, line: 1, column: 1 };
}

/** Each problem at the template, chart or section that its block comes from; a problem without one stays as it is. */
export const located = (problems: readonly Problem[], sections: Sections, content: Content): Problem[] =>
  problems.map(({ block, ...each }) =>
    block === undefined ? each : { ...each, ...(placeOf(block, sections) ?? placeOfPart(block, sections, content)) },
  );
