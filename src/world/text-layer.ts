/** Looks whether there is text on each printed page: where fonts fail, pages print blank and nobody is told. Part of `world/`. */
import { inflateSync } from 'node:zlib';
import { type PageContent, readPrintedPages } from '../model/raw-pdf.ts';
import { type Problem, problem } from '../problem.ts';

/** The drawing instructions of a page; empty where they cannot be read. */
function instructions({ bytes, compressed }: PageContent): string {
  try {
    return new TextDecoder('latin1').decode(compressed ? inflateSync(bytes) : bytes);
  } catch {
    return '';
  }
}

/** `Tj` and `TJ` show text; `Do` draws something that may hold text of its own. */
const SHOWS_TEXT = /\bT[jJ]\b/;
const MAY_HOLD_TEXT = /\bDo\b/;

/**
 * Problems for a file without any text, or for single pages without. A file of a shape that cannot be read has none
 * here: the print stage reports that.
 * @param document its name, for the problem
 */
export function missingText(bytes: Uint8Array, document: string): Problem[] {
  const pages = readPrintedPages(bytes)?.pages.map(instructions) ?? [];
  if (pages.length === 0) return [];
  if (!pages.some((page) => SHOWS_TEXT.test(page))) return [problem('print-no-text', undefined, { document })];
  return pages.flatMap((page, index) =>
    SHOWS_TEXT.test(page) || MAY_HOLD_TEXT.test(page)
      ? []
      : [problem('print-page-empty', undefined, { document, page: index + 1 })],
  );
}
