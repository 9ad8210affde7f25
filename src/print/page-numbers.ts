/** The page numbers in the contents: placeholders in the HTML that name an anchor, filled from the printed file. Part of `print`. */
import type { Html } from '../model/document.ts';

/** `<span class="pageno" data-page="anchor">0</span>`, attributes in any order. */
const PLACEHOLDER = /(<span\b[^>]*\bdata-page="([^"]*)"[^>]*>)[^<]*(?=<\/span>)/g;

/** The anchors whose page a document names; in order of first use, no doubles. */
export const namedAnchors = (html: Html): string[] => [
  ...new Set([...html.matchAll(PLACEHOLDER)].map((found) => found[2] ?? '')),
];

/** Fills the page numbers that are known; a placeholder whose page is unknown stays as it is. */
export const fillPageNumbers = (html: Html, pages: ReadonlyMap<string, number>): Html =>
  html.replace(PLACEHOLDER, (whole, tag: string, anchor: string) => {
    const page = pages.get(anchor);
    return page === undefined ? whole : `${tag}${page}`;
  });
