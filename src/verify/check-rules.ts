/** Our own judge of PDF/UA-1 and PDF/A-3a: runs every rule of the table over a file. */
import { type Problem, problem } from '../problem.ts';
import { openPdf, type PdfFile } from './file.ts';
import { ANNOTATIONS } from './rules/annotations.ts';
import { ATTACHMENTS } from './rules/attachments.ts';
import { COLOUR } from './rules/colour.ts';
import { CONTAINER } from './rules/container.ts';
import { CONTENT } from './rules/content.ts';
import { FONTS } from './rules/fonts.ts';
import { METADATA } from './rules/metadata.ts';
import { NESTING } from './rules/nesting.ts';
import { type CheckOptions, clauseNames, type Rule } from './rules/rule.ts';
import { STRANGER_RULES } from './rules/strangers.ts';
import { STRUCTURE } from './rules/structure.ts';
import { TABLES } from './rules/tables.ts';

/** All rules, in the order in which their problems are reported. */
export const RULES: readonly Rule[] = [
  ...CONTAINER,
  ...STRANGER_RULES,
  ...METADATA,
  ...STRUCTURE,
  ...NESTING,
  ...TABLES,
  ...CONTENT,
  ...FONTS,
  ...COLOUR,
  ...ANNOTATIONS,
  ...ATTACHMENTS,
];

/** As many places of one rule are reported; a file that breaks it a thousand times breaks it for one reason. */
const MOST_OF_ONE_RULE = 5;

export interface RuleOptions extends CheckOptions {
  /** The file's name in problems. */
  readonly file?: string;
}

/** Judges a file that is already open. */
export function judge(pdf: PdfFile, { file, ...options }: RuleOptions = {}): Problem[] {
  const place = file === undefined ? undefined : { file };
  return RULES.flatMap((rule) =>
    rule
      .find(pdf, options)
      .slice(0, MOST_OF_ONE_RULE)
      .map((args) => problem(rule.code, place, { clause: clauseNames(rule.clauses), ...args })),
  );
}

/**
 * Checks the machine-checkable rules of PDF/UA-1 and PDF/A-3a that can apply to files of this tool, and what this tool asks
 * beyond them. Which rule of the standards is checked where, and which cannot apply: coverage.ts.
 */
export async function checkRules(bytes: Uint8Array, options: RuleOptions = {}): Promise<Problem[]> {
  const pdf = await openPdf(bytes);
  if (typeof pdf !== 'string') return judge(pdf, options);
  return [problem('pdf-unreadable', options.file === undefined ? undefined : { file: options.file }, { reason: pdf })];
}
