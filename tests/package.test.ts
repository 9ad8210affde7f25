/** The package as a stranger has it: packed, unpacked in a folder elsewhere, used as a command and as a library. Nothing is downloaded. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, smallest } from './project.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
const at = (...names: string[]) => join(folder, ...names);

const newest = (part: string): number =>
  Math.max(...filesOf(join(ROOT, part)).map((file) => statSync(join(ROOT, part, file)).mtimeMs));

/** True where what `npm ci` compiled is younger than every source. */
const compiled = (): boolean =>
  existsSync(join(ROOT, 'dist/index.js')) && statSync(join(ROOT, 'dist/index.js')).mtimeMs > newest('src');

/** Runs npm as where no network is: whatever it asked of a registry would fail. */
const npm = (args: readonly string[]): string =>
  execFileSync('npm', [...args, '--offline', '--silent'], { cwd: ROOT, encoding: 'utf8' }).trim();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brief-package-'));
  const scripts = compiled() ? ['--ignore-scripts'] : [];
  const tarball =
    npm(['pack', '--pack-destination', folder, ...scripts])
      .split('\n')
      .at(-1) ?? '';
  mkdirSync(at('node_modules/export-brief'), { recursive: true });
  execFileSync('tar', ['-xzf', at(tarball), '-C', at('node_modules/export-brief'), '--strip-components=1']);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((each) => !each.startsWith('.')))
    symlinkSync(join(ROOT, 'node_modules', name), at('node_modules', name));
  writeFileSync(at('package.json'), '{ "type": "module", "private": true }\n');
  smallest(at('project'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program of the stranger's, run in the folder. */
function run(code: string): { status: number | null; said: unknown; stderr: string } {
  writeFileSync(at('program.mjs'), code);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout === '' ? undefined : JSON.parse(stdout), stderr };
}

describe('the unpacked package', () => {
  it('has no tests, no figures of the shipped editions, and no sources', () => {
    const files = filesOf(at('node_modules/export-brief'));
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'dist/cli.js', 'dist/index.d.ts']));
    expect(files.filter((file) => /^(?:tests|src|data|bench|scripts|output)\//.test(file))).toEqual([]);
  });

  it('is a command that builds a project', () => {
    const cli = at('node_modules/export-brief/dist/cli.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--lang', 'vi'], {
      cwd: at('project'),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, stderr]);
    expect(stdout).toContain('output/2005/brief-2005.vi.pdf');
    expect(existsSync(at('project/output/2005/brief-2005.vi.pdf'))).toBe(true);
  });

  it('is a library that hands back what it made and prints nothing', () => {
    const { status, said, stderr } = run(`
      import { build } from 'export-brief';
      const stages = [];
      const { ok, editions: [edition] } = await build('project/data', {
        documents: ['en'], formats: ['pdf'], out: '../made', onStage: (name, stage) => stages.push(stage ?? 'end'),
      });
      const { folder, unchanged, outputs, timings } = edition;
      console.log(JSON.stringify({ ok, folder, unchanged, stages, timed: Object.keys(timings), pdf: outputs.find(({ path }) => path.endsWith('.pdf')) }));
    `);
    expect([status, stderr]).toEqual([0, '']);
    const stages = 'load validate derive chart render assemble audit print finish verify'.split(' ');
    expect(said).toMatchObject({ ok: true, folder: at('made/2005'), unchanged: false, timed: stages });
    expect(said).toMatchObject({ stages: [...stages, 'end'], pdf: { path: 'brief-2005.en.pdf', pages: 2 } });
    expect(existsSync(at('made/2005/brief-2005.en.pdf'))).toBe(true);
  });

  it('gives problems as values, and leaves the process alone', () => {
    const { status, said, stderr } = run(`
      import { build, check } from 'export-brief';
      const codes = ({ ok, problems, editions }) => [ok, [...problems, ...editions.flatMap((each) => each.problems)]
        .filter(({ severity }) => severity === 'error').map(({ code }) => code)];
      console.log(JSON.stringify([
        codes(await check('project')),
        codes(await check('.')),
        codes(await check('project', { editions: ['1905'] })),
        codes(await build('project', { documents: ['fr'] })),
        codes(await build('project', { browser: 'none', force: true })),
        process.exitCode ?? 0,
      ]));
    `);
    expect([status, stderr]).toEqual([0, '']);
    expect(said).toEqual([
      [true, []],
      [false, ['project-missing']],
      [false, ['edition-unknown']],
      [false, ['document-unknown']],
      [false, ['browser-wish-missing']],
      0,
    ]);
  });

  it('has types, and only what is meant to be used can be imported', () => {
    writeFileSync(
      at('consumer.ts'),
      `import { build, check, inOrder, type BuiltEdition, type Code, type Problem, type Result } from 'export-brief';
const code: Code = 'project-missing';
const made: Result<BuiltEdition> = await build('project', { formats: ['pdf'], onStage: (edition: string) => edition });
const pages: number | undefined = made.editions[0]?.outputs[0]?.pages;
const problems: readonly Problem[] = inOrder((await check('project')).problems);
// @ts-expect-error there is no such format
await build('project', { formats: ['docx'] });
// @ts-expect-error results are not to be changed
made.ok = true;
// @ts-expect-error the inside of the package is its own
import('export-brief/dist/pipeline.js');
export { code, pages, problems };
`,
    );
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2023', types: [] };
    writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
    expect(run(`import 'export-brief/dist/pipeline.js'`).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
