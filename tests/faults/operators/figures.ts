/** Faults in the figures of series and tables: what a hand or a copied file does to one number. */
import { type Context, faultOf } from '../context.ts';
import type { Class, Fault, Lines } from '../fault.ts';
import { lineAt } from '../fault.ts';
import { mistyped, swapped } from '../seed.ts';
import { type Figure, figuresRead } from '../sites/figures.ts';
import { valueAt, withoutEntry, yamlFile } from '../sites/yaml.ts';

/** A number shifted by a power of ten, written as it would be typed. */
const scaled = (value: number, by: number): string => String(Number((value * by).toPrecision(12)));

function ofFigure(figure: Figure, context: Context): Fault[] {
  const { cell, file, written, start, end, block } = figure;
  const faults: Fault[] = [];
  const name = `${cell.series}${cell.item === undefined ? '' : `.${cell.item}`} ${cell.period}`;
  const add = (kind: Class, operator: string, text: string | undefined, blocks: readonly Lines[] = [block]): void => {
    if (text === undefined || text === written || (text !== '' && Number(text) === cell.value)) return;
    const change = `${name}: ${written} → ${text === '' ? 'nothing' : text}`;
    faults.push(faultOf(kind, operator, figure, change, [{ file, start, end, text }], blocks));
  };
  add('digit swapped', 'two digits of a figure swapped', swapped(written, file, start));
  add('digit swapped', 'one digit of a figure wrong', mistyped(written, file, start));
  add('wrong year', 'figure of the year before', figure.otherYear && String(figure.otherYear.value));
  add('wrong row', 'figure of another row', figure.otherRow && String(figure.otherRow.value));
  add('wrong unit or scale', 'figure ten times as large', scaled(cell.value, 10));
  add('wrong unit or scale', 'figure a thousandth as large', scaled(cell.value, 0.001));
  add('wrong unit or scale', 'sign of a figure', scaled(cell.value, -1));
  add(
    'corrupted cell',
    'letter O for zero, or l for one',
    written.replace(/0(?=\d)|(?<=\d)0/, 'O').replace(/1/, written.includes('0') ? '1' : 'l'),
  );
  add('corrupted cell', 'comma for the decimal point', written.includes('.') ? written.replace('.', ',') : undefined);
  add('corrupted cell', 'two points', `${written}.5.5`);
  add('corrupted cell', '“n/a” for the figure', 'n/a');
  if (figure.panel) add('missing part', 'figure left out of a table', '');
  else {
    const yaml = yamlFile(context.files, file);
    const value = yaml.values.find((each) => each.start === start);
    const edit = value && withoutEntry(yaml, value.path);
    if (value && edit) {
      // The line is gone: what it stood between has to be named, or the mark that it had.
      const first = lineAt(yaml.text, edit.start);
      const mark = value.path.map((step) => (step === 'values' ? 'marks' : step));
      const marked = valueAt(yaml, mark) ? [yaml.lines(mark)] : [];
      const blocks = [{ file, first: first - 1, last: first }, ...marked];
      faults.push(faultOf('missing part', 'figure left out of a series', figure, `${name} left out`, [edit], blocks));
    }
  }
  return faults;
}

/** What a spreadsheet does to a whole line of a table. */
function ofLines(figures: readonly Figure[], context: Context): Fault[] {
  const seen = new Set<string>();
  return figures.flatMap((figure) => {
    const key = `${figure.file}:${figure.line}`;
    if (!figure.panel || seen.has(key)) return [];
    seen.add(key);
    const text = context.files.get(figure.file) ?? '';
    const start = text.lastIndexOf('\n', figure.start - 1) + 1;
    const end = text.indexOf('\n', figure.start);
    const line = text.slice(start, end);
    const economy = line.slice(0, 3);
    const shifted = line.replace(/^(\w{3}),([^,]*),/, '$1,');
    // The line is gone: what stood beside it is named, which may be a few lines off where economies have no figure.
    const near = { file: figure.file, first: Math.max(1, figure.line - 3), last: figure.line + 2 };
    const code = economy === 'ZWE' ? 'ZMB' : 'ZWE';
    const twin = lineAt(text, text.indexOf(`\n${code},`) + 1);
    const moved = line.replace(/^(\w{3}),(.*),[^,]*$/, '$1,,$2');
    return [
      faultOf(
        'corrupted cell',
        'cell of a line missing, the others moved up',
        figure,
        economy,
        [{ file: figure.file, start, end, text: shifted }],
        [figure.block],
      ),
      faultOf(
        'wrong year',
        'line of a table moved by one year',
        figure,
        economy,
        [{ file: figure.file, start, end, text: moved }],
        [figure.block],
      ),
      faultOf(
        'wrong row',
        'line of a table under another economy’s code',
        figure,
        `${economy} → ${code}`,
        [{ file: figure.file, start, end: start + 3, text: code }],
        [figure.block, { file: figure.file, first: twin, last: twin }],
      ),
      faultOf(
        'missing part',
        'line left out of a table',
        figure,
        `${economy} left out`,
        [{ file: figure.file, start, end: end + 1, text: '' }],
        [near],
      ),
    ];
  });
}

/** What goes wrong in the head of a table: then the figures of whole years stand under another. */
function ofHeads(figures: readonly Figure[], context: Context): Fault[] {
  const files = new Set(figures.flatMap(({ panel, file }) => (panel ? [file] : [])));
  return [...files].flatMap((file) => {
    const text = context.files.get(file) ?? '';
    const head = text.slice(0, text.indexOf('\n'));
    const whole = { file, first: 1, last: text.split('\n').length };
    return [...head.matchAll(/(?<=,)(\d{4}),(\d{4})(?=,|$)/g)].flatMap(({ 0: found, 1: a = '', 2: b = '', index }) => {
      const edit = { file, start: index, end: index + found.length, text: `${b},${a}` };
      return [
        faultOf(
          'wrong year',
          'two years exchanged in the head of a table',
          { file, line: 1 },
          `${a} ↔ ${b}`,
          [edit],
          [whole],
        ),
      ];
    });
  });
}

/** Every fault in every figure that the editions read. */
export function figures(context: Context): Fault[] {
  const found = figuresRead(context);
  return [
    ...found.flatMap((figure) => ofFigure(figure, context)),
    ...ofLines(found, context),
    ...ofHeads(found, context),
  ];
}
