/** What the stage says about bad chart files and bad drawings: the code, the line and column, and the name that was meant. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/chart/chart.ts';
import type { FactSpec } from '../../src/model/content.ts';
import { fakeLedger } from './fake-ledger.ts';
import { chartOf, chartText, contentWith, DOCUMENTS, FONTS } from './fixtures.ts';

const HEAD = `$schema: https://vega.github.io/schema/vega-lite/v6.json
usermeta:
  brief:
    frame: { width: 300, height: 150, padding: { left: 10, right: 40, top: 20, bottom: 20 } }
    datasets:
      columns: { family: exports_yearly }
    alternative: { type: columns, datasets: [columns] }
data: { name: columns }
encoding:
  x: { field: year, type: ordinal, axis: null }
  y: { field: value, type: quantitative, axis: null }
layer:
  - mark: { type: bar }
  - mark: { type: text, dy: -6 }
    encoding: { text: { field: label } }
`;

/** Draws a chart for one document and gives each problem as \`code line:column hint-or-message\`. */
async function problemsOf(text: string, { facts = [] as string[], id = 'spark_exports', document = 'vi' } = {}) {
  const content = contentWith([chartOf(id, text)], { facts: new Map(facts.map((name) => [name, {} as FactSpec])) });
  const documents = DOCUMENTS.filter(({ name }) => name === document);
  const { problems, drawings } = await chart(content, fakeLedger(), { documents, narrow: false }, FONTS);
  return {
    problems,
    drawings: drawings.all.length,
    told: problems.map(({ code, line, column }) => `${code} ${line}:${column}`),
  };
}

/** The head with one piece replaced; fails where the piece is not there. */
function headWith(piece: string, other: string): string {
  if (!HEAD.includes(piece)) throw new Error(`no such piece: ${piece}`);
  return HEAD.replace(piece, other);
}

it('draws the chart that the faults below are put into', async () => {
  expect(await problemsOf(HEAD)).toMatchObject({ problems: [], drawings: 1 });
});

describe('a chart file', () => {
  it('with a misspelt property of a mark gives one problem, at the word, with the property meant', async () => {
    const { problems, drawings } = await problemsOf(headWith('{ type: bar }', '{ type: bar, strokeWidht: 2 }'));
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'shape-unknown-key',
        file: 'templates/charts/spark_exports.yaml',
        line: 13,
        column: 24,
        hint: 'Did you mean “strokeWidth”?',
      }),
    ]);
    expect(drawings).toBe(0);
  });

  it('with a misspelt key of its own gives one problem, with the key meant', async () => {
    const { told, problems } = await problemsOf(headWith('padding:', 'paddding:'));
    expect(told).toEqual(['shape-unknown-key 4:39']);
    expect(problems[0]?.hint).toContain('padding');
  });

  it('gives all its misspelt names at once', async () => {
    const { told } = await problemsOf(
      HEAD.replace('type: bar', 'type: barr').replace('text: {', 'txet: {').replace('family', 'famly'),
    );
    expect(told.sort()).toEqual(['shape-unknown-key 15:17', 'shape-unknown-key 6:18', 'shape-wrong-value 13:19']);
  });

  it('without what it draws says which key is missing', async () => {
    const { told } = await problemsOf(headWith('    alternative: { type: columns, datasets: [columns] }\n', ''));
    expect(told).toEqual(['shape-missing-key 4:5']);
  });

  it('that brings its own data is refused, inline or from an address', async () => {
    const inline = await problemsOf(headWith('data: { name: columns }', 'data: { values: [{ value: 3 }] }'));
    expect(inline.told).toEqual(['chart-data-refused 8:9']);
    const address = await problemsOf(
      headWith('data: { name: columns }', 'data: { url: https://example.org/data.csv }'),
    );
    expect(address.told).toEqual(['chart-data-refused 8:9']);
  });

  it('may not make numbers with a transform, nor in its encoding, unless it says so', async () => {
    const doubled = '{ type: bar }\n    transform: [{ calculate: datum.value * datum.value, as: value }]';
    expect((await problemsOf(headWith('{ type: bar }', doubled))).told).toEqual(['chart-transform-refused 14:19']);
    const mean = await problemsOf(headWith('field: value, type', 'field: value, aggregate: mean, type'));
    expect(mean.told).toEqual(['chart-transform-refused 11:22']);
    const allowed = headWith('{ type: bar }', doubled).replace('    frame:', '    allow: [calculate]\n    frame:');
    expect((await problemsOf(allowed)).problems).toEqual([]);
  });

  it('may not type a number of the data', async () => {
    const filter = await problemsOf(
      headWith('{ type: bar }', '{ type: bar }\n    transform: [{ filter: datum.value > 15.5 }]'),
    );
    expect(filter.told).toEqual(['chart-typed-number 14:27']);
    const line = await problemsOf(headWith('{ type: bar }', '{ type: bar }\n    encoding: { y: { datum: 17.5 } }'));
    expect(line.told).toEqual(['chart-typed-number 14:29']);
  });

  it('may not name a field that every row has', async () => {
    const { told } = await problemsOf(headWith('family: exports_yearly', 'family: exports_yearly, set: { label: a }'));
    expect(told).toEqual(['chart-field-taken 6:49']);
  });

  it('is told of unknown colours, datasets, facts, families, years, terms and phrases, with the nearest known', async () => {
    const hintOf = async (piece: string, other: string) => {
      const { problems } = await problemsOf(headWith(piece, other));
      return problems.map(({ code, line, hint }) => [code, line, hint]);
    };
    const columns = 'family: exports_yearly';
    expect(await hintOf('type: bar', 'type: bar, color: var(--acent)')).toEqual([
      ['unknown-name', 13, 'Did you mean “accent”?'],
    ]);
    expect(await hintOf('data: { name: columns', 'data: { name: colums')).toEqual([
      ['unknown-name', 8, 'Did you mean “columns”?'],
    ]);
    expect(await hintOf(columns, 'family: exports_yearl')).toEqual([
      ['unknown-name', 6, 'Did you mean “exports_yearly”?'],
    ]);
    expect(await hintOf(columns, 'fact: growth_averag')).toEqual([
      ['unknown-name', 6, 'Did you mean “growth_average”?'],
    ]);
    expect(await hintOf(columns, `${columns}, years: bas..end`)).toEqual([['unknown-name', 6, 'Did you mean “base”?']]);
    expect(await hintOf(columns, `${columns}, term: cofee`)).toEqual([['unknown-name', 6, 'Did you mean “coffee”?']]);
    expect(await hintOf(columns, `${columns}, name: chart.common.export`)).toEqual([
      ['unknown-name', 6, 'Did you mean “chart.common.exports”?'],
    ]);
  });

  it('may leave out a fact that is declared but not in this edition, not one that nobody declared', async () => {
    const rows = 'rows: [{ family: exports_yearly }, { fact: gone_fact, optional: true }]';
    const text = headWith('family: exports_yearly', rows);
    expect((await problemsOf(text, { facts: ['gone_fact'] })).problems).toEqual([]);
    expect((await problemsOf(text)).told).toEqual(['unknown-name 6:61']);
  });

  it('gives the warnings of Vega-Lite, which would drop what it warns of', async () => {
    const { problems } = await problemsOf(
      headWith('{ type: bar }', '{ type: bar }\n    encoding: { shape: { field: year, type: nominal } }'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['chart-warning']);
    expect(problems[0]?.message).toContain('shape');
  });

  it('with an expression that does not parse is told why', async () => {
    const { problems, drawings } = await problemsOf(headWith('dy: -6', "dy: { expr: 'lines +' }"));
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['chart-not-drawn', 'templates/charts/spark_exports.yaml'],
    ]);
    expect(drawings).toBe(0);
  });

  it('cannot load an image', async () => {
    const image = "{ type: image, url: 'https://example.org/x.png', width: 5, height: 5 }";
    const { problems } = await problemsOf(headWith('{ type: bar }', image));
    expect(problems.map(({ code }) => code)).toEqual(['chart-load-refused']);
    expect(problems[0]?.message).toContain('https://example.org/x.png');
  });
});

describe('a drawing', () => {
  it('with a label outside its frame gives the layer and the label', async () => {
    const { problems } = await problemsOf(headWith('dy: -6', 'dy: -6, dx: 60'));
    expect(problems[0]).toMatchObject({ code: 'chart-label-outside', line: 14, column: 5 });
    expect(problems[0]?.message).toContain('32,4');
  });

  it('with two labels upon each other gives both', async () => {
    const twice =
      '    encoding: { text: { field: label } }\n  - mark: { type: text, dy: -7 }\n    encoding: { text: { field: label } }\n';
    const { told } = await problemsOf(headWith('    encoding: { text: { field: label } }\n', twice));
    expect(new Set(told)).toEqual(new Set(['chart-labels-overlap 16:5']));
    expect(told).toHaveLength(6);
  });

  it('with a number that no fact printed gives the number', async () => {
    const { problems } = await problemsOf(headWith('field: label', 'field: value, type: quantitative'));
    expect(problems[0]).toMatchObject({ code: 'chart-number-without-fact', line: 14 });
    expect(problems).toHaveLength(6);
  });

  it('with a typed label gives it too, the same label once', async () => {
    const { problems } = await problemsOf(headWith('text: { field: label }', "text: { value: '32.4' }"));
    expect(problems.filter(({ code }) => code === 'chart-number-without-fact')).toHaveLength(1);
  });

  it('of a dataset without rows gives the dataset, unless an edition may leave it empty', async () => {
    const text = headWith('family: exports_yearly', 'family: exports_yearly, years: 1990');
    expect((await problemsOf(text)).told).toEqual(['chart-empty-dataset 6:16']);
  });

  it('with a layer that draws nothing gives the layer, unless it may be empty', async () => {
    const text = headWith(
      '{ type: bar }',
      '{ type: bar }\n  - name: none\n    mark: point\n    transform: [{ filter: "datum.label == \'\'" }]',
    );
    expect((await problemsOf(text)).told).toEqual(['chart-empty-mark 14:5']);
    const allowed = text.replace('    frame:', '    optional: [none]\n    frame:');
    expect((await problemsOf(allowed)).problems).toEqual([]);
  });

  it('names the document, and tells a fault of the file once for all documents', async () => {
    const content = contentWith([chartOf('scale', chartText('scale').replace('bottom: 20', 'bottom: 4'))]);
    const { problems } = await chart(content, fakeLedger(), { documents: DOCUMENTS, narrow: false }, FONTS);
    const named = problems.flatMap(({ message }) => / in ([\w-]+(?:, [\w-]+)*)\.$/.exec(message)?.[1]?.split(', '));
    expect(new Set(named)).toEqual(new Set(['vi-en', 'vi', 'en']));
    expect(problems.length).toBeLessThan(named.length);
    const missing = contentWith([chartOf('scale', chartText('scale').replace('name: month', 'name: moth'))]);
    const told = await chart(missing, fakeLedger(), { documents: DOCUMENTS, narrow: true }, FONTS);
    expect(told.problems.map(({ code, hint, message }) => [code, hint, message])).toEqual([
      ['unknown-name', 'Did you mean “chart.scale.month”?', 'Unknown phrase (vi, en) “chart.scale.moth”.'],
    ]);
  });
});

describe('an edition', () => {
  it('without a point has none of its charts drawn, nor their facts missed', async () => {
    const content = contentWith([chartOf('scale', chartText('scale').replaceAll('exports_history', 'gone'))], {}, [
      'growth',
    ]);
    const { drawings, problems } = await chart(content, fakeLedger(), { documents: DOCUMENTS, narrow: true }, FONTS);
    expect([drawings.all, problems]).toEqual([[], []]);
  });
});
