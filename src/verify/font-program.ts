/** What a font says of its glyphs: the embedded TrueType program, the widths in the PDF, the map to Unicode. */
import { PDFArray, PDFDict, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { readCharacterMap } from '../model/character-map.ts';
import type { Box } from '../model/geometry.ts';
import { decoded, dictAt, entry, itemsAt, nameAt, numberAt, streamAt } from './objects.ts';

export interface Program {
  readonly glyphs: number;
  /** Advance width in thousandths of the em. */
  width(glyph: number): number;
  /** Where its ink is, in thousandths of the em from the baseline; undefined for a glyph without ink, or an unread program. */
  ink(glyph: number): Box | undefined;
}

export interface FontFacts {
  /** Without the subset's prefix. */
  readonly name: string;
  readonly descendant: PDFDict | undefined;
  readonly descriptor: PDFDict | undefined;
  readonly program: Program | undefined;
  /** Undefined where the map is missing. */
  readonly unicode: ReadonlyMap<number, string> | undefined;
  /** The width that the PDF states for a code, in thousandths. */
  width(code: number): number;
  glyph(code: number): number;
}

/** Reads head, hhea, hmtx and maxp of a TrueType program; undefined where one is missing or cut off. */
export function readProgram(bytes: Uint8Array): Program | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = new Map<string, number>();
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + 16 * i;
      tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
    }
    const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
    if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined;
    const unit = view.getUint16(head + 18);
    const metrics = view.getUint16(hhea + 34);
    const glyphs = view.getUint16(maxp + 4);
    view.getUint16(hmtx + 4 * (metrics - 1));
    const [loca, glyf] = [tables.get('loca'), tables.get('glyf')];
    const long = view.getInt16(head + 50) === 1;
    const offset = (i: number, at: number): number =>
      long ? view.getUint32(at + 4 * i) : 2 * view.getUint16(at + 2 * i);
    return {
      glyphs,
      width: (glyph) => (view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / unit,
      ink: (glyph) => {
        if (loca === undefined || glyf === undefined || glyph >= glyphs) return undefined;
        const from = offset(glyph, loca);
        if (offset(glyph + 1, loca) <= from || glyf + from + 10 > bytes.length) return undefined;
        const at = (i: number): number => (view.getInt16(glyf + from + 2 * i) * 1000) / unit;
        return [at(1), at(2), at(3), at(4)];
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The W array of a CID font (ISO 32000-1, 9.7.4.3): both of its forms. */
function readWidths(font: PDFDict): Map<number, number> {
  const widths = new Map<number, number>();
  const w = itemsAt(font, 'W');
  const at = (i: number): number => (w[i] instanceof PDFNumber ? (w[i] as PDFNumber).asNumber() : 0);
  for (let i = 0; i < w.length; ) {
    const list = w[i + 1];
    if (list instanceof PDFArray) {
      for (const [k, value] of list.asArray().entries()) widths.set(at(i) + k, Number(value.toString()));
      i += 2;
    } else {
      for (let code = at(i); code <= Math.min(at(i + 1), 0xffff); code++) widths.set(code, at(i + 2));
      i += 3;
    }
  }
  return widths;
}

export const plainName = (name: string): string => name.replace(/^[A-Z]{6}\+/, '');

export function factsOf(font: PDFDict): FontFacts {
  const [first] = itemsAt(font, 'DescendantFonts');
  const descendant = first instanceof PDFDict ? first : undefined;
  const descriptor = dictAt(descendant ?? font, 'FontDescriptor');
  const file = decoded(streamAt(descriptor, 'FontFile2'));
  const toUnicode = decoded(streamAt(font, 'ToUnicode'));
  const widths = descendant ? readWidths(descendant) : new Map<number, number>();
  const usual = numberAt(descendant, 'DW') ?? 1000;
  const map = entry(descendant, 'CIDToGIDMap');
  const glyphs = map instanceof PDFRawStream ? decoded(map) : undefined;
  return {
    ...{ name: plainName(nameAt(font, 'BaseFont') ?? ''), descendant, descriptor },
    program: file && readProgram(file),
    unicode: toUnicode && readCharacterMap(new TextDecoder('latin1').decode(toUnicode)),
    width: (code) => widths.get(code) ?? usual,
    glyph: (code) => (glyphs ? (glyphs[2 * code] ?? 0) * 256 + (glyphs[2 * code + 1] ?? 0) : code),
  };
}
