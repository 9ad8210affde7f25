import { describe, expect, it } from 'vitest';
import { type Problem, problem } from '../../src/problem.ts';
import { codeQualityText } from '../../src/reports/code-quality.ts';
import { summaryText } from '../../src/reports/job-summary.ts';
import { sarifText } from '../../src/reports/sarif.ts';

const AT = { file: 'data/số liệu/a b.yaml', line: 7, column: 3 };
const unknown = problem('edition-unknown', AT, { name: '2<7|', near: '2005', known: '2005' });
const unread = problem('file-not-read', { file: 'data/x.txt' }, { path: 'data/x.txt' });
const nowhere = problem('browser-sandbox-off', undefined);

describe('SARIF', () => {
  const log = JSON.parse(sarifText([nowhere, unread, unknown], '1.2.3'));
  const [run] = log.runs;

  it('is one run of version 2.1.0 that names the tool', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'Export Brief', version: '1.2.3' });
  });

  it('has a rule for each code, and each result points at its own', () => {
    expect(run.results).toHaveLength(3);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('gives places as encoded URIs with line and column, and none where there is none', () => {
    const [first, second, third] = run.results;
    expect(second.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'data/x.txt' } });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'data/s%E1%BB%91%20li%E1%BB%87u/a%20b.yaml' },
      region: { startLine: 7, startColumn: 3 },
    });
    expect(third).not.toHaveProperty('locations');
  });

  it('knows the three levels', () => {
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note']);
  });
});

describe('the Code Quality report', () => {
  it('gives every finding a path, a line and a fingerprint of its own', () => {
    const findings = JSON.parse(codeQualityText([unknown, unknown, nowhere]));
    expect(new Set(findings.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(3);
    expect(findings.map((each: { location: unknown }) => each.location)).toEqual([
      { path: AT.file, lines: { begin: 7 } },
      { path: AT.file, lines: { begin: 7 } },
      { path: 'brief.yaml', lines: { begin: 1 } },
    ]);
  });

  it('knows a problem again that moved to another line', () => {
    const moved: Problem = { ...unknown, line: 90 };
    const fingerprint = (each: Problem) => JSON.parse(codeQualityText([each]))[0].fingerprint;
    expect(fingerprint(moved)).toBe(fingerprint(unknown));
  });
});

describe('the job summary', () => {
  const facts = JSON.stringify({
    facts: [
      {
        id: 'exports.end',
        uses: [
          { text: '32,4 tỷ USD', lang: 'vi', block: 'cover-x1' },
          { text: 'US$32.4 billion', lang: 'en', block: 'cover-x1' },
          { text: 'US$32.4 billion', lang: 'en', block: 'cover-x9' },
        ],
      },
      { id: 'elsewhere', uses: [{ text: '9', lang: 'vi', block: 'scale-k1' }] },
    ],
    claims: [{ verdict: 'verified' }, { verdict: 'not_comparable' }, { verdict: 'verified' }],
  });
  const outputs = [
    { path: 'brief-2005.pdf', bytes: 2048, pages: 13 },
    { path: 'facts.json', bytes: 9 },
  ];

  it('tells what was made, the figures of the cover in each language, and the verdicts', () => {
    const text = summaryText([{ edition: '2005', unchanged: false, outputs, facts }], [], true);
    expect(text).toContain('| brief-2005.pdf | 13 | 2 KB |');
    expect(text).toContain('| `exports.end` | 32,4 tỷ USD | US$32.4 billion |');
    expect(text).toContain('3 claims: 2 verified, 1 not comparable.');
    expect(text).not.toContain('elsewhere');
    expect(text).not.toContain('facts.json');
  });

  it('shows problems with their places, and no character of theirs breaks the table', () => {
    const text = summaryText([], [unknown], false);
    expect(text).toMatch(/^## ❌/);
    const line = text.split('\n').find((each) => each.includes('edition-unknown')) ?? '';
    expect(line).toContain('data/số liệu/a b.yaml:7:3');
    expect(line).toContain('2&lt;7\\|');
    expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(6);
  });

  it('counts what it does not show', () => {
    const many = Array.from({ length: 60 }, (_, i): Problem => ({ ...unknown, line: i + 1 }));
    expect(summaryText([], many, false)).toContain('… and 10 more.');
  });
});
