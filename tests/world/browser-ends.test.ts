import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintResult } from '../../src/model/document.ts';
import { type BrowserSession, openBrowser } from '../../src/world/browser.ts';
import { options } from './page.ts';
import { browsersOf, until } from './processes.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const HTML = '<!doctype html><title>a</title><p>chữ</p>';
/** Takes long enough to lay out that something can happen meanwhile. */
const LONG = `<!doctype html><title>a</title>${'<table><tr><td><table><tr><td>chữ</td></tr></table></td></tr></table>'.repeat(4000)}`;

const codes = ({ problems }: PrintResult) =>
  problems.map(({ code }) => code).filter((code) => code !== 'browser-sandbox-off');

describe.runIf(process.platform === 'linux')('a browser that ends', () => {
  let session: BrowserSession;
  let temporary: string;
  const before = process.env.TMPDIR;

  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'brief-test-'));
    process.env.TMPDIR = temporary;
    session = openBrowser({ env: process.env });
  });
  afterEach(async () => {
    await session.close();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(temporary, { recursive: true, force: true });
  });

  const print = (html = HTML, name = '2005/vi', more = {}) =>
    session.printer.print(html, new Map(), options(name, more));
  const running = () =>
    browsersOf({ folder: temporary }).filter((pid) => browsersOf({ parent: process.pid }).includes(pid));

  it('is none where nothing was printed, and is gone with its profile after close', async () => {
    expect(running()).toEqual([]);
    await print();
    expect(running()).toHaveLength(1);
    expect(readdirSync(temporary)).toHaveLength(1);
    await session.close();
    await session.close();
    expect(running()).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('is one for all documents, also those that begin together', async () => {
    const results = await Promise.all(['a', 'b', 'c'].map((name) => print(HTML, name)));
    expect(results.flatMap(codes)).toEqual([]);
    expect(running()).toHaveLength(1);
  });

  it('while it prints is a problem that names the document; the remaining ones get another browser, once', async () => {
    await print();
    const first = print(LONG, '2005/en');
    const [pid = 0] = running();
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.kill(pid, 'SIGKILL');
    const died = await first;
    expect(codes(died)).toEqual(['browser-died']);
    expect(died.problems.at(-1)?.message).toContain('2005/en');
    expect(died.bytes).toHaveLength(0);

    expect(codes(await print())).toEqual([]);
    const [second = 0] = running();
    expect(second).not.toBe(pid);
    process.kill(second, 'SIGKILL');
    await until(() => running().length === 0);
    // the first job may still find the broken pipe, every later one is told
    await print();
    expect(codes(await print())).toEqual(['browser-gone']);
    expect(readdirSync(temporary)).toHaveLength(1);
  });

  it('never answers: the time limit is a problem that names the document, and the next one is printed', async () => {
    await print();
    const [pid = 0] = running();
    process.kill(pid, 'SIGSTOP');
    const late = await print(HTML, '2005/vi-en', { timeoutMs: 200 });
    expect(codes(late)).toEqual(['print-timeout']);
    expect(late.problems.at(-1)?.message).toContain('2005/vi-en');
    expect(running()).toEqual([]);
    expect(codes(await print())).toEqual([]);
  });

  it('is not needed for a page that takes too long by itself', async () => {
    await print();
    const [pid] = running();
    expect(codes(await print(LONG, '2005/vi', { timeoutMs: 50 }))).toEqual(['print-timeout']);
    expect(codes(await print())).toEqual([]);
    expect(running()).toEqual([pid]);
  });

  it('stops a print when its caller does', async () => {
    await print();
    const abort = new AbortController();
    const printing = print(LONG, '2005/vi', { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('no longer wanted')), 50);
    await expect(printing).rejects.toThrow('no longer wanted');
    await expect(print(HTML, '2005/vi', { signal: abort.signal })).rejects.toThrow('no longer wanted');
    expect(codes(await print())).toEqual([]);
  });

  it('is ended by Ctrl-C and by SIGTERM, and leaves no profile', async () => {
    const statuses = await Promise.all(
      (['SIGINT', 'SIGTERM'] as const).map(async (signal) => {
        const child = spawn(
          process.execPath,
          ['--import', here('run-typescript.mjs'), here('print-until-stopped.ts')],
          {
            env: { ...process.env, NODE_OPTIONS: '' },
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
        let said = '';
        child.stdout.on('data', (chunk) => {
          said += chunk;
        });
        const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
        expect(await until(() => said.includes('printed true'))).toBe(true);
        const [browser = 0] = browsersOf({ parent: child.pid ?? 0 });
        expect(browser).toBeGreaterThan(0);
        child.kill(signal);
        return ended;
      }),
    );
    expect(statuses).toEqual([130, 143]);
    expect(await until(() => browsersOf({ folder: temporary }).length === 0)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('goes with a process that is killed, which can clean up nothing', async () => {
    const child = spawn(process.execPath, ['--import', here('run-typescript.mjs'), here('print-until-stopped.ts')], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(browsersOf({ folder: temporary }).length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    expect(await until(() => browsersOf({ folder: temporary }).length === 0)).toBe(true);
  });
});

describe('a browser that does not start', () => {
  const result = (browser: string) => openBrowser({ browser, env: {} }).printer.print(HTML, new Map(), options());

  it('is a problem where it is not there', async () => {
    expect(codes(await result('/nowhere/chrome'))).toEqual(['browser-wish-missing']);
  });

  it('is a problem where it is another program', async () => {
    const { problems, bytes } = await result(process.execPath);
    expect(problems.map(({ code }) => code)).toEqual(['browser-not-started']);
    expect(bytes).toHaveLength(0);
  });

  it('is a problem where nobody answers at its address', async () => {
    expect(codes(await result('ws://127.0.0.1:9/devtools/browser/none'))).toEqual(['browser-unreachable']);
    expect(codes(await result('http://127.0.0.1:9'))).toEqual(['browser-unreachable']);
  });
});
