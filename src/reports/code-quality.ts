/** Problems as GitLab's Code Quality report, which a merge request shows beside the lines. Pure. */
import { createHash } from 'node:crypto';
import { inOrder, type Problem, type Severity } from '../problem.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

/**
 * The text of the report: a JSON array. GitLab wants a path and a line for each: what has neither is shown at the first
 * line of brief.yaml. The fingerprint tells one finding from another across runs, so it leaves the line number out: a
 * problem that only moved is the same problem. Equal problems of one file are numbered.
 * Source: GitLab documentation, “Code Quality report format”.
 */
export function codeQualityText(problems: readonly Problem[]): string {
  const seen = new Map<string, number>();
  const findings = inOrder(problems).map(({ code, severity, file = 'brief.yaml', line = 1, message, hint }) => {
    const what = [code, file, message].join('\n');
    const number = (seen.get(what) ?? 0) + 1;
    seen.set(what, number);
    return {
      description: hint === undefined ? message : `${message} ${hint}`,
      check_name: code,
      fingerprint: createHash('sha256').update(`${what}\n${number}`).digest('hex').slice(0, 32),
      severity: SEVERITY[severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(findings, null, 1)}\n`;
}
