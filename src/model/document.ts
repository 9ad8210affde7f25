/** Drawings, sections, documents and PDFs: the nouns that chart, render, assemble, print and finish hand on. */
import type { Place, Problem } from '../problem.ts';
import type { Lang, Languages } from './language.ts';
import type { Use } from './ledger.ts';

/** HTML that is safe to place in a page: made by our own templates or escaped. */
export type Html = string;

/** The name of the covering letter among the printed documents. */
export const LETTER = 'letter';

export type Medium = 'print' | 'screen';

/** One chart drawn for one document (or, narrow, for the phone). */
export interface Drawing {
  readonly chart: string;
  /** `vi-en`, `vi`, `en`. */
  readonly document: string;
  readonly narrow: boolean;
  /** A complete `<svg role="img" aria-label="…" id="…">`, ids inside prefixed by chart and document. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** The text alternative, in the document's first language; for a pair, both in order. */
  readonly alternative: Readonly<Record<Lang, string>>;
  /** The numbers in it: text marks that carry a fact. */
  readonly uses: readonly Use[];
  /** Numerals that are axis labels, declared as such. */
  readonly axisLabels: readonly string[];
  /** The facts drawn, for the table of its numbers: one row per datum. */
  readonly table: readonly { readonly series: string; readonly fact: string }[];
  /** The facts that its marks (bars, points, parts of a column) stand for, each once; the marks name them as `data-fact`. */
  readonly marks: readonly string[];
}

export interface Drawings {
  get(chart: string, document: string, narrow?: boolean): Drawing | undefined;
  readonly all: readonly Drawing[];
}

/**
 * A piece of a page that exists in several languages. Templates render once; where a block stands, the section's HTML
 * has a placeholder, which `assemble` fills for each document:
 * pair – both languages side by side, in a single-language document one of them;
 * stack – one above the other; first – the document's first language only (numbers in shared tables);
 * chart – the drawing made for the document; page – the page number of an anchor; medium – HTML for print or screen only,
 * or only for documents of two languages.
 */
export interface Block {
  readonly id: string;
  readonly kind: 'pair' | 'stack' | 'first' | 'chart' | 'page' | 'medium';
  readonly tag: string;
  readonly className: string;
  readonly text: Readonly<Record<Lang, Html>>;
  /** For chart, page and medium: the chart's id, the anchor, or `print` / `screen` / `bilingual`. */
  readonly target: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly section: string;
  readonly place: Place;
}

export interface Sections {
  /** The whole frame with placeholders `<brief-block id="…"></brief-block>`. */
  readonly html: Html;
  /** The covering letter with placeholders, and what it is about; undefined where the edition has none. */
  readonly letter?: Html | undefined;
  readonly letterTitle?: Readonly<Record<Lang, string>>;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly uses: readonly Use[];
  /** Title of the edition for <title>, PDF metadata and running heads. */
  readonly title: Readonly<Record<Lang, string>>;
  readonly description: Readonly<Record<Lang, string>>;
  /** The short title at the head of every printed page, and the edition's name at its foot. */
  readonly running: Readonly<Record<Lang, string>>;
  readonly edition: Readonly<Record<Lang, string>>;
}

export interface Document {
  readonly edition: string;
  /** `vi-en`, `vi`, `en` for print; `html` for the screen edition. */
  readonly name: string;
  readonly languages: Languages;
  readonly medium: Medium;
  readonly title: string;
  readonly titles: Readonly<Record<Lang, string>>;
  readonly html: Html;
  /** Of the letter: its body as it is audited, each number with the name of its fact. */
  readonly audited?: Html;
  /** ISO date of the edition. */
  readonly date: string;
  readonly publisher: string;
  readonly subject: string;
}

/** What turns HTML into PDF bytes: implemented in world/ with a browser, by a fake in tests. */
export interface Printer {
  /**
   * Prints one page of HTML. No script runs, and every request but the document's own and `assets` is refused and counted.
   * @param assets bytes by URL path as the page names them (`fonts/…`)
   */
  print(html: Html, assets: ReadonlyMap<string, Uint8Array>, options: PrintOptions): Promise<PrintResult>;
}

export interface PrintOptions {
  /** The document's name for problems: `2005/vi-en`. */
  readonly document: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface PrintResult {
  /** Empty where the page could not be printed; then there is an error among the problems. */
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

export interface Pdf {
  readonly document: Document;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Anchor → page, from the file's own destinations. */
  readonly destinations: ReadonlyMap<string, number>;
}

/** What `print` hands on: the PDF as the browser wrote it; its document's HTML has the page numbers filled in. */
export type RawPdf = Pdf;
