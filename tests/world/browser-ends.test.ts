import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintResult } from '../../src/model/document.ts';
import { type BrowserSession, openBrowser } from '../../src/world/browser.ts';
import { compileWorld } from './compiled.ts';
import { options } from './page.ts';
import { browsersOf, pagesOf, until } from './processes.ts';

const HTML = '<!doctype html><title>a</title><p>chữ</p>';
/** Asks for an image first of all: whoever serves it knows that the page is there and not yet printed. */
const ASKS = '<!doctype html><title>a</title><p>chữ</p><img src="asks.png">';

/** Files that call `asked` when the page asks for the first one. */
function whenAsked(asked: () => void): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  files.get = () => {
    asked();
    return undefined;
  };
  return files;
}

/** Takes long to lay out. */
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
    const [pid = 0] = running();
    const files = whenAsked(() => process.kill(pid, 'SIGKILL'));
    const died = await session.printer.print(ASKS, files, options('2005/en'));
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
    expect(codes(late)).toEqual(['browser-hung']);
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

  it('is not needed for a page that crashes: the problem names its document', async () => {
    await print();
    const [pid = 0] = running();
    const files = whenAsked(() => {
      for (const each of pagesOf(pid)) process.kill(each, 'SIGKILL');
    });
    const crashed = await session.printer.print(ASKS, files, options('2005/en'));
    expect(codes(crashed)).toEqual(['print-crashed']);
    expect(crashed.problems.at(-1)?.message).toContain('2005/en');
    expect(codes(await print())).toEqual([]);
    expect(running()).toEqual([pid]);
  });

  it('stops a print when its caller does', async () => {
    await print();
    const abort = new AbortController();
    const files = whenAsked(() => abort.abort(new Error('no longer wanted')));
    const printing = session.printer.print(ASKS, files, options('2005/vi', { signal: abort.signal }));
    await expect(printing).rejects.toThrow('no longer wanted');
    await expect(print(HTML, '2005/vi', { signal: abort.signal })).rejects.toThrow('no longer wanted');
    expect(codes(await print())).toEqual([]);
  });

  it('goes with its process: ended by Ctrl-C or SIGTERM it leaves no profile, killed it leaves no browser', async () => {
    const sources = join(temporary, 'sources');
    const browser = compileWorld(sources)('world/browser.js');
    const script = join(sources, 'child.js');
    writeFileSync(
      script,
      `import { openBrowser } from ${JSON.stringify(browser)};
       const options = { document: 'a', timeoutMs: 30000, signal: new AbortController().signal };
       const { bytes } = await openBrowser({ env: process.env }).printer.print(${JSON.stringify(HTML)}, new Map(), options);
       console.log('printed', bytes.length > 0);
       setInterval(() => undefined, 1000);`,
    );
    const stopped = async (signal: NodeJS.Signals) => {
      const profiles = join(temporary, signal);
      mkdirSync(profiles);
      const child = spawn(process.execPath, [script], {
        env: { ...process.env, NODE_OPTIONS: '', TMPDIR: profiles },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const said = await new Promise((resolve) => child.stdout.once('data', resolve));
      expect(String(said)).toBe('printed true\n');
      expect(browsersOf({ folder: profiles })).not.toEqual([]);
      child.kill(signal);
      const status = await ended;
      expect(await until(() => browsersOf({ folder: profiles }).length === 0)).toBe(true);
      return { status, left: readdirSync(profiles).length };
    };
    const results = await Promise.all((['SIGINT', 'SIGTERM', 'SIGKILL'] as const).map(stopped));
    expect(results).toEqual([
      { status: 130, left: 0 },
      { status: 143, left: 0 },
      { status: null, left: 1 },
    ]);
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
