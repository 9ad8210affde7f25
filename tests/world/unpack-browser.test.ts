import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserPackage, unpackBrowser } from '../../src/world/unpack-browser.ts';
import { testFolder } from './folder.ts';

const folder = testFolder();

/** A package that unpacks as the real one does, in a blink: into the temporary folder it is given. */
function fakePackage(name: string, script: string) {
  const main = folder.write(
    `packages/${name}.cjs`,
    `const { mkdirSync, writeFileSync } = require('node:fs');
     const { join } = require('node:path');
     const folder = require('node:os').tmpdir();
     exports.executablePath = async () => { ${script} };`,
  );
  const cache = folder.at(name);
  mkdirSync(cache, { mode: 0o700 });
  return { found: { main, version: '1.2.3' }, cache, place: folder.at(name, 'chromium-1.2.3') };
}

const UNPACKS = `
  await new Promise((resolve) => setTimeout(resolve, 50));
  mkdirSync(join(folder, 'al2023', 'lib'), { recursive: true });
  writeFileSync(join(folder, 'al2023', 'lib', 'libnss3.so'), 'library');
  writeFileSync(join(folder, 'chromium'), 'program', { mode: 0o700 });`;

describe('the packaged browser', () => {
  it('is unpacked whole, also where several begin together', async () => {
    const { found, cache, place } = fakePackage('together', UNPACKS);
    const results = await Promise.all([1, 2, 3].map(() => unpackBrowser(found, cache)));
    for (const result of results) {
      expect(result).toEqual({
        path: `${place}/chromium`,
        env: { LD_LIBRARY_PATH: `${place}/al2023/lib`, FONTCONFIG_FILE: `${place}/fonts.conf` },
      });
    }
    expect(readdirSync(cache)).toEqual(['chromium-1.2.3']);
    expect(statSync(place).mode & 0o077).toBe(0);
  });

  it('finds its own fonts and nothing else', async () => {
    const { found, cache, place } = fakePackage('fonts', UNPACKS);
    await unpackBrowser(found, cache);
    const conf = readFileSync(`${place}/fonts.conf`, 'utf8');
    expect(conf).toContain(`<dir>${place}/fonts</dir>`);
    expect(conf).toContain(`<cachedir>${place}/font-cache</cachedir>`);
    expect(conf.match(/<dir>/g)).toHaveLength(1);
  });

  it('is not unpacked again while it is whole, but where a file lost its end', async () => {
    const { found, cache, place } = fakePackage('broken', UNPACKS);
    await unpackBrowser(found, cache);
    const before = statSync(`${place}/chromium`);
    await unpackBrowser(found, cache);
    expect(statSync(`${place}/chromium`).ino).toBe(before.ino);
    truncateSync(`${place}/chromium`, 1);
    await unpackBrowser(found, cache);
    expect(statSync(`${place}/chromium`).size).toBe(before.size);
    expect(readdirSync(cache)).toEqual(['chromium-1.2.3']);
  });

  it('makes room: what killed runs left half unpacked goes after an hour', async () => {
    const { found, cache } = fakePackage('left', UNPACKS);
    for (const name of ['old', 'new']) mkdirSync(`${cache}/chromium-1.0.0-unpacking-${name}`);
    utimesSync(`${cache}/chromium-1.0.0-unpacking-old`, 1e9, 1e9);
    await unpackBrowser(found, cache);
    expect(readdirSync(cache).sort()).toEqual(['chromium-1.0.0-unpacking-new', 'chromium-1.2.3']);
  });

  it('that cannot be unpacked is a problem that says why, and leaves nothing', async () => {
    const { found, cache } = fakePackage('fails', 'throw new Error("no room on the disk")');
    expect(await unpackBrowser(found, cache)).toMatchObject({
      code: 'browser-unpack-failed',
      message: expect.stringContaining('no room on the disk'),
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'brings a program and the libraries it needs',
    async () => {
      const found = await browserPackage();
      if (!found) throw new Error('the package is not installed');
      mkdirSync(folder.at('real'), { mode: 0o700 });
      await unpackBrowser(found, folder.at('real'));
      const place = folder.at('real', `chromium-${found.version}`);
      expect(statSync(`${place}/chromium`).mode & 0o111).toBeGreaterThan(0);
      expect(statSync(`${place}/al2023/lib/libnss3.so`).size).toBeGreaterThan(0);
      expect(readdirSync(`${place}/fonts/fonts`)).not.toEqual([]);
    },
  );
});
