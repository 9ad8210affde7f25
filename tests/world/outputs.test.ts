import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unwritable, writeOutputs } from '../../src/world/outputs.ts';
import { testFolder } from './folder.ts';

const folder = testFolder();
const read = (...names: string[]) => readFileSync(folder.at(...names), 'utf8');

describe('outputs', () => {
  it('are written with their folders, over what was there; other files stay', async () => {
    folder.write('out/2005/facts.json', 'old');
    folder.write('out/2005/mine.txt', 'mine');
    const problems = await writeOutputs(folder.at('out/2005'), [
      { path: 'facts.json', bytes: 'new' },
      { path: 'charts/scale.vi.svg', bytes: new TextEncoder().encode('<svg/>') },
    ]);
    expect(problems).toEqual([]);
    expect(read('out/2005/facts.json')).toBe('new');
    expect(read('out/2005/charts/scale.vi.svg')).toBe('<svg/>');
    expect(read('out/2005/mine.txt')).toBe('mine');
    expect(readdirSync(folder.at('out'))).toEqual(['2005']);
  });

  it('go into folders that are not there yet', async () => {
    expect(await writeOutputs(folder.at('new/deep/2005'), [{ path: 'a', bytes: 'a' }])).toEqual([]);
    expect(read('new/deep/2005/a')).toBe('a');
  });

  it('are written whole or not at all: where one cannot be, all are as they were', async () => {
    folder.write('half/2005/a.txt', 'old a');
    mkdirSync(folder.at('half/2005/z'));
    folder.write('half/2005/z/keep', 'kept');
    folder.write('half/2005/blocked', 'a file where a folder is needed');
    const problems = await writeOutputs(folder.at('half/2005'), [
      { path: 'a.txt', bytes: 'new a' },
      { path: 'b.txt', bytes: 'new b' },
      { path: 'charts/d.svg', bytes: 'new d' },
      { path: 'blocked/c.txt', bytes: 'new c' },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['output-unwritable']);
    expect(read('half/2005/a.txt')).toBe('old a');
    expect(readdirSync(folder.at('half/2005')).sort()).toEqual(['a.txt', 'blocked', 'z']);
    expect(readdirSync(folder.at('half'))).toEqual(['2005']);
  });

  it('are a problem where the folder is a file', async () => {
    folder.write('file', '');
    expect(await writeOutputs(folder.at('file/2005'), [{ path: 'a', bytes: '' }])).toMatchObject([
      { code: 'output-unwritable' },
    ]);
  });

  it('can be told to be impossible before there are any, and nothing is made for that', async () => {
    expect(await unwritable(folder.at('file/deep/2005'))).toMatchObject([
      { code: 'output-unwritable', message: expect.stringContaining(`${folder.at('file')} is a file`) },
    ]);
    expect(await unwritable(folder.at('nowhere/yet/2005'))).toEqual([]);
    expect(readdirSync(folder.path)).not.toContain('nowhere');
  });

  it('never leave their folder', async () => {
    await expect(writeOutputs(folder.at('out'), [{ path: '../a', bytes: '' }])).rejects.toThrow('leads out');
    await expect(writeOutputs(folder.at('out'), [{ path: '/a', bytes: '' }])).rejects.toThrow('leads out');
  });
});
