/** The text of a page as pdfjs decodes it, by marked content. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type InkFont, type PageInk, readInk } from './page/ink.ts';

export type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let library: Promise<Library> | undefined;

/**
 * Imports pdfjs when it is first needed. Without the optional canvas package it warns that it cannot draw; nothing here
 * draws, so that the words are kept from the reader for as long as the import lasts.
 */
export function loadLibrary(): Promise<Library> {
  library ??= (async () => {
    const { warn } = console;
    console.warn = () => {};
    try {
      return await import('pdfjs-dist/legacy/build/pdf.mjs');
    } finally {
      console.warn = warn;
    }
  })();
  return library;
}

/** Text of one page: by MCID, and all of it, margin boxes too, one line a mark. */
export interface PageText {
  readonly marks: ReadonlyMap<number, string>;
  readonly text: string;
  readonly items: number;
  /** Lines outside every mark of the structure. */
  readonly margins: readonly string[];
  readonly ink: PageInk;
}

/** Finds a font of the file by its name, subset's prefix and all. */
export type FontNamed = (name: string) => InkFont;

/** What pdfjs keeps of a font. */
interface Loaded {
  readonly name?: string;
  readonly isType3Font?: boolean;
}

/** Glyphs as pdfjs lists them: numbers are spacing. */
type Glyphs = readonly (number | { readonly unicode: string } | null)[];

/** One open marked-content sequence. */
interface Open {
  readonly mcid: number | undefined;
  /** True where an ActualText stands for the glyphs: they are passed over. */
  readonly replaced: boolean;
}

/**
 * Reads one page from what pdfjs would paint: every glyph's own Unicode value, nothing guessed from its position.
 * @param fontNamed what the file says of a font
 * @param actualTexts what each marked-content sequence states in place of its glyphs, in order (pdfjs does not tell)
 */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  actualTexts: readonly (string | undefined)[],
  fontNamed: FontNamed,
  { OPS }: Library,
): Promise<PageText> {
  const page = await pdf.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks = new Map<number, string>();
  const open: Open[] = [];
  const lines: string[] = [];
  const margins: string[] = [];
  let line = '';
  let untied = false;
  let items = 0;
  let begun = 0;
  const flush = () => {
    if (line !== '') lines.push(line);
    if (line !== '' && untied) margins.push(line);
    line = '';
  };
  const say = (text: string) => {
    const mcid = open.at(-1)?.mcid;
    if (mcid !== undefined) marks.set(mcid, (marks.get(mcid) ?? '') + text);
    line += text;
    untied = mcid === undefined;
  };
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as unknown[] | null;
    if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent) {
      const mcid = args?.[1];
      const own = typeof mcid === 'number' ? mcid : undefined;
      if (open.length === 0 || own !== undefined) flush();
      const above = open.at(-1);
      const actual = actualTexts[begun++];
      if (actual !== undefined && !above?.replaced) say(actual);
      // A sequence without a number inside a mark is part of it.
      open.push({ mcid: own ?? above?.mcid, replaced: above?.replaced === true || actual !== undefined });
    } else if (operator === OPS.endMarkedContent) {
      open.pop();
      if (open.length === 0) flush();
    } else if (operator === OPS.showText) {
      items++;
      if (open.at(-1)?.replaced) return;
      say(((args?.[0] ?? []) as Glyphs).map((g) => (typeof g === 'number' ? '' : (g?.unicode ?? ''))).join(''));
    }
  });
  flush();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  // pdfjs counts fonts; the file's name is with what it loaded. Type 3 may bear the name of the font that it was made from.
  const nameOf = (id: string): string => {
    const { name, isType3Font }: Loaded = page.commonObjs.has(id) ? page.commonObjs.get(id) : {};
    return `${name ?? id}${isType3Font ? ' as Type 3' : ''}`;
  };
  const fontOf = (id: string): InkFont => fontNamed(nameOf(id));
  const ink = readInk({ fnArray, argsArray }, { width: right - left, height: top - bottom }, fontOf, { OPS });
  page.cleanup();
  return { marks, text: lines.join('\n'), items, margins, ink };
}
