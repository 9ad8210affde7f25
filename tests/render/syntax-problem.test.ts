import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { syntaxProblem } from '../../src/render/syntax-problem.ts';

const file = 'templates/points/scale.hbs';

/** `line:column message` of a template that does not parse. */
function told(text: string): string {
  try {
    Handlebars.parse(text);
    return 'it parses';
  } catch (error) {
    const { line, column, message } = syntaxProblem(file, text, error);
    return `${line}:${column} ${message.replace('The template does not parse: ', '')}`;
  }
}

describe('a template that does not parse', () => {
  it('names the block that is never closed, where it was opened', () => {
    expect(told('<p>\n{{#note}}{{#vi}}a{{/vi}}\n</p>\n')).toBe('2:1 the block “note” is never closed.');
    expect(told('{{! {{#a}} }}\n {{#note}}{{#vi}}a{{/vi}}')).toBe('2:2 the block “note” is never closed.');
  });

  it('names both ends of blocks that cross', () => {
    expect(told('{{#note}}\n  {{#vi}}a{{/note}}{{/vi}}')).toMatch(/^2:\d+ the block “vi” is closed by “note”\.$/);
  });

  it('points at the very character, on any line', () => {
    expect(told('<p>\n  <b>x</b> {{fact exports_ratio} years\n</p>')).toBe(
      '2:32 the braces are not closed as they were opened.',
    );
    expect(told('Years and years of exports, more than before:\n{{fact exports.1990}}')).toBe(
      '2:16 a number stands after a dot.',
    );
    expect(told('a\n{{/note}}')).toBe('2:1 “{{/note}}” closes a block that was not opened.');
    expect(told('{{fact "exports}}')).toBe('1:8 the quotation mark is never closed.');
    expect(told('{{fact exports , 5}}')).toBe('1:16 “,” cannot stand here.');
  });

  it('tells how a year is written', () => {
    expect(syntaxProblem(file, '{{fact a.1990}}', thrown('{{fact a.1990}}')).hint).toBe(
      'Put the year in brackets: “a.[1990]”.',
    );
  });
});

function thrown(text: string): unknown {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    return error;
  }
}
