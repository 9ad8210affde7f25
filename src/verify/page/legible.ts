/** Whether everything that is printed can be read: nothing cut off, nothing upon something else, nothing too small. */
import { type Box, EMPTY, isEmpty, meet } from '../../model/geometry.ts';
import type { Glyph, Run } from './ink.ts';
import {
  excerpt,
  type Finding,
  isChart,
  millimetres,
  type Printed,
  type Sheet,
  type SheetPage,
  words,
} from './sheet.ts';

/** Points by which ink may pass a border, or other ink, before it counts: the thickness of a hairline. */
const TOLERANCE = 0.4;
/** Points of a chart's edge that a neighbour may touch: half of what a thick line is wide. */
const EDGE = 1.5;
/** The house's smallest type is 7.5 pt (docs/design.md); what is smaller was scaled down. */
const SMALLEST = 7.2;

/** How far ink passes its clip, at the worst side; 0 where none does. */
const cutOff = (box: Box, clip: Box): number =>
  Math.max(0, clip[0] - box[0], clip[1] - box[1], box[2] - clip[2], box[3] - clip[3]);

/** Glyphs of which the page, or a box that hides what passes it, cuts something off: Ế loses its marks first. */
export function cutText({ pages }: Sheet): Finding[] {
  return pages.flatMap((page) =>
    page.ink.runs.flatMap((run): Finding[] => {
      if (cutOff(run.box, run.clip) <= TOLERANCE) return [];
      const cut = run.glyphs.filter((glyph) => cutOff(glyph.box, run.clip) > TOLERANCE);
      const worst = Math.max(0, ...cut.map((glyph) => cutOff(glyph.box, run.clip)));
      const args = { page: page.number, text: excerpt(run.text), glyph: cut[0]?.text ?? '', cut: millimetres(worst) };
      return [{ code: 'page-text-cut', block: page.of(run), args }];
    }),
  );
}

/** Pairs of runs whose boxes meet, each pair once. */
function meeting(page: SheetPage): [Run, Run][] {
  const runs = [...page.ink.runs].sort((a, b) => a.box[1] - b.box[1]);
  const found: [Run, Run][] = [];
  runs.forEach((a, i) => {
    for (let k = i + 1; k < runs.length; k++) {
      const b = runs[k]!;
      if (b.box[1] > a.box[3] - TOLERANCE) break;
      if (Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) > TOLERANCE) found.push([a, b]);
    }
  });
  return found;
}

const overlap = (a: Box, b: Box): number => {
  const [x1, y1, x2, y2] = meet(a, b);
  return Math.min(x2 - x1, y2 - y1);
};

/** The two glyphs that cover each other most; undefined where no two do. */
function clash(a: Run, b: Run): [Glyph, Glyph] | undefined {
  let best: [Glyph, Glyph] | undefined;
  let most = TOLERANCE;
  for (const one of a.glyphs) {
    if (overlap(one.box, b.box) <= most) continue;
    for (const other of b.glyphs) {
      const shared = overlap(one.box, other.box);
      if (shared > most) [most, best] = [shared, [one, other]];
    }
  }
  return best;
}

/** Text upon text: lines of one block that touch, and blocks or labels that collide. */
export function textOnText({ pages }: Sheet): Finding[] {
  return pages.flatMap((page) =>
    meeting(page).flatMap(([a, b]): Finding[] => {
      const [one, other] = [page.of(a), page.of(b)];
      const same = one !== undefined && one === other;
      if (same && Math.abs(a.baseline - b.baseline) < TOLERANCE) return [];
      const glyphs = clash(a, b);
      if (!glyphs) return [];
      // what was written later is what came too near
      const later = (one?.order ?? -1) > (other?.order ?? -1) ? one : other;
      const texts = { text: excerpt(b.text), other: excerpt(a.text), page: page.number };
      if (same && !isChart(one)) {
        const [below, above] = a.baseline < b.baseline ? glyphs : [glyphs[1], glyphs[0]];
        return [
          {
            code: 'page-lines-touch',
            block: one,
            args: { ...texts, glyph: below.text, above: above.text, words: words(one) },
          },
        ];
      }
      return [{ code: 'page-text-collides', block: later, args: texts }];
    }),
  );
}

/** Text of the page, or another chart, upon a chart. */
export function textOnCharts({ pages, blocks }: Sheet): Finding[] {
  return pages.flatMap((page) => {
    const charts = blocks.filter((block) => isChart(block) && block.boxes.has(page.number));
    const shrunk = (box: Box): Box => [box[0] + EDGE, box[1] + EDGE, box[2] - EDGE, box[3] - EDGE];
    return charts.flatMap((chart): Finding[] => {
      const box = shrunk(chart.boxes.get(page.number) ?? EMPTY);
      if (isEmpty(box)) return [];
      const finding = (text: string, block: Printed | undefined): Finding => ({
        ...{ code: 'page-text-on-chart', block: block ?? chart },
        args: { page: page.number, text, chart: words(chart) },
      });
      const found = page.ink.runs
        .filter((run) => page.of(run) !== chart && overlap(run.box, box) > TOLERANCE)
        .map((run) => finding(excerpt(run.text), page.of(run)));
      const others = charts
        .filter((other) => other.order > chart.order && overlap(other.boxes.get(page.number) ?? EMPTY, box) > TOLERANCE)
        .map((other) => finding(words(other), other));
      return [...found, ...others];
    });
  });
}

/** Type below the house's smallest: a style that is wrong, or a page that Chromium made smaller as a whole. */
export function smallText({ pages }: Sheet): Finding[] {
  return pages.flatMap((page) =>
    page.ink.runs
      .filter((run) => run.size < SMALLEST)
      .map((run) => ({
        ...{ code: 'page-text-small' as const, block: page.of(run) },
        args: { page: page.number, text: excerpt(run.text), size: run.size.toFixed(1) },
      })),
  );
}

/** Text in a font that is not the document's own: the element that asks for it. */
export const fontUsers =
  (fonts: readonly string[] | undefined) =>
  ({ pages }: Sheet): Finding[] =>
    pages.flatMap((page) =>
      page.ink.runs
        .filter((run) => fonts !== undefined && (run.slanted || !fonts.includes(run.font)))
        .map((run) => {
          const font = `${run.font || 'a font without a name'}${run.slanted ? ', slanted by the browser' : ''}`;
          const args = { page: page.number, text: excerpt(run.text), font };
          return { code: 'page-font-strange' as const, block: page.of(run), args };
        }),
    );

/** A drawing in which nothing stands but hairlines and words: the marks that show the figures are missing. */
export function blankCharts({ blocks }: Sheet): Finding[] {
  const mark = ({ box, clip }: { box: Box; clip: Box }): boolean => {
    const [x1, y1, x2, y2] = meet(box, clip);
    return x2 - x1 > HAIRLINE && y2 - y1 > HAIRLINE;
  };
  return blocks
    .filter((block) => isChart(block) && !block.shapes.some((shape) => shape.visible && mark(shape)))
    .map((block) => ({
      ...{ code: 'page-chart-blank' as const, block },
      args: { page: block.leaf.block.page, chart: words(block) },
    }));
}

/** Axes and grids are thinner, in points. */
const HAIRLINE = 1.2;
