/** The whole line on the smallest project: what `build` and `check` write, say, and leave alone. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief, type Run } from '../brief.ts';
import { filesOf, smallest } from '../project.ts';

const STAGES = ['load', 'validate', 'derive', 'chart', 'render', 'assemble', 'audit', 'print', 'finish', 'verify'];
const CHARTS = ['en.narrow', 'en', 'vi-en', 'vi.narrow', 'vi'].map((drawn) => `charts/scale.${drawn}.svg`);
const DATA = ['facts.json', 'inputs.json', 'manifest.json'];

let project: string;
let first: Run;
const at = (...names: string[]) => join(project, ...names);
const read = (...names: string[]) => readFileSync(at(...names), 'utf8');
const edit = (file: string, from: string, to: string) => {
  expect(read(file)).toContain(from);
  writeFileSync(at(file), read(file).replace(from, to));
};
/** Each output with its bytes and the time of its writing, so that one that was written again differs. */
const state = (folder: string) => filesOf(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]);

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'brief-line-'));
  smallest(project);
  // something to tell that does not stop the line
  writeFileSync(at('data/gdp.yaml'), 'note: in the wrong folder\n');
  first = await brief('build', project);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('a build', () => {
  it('writes what the contract names, and nothing else', () => {
    expect(first.status).toBe(0);
    expect(filesOf(at('output'))).toEqual(
      ['brief-2005.en.pdf', 'brief-2005.html', 'brief-2005.pdf', 'brief-2005.vi.pdf', ...CHARTS, ...DATA]
        .sort()
        .map((file) => `2005/${file}`),
    );
  });

  it('lists every output with its size and hash in the manifest, and says how many pages a PDF has', () => {
    const { outputs, edition } = JSON.parse(read('output/2005/manifest.json'));
    expect(edition).toBe('2005');
    expect(outputs.map(({ path }: { path: string }) => path).sort()).toEqual(
      filesOf(at('output/2005')).filter((file) => file !== 'manifest.json'),
    );
    for (const { path, bytes, sha256, pages } of outputs) {
      const written = readFileSync(at('output/2005', path));
      expect([path, bytes, sha256]).toEqual([path, written.length, createHash('sha256').update(written).digest('hex')]);
      expect(pages === undefined).toBe(!path.endsWith('.pdf'));
    }
  });

  it('says what it made on standard output, and what is wrong and how long each stage took on standard error', () => {
    expect(first.stdout).toContain('output/2005/brief-2005.pdf');
    const rows = [...first.stderr.matchAll(/^ {2}(\w+) +\d+ ms$/gm)].map(([, stage]) => stage);
    expect(rows).toEqual([...STAGES, 'total']);
    expect(first.stderr).toContain('[file-not-read]');
  });

  it('is silent while it works where nobody looks on', () => {
    expect(first.stdout + first.stderr).not.toContain('\u001b');
    expect(first.stderr).not.toContain('2005: print');
  });

  it('of an unchanged edition is skipped, and tells again what was wrong', async () => {
    const before = state(at('output'));
    const { status, stdout, stderr } = await brief('build', project);
    expect(status).toBe(0);
    expect(stdout).toContain('2005: unchanged');
    expect(stderr).toContain('[file-not-read]');
    expect(stderr).not.toMatch(/^ {2}print /m);
    expect(state(at('output'))).toEqual(before);
    expect((await brief('build --strict', project)).status).toBe(1);
  });

  it('that fails leaves the last outputs as they were', async () => {
    const before = state(at('output'));
    edit('templates/points/scale.hbs', '{{fact exports_end}}', '{{fact exports_and}}');
    const { status, stdout } = await brief('build', project);
    edit('templates/points/scale.hbs', '{{fact exports_and}}', '{{fact exports_end}}');
    expect(status).toBe(1);
    expect(stdout).toContain('nothing written');
    expect(state(at('output'))).toEqual(before);
  });

  it('makes the documents and formats asked for, in the folder asked for', async () => {
    const { status } = await brief('build --lang vi --format pdf --out elsewhere', project);
    expect(status).toBe(0);
    expect(filesOf(at('elsewhere/2005')).filter((file) => !file.startsWith('charts/'))).toEqual([
      'brief-2005.vi.pdf',
      ...DATA,
    ]);
  });

  it('takes away what the last build made and this one does not, and nothing else', async () => {
    await brief('build --format html --out tidy', project);
    writeFileSync(at('tidy/2005/mine.txt'), 'not an output');
    const manifest = JSON.parse(read('tidy/2005/manifest.json')) as { outputs: { path: string }[] };
    manifest.outputs.push({ path: '../../brief.yaml' });
    writeFileSync(at('tidy/2005/manifest.json'), JSON.stringify(manifest));
    await brief('build --lang vi --format pdf --out tidy', project);
    const left = filesOf(at('tidy/2005')).filter((file) => !file.startsWith('charts/'));
    expect(left).toEqual(['brief-2005.vi.pdf', 'facts.json', 'inputs.json', 'manifest.json', 'mine.txt']);
    expect(filesOf(at('.'))).toContain('brief.yaml');
  });

  it('follows the data: another figure, another page', async () => {
    await brief('build --format html --out changed', project);
    expect(read('changed/2005/brief-2005.html')).toContain('32.4');
    edit('data/series/exports.yaml', '2005: 32447.13', '2005: 33447.13');
    const { status, stdout } = await brief('build --format html --out changed', project);
    edit('data/series/exports.yaml', '2005: 33447.13', '2005: 32447.13');
    expect(status).toBe(0);
    expect(stdout).not.toContain('unchanged');
    expect(read('changed/2005/brief-2005.html')).not.toContain('32.4');
    expect(read('changed/2005/brief-2005.html')).toContain('33.4');
  });

  it('makes again what somebody damaged, with the same bytes', async () => {
    const whole = read('changed/2005/brief-2005.html');
    await brief('build --format html --out changed', project);
    const page = read('changed/2005/brief-2005.html');
    expect(page).not.toBe(whole);
    writeFileSync(at('changed/2005/brief-2005.html'), 'damaged');
    await brief('build --format html --out changed', project);
    expect(read('changed/2005/brief-2005.html')).toBe(page);
  });

  it('with --json puts exactly one object on standard output, with the keys of the contract', async () => {
    const { stdout, stderr } = await brief('build --format html --out json --json', project);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['ok', 'problems', 'editions']);
    expect(report.ok).toBe(true);
    expect(report.problems.map(({ code }: { code: string }) => code)).toContain('file-not-read');
    for (const problem of report.problems)
      expect(Object.keys(problem)).toEqual(['code', 'severity', 'file', 'line', 'column', 'message', 'hint']);
    const [{ edition, outputs, timings }] = report.editions;
    expect(edition).toBe('2005');
    for (const output of outputs) expect(Object.keys(output)).toEqual(['path', 'bytes', 'sha256', 'pages']);
    for (const stage of STAGES.slice(0, 7)) expect(timings[stage]).toEqual(expect.any(Number));
    expect(stderr).not.toContain('{');
  });

  it('is found from a folder below the project', async () => {
    const { stdout } = await brief('build', at('data/series'));
    expect(stdout).toContain('2005: unchanged');
  });
});

describe('a check', () => {
  it('writes nothing, and is fine where only warnings are to tell', async () => {
    const before = state(project);
    const { status, stdout } = await brief('check', project);
    expect(status).toBe(0);
    expect(stdout).toContain('2005');
    expect(state(project)).toEqual(before);
    expect((await brief('check --strict', project)).status).toBe(1);
  });

  it('with --json tells the same, with place, message and hint', async () => {
    edit('data/facts/scale.yaml', 'unit: times', 'unit: tims');
    const { status, stdout } = await brief('check --json', project);
    edit('data/facts/scale.yaml', 'unit: tims', 'unit: times');
    expect(status).toBe(1);
    const { ok, problems } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'shape-wrong-value',
        file: 'data/facts/scale.yaml',
        line: 2,
        column: 60,
        hint: expect.stringContaining('times'),
      }),
    );
  });
});
