/** What a run leaves for a CI job to show: SARIF, GitLab's Code Quality, a summary in Markdown. Written whatever was found. */
import { basename, dirname, resolve } from 'node:path';
import { type Problem, stops } from '../problem.ts';
import { codeQualityText } from '../reports/code-quality.ts';
import { type SummaryEdition, summaryText } from '../reports/job-summary.ts';
import { sarifText } from '../reports/sarif.ts';
import { writeOutputs } from '../world/outputs.ts';
import { TOOL } from '../world/tool.ts';
import type { ReportFiles } from './report.ts';

/**
 * Writes the files that were asked for.
 * @param problems all of the run, each once
 * @returns no problem, or one for each file that cannot be written
 */
export async function writeReports(
  files: ReportFiles,
  editions: readonly SummaryEdition[],
  problems: readonly Problem[],
  strict: boolean,
): Promise<Problem[]> {
  const wanted = [
    [files.sarif, () => sarifText(problems, TOOL.version)],
    [files.codeQuality, () => codeQualityText(problems)],
    [files.summary, () => summaryText(editions, problems, !stops(problems, strict))],
  ] as const;
  const found = await Promise.all(
    wanted.map(async ([file, text]) => {
      if (file === undefined) return [];
      const path = resolve(file);
      return writeOutputs(dirname(path), [{ path: basename(path), bytes: text() }]);
    }),
  );
  return found.flat();
}
