/** What `finish` puts into a PDF, and what `verify` reads out of one. */
import type { Lang, Languages } from './language.ts';

/** What is said about a document in its file: from the edition, never from the clock. */
export interface PdfMeta {
  readonly title: Readonly<Record<Lang, string>>;
  readonly languages: Languages;
  /** ISO date of the edition (`2026-11-22`); every date in the file is made from it. */
  readonly date: string;
  readonly publisher: string;
  readonly subject: string;
  readonly edition: string;
  /** `vi-en`, `vi`, `en`. */
  readonly documentName: string;
}

/** One file inside the PDF (PDF/A-3 associated file). */
export interface Attachment {
  /** `inputs.json`: a name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `text/csv` */
  readonly mime: string;
  readonly description: string;
  readonly relationship: 'Data' | 'Source' | 'Supplement';
}

/** Letters in one language, in reading order. `lang` is what the structure tree says, undefined where it says nothing. */
export interface TextRun {
  readonly text: string;
  readonly lang: Lang | undefined;
}

/** One leaf block of the structure tree: a paragraph, heading, cell, list item body, or figure. */
export interface PdfBlock {
  /** The structure type after the role map: `P`, `H2`, `TD`, `Figure`. */
  readonly type: string;
  /** Counted from 1; the page where it begins. */
  readonly page: number;
  readonly runs: readonly TextRun[];
  readonly text: string;
  /** The text alternative of a figure, and its language. */
  readonly alternative: TextRun | undefined;
}

export interface PdfFont {
  /** Without the subset prefix: `SourceSans3-Regular`. */
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
}

export interface PdfLink {
  readonly page: number;
  /** `#anchor` or an address; empty where it leads nowhere. */
  readonly target: string;
  readonly contents: string;
}

export interface PdfHeading {
  readonly level: number;
  readonly text: string;
  readonly lang: Lang | undefined;
  readonly page: number;
}

export interface PdfText {
  /** Text as painted, page by page, margin boxes too. */
  readonly pages: readonly {
    readonly text: string;
    readonly items: number;
    /** Lines that belong to no element: running titles, page numbers. */
    readonly margins: readonly string[];
  }[];
  readonly blocks: readonly PdfBlock[];
  readonly headings: readonly PdfHeading[];
  readonly fonts: readonly PdfFont[];
  /** Bookmarks in order, all levels; `page` is undefined where the target is not in the file. */
  readonly outline: readonly { readonly title: string; readonly page: number | undefined }[];
  /** Anchor → page, counted from 1. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly lang: Lang | undefined;
  readonly title: string | undefined;
  readonly links: readonly PdfLink[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array; readonly description: string }[];
}

/**
 * One piece of the audited HTML in one language, in document order; what must be found in the PDF.
 * A block with words in another language inside it gives several pieces with the same id.
 */
export interface TextBlock {
  readonly id: string;
  readonly lang: Lang;
  readonly text: string;
  /** `alternative` is the text alternative of a chart; the default is printed text. */
  readonly kind?: 'text' | 'alternative';
  /** With an alternative: the words drawn in the chart, in the order of drawing; white space means nothing. */
  readonly drawn?: string;
}

/**
 * Stands where the identifier will while the identifier is computed: it is the start of the SHA-256 of the whole file
 * with this in its place (`finish` writes it, `verify` computes it again).
 */
export const IDENTIFIER_PLACEHOLDER = '0123456789abcdef0123456789ABCDEF';
