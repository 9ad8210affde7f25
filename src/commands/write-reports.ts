/** What a run leaves for a CI job to show: SARIF, GitLab's Code Quality, a summary in Markdown. Written whatever was found. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Problem, stops } from '../problem.ts';
import { codeQualityText } from '../reports/code-quality.ts';
import { type SummaryEdition, summaryText } from '../reports/job-summary.ts';
import { sarifText } from '../reports/sarif.ts';
import { writeOutputs } from '../world/outputs.ts';
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
    [files.sarif, async () => sarifText(problems, await version())],
    [files.codeQuality, async () => codeQualityText(problems)],
    [files.summary, async () => summaryText(editions, problems, !stops(problems, strict))],
  ] as const;
  const found = await Promise.all(
    wanted.map(async ([file, text]) => {
      if (file === undefined) return [];
      const path = resolve(file);
      return writeOutputs(dirname(path), [{ path: basename(path), bytes: await text() }]);
    }),
  );
  return found.flat();
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
