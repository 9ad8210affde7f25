import { describe, expect, it } from 'vitest';
import { doctor } from '../../src/commands/doctor.ts';
import { testFolder } from '../world/folder.ts';

const folder = testFolder();
const signal = new AbortController().signal;

describe('doctor', () => {
  it('really prints a Vietnamese page in the packaged fonts', async () => {
    const { ok, checks } = await doctor({
      env: process.env,
      browser: undefined,
      output: folder.at('output/2005'),
      signal,
    });
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    expect(checks.map(({ name }) => name)).toEqual([
      'node',
      'platform',
      'fonts',
      'cache',
      'output',
      'browser',
      'sandbox',
      'print',
    ]);
    const print = checks.find(({ name }) => name === 'print');
    for (const font of ['SourceSans3-Regular', 'SourceSans3-Bold', 'SourceSerif4-Regular'])
      expect(print?.detail).toContain(font);
  });

  it('says what is wrong and what to do: a browser that is not there, a folder that cannot be written', async () => {
    const output = folder.write('a-file', '');
    const { ok, checks } = await doctor({ env: {}, browser: folder.at('none'), output: `${output}/below`, signal });
    expect(ok).toBe(false);
    const failed = checks.filter((check) => !check.ok);
    expect(failed.map(({ problem }) => problem?.code)).toEqual(['output-unwritable', 'browser-wish-missing']);
    expect(failed.every(({ remedy }) => remedy !== undefined)).toBe(true);
  });

  it('says that a program is no browser', async () => {
    const { checks } = await doctor({ env: process.env, browser: process.execPath, output: folder.path, signal });
    expect(checks.filter((check) => !check.ok).map(({ name, problem }) => [name, problem?.code])).toEqual([
      ['print', 'browser-not-started'],
    ]);
  });
});
