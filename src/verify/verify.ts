/** The last stage: opens a finished PDF once and proves its text, its bookmarks, its conformance and the sense of its pages. */
import type { PdfText, TextBlock } from '../model/pdf.ts';
import { type Problem, problem } from '../problem.ts';
import { judge, type RuleOptions } from './check-rules.ts';
import { openPdf, type PdfFile } from './file.ts';
import { changedAttachments, isAsWritten } from './identity.ts';
import { compareMargins } from './margins.ts';
import { pageSense } from './page/sense.ts';
import { type Reading, readOpenPdf } from './read-pdf.ts';
import { compareText, type Difference, ownersOf, verifyOutline } from './verify-text.ts';

export interface Verified {
  /** Undefined where the file cannot be read; the problems say so. */
  readonly text: PdfText | undefined;
  readonly problems: readonly Problem[];
}

/** What a PDF says, and what can be told of it without knowing what it should say. */
export interface Examined {
  readonly text: PdfText;
  readonly file: PdfFile;
  readonly reading: Reading;
  /** Bookmarks that are not the headings; breaches of PDF/UA-1 and PDF/A-3a. */
  readonly problems: readonly Problem[];
  /** False where a byte is another than when `finish` wrote the file. */
  readonly asWritten: boolean;
  /** Names of attachments whose bytes are not those of their checksum. */
  readonly changed: readonly string[];
}

/** What a document should say: the blocks of the audited HTML in reading order, and that HTML, whose styles fill the margins. */
export interface Expected {
  readonly blocks: readonly TextBlock[];
  readonly html?: string;
}

/** Opens and reads a PDF and holds it against the standards; a sentence where it cannot be read. */
export async function examine(bytes: Uint8Array, options: RuleOptions = {}): Promise<Examined | string> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return pdf;
  const rules = judge(pdf, options);
  const reading = await readOpenPdf(pdf);
  if (typeof reading === 'string') return reading;
  const { text } = reading;
  return {
    ...{ text, file: pdf, reading },
    problems: [...verifyOutline(text, options), ...rules],
    asWritten: isAsWritten(bytes),
    changed: changedAttachments(pdf),
  };
}

/** Every place where a PDF does not say what it should, in reading order, margins last. */
export const compare = (text: PdfText, { blocks, html }: Expected): Difference[] => [
  ...compareText(text, blocks),
  ...(html === undefined ? [] : compareMargins(text, html)),
];

/**
 * Verifies a finished PDF.
 * @param expected undefined leaves the text unproven (a file from elsewhere)
 */
export async function verify(
  bytes: Uint8Array,
  expected: Expected | undefined,
  options: RuleOptions = {},
): Promise<Verified> {
  const place = options.file === undefined ? undefined : { file: options.file };
  const read = await examine(bytes, options);
  if (typeof read === 'string')
    return { text: undefined, problems: [problem('pdf-unreadable', place, { reason: read })] };
  const said = expected === undefined ? [] : compare(read.text, expected);
  const owners = expected === undefined ? [] : ownersOf(read.text, expected.blocks);
  const seen = pageSense(read.file, read.reading, owners, options);
  const differing = said.map(({ code, args }) => problem(code, place, args));
  return { text: read.text, problems: [...differing, ...read.problems, ...seen] };
}
