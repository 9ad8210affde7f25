/**
 * Every folder of tests/problems is a test: something wrong with a project, and the exact report of it.
 *
 *   files/       laid over the smallest project (see project.ts)
 *   arguments    the command line; `check` where there is none
 *   environment  variables, one NAME=value a line
 *   report.txt   what standard error says, without timings, and the exit status
 *
 * `UPDATE_REPORTS=1 npx vitest run tests/problems.test.ts` writes the reports anew: read them as a user would.
 */
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brief } from './brief.ts';
import { filesOf, overlay, smallest } from './project.ts';

const CASES = fileURLToPath(new URL('problems', import.meta.url));
const update = process.env.UPDATE_REPORTS === '1';
/** What takes a person's patience takes a moment here: limits of time are twenty times shorter. */
const HASTE = 20;

const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

const variables = (text = ''): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));

/** Everything in a folder, so that whatever a run leaves or changes shows. */
const contents = (folder: string): string[] =>
  filesOf(folder).map((file) => {
    const path = join(folder, file);
    return `${file}: ${lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'latin1')}`;
  });

/** The report without what differs between machines and runs: times, the temporary folder, and notes, which decide nothing. */
function plain(stderr: string, project: string): string {
  return stderr
    .replace(/^ {2}\S+ +\d+ ms\n/gm, '')
    .replaceAll(project, '<project>')
    .replace(/^note: .*\n {4}.*\n/gm, '')
    .replace(/(?:^|, )\d+ notes?\n$/m, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

describe('a report', () => {
  let project: string;
  const wait = globalThis.setTimeout;
  beforeEach(() => {
    project = realpathSync(mkdtempSync(join(tmpdir(), 'brief-problem-')));
    smallest(project);
    globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
      wait(run, ms / HASTE, ...rest)) as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = wait;
    rmSync(project, { recursive: true, force: true });
  });

  for (const name of readdirSync(CASES).sort()) {
    it(`tells of ${name.replaceAll('-', ' ')}`, async () => {
      const at = (file: string) => join(CASES, name, file);
      if (existsSync(at('files'))) overlay(at('files'), project);
      const before = contents(project);
      const { status, stderr } = await brief(
        textOf(at('arguments')) ?? 'check',
        project,
        variables(textOf(at('environment'))),
      );
      expect([status, stderr]).not.toEqual([4, stderr]);
      const report = `${plain(stderr, project)}\n\nexit ${status}\n`.trimStart();
      if (update) writeFileSync(at('report.txt'), report);
      expect(report).toBe(textOf(at('report.txt')));
      expect(contents(project)).toEqual(before);
    });
  }
});
