/** The screen edition as it is written to disk, after its audit. Part of `assemble`. */
import type { Html } from '../model/document.ts';

/** Where the embedded fonts of the screen edition go; they are made while the browser prints. */
export const FONTS_HERE = '@charset "utf-8";';

/** What a page, its script and its styles call by name: links, labels, repeated drawings. */
const CALLED = /(?:href="#|\bfor="|aria-labelledby="|aria-describedby=")([^"]+)"/g;
/** Sections, rows of facts, sources and charts are what other pages and the script lead to. */
const PLACES = /^(?:point|f|source|chart|show|theme)-|^(?:main|words|facts-title)$/;

/**
 * The page with its fonts, and without the ids that served the audit alone: every block has one, and together they are
 * a twentieth of the page.
 */
export function published(html: Html, fonts: string): Html {
  const called = new Set([...html.matchAll(CALLED)].flatMap(([, names = '']) => names.split(' ')));
  return html
    .replace(/(<[a-z][a-z0-9]*(?: [^<>]*?)?) id="([^"]*)"/g, (whole, before: string, id: string) =>
      called.has(id) || PLACES.test(id) ? whole : before,
    )
    .replace(FONTS_HERE, () => fonts);
}
