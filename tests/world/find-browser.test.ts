import { describe, expect, it } from 'vitest';
import { browserIdentity, locateBrowser } from '../../src/world/find-browser.ts';
import { testFolder } from './folder.ts';

const folder = testFolder();
const program = (name: string) => folder.write(name, '#!/bin/sh\n', 0o755);
const suits = process.platform === 'linux' && process.arch === 'x64';

describe('the browser of a run', () => {
  const [a, b, c] = [program('a'), program('b'), program('c')];

  it('is the one asked for on the command line, then by BRIEF_BROWSER, then by PUPPETEER_EXECUTABLE_PATH', async () => {
    const env = { BRIEF_BROWSER: b, PUPPETEER_EXECUTABLE_PATH: c };
    expect(await locateBrowser({ browser: a, env })).toMatchObject({ from: '--browser', path: a });
    expect(await locateBrowser({ env })).toMatchObject({ from: 'BRIEF_BROWSER', path: b });
    expect(await locateBrowser({ env: { ...env, BRIEF_BROWSER: '' } })).toMatchObject({
      from: 'PUPPETEER_EXECUTABLE_PATH',
      path: c,
    });
  });

  it('may be elsewhere, by its address', async () => {
    const address = 'ws://printer.example:3000/devtools';
    expect(await locateBrowser({ env: { BRIEF_BROWSER: address } })).toEqual({
      kind: 'remote',
      from: 'BRIEF_BROWSER',
      address,
    });
    expect(await browserIdentity({ browser: address, env: {} })).toBe(address);
  });

  it('is never silently another than the one asked for', async () => {
    const missing = await locateBrowser({ browser: folder.at('none'), env: { BRIEF_BROWSER: b } });
    expect(missing).toMatchObject({ code: 'browser-wish-missing', severity: 'error' });
    const plain = folder.write('plain.txt', 'no program', 0o644);
    if (process.platform !== 'win32')
      expect(await locateBrowser({ browser: plain, env: {} })).toMatchObject({ code: 'browser-wish-missing' });
    expect(await locateBrowser({ browser: folder.path, env: {} })).toMatchObject({ code: 'browser-wish-missing' });
  });

  it.runIf(suits)('is the packaged one where nothing is asked for, even where another is installed', async () => {
    program('google-chrome');
    expect(await locateBrowser({ env: { PATH: folder.path } })).toMatchObject({ kind: 'packaged', version: '147.0.0' });
    expect(await browserIdentity({ env: {} })).toBe('@sparticuz/chromium 147.0.0');
  });

  it('has an identity that changes with the program', async () => {
    const before = await browserIdentity({ browser: a, env: {} });
    folder.write('a', '#!/bin/sh\nexit 0\n');
    expect(await browserIdentity({ browser: a, env: {} })).not.toBe(before);
    expect(await browserIdentity({ browser: folder.at('none'), env: {} })).toBe('none');
  });
});
