/** The last stage: opens a finished PDF once and proves its text, its bookmarks and its conformance. */
import type { PdfText, TextBlock } from '../model/pdf.ts';
import { type Problem, problem } from '../problem.ts';
import { judge, type RuleOptions } from './check-rules.ts';
import { openPdf } from './file.ts';
import { readOpenPdf } from './read-pdf.ts';
import { verifyOutline, verifyText } from './verify-text.ts';

export interface Verified {
  /** Undefined where the file cannot be read; the problems say so. */
  readonly text: PdfText | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Verifies a finished PDF.
 * @param blocks the audited HTML in reading order; undefined leaves the text unproven (a file from elsewhere)
 */
export async function verify(
  bytes: Uint8Array,
  blocks: readonly TextBlock[] | undefined,
  options: RuleOptions = {},
): Promise<Verified> {
  const place = options.file === undefined ? undefined : { file: options.file };
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string')
    return { text: undefined, problems: [problem('pdf-unreadable', place, { reason: pdf })] };
  const rules = judge(pdf, options);
  const text = await readOpenPdf(pdf);
  if (typeof text === 'string')
    return { text: undefined, problems: [...rules, problem('pdf-unreadable', place, { reason: text })] };
  const said = blocks === undefined ? [] : verifyText(text, blocks, options);
  return { text, problems: [...said, ...verifyOutline(text, options), ...rules] };
}
