/** Widths and extents of the composite fonts that Chromium embeds, for the boxes around text. */
import { PDFArray, PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import { arrayAt, dictAt, numberAt } from './objects.ts';

/** How far a font's glyphs reach, in thousandths of the font size. */
export interface FontSize {
  readonly ascent: number;
  readonly descent: number;
  /** For a code of two bytes. */
  width(code: number): number;
}

/** Widths and extents of a composite font; undefined for others, whose text counts with its origins alone. */
export function readFontSize(font: PDFDict): FontSize | undefined {
  const descendant = font.context.lookup(arrayAt(font, 'DescendantFonts')?.get(0));
  if (!(descendant instanceof PDFDict)) return undefined;
  const descriptor = dictAt(descendant, 'FontDescriptor');
  const widths = new Map<number, number>();
  const w =
    arrayAt(descendant, 'W')
      ?.asArray()
      .map((v) => font.context.lookup(v)) ?? [];
  const at = (i: number): number => (w[i] instanceof PDFNumber ? (w[i] as PDFNumber).asNumber() : 0);
  for (let i = 0; i < w.length; ) {
    const next = w[i + 1];
    if (next instanceof PDFArray) {
      for (const [k, v] of next.asArray().entries()) widths.set(at(i) + k, Number(v.toString()));
      i += 2;
    } else {
      for (let code = at(i); code <= Math.min(at(i + 1), 0xffff); code++) widths.set(code, at(i + 2));
      i += 3;
    }
  }
  const usual = numberAt(descendant, 'DW') ?? 1000;
  return {
    ascent: (descriptor && numberAt(descriptor, 'Ascent')) ?? 1000,
    descent: (descriptor && numberAt(descriptor, 'Descent')) ?? -250,
    width: (code) => widths.get(code) ?? usual,
  };
}
