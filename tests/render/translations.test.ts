import Handlebars from 'handlebars';
import { expect, it } from 'vitest';
import { templatePieces } from '../../src/render/translations.ts';

const file = 'templates/points/x.hbs';
const piecesOf = (text: string) =>
  templatePieces({ file, text }, Handlebars.parse(text, { srcName: file }), ['vi', 'en']);
/** Names of the pieces that differ between two versions of a template, with the parts that do. */
const differing = (before: string, after: string) => {
  const parts = (text: string) =>
    new Map(
      piecesOf(text).flatMap(({ key, texts, shared }) =>
        [...texts, ...shared].map(([name, { hash }]) => [`${key}.${name}`, hash]),
      ),
    );
  const [old, now] = [parts(before), parts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
};

const text = `{{#heading}}
  {{#vi}}Kim ngạch {{fact exports}}{{/vi}}
  {{#en}}Exports {{fact exports}}{{/en}}
{{/heading}}
{{#each_point as |p|}}{{#item}}{{#vi}}một{{/vi}}{{#en}}one{{/en}}{{/item}}{{/each_point}}
`;

const table = `<table>
<tr><th>{{#stack}}{{#vi}}Xuất khẩu{{/vi}}{{#en}}Exports{{/en}}{{/stack}}</th>{{#each_year base prev as |y|}}<td>{{cell exports_value y}}</td>{{/each_year}}
<td>{{cell exports_value end}}</td></tr>
<tr><th>{{#stack}}{{#vi}}Nhập khẩu{{/vi}}{{#en}}Imports{{/en}}{{/stack}}</th><td>{{cell imports_value end}}</td></tr>
</table>`;

it('finds every block with languages, inside loops too, and names it by its helper and number', () => {
  expect(
    piecesOf(`${text}${text}`)
      .filter(({ texts }) => texts.size > 0)
      .map((piece) => [piece.file, piece.key]),
  ).toEqual([
    ['points/x.hbs', 'heading1'],
    ['points/x.hbs', 'item1'],
    ['points/x.hbs', 'heading2'],
    ['points/x.hbs', 'item2'],
  ]);
});

it('takes the text of each language, with its place, and no white space', () => {
  const [heading] = piecesOf(text);
  expect(heading?.texts.get('vi')?.place).toEqual({ file, line: 2, column: 3 });
  expect(heading?.texts.get('en')?.place).toEqual({ file, line: 3, column: 3 });
  expect(differing(text, text.replace('Exports {{fact', 'Exports\n   {{fact'))).toEqual([]);
  expect(differing(text, text.replace('Exports {{fact', 'Sales {{fact'))).toEqual(['heading1.en']);
});

it('ties the cells of a row to the name before them', () => {
  expect(differing(table, table.replace('cell exports_value end', 'cell imports_value end'))).toEqual([
    'stack1._beside',
  ]);
  expect(differing(table, table.replace('base prev', 'start prev'))).toEqual(['stack1._beside']);
  expect(differing(table, table.replace('cell imports_value', 'cell exports_value'))).toEqual(['stack2._beside']);
  expect(differing(table, table.replace('<table>', '<table class="wide">'))).toEqual([]);
});

it('keeps what stands before the first text', () => {
  const [first] = piecesOf(`{{chart "scale"}}\n${text}`);
  expect([first?.key, [...(first?.shared.keys() ?? [])]]).toEqual(['start', ['_beside']]);
  expect(first?.shared.get('_beside')?.place).toEqual({ file, line: 1, column: 1 });
});

it('takes both branches of a condition', () => {
  const either = '{{#when a}}{{fact b}}{{else}}{{fact c}}{{/when}}';
  expect(differing(either, either.replace('fact b', 'fact c'))).toEqual(['start._beside']);
  expect(differing(either, '{{#when a}}{{fact b}}{{fact c}}{{/when}}')).toEqual(['start._beside']);
});

it('tells where a text leads to apart from what it says', () => {
  const link = (to: string) => `{{#main_point to=${to}}}{{#vi}}một{{/vi}}{{#en}}one{{/en}}{{/main_point}}`;
  expect(differing(link('scale'), link('growth'))).toEqual(['main_point1._head']);
  expect(piecesOf(text).flatMap(({ shared }) => [...shared.keys()])).not.toContain('_head');
});
