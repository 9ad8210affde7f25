/** Where the ink of a page is: every glyph and shape as pdfjs would paint it, in points. Part of `verify`. */
import {
  ALL,
  type Box,
  boxAround,
  EMPTY,
  IDENTITY,
  isEmpty,
  join,
  type Matrix,
  meet,
  times,
} from '../../model/geometry.ts';
import type { Library } from '../page-text.ts';

export interface Glyph {
  readonly text: string;
  readonly box: Box;
}

/** Glyphs that were shown one after another on one line, in one font. */
export interface Run {
  /** Undefined for what no element holds: running heads, page numbers. */
  readonly mcid: number | undefined;
  readonly font: string;
  /** Size of the type on paper, in points. */
  readonly size: number;
  /** True where the letters lean although their font does not: a browser makes italics up where it has none. */
  readonly slanted: boolean;
  readonly text: string;
  readonly baseline: number;
  readonly box: Box;
  /** What may be painted where the run stands; ink outside is lost. */
  readonly clip: Box;
  readonly glyphs: readonly Glyph[];
}

/** A path that was filled or stroked. */
export interface Shape {
  readonly mcid: number | undefined;
  readonly box: Box;
  readonly clip: Box;
  /** False for paper's white and for what is wholly transparent. */
  readonly visible: boolean;
}

export interface PageInk {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly shapes: readonly Shape[];
}

/** A glyph as pdfjs lists it; numbers between glyphs are spacing. */
interface Shown {
  readonly originalCharCode?: number;
  readonly unicode?: string;
  readonly width?: number;
}

interface State {
  matrix: Matrix;
  clip: Box;
  font: InkFont;
  size: number;
  fill: string;
  stroke: string;
  /** Opacity of the group around. */
  group: number;
  fillAlpha: number;
  strokeAlpha: number;
  spacing: number;
  mode: number;
}

/** A font: its name in the file, and the ink of its glyphs in thousandths of the em, undefined where one has none. */
export interface InkFont {
  readonly name: string;
  /** Undefined where the font's program cannot be read: then its glyphs count as tall as letters usually are. */
  readonly ink: ((code: number) => Box | undefined) | undefined;
}

const NO_FONT: InkFont = { name: '', ink: undefined };
/** Depth and height of usual letters, in thousandths of the em. */
const [DEPTH, HEIGHT] = [-200, 750];
const INVISIBLE = 3;
/** The lean of letters, as the cosine of the angle between base line and stem, from which it is seen. */
const SLANT = 0.05;
/** Lighter than this in every channel is white to a reader. */
const WHITE = 0xfa;

function isWhite(colour: string): boolean {
  const value = Number.parseInt(colour.slice(1), 16);
  return [16, 8, 0].every((shift) => ((value >> shift) & 0xff) >= WHITE);
}

function inkOf({ ink }: InkFont, { originalCharCode = 0, unicode = '', width = 0 }: Shown): Box | undefined {
  if (ink) return ink(originalCharCode);
  return unicode.trim() === '' ? undefined : [0, DEPTH, width, HEIGHT];
}

const matrixOf = (value: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from((value as ArrayLike<number> | null) ?? []);
  return [a, b, c, d, e, f];
};

/**
 * Follows a page's operators. Text is in runs: what stands on one line between two moves of the text matrix.
 * @param page the page's box in points, its lower left corner at 0, 0
 */
export function readInk(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  page: { readonly width: number; readonly height: number },
  fontOf: (id: string) => InkFont,
  { OPS }: Pick<Library, 'OPS'>,
): PageInk {
  const [filling, stroking] = [FILLS(OPS), STROKES(OPS)];
  const runs: Run[] = [];
  const shapes: Shape[] = [];
  const open: (number | undefined)[] = [];
  const saved: State[] = [];
  let state: State = {
    ...{ matrix: IDENTITY, clip: ALL, font: NO_FONT, size: 0, fill: '#000000', stroke: '#000000' },
    ...{ group: 1, fillAlpha: 1, strokeAlpha: 1, spacing: 0, mode: 0 },
  };
  let clips = false;
  let line: Matrix = IDENTITY;
  let text: Matrix = IDENTITY;
  let run: { mcid: number | undefined; state: State; matrix: Matrix; glyphs: Glyph[]; text: string } | undefined;

  const flush = (): void => {
    if (run && run.glyphs.length > 0) {
      const { mcid, glyphs, state: at, matrix, text: said } = run;
      const size = at.size * Math.hypot(matrix[2], matrix[3]);
      const box = glyphs.reduce((sum: Box, each) => join(sum, each.box), EMPTY);
      const lean =
        (matrix[0] * matrix[2] + matrix[1] * matrix[3]) /
        (Math.hypot(matrix[0], matrix[1]) * Math.hypot(matrix[2], matrix[3]));
      const slanted = Math.abs(lean) > SLANT;
      const whole = { font: at.font.name, size, slanted, text: said, baseline: matrix[5] };
      runs.push({ mcid, ...whole, box, clip: at.clip, glyphs });
    }
    run = undefined;
  };
  const show = (glyphs: readonly (Shown | number | null)[]): void => {
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      let advance = 0;
      if (typeof glyph === 'number') advance = (-glyph / 1000) * state.size;
      else {
        const ink = inkOf(state.font, glyph);
        const matrix = times(text, state.matrix);
        if (run && Math.abs(run.matrix[5] - matrix[5]) > 0.05) flush();
        run ??= { mcid: open.at(-1), state: { ...state }, matrix, glyphs: [], text: '' };
        run.text += glyph.unicode ?? '';
        if (ink && state.mode !== INVISIBLE && state.group * state.fillAlpha > 0) {
          const [x1, y1, x2, y2] = ink.map((value) => (value / 1000) * state.size) as unknown as Box;
          run.glyphs.push({ text: glyph.unicode ?? '', box: boxAround(matrix, x1, y1, x2, y2) });
        }
        advance = ((glyph.width ?? 0) / 1000) * state.size + state.spacing;
      }
      text = times([1, 0, 0, 1, advance, 0], text);
    }
  };
  const place = (matrix: Matrix): void => {
    line = matrix;
    text = matrix;
  };
  const paint = (painting: number, bounds: unknown): void => {
    const given = bounds ? Array.from(bounds as ArrayLike<number>) : [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = given;
    const box = given.length === 4 ? boxAround(state.matrix, x1, y1, x2, y2) : EMPTY;
    const fills = filling.has(painting);
    const strokes = stroking.has(painting);
    if (!isEmpty(box) && (fills || strokes)) {
      const filled = fills && state.group * state.fillAlpha > 0 && !isWhite(state.fill);
      const stroked = strokes && state.group * state.strokeAlpha > 0 && !isWhite(state.stroke);
      shapes.push({ mcid: open.at(-1), box, clip: state.clip, visible: filled || stroked });
    }
    if (clips && !isEmpty(box)) state.clip = meet(state.clip, box);
    clips = false;
  };

  const step = (operator: number, args: readonly unknown[]): void => {
    const [first, second] = args;
    switch (operator) {
      case OPS.save:
        saved.push({ ...state });
        break;
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state });
        if (first) state.matrix = times(matrixOf(first), state.matrix);
        // what is drawn as a whole is as transparent as the whole
        state.group *= state.fillAlpha;
        state.fillAlpha = 1;
        state.strokeAlpha = 1;
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = times(matrixOf(args), state.matrix);
        break;
      case OPS.setGState:
        for (const [name, value] of first as [string, unknown][]) {
          if (name === 'ca') state.fillAlpha = Number(value);
          if (name === 'CA') state.strokeAlpha = Number(value);
        }
        break;
      case OPS.setFillRGBColor:
        state.fill = String(first);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = String(first);
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.constructPath:
        paint(Number(first), args[2]);
        break;
      case OPS.beginText:
        place(IDENTITY);
        break;
      case OPS.setTextMatrix:
        flush();
        place(matrixOf(first));
        break;
      case OPS.moveText:
        place(times([1, 0, 0, 1, Number(first), Number(second)], line));
        break;
      case OPS.setFont:
        flush();
        state.font = fontOf(String(first));
        state.size = Number(second);
        break;
      case OPS.setCharSpacing:
        state.spacing = Number(first);
        break;
      case OPS.setTextRenderingMode:
        state.mode = Number(first);
        break;
      case OPS.showText:
        show(first as readonly (Shown | number | null)[]);
        break;
      case OPS.endText:
        flush();
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        flush();
        open.push(typeof second === 'number' ? second : open.at(-1));
        break;
      case OPS.endMarkedContent:
        flush();
        open.pop();
        break;
    }
  };
  operators.fnArray.forEach((operator, i) => {
    step(operator, (operators.argsArray[i] as readonly unknown[] | null) ?? []);
  });
  return { ...page, runs, shapes };
}

type Codes = Library['OPS'];

const FILLS = (ops: Codes): ReadonlySet<number> =>
  new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);

const STROKES = (ops: Codes): ReadonlySet<number> =>
  new Set([
    ...[ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke],
  ]);
