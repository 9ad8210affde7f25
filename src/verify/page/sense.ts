/**
 * Page sense: what a person sees at once on a printed page, and no standard asks for. Judged from the finished file, so
 * that it holds for what is published; each finding names the block of a template that caused it.
 */
import { type Problem, problem } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import type { Reading } from '../read-pdf.ts';
import { emptyPages, lonelyHeadings, partedCharts, partedTables } from './breaks.ts';
import { blankCharts, cutText, fontUsers, smallText, textOnCharts, textOnText } from './legible.ts';
import { wrongLinks } from './links.ts';
import { type Finding, type Printed, type Sheet, sheetOf } from './sheet.ts';

export interface SenseOptions {
  /** The file's name in problems. */
  readonly file?: string;
  /** PostScript names of the document's fonts; undefined allows all. */
  readonly fonts?: readonly string[];
}

/** An id that the templates gave to a text; sections, tables and charts have ids of their own. */
const isText = (owner: string | undefined): boolean => /-[a-z]+\d+-[a-z]{2,3}$/.test(owner ?? '');

/** Where a block is mended: at itself, or at the nearest text before it that a template names, in the same section. */
function mendedAt(block: Printed | undefined, { blocks }: Sheet): string | undefined {
  if (!block) return undefined;
  if (isText(block.owner) || block.leaf.block.type === 'Figure') return block.owner;
  return blocks.slice(0, block.order).findLast((other) => isText(other.owner))?.owner ?? block.owner;
}

/** One problem for each kind of fault at each block; the same fault in twenty cells is one. */
function once(findings: readonly Finding[], sheet: Sheet, file: string | undefined): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { code, block, args } of findings) {
    const at = mendedAt(block, sheet);
    const key = `${code} ${at ?? JSON.stringify(args)}`;
    const place = file === undefined ? undefined : { file };
    const document = file ?? 'the file';
    if (!problems.has(key))
      problems.set(key, { ...problem(code, place, { document, ...args }), ...(at !== undefined && { block: at }) });
  }
  return [...problems.values()];
}

/**
 * Looks at every page of a finished file.
 * @param owners which block of the HTML each block of the reading prints, as `compareText` found it
 */
export function pageSense(
  file: PdfFile,
  reading: Reading,
  owners: readonly (string | undefined)[],
  { file: name, fonts }: SenseOptions = {},
): Problem[] {
  const sheet = sheetOf(reading, owners);
  const rules = [
    ...[cutText, textOnText, textOnCharts, smallText, fontUsers(fonts), blankCharts],
    ...[lonelyHeadings, partedCharts, partedTables, emptyPages],
  ];
  return once([...rules.flatMap((rule) => rule(sheet)), ...wrongLinks(sheet, file)], sheet, name);
}
