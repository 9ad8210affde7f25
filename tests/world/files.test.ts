import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findProject, readProject } from '../../src/world/files.ts';
import { testFolder } from './folder.ts';

const folder = testFolder();
folder.write('p/brief.yaml', 'languages: [vi, en]\n');
folder.write('p/data/series/gdp.yaml', '\ufefflabel: {vi: Tổng}\r\nunit: usd_million\r\n');
folder.write('p/data/panels/exports.csv', 'economy,2005\n');
folder.write('p/templates/brief.hbs', '{{> points}}\n');
folder.write('p/templates/styles/print.css', '@page {}\n');
folder.write('p/data/.hidden.yaml', 'a: 1\n');
folder.write('p/data/notes.docx', 'no text of ours');
folder.write('p/README.md', 'not read');
folder.write('outside/secret.yaml', 'secret: 1\n');
mkdirSync(folder.at('empty'));

describe('a project', () => {
  it('is found from any folder below it', async () => {
    expect(await findProject(folder.at('p/data/series'))).toBe(folder.at('p'));
    expect(await findProject(folder.at('p'))).toBe(folder.at('p'));
  });

  it('that is nowhere above is a problem', async () => {
    expect(await findProject(folder.at('empty'))).toMatchObject({ code: 'project-missing' });
  });

  it('is read by path, its lines ended by LF and without byte order marks; what it cannot hold is left alone', async () => {
    const { files, problems } = await readProject(folder.at('p'));
    expect(problems).toEqual([]);
    expect([...files.keys()]).toEqual([
      'brief.yaml',
      'data/panels/exports.csv',
      'data/series/gdp.yaml',
      'templates/brief.hbs',
      'templates/styles/print.css',
    ]);
    expect(files.get('data/series/gdp.yaml')).toBe('label: {vi: Tổng}\nunit: usd_million\n');
  });

  it('without data and templates is only its brief.yaml', async () => {
    folder.write('bare/brief.yaml', 'a: 1\n');
    const { files, problems } = await readProject(folder.at('bare'));
    expect([...files.keys()]).toEqual(['brief.yaml']);
    expect(problems).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'never reads what a link outside points to, and does not go round in circles',
    async () => {
      folder.write('linked/brief.yaml', 'a: 1\n');
      folder.write('linked/data/a.yaml', 'a: 1\n');
      symlinkSync(folder.at('outside/secret.yaml'), folder.at('linked/data/secret.yaml'));
      symlinkSync(folder.at('outside'), folder.at('linked/templates'));
      symlinkSync(folder.at('linked/data'), folder.at('linked/data/again'));
      symlinkSync(folder.at('nowhere.yaml'), folder.at('linked/data/broken.yaml'));
      const { files, problems } = await readProject(folder.at('linked'));
      expect([...files.keys()]).toEqual(['brief.yaml', 'data/a.yaml']);
      expect(problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
        'file-unreadable data/broken.yaml',
        'link-outside data/secret.yaml',
        'link-outside templates',
      ]);
    },
  );

  it('with a file that is no UTF-8 is a problem there, and the text is handed on as well as can be', async () => {
    folder.write('legacy/brief.yaml', Uint8Array.from([0x61, 0x3a, 0x20, 0xb5, 0x0a]));
    const { files, problems } = await readProject(folder.at('legacy'));
    expect(problems).toMatchObject([{ code: 'file-not-text', file: 'brief.yaml' }]);
    expect(files.get('brief.yaml')).toBe('a: µ\n');
  });
});
