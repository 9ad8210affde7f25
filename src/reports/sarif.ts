/** Problems as SARIF 2.1.0, the form that code scanning of GitHub, GitLab and Azure reads. Pure. */
import { MESSAGES } from '../messages.ts';
import { inOrder, type Problem, type Severity } from '../problem.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

/**
 * The text of a SARIF file with one run: a rule for each code that occurs, and a result for each problem, with file,
 * line and column where the problem has them. The order is that of `inOrder`, so equal problems give equal bytes.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 (log), 3.19 (tool component), 3.27 (result).
 * @param version the tool's version
 */
export function sarifText(problems: readonly Problem[], version: string): string {
  const ordered = inOrder(problems);
  const codes = [...new Set(ordered.map(({ code }) => code))].sort();
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: MESSAGES[id].message },
    defaultConfiguration: { level: LEVEL[MESSAGES[id].severity] },
  }));
  const results = ordered.map((each) => ({
    ruleId: each.code,
    ruleIndex: codes.indexOf(each.code),
    level: LEVEL[each.severity],
    message: { text: each.hint === undefined ? each.message : `${each.message}\n${each.hint}` },
    ...(each.file !== undefined && { locations: [locationOf(each)] }),
  }));
  const driver = { name: 'Export Brief', version, rules };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

/** Paths are relative to the project, as URIs: a space or a Vietnamese letter is encoded. */
const locationOf = ({ file = '', line, column }: Problem): unknown => ({
  physicalLocation: {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
  },
});
