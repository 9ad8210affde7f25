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

/**
 * Makes the measure for a set of fonts. A weight that is missing is measured in the nearest one of its family, a family
 * that is missing in the first. Results are kept: the same labels come again in every document.
 */
export function measurer(fonts: readonly FontFile[]): Measure {
  const faces = fonts.map((file) => ({ ...file, face: fontkit.create(Buffer.from(file.bytes)) as fontkit.Font }));
  const known = new Map<string, number>();
  const faceFor = (family: string, weight: number) => {
    const ofFamily = faces.filter((each) => each.family === family);
    const candidates = ofFamily.length > 0 ? ofFamily : faces;
    return candidates.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
  };
  return (text, { family, weight, size }) => {
    const found = faceFor(family, weight);
    if (!found || text === '') return 0;
    const key = `${found.family} ${found.weight} ${text}`;
    const em = known.get(key) ?? found.face.layout(text, FEATURES as never).advanceWidth / found.face.unitsPerEm;
    known.set(key, em);
    return em * size;
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
