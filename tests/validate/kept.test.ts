/** What did not change between two runs keeps its identity, so that later stages need not work it out again. */
import { expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import { validate } from '../../src/validate/validate.ts';
import { type Changes, seriesFile, smallest, vintage } from './project.ts';

const WORLD = {
  'data/series/world.yaml': seriesFile(`${vintage('a')}  table: panels/world.csv\n`).replace(
    'vintages:',
    'panel: true\nvintages:',
  ),
  'data/panels/world.csv': 'economy,2004,2005\nVNM,26485,32447.1\n',
  'data/panels/other.csv': 'economy,2005\nVNM,1\n',
};

/** The content of a project, and of the same one with changes. */
function twice(changes: Changes) {
  const first = load(smallest(WORLD));
  const second = load(smallest({ ...WORLD, ...changes }), first);
  return [first, second].map(({ sources }) => {
    const { content, problems } = validate(sources, '2005');
    if (!content) throw new Error(JSON.stringify(problems));
    return content;
  });
}

it('keeps every series, fact and phrase where a template changes', () => {
  const [a, b] = twice({ 'templates/points/scale.hbs': '{{#heading}}{{#vi}}A{{/vi}}{{#en}}B{{/en}}{{/heading}}' });
  expect(b?.series).toBe(a?.series);
  expect(b?.facts).toBe(a?.facts);
  expect(b?.locales).toBe(a?.locales);
});

it('makes the series of a table anew, and no other', () => {
  const [a, b] = twice({ 'data/panels/world.csv': 'economy,2004,2005\nVNM,26485,32448.1\n' });
  expect(b?.series.get('world')).not.toBe(a?.series.get('world'));
  expect(b?.series.get('world')?.vintages[0]?.value('VNM', '2005')).toBe(32448.1);
  for (const [id, series] of a?.series ?? []) if (id !== 'world') expect(b?.series.get(id)).toBe(series);
});

it('keeps a series whose file and table stay, whatever happens to another table', () => {
  const [a, b] = twice({ 'data/panels/other.csv': 'economy,2005\nVNM,2\n' });
  expect(b?.series.get('world')).toBe(a?.series.get('world'));
});
