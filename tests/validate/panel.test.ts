import { describe, expect, it } from 'vitest';
import { cellsOf, readTable } from '../../src/validate/table.ts';
import { contentOf, found, seriesFile, vintage } from './project.ts';

const PATH = 'data/series/world.yaml';
const TABLE = 'economy,2004,2005\nVNM,26485,32447.1\nABW,,-4.5e3\n';
const panel = (more = '  table: panels/world.csv\n') =>
  seriesFile(vintage('a') + more).replace('vintages:', 'panel: true\nvintages:');
const withTable = (csv: string, series = panel()) => ({ [PATH]: series, 'data/panels/world.csv': csv });

describe('a table', () => {
  it.each([
    ['a wrong first cell', 'country,2005\nVNM,1\n', 'table-header', 1, 1],
    ['a period that is none', 'economy,2005,20\nVNM,1,2\n', 'table-header', 1, 14],
    ['a period twice', 'economy,2005,2005\nVNM,1,2\n', 'name-twice', 1, 14],
    ['a word for a number', 'economy,2004,2005\nVNM,1,many\n', 'table-number', 2, 7],
    ['two dots for no figure', 'economy,2004,2005\nVNM,..,2\n', 'table-number', 2, 5],
    ['a decimal comma in quotes', 'economy,2004,2005\nVNM,1,"32,4"\n', 'table-number', 2, 8],
    ['a decimal comma', 'economy,2004,2005\nVNM,1,32,4\n', 'table-row', 2, 1],
    ['a row too short', 'economy,2004,2005\nVNM,1\n', 'table-row', 2, 1],
    ['an economy twice', 'economy,2005\nVNM,1\nVNM,2\n', 'name-twice', 3, 1],
    ['the name of an economy', 'economy,2005\nViet Nam,1\n', 'table-economy', 2, 1],
  ])('may not have %s', (_, csv, code, line, column) => {
    expect(found(withTable(csv))).toEqual([[code, line, column]]);
  });

  it('reports everything that is wrong with it at once', () => {
    const { problems } = readTable({ file: 'p.csv', text: 'economy,2004,x\nVNM,a,b\nvnm,1,2\n' });
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['table-header', 1, 14],
      ['table-number', 2, 5],
      ['table-number', 2, 7],
      ['table-economy', 3, 1],
    ]);
  });

  it('allows blanks around cells, quotation marks and empty lines', () => {
    const { table, problems } = readTable({ file: 'p.csv', text: 'economy, 2004 ,2005\n\n"VNM", 1 ,"2"\n\n' });
    expect(problems).toEqual([]);
    expect([table.value('VNM', '2004'), table.value('VNM', '2005')]).toEqual([1, 2]);
    expect(table.place('VNM', '2004')).toEqual({ file: 'p.csv', line: 3, column: 8 });
    expect(table.place('VNM', '2005')).toEqual({ file: 'p.csv', line: 3, column: 12 });
  });

  it.each([
    ['a,b,c', ['a', 'b', 'c']],
    ['a,,', ['a', '', '']],
    ['', ['']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""x""",y', ['say "x"', 'y']],
    ['a,"open', ['a', '"open']],
  ])('splits %j into its cells', (line, texts) => {
    expect(cellsOf(line).map(({ text }) => text)).toEqual(texts);
  });
});

describe('a panel', () => {
  it('answers for the figures of its table, with mark and place', () => {
    const marks = '  marks: {VNM: {2005: b}}\n  table: panels/world.csv\n';
    const series = contentOf(withTable(TABLE, panel(marks))).series.get('world')!;
    const [only] = series.vintages;
    expect(series.panel).toBe(true);
    expect(only!.items).toEqual(['VNM', 'ABW']);
    expect(only!.cell('VNM', '2005')).toEqual({
      series: 'world',
      item: 'VNM',
      vintage: 'a',
      source: 'wits',
      period: '2005',
      value: 32447.1,
      status: 'b',
      place: { file: 'data/panels/world.csv', line: 2, column: 11 },
    });
    expect(only!.cell('ABW', '2005')).toMatchObject({ value: -4500, status: undefined, place: { line: 3, column: 6 } });
  });

  it('has no figure where the cell is empty', () => {
    const [only] = contentOf(withTable(TABLE)).series.get('world')!.vintages;
    expect(only!.cell('ABW', '2004')).toBeUndefined();
    expect(only!.periods('ABW')).toEqual(['2005']);
    expect(only!.cell('XXX', '2005')).toBeUndefined();
    expect(only!.cell(undefined, '2005')).toBeUndefined();
  });

  it.each([
    ['a table that is not there', '  table: panels/word.csv\n', 'unknown-name', 8, 12],
    ['a table outside of data', '  table: ../x.csv\n', 'path-outside', 8, 12],
    ['figures in the file', '  values: {2005: 1}\n', 'series-panel', 8, 5],
    ['a mark of an unknown economy', '  marks: {VNN: {2005: b}}\n  table: panels/world.csv\n', 'unknown-name', 8, 13],
    ['a mark at an empty cell', '  marks: {ABW: {2004: b}}\n  table: panels/world.csv\n', 'mark-without-figure', 8, 19],
  ])('may not have %s', (_, more, code, line, column) => {
    expect(found(withTable(TABLE, panel(more)))).toEqual([[code, line, column]]);
  });

  it('must say that it is one', () => {
    expect(found(withTable(TABLE, seriesFile(`${vintage('a')}  table: panels/world.csv\n`)))).toEqual([
      ['series-panel', 7, 5],
    ]);
  });
});
