/** What only a process of its own shows: the same bytes wherever and however it runs, and nothing left by one that is stopped. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, smallest } from '../project.ts';
import { browsersOf, until } from '../world/processes.ts';
import { compiled, start } from './process.ts';

let folder: string;
let cli: string;
const at = (...names: string[]) => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brief-process-'));
  cli = compiled(at('tool'));
  for (const name of ['one', 'another', 'stopped']) smallest(at(name));
  mkdirSync(at('temporary'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the outputs of a build', () => {
  it('are the same to the byte in another folder, time zone and language, and with other jobs side by side', async () => {
    const there = { TZ: 'Pacific/Auckland', LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8' };
    const runs = [
      start(cli, 'build --jobs 1', at('one'), { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
      start(cli, 'build --jobs 3', at('another/data/series'), there),
    ];
    for (const run of runs) expect([await run.ended, run.said()]).toEqual([0, run.said()]);
    const files = filesOf(at('one/output'));
    expect(files).toContain('2005/brief-2005.pdf');
    expect(filesOf(at('another/output'))).toEqual(files);
    const differing = files.filter(
      (file) => !readFileSync(at('one/output', file)).equals(readFileSync(at('another/output', file))),
    );
    expect(differing).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('a build that is stopped', () => {
  it('by Ctrl-C leaves no browser, no output and nothing in the temporary folder', async () => {
    const run = start(cli, 'build', at('stopped'), { TMPDIR: at('temporary') });
    const before = filesOf(at('stopped'));
    expect(await until(() => browsersOf({ parent: run.child.pid ?? 0 }).length > 0)).toBe(true);
    expect(browsersOf({ folder: at('temporary') }).length).toBeGreaterThan(0);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(130);
    expect(await until(() => browsersOf({ folder: at('temporary') }).length === 0)).toBe(true);
    expect(filesOf(at('stopped'))).toEqual(before);
    expect(readdirSync(at('temporary'))).toEqual([]);
  });
});
