import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { type Problem, problem } from '../../src/problem.ts';
import { exitStatus } from '../../src/world/exit.ts';
import { annotationText, jsonText, problemText, summary, timingText } from '../../src/world/report.ts';

const plain = pc.createColors(false);
const at = (file: string, line: number, column: number) => ({ file, line, column });
const problems: Problem[] = [
  { code: 'browser-sandbox-off', severity: 'note', message: 'No sandbox.' },
  {
    code: 'unknown-name',
    severity: 'error',
    ...at('data/b.yaml', 3, 5),
    message: 'Unknown.',
    hint: 'Did you mean “x”?',
  },
  { code: 'file-not-read', severity: 'warning', file: 'data/a.yml', message: 'Not read.' },
  { code: 'unknown-name', severity: 'error', ...at('data/b.yaml', 1, 1), message: 'Unknown, too.' },
];

describe('problems for people', () => {
  it('stand by file and place, with the hint below and their number at the end', () => {
    expect(problemText(problems, plain)).toBe(
      [
        'data/a.yml: warning: Not read. [file-not-read]',
        '',
        'data/b.yaml:1:1: error: Unknown, too. [unknown-name]',
        'data/b.yaml:3:5: error: Unknown. [unknown-name]',
        '    Did you mean “x”?',
        '',
        'note: No sandbox. [browser-sandbox-off]',
        '',
        '2 errors, 1 warning, 1 note',
        '',
      ].join('\n'),
    );
  });

  it('are nothing where there are none', () => {
    expect(problemText([], plain)).toBe('');
    expect(summary([])).toBe('');
  });

  it('are coloured where colours are wanted', () => {
    const text = problemText(problems, pc.createColors(true));
    expect(text).toContain('\u001b[31m');
    expect(text).toContain('Unknown, too.');
  });
});

describe('timings', () => {
  it('have a row a stage and one for all', () => {
    const text = timingText(
      new Map([
        ['load', 12.4],
        ['print', 300.3],
      ]),
      plain,
    );
    expect(text.split('\n').map((row) => row.trim().split(/\s+/))).toEqual([
      ['load', '12', 'ms'],
      ['print', '300', 'ms'],
      ['total', '313', 'ms'],
      [''],
    ]);
  });
});

describe('the JSON report', () => {
  it('is one object with all keys of the contract, problems in order', () => {
    const outputs = [
      { path: 'brief-2005.pdf', bytes: 9, sha256: 'ab', pages: 6 },
      { path: 'facts.json', bytes: 2, sha256: 'cd' },
    ];
    const report = JSON.parse(
      jsonText({ ok: false, problems, editions: [{ edition: '2005', outputs, timings: { load: 1 } }] }),
    );
    expect(Object.keys(report)).toEqual(['ok', 'problems', 'editions']);
    expect(report.problems.map((each: Problem) => each.code)).toEqual([
      'file-not-read',
      'unknown-name',
      'unknown-name',
      'browser-sandbox-off',
    ]);
    for (const each of report.problems)
      expect(Object.keys(each)).toEqual(['code', 'severity', 'file', 'line', 'column', 'message', 'hint']);
    expect(report.problems.at(-1)).toMatchObject({ file: null, line: null, column: null, hint: null });
    expect(report.editions[0].outputs.map((each: { pages: number | null }) => each.pages)).toEqual([6, null]);
  });
});

describe('annotations', () => {
  it('name file, line and column, with what the form reserves escaped', () => {
    expect(
      annotationText([
        { code: 'bug', severity: 'error', ...at('data/a,b:c.yaml', 3, 5), message: '50%\nof it', hint: 'Report' },
      ]),
    ).toBe('::error file=data/a%2Cb%3Ac.yaml,line=3,col=5,title=bug::50%25%0Aof it%0AReport\n');
    expect(annotationText([{ code: 'bug', severity: 'note', message: 'm' }])).toBe('::notice title=bug::m\n');
  });
});

describe('the exit status', () => {
  const error = (code: Problem['code']): Problem => problem(code, undefined);

  it('is 0 without errors, and warnings count only where they are to', () => {
    expect(exitStatus([])).toBe(0);
    expect(exitStatus([error('file-not-read'), error('browser-sandbox-off')])).toBe(0);
    expect(exitStatus([error('file-not-read')], true)).toBe(1);
    expect(exitStatus([error('browser-sandbox-off')], true)).toBe(0);
  });

  it('is 1 for the project, 2 for wrong usage, 3 for the machine, 4 for a bug, the gravest wins', () => {
    expect(exitStatus([error('unknown-name')])).toBe(1);
    expect(exitStatus([error('print-too-wide')])).toBe(1);
    expect(exitStatus([error('unknown-name'), error('project-missing')])).toBe(2);
    expect(exitStatus([error('project-missing'), error('output-unwritable')])).toBe(3);
    expect(exitStatus([error('browser-missing'), error('bug')])).toBe(4);
  });
});
