/** Every kind of file, saved in every way that editors and git save: through the real watcher, the real reading and the real loop. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loop, previewLoop } from '../../src/preview/loop.ts';
import { type Project, sameProject } from '../../src/preview/work.ts';
import { readProject } from '../../src/world/files.ts';
import { openPreviewServer, type PreviewServer } from '../../src/world/preview-server.ts';
import { unwatched, watchProject } from '../../src/world/watch.ts';
import { smallest } from '../project.ts';
import { site } from './site.ts';

const KINDS = {
  'the configuration': 'brief.yaml',
  'an edition': 'data/editions/2005.yaml',
  'a series': 'data/series/exports.yaml',
  'a panel': 'data/panels/economies.csv',
  facts: 'data/facts/scale.yaml',
  rules: 'data/rules/balances.yaml',
  claims: 'data/claims/2005.yaml',
  terms: 'data/terms.yaml',
  sources: 'data/sources.yaml',
  'a locale': 'templates/locales/vi.yaml',
  'the frame': 'templates/brief.hbs',
  'a point': 'templates/points/scale.hbs',
  'a partial': 'templates/partials/marks/close.hbs',
  'a chart': 'templates/charts/scale.yaml',
  'a style': 'templates/styles/screen.css',
  'a template of one edition': 'templates/editions/2005/points/scale.hbs',
};

let folder: string;
let server: PreviewServer;
let loop: Loop;
let end: () => void;
/** What each build was made of. */
const builds: (ReadonlyMap<string, string> | undefined)[] = [];
let told = () => {};
const at = (...names: string[]) => join(folder, ...names);

/** Waits for builds until the last one holds. */
async function built(holds: (files: ReadonlyMap<string, string>) => boolean): Promise<void> {
  for (;;) {
    const last = builds.at(-1);
    if (last && holds(last)) return;
    await new Promise<void>((resolve) => {
      told = resolve;
    });
  }
}
const holds = (file: string, text: string | undefined) => built((files) => files.get(file) === text);

async function watch(): Promise<void> {
  end = await watchProject(server.watcher, folder, {
    touched: loop.touched,
    settled: (changed) => void loop.settled(changed),
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brief-watch-'));
  smallest(folder);
  for (const file of Object.values(KINDS)) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), 'first\n');
  }
  const opened = await openPreviewServer(site(), folder, 0);
  if ('code' in opened) throw new Error(opened.message);
  server = opened;
  loop = previewLoop<Project>('2005', {
    read: () => readProject(folder),
    same: sameProject,
    async build({ files }) {
      builds.push(files);
      return { page: { html: '', title: '', documents: [] }, problems: [] };
    },
    print: async () => ({ pdfs: new Map(), problems: [] }),
    shown: () => [],
    now: () => Date.now(),
    tell: () => undefined,
    log: () => told(),
  });
  await watch();
  await loop.settled([]);
});
afterAll(async () => {
  end();
  loop.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(Object.entries(KINDS))('%s', (_, file) => {
  it('is noticed when it is saved in place, saved beside and renamed, deleted, made again, renamed and renamed back', async () => {
    writeFileSync(at(file), 'in place\n');
    await holds(file, 'in place\n');

    writeFileSync(at(`${file}.tmp`), 'renamed over\n');
    renameSync(at(`${file}.tmp`), at(file));
    await holds(file, 'renamed over\n');

    // As editors do that keep the old file: moved away, written anew, the old one deleted.
    renameSync(at(file), at(`${file}~`));
    writeFileSync(at(file), 'with a backup\n');
    rmSync(at(`${file}~`));
    await holds(file, 'with a backup\n');

    rmSync(at(file));
    await holds(file, undefined);
    writeFileSync(at(file), 'made again\n');
    await holds(file, 'made again\n');

    renameSync(at(file), at(`${file}.away`));
    await holds(file, undefined);
    renameSync(at(`${file}.away`), at(file));
    await holds(file, 'made again\n');

    // Twice within a moment: the last one stands.
    writeFileSync(at(file), 'once\n');
    writeFileSync(at(file), 'twice\n');
    await holds(file, 'twice\n');
  });
});

describe('folders and branches', () => {
  it('a folder that is made, renamed and deleted is noticed with what is in it', async () => {
    mkdirSync(at('templates/partials/new'), { recursive: true });
    writeFileSync(at('templates/partials/new/one.hbs'), 'one');
    await holds('templates/partials/new/one.hbs', 'one');
    renameSync(at('templates/partials/new'), at('templates/partials/newer'));
    await built(
      (files) => files.has('templates/partials/newer/one.hbs') && !files.has('templates/partials/new/one.hbs'),
    );
    writeFileSync(at('templates/partials/newer/one.hbs'), 'two');
    await holds('templates/partials/newer/one.hbs', 'two');
    rmSync(at('templates/partials/newer'), { recursive: true });
    await holds('templates/partials/newer/one.hbs', undefined);
  });

  it('twenty files at once are one rebuild', async () => {
    const files = Array.from({ length: 20 }, (_, i) => `templates/partials/many/${i}.hbs`);
    mkdirSync(at('templates/partials/many'));
    for (const file of files) writeFileSync(at(file), 'before');
    await built((read) => files.every((file) => read.get(file) === 'before'));
    const before = builds.length;
    for (const file of files) writeFileSync(at(file), 'after');
    await built((read) => files.every((file) => read.get(file) === 'after'));
    // Whatever is told late is read as it was, and is no rebuild.
    await loop.settled([]);
    expect(builds.length - before).toBe(1);
  });

  it('a branch that git switches is never built file by file', async () => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...words], {
        cwd: folder,
        stdio: 'pipe',
      });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    git('checkout', '-q', '-b', 'other');
    const files = Array.from({ length: 20 }, (_, i) => `data/series/s${i}.yaml`);
    for (const file of files) writeFileSync(at(file), `# ${file}\n`);
    git('add', '.');
    git('commit', '-q', '-m', 'two');
    await built((read) => files.every((file) => read.has(file)));
    await loop.settled([]);
    // Only from here on is it watched as a repository.
    end();
    await watch();
    const before = builds.length;
    git('checkout', '-q', 'main');
    await built((read) => files.every((file) => !read.has(file)));
    await loop.settled([]);
    // One, or two where the disk is looked at while git is just letting go of its lock; never one for each of twenty files.
    expect(builds.length - before).toBeLessThanOrEqual(2);
    git('checkout', '-q', 'other');
    await built((read) => files.every((file) => read.has(file)));
  });
});

describe('what is watched', () => {
  it('is what a project is made of, and nothing beside it', () => {
    const ignored = unwatched('/project');
    const seen = (path: string) => !ignored(join('/project', path));
    expect(['brief.yaml', 'data', 'data/series/x.yaml', 'templates/partials', ''].map(seen)).toEqual(
      Array(5).fill(true),
    );
    const others = [
      'output/2005/x.html',
      'node_modules/x',
      '.git/index',
      '.env',
      'data/.x.yaml.swp',
      'README.md',
      '..',
    ];
    expect(others.map(seen)).toEqual(Array(others.length).fill(false));
  });

  it('is read as it stands on disk, in UTF-8', async () => {
    writeFileSync(at('data/terms.yaml'), 'x: Xuất khẩu\n');
    await holds('data/terms.yaml', readFileSync(at('data/terms.yaml'), 'utf8'));
  });
});
