/** Widths of texts in the fonts that are embedded, within 0.02 px of what Chromium lays out. The one door to fontkit. Part of `chart`. */
import * as fontkit from 'fontkit';

/** A font file of the brief, read by `world/`. The family's name holds no digit: Vega writes it unquoted. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly bytes: Uint8Array;
}

/** The width in pixels of one line of text. */
export type Measure = (text: string, style: { family: string; weight: number; size: number }) => number;

/** As the page sets it: no ligatures, so that what is measured is what is printed and found by searching. */
const FEATURES = { liga: false, clig: false, dlig: false };

/** What is measured apart: a space, a character of a number, else a word. The fonts kern only inside words. */
const PIECE = /[\s\p{Nd}.,%\u2212+[\]](?!\p{L})|[^\s\p{Nd}]+|[\s\S]/gu;

/** Faces by their bytes: a preview, or a brief of many editions, measures in the same ones over and over. */
const WIDTHS = new WeakMap<Uint8Array, (text: string) => number>();

/** The width of a text in one face, in ems. Pieces are shaped once and kept: the same words come again in every document. */
function emWidth({ bytes }: FontFile): (text: string) => number {
  const face = fontkit.create(Buffer.from(bytes)) as fontkit.Font;
  const known = new Map<string, number>();
  const shaped = (piece: string): number => {
    const width = known.get(piece) ?? face.layout(piece, FEATURES as never).advanceWidth / face.unitsPerEm;
    known.set(piece, width);
    return width;
  };
  return (text) => (text.match(PIECE) ?? []).reduce((width, piece) => width + shaped(piece), 0);
}

/**
 * Makes the measure for a set of fonts. A weight that is missing is measured in the nearest one of its family, a family
 * that is missing in the first.
 */
export function measurer(fonts: readonly FontFile[]): Measure {
  const faces = new Map<string, FontFile | undefined>();
  const faceFor = (family: string, weight: number): FontFile | undefined => {
    const key = `${family} ${weight}`;
    if (!faces.has(key)) {
      const ofFamily = fonts.filter((each) => each.family === family);
      const candidates = ofFamily.length > 0 ? ofFamily : fonts;
      faces.set(key, candidates.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0]);
    }
    return faces.get(key);
  };
  return (text, { family, weight, size }) => {
    const face = faceFor(family, weight);
    if (!face || text === '') return 0;
    const width = WIDTHS.get(face.bytes) ?? emWidth(face);
    WIDTHS.set(face.bytes, width);
    return width(text) * size;
  };
}

/**
 * Breaks a text into as few lines as the width allows and makes them as even as it can. Breaks only at ordinary spaces;
 * a word that is too wide stays whole.
 */
export function wrapped(text: string, width: number, widthOf: (line: string) => number): string[] {
  const words = text.split(' ');
  const filled = (limit: number): string[] =>
    words.reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      const longer = last === undefined ? word : `${last} ${word}`;
      if (last === undefined || widthOf(longer) > limit) lines.push(word);
      else lines[lines.length - 1] = longer;
      return lines;
    }, []);
  const lines = filled(width);
  for (let limit = width; limit > 0; limit -= 2) {
    const even = filled(limit);
    if (even.length > lines.length) break;
    lines.splice(0, lines.length, ...even);
  }
  return lines;
}
