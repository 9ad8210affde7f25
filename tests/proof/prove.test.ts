/** `brief verify` on a small brief that was really printed: it holds as built, and every change is named where it is. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief, type Run } from '../brief.ts';
import { compiled, start } from '../line/process.ts';
import { smallest } from '../project.ts';
import { attach, attached, detach, opened, paint, saved } from './tamper.ts';

let folder: string;
/** A folder with a PDF and nothing else: no project, here or above. */
let empty: string;
const output = (...names: string[]) => join(folder, 'project/output', ...names);

interface Found {
  readonly code: string;
  readonly message: string;
  readonly page?: number;
  readonly block?: string;
  readonly fact?: string;
  readonly expected?: string;
  readonly found?: string;
}
interface Said {
  readonly ok: boolean;
  readonly findings: readonly Found[];
  readonly proof: {
    readonly edition: string;
    readonly languages: string[];
    readonly pages: number;
    readonly proven?: Readonly<Record<string, number>>;
  };
}

async function verified(bytes: Uint8Array): Promise<Run & Said> {
  writeFileSync(join(empty, 'brief.pdf'), bytes);
  const run = await brief('verify brief.pdf --json', empty);
  return { ...run, ...(JSON.parse(run.stdout) as Said) };
}

/** The pair, changed, saved by another program, and verified: what was found but that it was saved. */
async function tampered(change: (pdf: PDFDocument) => unknown): Promise<readonly Found[]> {
  const pdf = await opened(readFileSync(output('2005/brief-2005.pdf')));
  change(pdf);
  const { ok, status, findings } = await verified(await saved(pdf));
  expect([ok, status]).toEqual([false, 1]);
  expect(codes(findings)).toContain('proof-bytes-changed');
  return findings.filter(({ code }) => !['proof-bytes-changed'].includes(code) && !code.startsWith('pdf-'));
}

/** Changes one attachment as a text. */
const edited =
  (file: string, from: string, to: string, careful = true) =>
  (pdf: PDFDocument) => {
    const text = attached(pdf, file);
    expect(text.includes(from)).toBe(true);
    attach(pdf, file, text.replace(from, to), careful);
  };

const codes = (found: readonly Found[]) => found.map(({ code }) => code);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brief-proof-'));
  empty = join(folder, 'empty');
  mkdirSync(empty);
  const project = join(folder, 'project');
  smallest(project);
  cpSync(join(project, 'data/editions/2005.yaml'), join(project, 'data/editions/2004.yaml'));
  const other = readFileSync(join(project, 'data/editions/2004.yaml'), 'utf8');
  writeFileSync(join(project, 'data/editions/2004.yaml'), other.replace('end: 2005', 'end: 2004'));
  const settings = readFileSync(join(project, 'brief.yaml'), 'utf8');
  writeFileSync(join(project, 'brief.yaml'), settings.replace('["2005"]', '["2004", "2005"]'));
  const { status, stderr } = await brief('build --format pdf', project);
  expect([status, stderr]).toEqual([0, stderr]);
  // whatever verify reads, it is not the project
  renameSync(join(project, 'data'), join(project, 'hidden'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a PDF as it was built', () => {
  it.each([
    ['2005/brief-2005.pdf', '2005', ['vi', 'en']],
    ['2005/brief-2005.vi.pdf', '2005', ['vi']],
    ['2005/brief-2005.en.pdf', '2005', ['en']],
    ['2004/brief-2004.pdf', '2004', ['vi', 'en']],
  ])('is proven in an empty folder: %s', async (file, edition, languages) => {
    const { status, ok, findings, proof } = await verified(readFileSync(output(file)));
    expect([status, ok, findings]).toEqual([0, true, []]);
    expect(proof).toMatchObject({ edition, languages });
    // heading and paragraph in each language, and the labels of the chart
    const labels = edition === '2005' ? 6 : 5;
    expect(proof.proven).toMatchObject({ numbers: 2 * languages.length + labels, cells: labels, claims: 0, charts: 1 });
  });

  it('is proven by a process of its own, and says what that means and what not', async () => {
    const cli = compiled(join(folder, 'tool'));
    cpSync(output('2005/brief-2005.pdf'), join(empty, 'brief-2005.pdf'));
    const run = start(cli, 'verify brief-2005.pdf', empty, { TZ: 'Pacific/Kiritimati', LANG: 'fr_FR.UTF-8' });
    expect([await run.ended, run.said()]).toEqual([0, run.said()]);
    expect(run.said()).toContain('brief-2005.pdf: edition 2005, vi–en, 3 pages');
    expect(run.said()).toContain('10 numbers on the pages');
    expect(run.said()).toContain('no signature');
  }, 60_000);

  it('carries its sources in the same bytes, whatever was printed', async () => {
    const [a, b] = await Promise.all(
      ['2005/brief-2005.pdf', '2005/brief-2005.vi.pdf'].map(async (file) => opened(readFileSync(output(file)))),
    );
    expect(attached(a!, 'source.json')).toBe(attached(b!, 'source.json'));
    expect(Object.keys(JSON.parse(attached(a!, 'source.json')).files)).not.toContain('data/editions/2004.yaml');
  });
});

describe('a page that was changed', () => {
  it('is named with page, block and fact where it is a number', async () => {
    const found = await tampered((pdf) => paint(pdf, '32,4', '32,5'));
    expect(codes(found)).toContain('proof-page-number');
    expect(found.find(({ code }) => code === 'proof-page-number')).toMatchObject({
      page: 2,
      block: expect.stringMatching(/^scale-heading\d-vi$/),
      fact: 'exports_end',
      expected: expect.stringContaining('32,4'),
      found: expect.stringContaining('32,5'),
    });
  });

  it('is named where it is a word or a year', async () => {
    const found = await tampered((pdf) => paint(pdf, 'Exports of 2005', 'Exports of 2002'));
    expect(found.filter(({ code }) => code === 'proof-page-differs')).toEqual([
      expect.objectContaining({ page: 2, block: expect.stringMatching(/^scale-paragraph\d-en$/) }),
    ]);
    expect(found[0]?.message).toContain('“2002” stands where “2005” should');
  });

  it('is named where it is a label in a chart', async () => {
    const found = await tampered((pdf) => paint(pdf, '26,5', '25,6'));
    expect(found).toEqual([
      expect.objectContaining({
        code: 'proof-page-number',
        fact: 'exports_value.2004',
        expected: '26,5',
        found: '25,6',
      }),
    ]);
  });
});

describe('an attachment that was changed', () => {
  it('is named where it is a cell of the data: the file, the figure, what the ledger has', async () => {
    const found = await tampered(edited('source.json', '2004: 26485.03', '2004: 26485.93'));
    expect(found[0]).toMatchObject({ code: 'proof-file-changed' });
    expect(found[0]?.message).toContain('data/series/exports.yaml');
    expect(found.filter(({ code }) => code === 'proof-ledger-differs')).toEqual([
      expect.objectContaining({ expected: '26485.93', found: '26485.03', fact: 'exports_value.2004' }),
    ]);
    expect(found.find(({ code }) => code === 'proof-ledger-differs')?.message).toContain('exports@2025-08[2004]');
    // the label of the chart says what the ledger says: nobody touched the page
    expect(codes(found)).not.toContain('proof-page-number');
  });

  it('is named where it is a value of the ledger', async () => {
    const found = await tampered(edited('facts.json', '"value": 26.48503', '"value": 26.58503'));
    expect(found).toEqual([
      expect.objectContaining({
        code: 'proof-ledger-differs',
        fact: 'exports_value.2004',
        expected: '26.48503',
        found: '26.58503',
      }),
    ]);
  });

  it('is named where it is a printed string', async () => {
    const found = await tampered(
      edited('facts.json', '"text": "US$32.4\u00a0billion"', '"text": "US$32.5\u00a0billion"'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'proof-ledger-differs',
      fact: 'exports_end',
      block: expect.stringMatching(/-en$/),
    });
    expect(found[0]?.message).toContain('US$32.5');
  });

  it('is named where a fact was taken out of the ledger, or put in', async () => {
    const found = await tampered((pdf) => {
      const ledger = JSON.parse(attached(pdf, 'facts.json'));
      ledger.facts = [
        ...ledger.facts.filter(({ id }: { id: string }) => id !== 'exports_ratio'),
        { id: 'more', value: 1 },
      ];
      attach(pdf, 'facts.json', JSON.stringify(ledger));
    });
    expect(found.map(({ code, fact }) => [code, fact])).toEqual([
      ['proof-ledger-lacks', 'exports_ratio'],
      ['proof-ledger-adds', 'more'],
    ]);
  });

  it('is named where it is a hash of the inputs', async () => {
    const found = await tampered((pdf) => {
      const inputs = JSON.parse(attached(pdf, 'inputs.json'));
      inputs.files['data/series/exports.yaml'] = hash('another');
      attach(pdf, 'inputs.json', JSON.stringify(inputs));
    });
    expect(found).toEqual([
      expect.objectContaining({ code: 'proof-file-changed', expected: hash('another') }),
      expect.objectContaining({ code: 'proof-hash-alone' }),
    ]);
    expect(found[0]?.message).toContain('data/series/exports.yaml');
  });

  it('is named even where nothing in it can be derived, unless its checksum was computed anew', async () => {
    const found = await tampered(edited('inputs.json', '"browser": "', '"browser": "other ', false));
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('inputs.json')]);
    expect(codes(found)).toEqual(['proof-attachment-changed']);
  });

  it('is named where a file of the sources is gone or was put in', async () => {
    const found = await tampered((pdf) => {
      const source = JSON.parse(attached(pdf, 'source.json'));
      delete source.files['data/series/exports.yaml'];
      source.files['data/series/other.yaml'] = 'label: {}';
      attach(pdf, 'source.json', JSON.stringify(source));
    });
    expect(codes(found).slice(0, 2)).toEqual(['proof-file-missing', 'proof-file-added']);
    expect(found.length).toBeGreaterThan(2);
  });

  it('is named where it is one of another edition, and where all are', async () => {
    const others = await opened(readFileSync(output('2004/brief-2004.pdf')));
    const one = await tampered((pdf) => attach(pdf, 'facts.json', attached(others, 'facts.json')));
    expect(one[0]).toMatchObject({ code: 'proof-attachment-stranger' });
    expect(one[0]?.message).toContain('facts.json is of edition 2004');
    const all = await tampered((pdf) => {
      for (const file of ['facts.json', 'inputs.json', 'source.json']) attach(pdf, file, attached(others, file));
    });
    expect(codes(all)).toEqual(['proof-other-edition']);
    expect(all[0]?.message).toContain('2001–2004');
  });
});

describe('a file that cannot be proven', () => {
  it.each([
    [
      'source.json is missing',
      (pdf: PDFDocument) => detach(pdf, 'source.json'),
      'proof-attachment-missing',
      'source.json',
    ],
    [
      'nothing is attached',
      (pdf: PDFDocument) => {
        for (const file of ['facts.json', 'inputs.json', 'source.json']) detach(pdf, file);
      },
      'proof-nothing-attached',
      'attached',
    ],
    [
      'the ledger is cut off',
      (pdf: PDFDocument) => attach(pdf, 'facts.json', attached(pdf, 'facts.json').slice(0, 1000)),
      'proof-attachment-unreadable',
      'facts.json',
    ],
    ['it is newer than the tool', edited('source.json', '"format": 1', '"format": 2'), 'proof-newer', 'format 2'],
  ])('is told: %s', async (_, change, code, text) => {
    const found = await tampered(change);
    expect(codes(found)).toEqual([code]);
    expect(found[0]?.message).toContain(text);
  });

  it('is told where it is no PDF, cut off, encrypted, or not there', async () => {
    const whole = readFileSync(output('2005/brief-2005.pdf'));
    expect(codes((await verified(Buffer.from('label: no PDF'))).findings)).toEqual(['proof-no-pdf']);
    expect((await verified(whole.subarray(0, whole.length / 2))).status).toBe(1);
    const locked = await opened(whole);
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    expect(codes((await verified(await saved(locked))).findings)).toEqual(['proof-encrypted']);
    const { status, stdout } = await brief('verify nothing.pdf --json', empty);
    expect([status, JSON.parse(stdout).problems[0].code]).toEqual([2, 'usage-file']);
  });
});
