import { expect, it } from 'vitest';
import { checkStyles } from '../../src/validate/check-styles.ts';

const told = (text: string) =>
  checkStyles([{ file: 'templates/styles/base.css', text }]).map(({ code, line, column }) => [code, line, column]);

it('finds a number that a style sheet would print', () => {
  expect(told('p {\n  content: "32.4";\n}')).toEqual([['style-typed-number', 2, 3]]);
  expect(told("p::after { content: 'x' counter(n) ' of 9' }")).toEqual([['style-typed-number', 1, 12]]);
});

it('takes counters, codes of characters and other quotation marks for what they are', () => {
  expect(told('p::after { content: ""; }\n[cols="2"] { width: 12px }')).toEqual([]);
  expect(told('p::after { content: counter(item, decimal) "\\2014"; }')).toEqual([]);
  expect(told('/* content: "1" */ p { grid-template-content: "a1" }')).toEqual([]);
});
