/** A preview as a process of its own: Ctrl-C is its ordinary end, and nothing is left. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiled, type Started, start } from '../line/process.ts';
import { filesOf, smallest } from '../project.ts';
import { browsersOf, until } from '../world/processes.ts';

let folder: string;
let cli: string;
const at = (...names: string[]) => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brief-preview-process-'));
  cli = compiled(at('tool'));
  smallest(at('project'));
  mkdirSync(at('temporary'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fulfilled when the command has said something. */
const said = ({ child, said: all }: Started, words: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => all().includes(words) && resolve();
    child.stdout?.on('data', look);
    look();
  });

describe.runIf(process.platform === 'linux')('a preview', () => {
  it('that Ctrl-C ends leaves no browser, no file, and status 0', async () => {
    const before = filesOf(at('project'));
    const run = start(cli, 'preview --port 0', at('project'), { TMPDIR: at('temporary'), BRIEF_BROWSER: '' });
    await Promise.race([run.ended, said(run, 'page in')]);
    expect(run.said()).toContain('page in');
    const address = /http:\S+/.exec(run.said())?.[0] ?? '';
    const pdf = await fetch(`${address}pdf/vi.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(browsersOf({ parent: run.child.pid ?? 0 })).toHaveLength(1);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(await until(() => browsersOf({ folder: at('temporary') }).length === 0)).toBe(true);
    expect(readdirSync(at('temporary'))).toEqual([]);
    expect(filesOf(at('project'))).toEqual(before);
  });

  it('of an edition that is not there is wrong usage', async () => {
    const run = start(cli, 'preview 1999', at('project'), {});
    expect([await run.ended, run.said()]).toEqual([2, expect.stringContaining('1999')]);
  });
});
