/**
 * print: documents become PDFs as the browser writes them. The printer itself is handed in: here is only what to print,
 * how often, and how many side by side.
 */
import pLimit from 'p-limit';
import type { Document, Printer, RawPdf } from '../model/document.ts';
import { readPrintedPages } from '../model/raw-pdf.ts';
import { type Problem, problem } from '../problem.ts';
import { fillPageNumbers, namedAnchors } from './page-numbers.ts';

export interface PrintingOptions {
  /** How many documents at a time, 1 or more. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** For one print of one document; 60 seconds where it is not given. */
  readonly timeoutMs?: number;
  /** Document name → anchor → page, as the last build found them: usually right, and then one print is enough. */
  readonly firstGuess?: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface Printed {
  /** In the order of the documents; those that could not be printed are missing, and have an error. */
  readonly pdfs: readonly RawPdf[];
  readonly problems: readonly Problem[];
}

/** Page numbers may move text once; more often only where they have no fixed width. */
const MOST_PRINTS = 3;
const TIMEOUT_MS = 60_000;

type Assets = ReadonlyMap<string, Uint8Array>;
type One = { readonly pdf?: RawPdf; readonly problems: readonly Problem[] };

/** Prints one document until the page numbers in its contents are those of its own pages. */
async function printOne(document: Document, printer: Printer, assets: Assets, options: PrintingOptions): Promise<One> {
  const { signal, timeoutMs = TIMEOUT_MS } = options;
  const name = `${document.edition}/${document.name}`;
  const anchors = namedAnchors(document.html);
  let known: ReadonlyMap<string, number> = options.firstGuess?.get(document.name) ?? new Map();
  for (let prints = 1; ; prints += 1) {
    const html = fillPageNumbers(document.html, known);
    const { bytes, problems } = await printer.print(html, assets, { document: name, timeoutMs, signal });
    if (bytes.length === 0) return { problems };
    const file = readPrintedPages(bytes);
    if (!file) return { problems: [...problems, problem('print-unreadable', undefined, { document: name })] };
    const { destinations } = file;
    const pdf = { document: { ...document, html }, bytes, pages: file.pages.length, destinations };
    const missing = anchors.filter((anchor) => !destinations.has(anchor));
    if (missing.length > 0) {
      return {
        pdf,
        problems: [
          ...problems,
          ...missing.map((anchor) => problem('print-anchor-missing', undefined, { document: name, anchor })),
        ],
      };
    }
    if (anchors.every((anchor) => known.get(anchor) === destinations.get(anchor))) return { pdf, problems };
    if (prints === MOST_PRINTS) {
      return { pdf, problems: [...problems, problem('print-pages-unstable', undefined, { document: name, prints })] };
    }
    known = destinations;
  }
}

/** Problems that several jobs share (no browser, no sandbox) are said once. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((each) => [JSON.stringify(each), each])).values(),
];

/**
 * Prints documents side by side. Each is a job of its own: one that fails leaves the others alone.
 * @param assets what the pages may load, bytes by path (`fonts/…`)
 * @throws the signal's reason where the caller stops it
 */
export async function print(
  documents: readonly Document[],
  printer: Printer,
  assets: Assets,
  options: PrintingOptions,
): Promise<Printed> {
  const limit = pLimit(Math.max(1, options.jobs));
  const results = await Promise.all(
    documents.map((document) => limit(() => printOne(document, printer, assets, options))),
  );
  return {
    pdfs: results.flatMap(({ pdf }) => (pdf ? [pdf] : [])),
    problems: once(results.flatMap(({ problems }) => problems)),
  };
}
