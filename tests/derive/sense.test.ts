/** Statistical sense on the shipped data: no false alarm, and a corrupted cell is found where it stands. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { load } from '../../src/load/load.ts';
import type { RuleKind } from '../../src/model/rules.ts';
import type { Problem } from '../../src/problem.ts';
import { validate } from '../../src/validate/validate.ts';
import { readProject } from '../../src/world/files.ts';

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  ({ files } = await readProject(process.cwd()));
});

type Change = readonly [path: string, from: string, to: string];

/** What the 2005 edition's figures say for themselves, with some texts of the data changed, each where it stands first. */
function sense(...changes: readonly Change[]): readonly Problem[] {
  const changed = new Map(files);
  for (const [path, from, to] of changes) {
    const text = changed.get(path) ?? '';
    expect(text, path).toContain(from);
    changed.set(path, text.replace(from, to));
  }
  // What people accepted is another net; here the rules alone are asked.
  for (const name of [...changed.keys()]) if (name.startsWith('data/accepted/')) changed.delete(name);
  const { content } = validate(load(changed).sources, '2005');
  if (!content) throw new Error('the project does not validate');
  return derive(content, new Set()).problems.filter((found) => found.code.startsWith('sense-'));
}

const KINDS: readonly RuleKind[] = ['holds', 'range', 'growth', 'smooth', 'unbroken', 'whole', 'distinct', 'control'];

const lineOf = (path: string, text: string): number =>
  (files.get(path) ?? '').slice(0, (files.get(path) ?? '').indexOf(text)).split('\n').length;

it('is silent about the shipped figures', () => expect(sense()).toEqual([]));

describe('a corrupted cell is found at its line', () => {
  it.each([
    ['digits swapped in a total', 'data/series/exports_wits.yaml', '2003: 20149.32', '2003: 21049.32'],
    ['a thousand times too much', 'data/series/imports_wits.yaml', '2002: 19745.55', '2002: 19745550'],
    ['the value of the year before', 'data/series/exports_wdi.yaml', '2004: 26485', '2004: 20149'],
    ['a share that breaks the hundred', 'data/series/sector_shares.yaml', '2004: 54.7', '2004: 45.7'],
  ])('%s', (_, path, from, to) => {
    const found = sense([path, from, to]);
    expect(found.map(({ severity }) => severity)).toContain('error');
    expect(found.map(({ file, line }) => `${file}:${line}`)).toContain(`${path}:${lineOf(path, from)}`);
  });
});

it('says of each kind of rule what the data guide shows', () => {
  const guide = readFileSync('docs/data-guide.md', 'utf8');
  const rows = [
    ...guide.matchAll(/^\| `(\w+)` \| `\w+` \| `([\w.]+)` \| `([^`]+)` → (?:`([^`]+)`|nothing) \| (.+) \|$/gm),
  ];
  expect(rows.map(([, kind]) => kind)).toEqual(KINDS);
  const found = sense(...rows.map(([, , file, from = '', to = '']): Change => [`data/series/${file}`, from, to]));
  const messages = found.map(({ message }) => message);
  for (const [, , , , , shown] of rows) expect(messages).toContain(shown);
});
