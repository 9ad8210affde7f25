import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateCache } from '../../src/world/cache-folder.ts';
import { testFolder } from './folder.ts';

const folder = testFolder();
const before = process.env.TMPDIR;

beforeAll(() => {
  mkdirSync(folder.at('temporary'));
  process.env.TMPDIR = folder.at('temporary');
});
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
});

const mode = (path: string) => statSync(path).mode & 0o777;

describe.skipIf(process.platform === 'win32')('the private cache folder', () => {
  it('is made below XDG_CACHE_HOME for this user alone', async () => {
    const cache = await privateCache({ XDG_CACHE_HOME: folder.at('a') });
    expect(cache).toBe(folder.at('a', 'export-brief'));
    expect(mode(folder.at('a', 'export-brief'))).toBe(0o700);
  });

  it('is closed to others where it was open', async () => {
    mkdirSync(folder.at('b', 'export-brief'), { recursive: true });
    chmodSync(folder.at('b', 'export-brief'), 0o777);
    expect(await privateCache({ XDG_CACHE_HOME: folder.at('b') })).toBe(folder.at('b', 'export-brief'));
    expect(mode(folder.at('b', 'export-brief'))).toBe(0o700);
  });

  it('is never a link or a file: the temporary folder serves instead', async () => {
    mkdirSync(folder.at('c'));
    mkdirSync(folder.at('elsewhere'));
    symlinkSync(folder.at('elsewhere'), folder.at('c', 'export-brief'));
    const instead = await privateCache({ XDG_CACHE_HOME: folder.at('c') });
    expect(instead).toMatch(/export-brief-\d+$/);
    folder.write('d', 'a file');
    expect(await privateCache({ XDG_CACHE_HOME: folder.at('d') })).toBe(instead);
  });
});
