/** Proves that the PDF says what the audited HTML says: block by block, letter by letter, language by language. */

import type { Code } from '../messages.ts';
import type { Lang } from '../model/language.ts';
import type { PdfText, TextBlock } from '../model/pdf.ts';
import { type Args, type Problem, problem } from '../problem.ts';

/** A piece of the PDF's text: a run, or a figure's alternative. */
interface Piece {
  /** Which of the PDF's blocks it is in, counted from 0. */
  readonly of: number;
  readonly kind: 'text' | 'alternative';
  readonly text: string;
  readonly lang: Lang | undefined;
  readonly page: number;
  /** With a figure's alternative: the words that it paints. */
  readonly drawn?: string;
}

/** The one difference between HTML and PDF that is none: Chromium paints a no-break space with the space's glyph. */
const folded = (text: string): string => text.replaceAll('\u00a0', ' ');

const isSpace = (text: string): boolean => text.trim() === '';

/**
 * The PDF's pieces in reading order. Runs of one language that follow each other inside a block are one piece;
 * a figure gives its alternative in the place of the words drawn in it. List labels (`1.`) are the printer's own: HTML
 * has no text for them.
 */
function piecesOf({ blocks }: PdfText): Piece[] {
  return blocks.flatMap(({ runs, text: painted, alternative, page, type }, of): Piece[] => {
    if (alternative)
      return [
        { of, kind: 'alternative', text: folded(alternative.text), lang: alternative.lang, page, drawn: painted },
      ];
    if (type === 'Figure' || type === 'Lbl') return [];
    const pieces: Piece[] = [];
    for (const run of runs) {
      const last = pieces.at(-1);
      const text = folded(run.text);
      if (last && last.lang === run.lang) pieces[pieces.length - 1] = { ...last, text: last.text + text };
      else pieces.push({ of, kind: 'text', text, lang: run.lang, page });
    }
    return pieces;
  });
}

/** How many pieces from `at` on make up the block; undefined where they do not. */
function matched(
  block: TextBlock,
  pieces: readonly Piece[],
  at: number,
  from: number,
): { next: number; rest: number } | undefined {
  const wanted = folded(block.text).trim();
  const kind = block.kind ?? 'text';
  let got = '';
  for (let i = at, offset = from; i < pieces.length; i++, offset = 0) {
    const piece = pieces[i]!;
    if (piece.kind !== kind) return undefined;
    const text = piece.text.slice(offset);
    const so = (got + text).trimStart();
    if (so.trimEnd() === wanted) return { next: i + 1, rest: 0 };
    // One piece may hold several blocks: two lines of a cell in one language.
    if (so.startsWith(wanted) && wanted !== '')
      return { next: i, rest: offset + text.length - (so.length - wanted.length) };
    if (!wanted.startsWith(so) && !isSpace(so)) return undefined;
    got += text;
  }
  return undefined;
}

/** Looks this far ahead, in blocks and in pieces, for the place where both texts agree again. */
const WINDOW = 40;

/** The nearest place behind a difference where a block is found again: blocks skipped, pieces skipped. */
function resume(blocks: readonly TextBlock[], i: number, pieces: readonly Piece[], at: number): [number, number] {
  for (let sum = 1; sum < 2 * WINDOW; sum++)
    for (let skip = Math.max(0, sum - WINDOW); skip <= Math.min(sum, WINDOW); skip++) {
      const block = blocks[i + skip];
      if (block && !isSpace(block.text) && matched(block, pieces, at + sum - skip, 0)) return [skip, sum - skip];
    }
  return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
}

/** Enough of both texts to see where they part: from a little before the first letter that differs. */
function excerpts(a: string, b: string): [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = at > 24 ? at - 24 : 0;
  const cut = (s: string) => `${from > 0 ? '…' : ''}${s.slice(from, from + 80)}${s.length > from + 80 ? '…' : ''}`;
  return [cut(a), cut(b)];
}

/** One place where the PDF does not say what it should: everything that a sentence about it may need. */
export interface Difference {
  readonly code: Code;
  readonly args: Args;
  /** Of the audited HTML, with the language behind; undefined for text that no block has. */
  readonly block: string | undefined;
  readonly lang: Lang | undefined;
  /** Undefined for a block that is nowhere in the PDF. */
  readonly page: number | undefined;
  /** The whole texts; undefined where there is none. */
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

const differing = (code: Code, block: TextBlock, piece: Piece, expected: string, found: string): Difference => {
  const [html, printed] = excerpts(expected, found);
  const { page } = piece;
  return {
    code,
    args: { block: block.id, html, printed, page },
    block: block.id,
    lang: block.lang,
    page,
    expected,
    found,
  };
};

/** Blocks and pieces that do not agree, paired as far as they go; what is left over is missing, or was added. */
function differences(blocks: readonly TextBlock[], pieces: readonly Piece[], before: string): Difference[] {
  const paired = Math.min(blocks.length, pieces.length);
  return [
    ...blocks.slice(0, paired).map((block, i): Difference => {
      const piece = pieces[i]!;
      return differing('pdf-text-differs', block, piece, folded(block.text).trim(), piece.text.trim());
    }),
    ...blocks.slice(paired).map(
      ({ id, lang, text }): Difference => ({
        code: 'pdf-text-missing',
        args: { block: id, text },
        ...{ block: id, lang, page: undefined, expected: text, found: undefined },
      }),
    ),
    ...pieces.slice(paired).map(({ text, lang, page }): Difference => {
      const found = text.trim();
      return {
        code: 'pdf-text-added',
        args: { before, text: found, page },
        ...{ block: undefined, lang, page, expected: undefined, found },
      };
    }),
  ];
}

const bare = (text: string): string => text.replace(/\s/gu, '');

/** A figure must paint the words that were drawn: where they stand is the drawing's business, so white space is left out. */
function drawingDiffers(block: TextBlock, piece: Piece | undefined): Difference | undefined {
  if (block.drawn === undefined || piece?.drawn === undefined) return undefined;
  const [expected, found] = [bare(block.drawn), bare(piece.drawn)];
  return expected === found ? undefined : differing('pdf-drawing-differs', block, piece, expected, found);
}

export interface TextOptions {
  /** The file's name in problems. */
  readonly file?: string;
}

/**
 * Compares the PDF's text with the audited blocks, in order: exact but for no-break spaces, which are read as spaces, and
 * white space at the ends of a block. Then compares the language of each. After a difference the comparison goes on where
 * both agree again, so that one lost block is one problem.
 */
export const compareText = (pdf: PdfText, blocks: readonly TextBlock[]): readonly Difference[] =>
  aligned(pdf, blocks).differences;

/** The id of the audited block that each of the PDF's blocks prints; undefined where there is none, or none was found. */
export const ownersOf = (pdf: PdfText, blocks: readonly TextBlock[]): readonly (string | undefined)[] =>
  aligned(pdf, blocks).owners;

interface Aligned {
  readonly differences: readonly Difference[];
  readonly owners: readonly (string | undefined)[];
}

/** Goes through both texts side by side. */
function aligned(pdf: PdfText, blocks: readonly TextBlock[]): Aligned {
  const owners: (string | undefined)[] = pdf.blocks.map(() => undefined);
  const pieces = piecesOf(pdf);
  const found: Difference[] = [];
  const wanted = blocks.filter((b) => !isSpace(b.text));
  let at = 0;
  let from = 0;
  for (let i = 0; i < wanted.length; ) {
    while (from === 0 && pieces[at] && isSpace(pieces[at]!.text)) at++;
    const block = wanted[i]!;
    const match = matched(block, pieces, at, from);
    if (match) {
      const last = match.rest > 0 ? match.next + 1 : match.next;
      for (const piece of pieces.slice(at, last)) owners[piece.of] ??= block.id;
      const other = pieces.slice(at, last).find((p) => p.lang !== block.lang && !isSpace(p.text));
      if (other) {
        const { page } = other;
        const said = other.lang ?? 'none';
        found.push({
          code: 'pdf-text-language',
          args: { block: block.id, wanted: block.lang, found: said, page },
          ...{ block: block.id, lang: block.lang, page, expected: block.lang, found: said },
        });
      }
      const drawing = drawingDiffers(block, pieces[at]);
      if (drawing) found.push(drawing);
      at = match.next;
      from = match.rest;
      i++;
      continue;
    }
    const [blocksOver, piecesOver] = resume(wanted, i, pieces, at);
    const lost = wanted.slice(i, i + Math.min(blocksOver, wanted.length));
    const strange = pieces
      .slice(at, at + Math.min(piecesOver, pieces.length))
      .map((p, k) => (k === 0 ? { ...p, text: p.text.slice(from) } : p));
    const before = wanted[i + blocksOver]?.id ?? 'the end';
    found.push(
      ...differences(
        lost,
        strange.filter((p) => !isSpace(p.text)),
        before,
      ),
    );
    i += blocksOver;
    at += piecesOver;
    from = 0;
  }
  const over = pieces.slice(at).map((p, k) => (k === 0 ? { ...p, text: p.text.slice(from) } : p));
  found.push(
    ...differences(
      [],
      over.filter((p) => !isSpace(p.text)),
      'the end',
    ),
  );
  return { differences: found, owners };
}

/** What `compareText` finds, as problems. */
export function verifyText(pdf: PdfText, blocks: readonly TextBlock[], { file }: TextOptions = {}): Problem[] {
  const place = file === undefined ? undefined : { file };
  return compareText(pdf, blocks).map(({ code, args }) => problem(code, place, args));
}

/** Bookmarks must say what the headings say, in the same order. */
export function verifyOutline({ outline, headings }: PdfText, { file }: TextOptions = {}): Problem[] {
  const place = file === undefined ? undefined : { file };
  const clean = (text: string): string => folded(text).trim();
  const length = Math.max(outline.length, headings.length);
  for (let i = 0; i < length; i++) {
    const bookmark = outline[i];
    const heading = headings[i];
    if (bookmark && heading && clean(bookmark.title) === clean(heading.text) && bookmark.page === heading.page)
      continue;
    return [
      problem('pdf-outline', place, { bookmark: bookmark?.title ?? 'nothing', heading: heading?.text ?? 'nothing' }),
    ];
  }
  return [];
}
