/** Where a figure's content lies on its page: the BBox that PDF/UA readers and reflowing viewers need. */
import { PDFDict } from '@cantoo/pdf-lib';
import { type Bytes, isBytes, isList, isName, type Operand } from '../model/content-operands.ts';
import { type Operation, operandsOf } from '../model/content-stream.ts';
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
  put,
  times,
} from '../model/geometry.ts';
import { type FontSize, readFontSize } from './font-size.ts';
import { dictAt, entry, numberAt, numbersAt } from './objects.ts';
import { formOf, type Mark, type Unit } from './units.ts';

interface State {
  matrix: Matrix;
  clip: Box;
  line: number;
  font: FontSize | undefined;
  size: number;
}

/** What one walk over a page gathers, and for which marks. */
interface Walk {
  readonly wanted: ReadonlySet<Mark>;
  readonly boxes: Map<Mark, Box>;
  readonly fonts: Map<PDFDict, FontSize | undefined>;
}

const asMatrix = (operands: readonly Operand[]): Matrix =>
  operands.length === 6 && operands.every((o) => typeof o === 'number') ? (operands as unknown as Matrix) : IDENTITY;

const num = (o: Operand | undefined): number => (typeof o === 'number' ? o : 0);

/** Walks a unit's operations and adds up what each wanted mark paints. `into` is the mark that a form is drawn in. */
function walk(unit: Unit, start: State, all: Walk, into: Mark | undefined): void {
  const begins = new Map(unit.marks.map((m) => [m.begin, m]));
  const open: (Mark | undefined)[] = [];
  const saved: State[] = [];
  let state = { ...start };
  // The path under construction: read only where it is painted or clips.
  let path: Operation[] = [];
  let clipping = false;
  // Text outside wanted marks is not looked at; a mark never begins inside a text object.
  let reading = false;
  let textMatrix: Matrix = IDENTITY;
  let lineMatrix: Matrix = IDENTITY;
  const current = (): Mark | undefined => open.findLast((m) => m) ?? into;

  const paint = (box: Box, mark = current()): void => {
    const seen = meet(box, state.clip);
    if (mark && all.wanted.has(mark) && !isEmpty(seen)) all.boxes.set(mark, join(all.boxes.get(mark) ?? EMPTY, seen));
  };
  const isWanted = (): boolean => {
    const mark = current();
    return mark !== undefined && all.wanted.has(mark);
  };
  const pathBox = (): Box =>
    path
      .map((operation) => stepBox(operandsOf(unit, operation), operation.operator === 're', state.matrix))
      .reduce(join, EMPTY);
  const endPath = (painted = EMPTY): void => {
    if (clipping) state.clip = meet(state.clip, isEmpty(painted) ? pathBox() : painted);
    clipping = false;
    path = [];
  };
  const fill = (): void => {
    const box = isWanted() ? pathBox() : EMPTY;
    if (!isEmpty(box)) paint(box);
    endPath(box);
  };
  const stroke = (): void => {
    const [a, b, c, d] = state.matrix;
    const half = (state.line / 2) * Math.sqrt(Math.abs(a * d - b * c));
    const box = isWanted() ? pathBox() : EMPTY;
    if (!isEmpty(box)) paint([box[0] - half, box[1] - half, box[2] + half, box[3] + half]);
    endPath(box);
  };
  const step: Handler = (operation) => {
    path.push(operation);
  };
  const clip = (): void => {
    clipping = true;
  };
  const text =
    (act: (operands: readonly Operand[]) => void): Handler =>
    (operation) => {
      if (reading) act(operandsOf(unit, operation));
    };
  const read =
    (act: (operands: readonly Operand[]) => void): Handler =>
    (operation) =>
      act(operandsOf(unit, operation));
  const nextLine = (operands: readonly Operand[]): void => {
    lineMatrix = times([1, 0, 0, 1, num(operands[0]), num(operands[1])], lineMatrix);
    textMatrix = lineMatrix;
  };
  const show = ([operand]: readonly Operand[]): void => {
    const { font, size, matrix } = state;
    for (const part of isList(operand) ? operand : [operand]) {
      const advance =
        typeof part === 'number'
          ? (-part / 1000) * size
          : isBytes(part) && font
            ? (widthOf(part, font) / 1000) * size
            : 0;
      const box = boxAround(
        times(textMatrix, matrix),
        0,
        scaled(font?.descent, size),
        advance,
        scaled(font?.ascent, size),
      );
      if (isBytes(part)) paint(box);
      textMatrix = times([1, 0, 0, 1, advance, 0], textMatrix);
    }
  };

  const handlers: Readonly<Record<string, Handler>> = {
    q: () => {
      saved.push({ ...state });
    },
    Q: () => {
      state = saved.pop() ?? state;
    },
    cm: read((operands) => {
      state.matrix = times(asMatrix(operands), state.matrix);
    }),
    w: read(([width]) => {
      state.line = num(width);
    }),
    gs: read(([name]) => {
      const states = unit.resources && dictAt(unit.resources, 'ExtGState');
      const named = states && isName(name) ? dictAt(states, name.name) : undefined;
      state.line = (named && numberAt(named, 'LW')) ?? state.line;
    }),
    ...{ re: step, m: step, l: step, c: step, v: step, y: step },
    ...{ W: clip, 'W*': clip, n: () => endPath() },
    ...{ f: fill, F: fill, 'f*': fill },
    ...{ S: stroke, s: stroke, B: stroke, 'B*': stroke, b: stroke, 'b*': stroke },
    BT: () => {
      textMatrix = IDENTITY;
      lineMatrix = IDENTITY;
      reading = isWanted();
    },
    Tf: read(([name, size]) => {
      state.font = isName(name) ? fontAt(unit, name.name, all.fonts) : undefined;
      state.size = num(size);
    }),
    Tm: text((operands) => {
      lineMatrix = asMatrix(operands);
      textMatrix = lineMatrix;
    }),
    ...{ Td: text(nextLine), TD: text(nextLine), Tj: text(show), TJ: text(show) },
    BMC: () => {
      open.push(undefined);
    },
    BDC: (_, i) => {
      open.push(begins.get(i));
    },
    EMC: () => {
      open.pop();
    },
    BI: () => paint(boxAround(state.matrix, 0, 0, 1, 1)),
    Do: (_, i) => {
      const use = unit.uses.find((u) => u.operation === i);
      const here = begins.get(i) ?? current();
      if (!use) paint(boxAround(state.matrix, 0, 0, 1, 1));
      else if (here && all.wanted.has(here)) walkForm(use.form, unit, i, state, all, here);
    },
  };
  unit.operations.forEach((operation, i) => {
    handlers[operation.operator]?.(operation, i);
  });
}

type Handler = (operation: Operation, i: number) => void;

/** The box around what one operation adds to a path: a rectangle, or the points of a line or curve. */
function stepBox(operands: readonly Operand[], isRectangle: boolean, matrix: Matrix): Box {
  const [x, y, w, h] = operands.map(num) as [number, number, number, number];
  if (isRectangle) return boxAround(matrix, x, y, x + w, y + h);
  let box = EMPTY;
  for (let k = 0; k + 1 < operands.length; k += 2) {
    const [px, py] = put(matrix, num(operands[k]), num(operands[k + 1]));
    box = join(box, [px, py, px, py]);
  }
  return box;
}

const scaled = (value: number | undefined, size: number): number => ((value ?? 0) / 1000) * size;

function widthOf({ bytes }: Bytes, font: FontSize): number {
  let width = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) width += font.width(bytes[i]! * 256 + bytes[i + 1]!);
  return width;
}

function fontAt(unit: Unit, name: string, known: Walk['fonts']): FontSize | undefined {
  const fonts = unit.resources && dictAt(unit.resources, 'Font');
  const font = fonts && entry(fonts, name);
  if (!(font instanceof PDFDict)) return undefined;
  if (!known.has(font)) known.set(font, readFontSize(font));
  return known.get(font);
}

function walkForm(form: Unit, above: Unit, operation: number, state: State, all: Walk, into: Mark): void {
  const [, stream] = formOf(above, above.operations[operation]!) ?? [];
  const matrix = stream && numbersAt(stream.dict, 'Matrix');
  const inner = times(matrix?.length === 6 ? (matrix as unknown as Matrix) : IDENTITY, state.matrix);
  const [a, b, c, d] = (stream && numbersAt(stream.dict, 'BBox')) ?? [];
  const clip =
    a !== undefined && d !== undefined ? meet(state.clip, boxAround(inner, a, b ?? 0, c ?? 0, d)) : state.clip;
  walk(form, { ...state, matrix: inner, clip }, all, into);
}

/**
 * The box of what each wanted mark of a page paints, glyphs with their whole height, within the clipping in force.
 * Marks that paint nothing on the page are missing.
 */
export function boxesOf(unit: Unit, wanted: ReadonlySet<Mark>): Map<Mark, Box> {
  const boxes = new Map<Mark, Box>();
  walk(
    unit,
    { matrix: IDENTITY, clip: ALL, line: 1, font: undefined, size: 0 },
    { wanted, boxes, fonts: new Map() },
    undefined,
  );
  return boxes;
}

/** The box of several marks, rounded to hundredths of a point; undefined where they paint nothing. */
export function boxAroundAll(boxes: readonly Box[]): Box | undefined {
  const box = boxes.reduce(join, EMPTY);
  return isEmpty(box) ? undefined : (box.map((v) => Math.round(v * 100) / 100) as unknown as Box);
}
