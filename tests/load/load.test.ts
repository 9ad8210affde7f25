import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import { brief, loadOne, shippedFiles } from './read.ts';

describe('load', () => {
  it('sorts files by kind and by path', () => {
    const paths = [
      'templates/z.hbs',
      'data/b.yaml',
      'data/a.yaml',
      'data/panels/p.csv',
      'templates/styles/a.css',
      'data/x.md',
    ];
    const { sources, problems } = load(new Map(paths.map((path) => [path, ''])));
    expect([...sources.yaml.keys()]).toEqual(['data/a.yaml', 'data/b.yaml']);
    expect([...sources.tables.keys()]).toEqual(['data/panels/p.csv']);
    expect([...sources.templates.keys()]).toEqual(['templates/z.hbs']);
    expect([...sources.styles.keys()]).toEqual(['templates/styles/a.css']);
    expect(problems).toEqual([]);
  });

  it('warns of a .yml file, which nothing would read', () => {
    const { problems } = load(new Map([['data/terms.yml', 'a: 1']]));
    expect(problems).toMatchObject([{ code: 'file-not-read', severity: 'warning', file: 'data/terms.yml' }]);
    expect(problems[0]?.hint).toContain('data/terms.yaml');
  });

  it('reads past a byte order mark and CRLF line ends', () => {
    const { placed, problems } = loadOne('\ufeffa: 1\r\nb:\r\n  c: "x"\r\n');
    expect(problems).toEqual([]);
    expect(placed.value).toEqual({ a: 1, b: { c: 'x' } });
    expect(placed.at(['b', 'c'])).toMatchObject({ line: 3, column: 6 });
    expect(placed.text).not.toContain('\r');
  });

  it('hands on templates, tables and styles as text with LF', () => {
    const { sources } = load(new Map([['templates/a.hbs', '\ufeff<p>\r\n</p>\r']]));
    expect(sources.templates.get('templates/a.hbs')).toEqual({ file: 'templates/a.hbs', text: '<p>\n</p>\n' });
  });

  it('gives null for an empty file and for one of comments', () => {
    expect(loadOne('').placed.value).toBeNull();
    expect(loadOne('# nothing\n\n').placed.value).toBeNull();
    expect(loadOne('').placed.at(['x'])).toMatchObject({ line: 1, column: 1 });
  });

  it('looks at the letters of templates, tables and styles line by line', () => {
    const files = new Map([
      ['templates/a.hbs', '<p>\nVie\u0302t\n'],
      ['data/panels/p.csv', 'economy,2005\nVN\u200bM,1\n'],
      ['templates/styles/a.css', '/* \ufffd */'],
    ]);
    expect(load(files).problems.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['text-invisible-character', 'data/panels/p.csv', 2, 3],
      ['text-not-nfc', 'templates/a.hbs', 2, 3],
      ['text-lost-character', 'templates/styles/a.css', 1, 4],
    ]);
  });

  it('does not read again what has not changed, and keeps its problems', () => {
    const first = load(
      new Map([
        ['data/a.yaml', 'a: 1\na: 2\n'],
        ['data/b.yaml', 'b: 1'],
      ]),
    );
    const second = load(
      new Map([
        ['data/a.yaml', 'a: 1\na: 2\n'],
        ['data/b.yaml', 'b: 2'],
      ]),
      first,
    );
    expect(second.sources.yaml.get('data/a.yaml')).toBe(first.sources.yaml.get('data/a.yaml'));
    expect(second.sources.yaml.get('data/b.yaml')?.value).toEqual({ b: 2 });
    expect(second.problems).toEqual(first.problems);
  });

  it('forgets the problems of a file that is gone', () => {
    const first = load(new Map([['data/a.yaml', 'a: 1\na: 2\n']]));
    expect(load(new Map(), first).problems).toEqual([]);
  });

  it('finds every problem of every file', () => {
    const files = new Map([
      ['data/a.yaml', 'a: @x\n'],
      ['data/b.yaml', 'b: 1\nb: 2\n'],
      ['data/c.yaml', 'c: Vie\u0302t\n'],
    ]);
    expect(brief(load(files).problems)).toEqual([
      ['yaml-syntax', 1, 4],
      ['yaml-duplicate-key', 2, 1],
      ['text-not-nfc', 1, 6],
    ]);
  });

  it('finds nothing wrong in the shipped project', () => {
    expect(load(shippedFiles()).problems).toEqual([]);
  });
});
