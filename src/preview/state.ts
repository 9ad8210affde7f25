/** What the preview knows and tells the browser: which page is the last good one, what is wrong now, and the PDFs shown beside it. Types alone. */
import type { Problem } from '../problem.ts';

/** Sent to the browser as JSON, whole, with every change. */
export interface PreviewState {
  readonly edition: string;
  readonly title: string;
  /** Counts the pages that were good; 0 where there was none yet. */
  readonly page: number;
  /** True where the page shows what was saved last. */
  readonly fresh: boolean;
  /** All problems of what was saved last, those of the printed pages too, in order. */
  readonly problems: readonly Problem[];
  /** True where a problem stops the line. */
  readonly stopped: boolean;
  /** When what is shown was saved, in milliseconds since 1970. */
  readonly saved: number;
  /** Milliseconds that the last build took. */
  readonly took: number;
  /** PDFs by document, in the order of brief.yaml. */
  readonly documents: readonly PreviewPdf[];
}

export interface PreviewPdf {
  /** `vi-en`. */
  readonly document: string;
  /** The number of the page that it was printed from; 0 where it was not printed. */
  readonly page: number;
  readonly printing: boolean;
}
