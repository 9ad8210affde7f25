import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBytes, isName, type Operand } from '../../src/model/content-operands.ts';
import { operandsOf, readContent } from '../../src/model/content-stream.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Operands in a shape that compares: names with a slash, strings in brackets. */
function plain(operand: Operand): unknown {
  if (isName(operand)) return `/${operand.name}`;
  if (isBytes(operand)) return `(${String.fromCharCode(...operand.bytes)})`;
  if (Array.isArray(operand)) return operand.map(plain);
  return operand instanceof Map ? Object.fromEntries([...operand].map(([k, v]) => [k, plain(v)])) : operand;
}

const read = (text: string) => {
  const content = readContent(bytes(text));
  return content.operations.map((o) => [o.operator, ...operandsOf(content, o).map(plain)]);
};

describe('reading page content', () => {
  it('gives operators with their operands', () => {
    expect(read('q 1 0 0 -1 .5 842. cm /F1 12 Tf Q')).toEqual([
      ['q'],
      ['cm', 1, 0, 0, -1, 0.5, 842],
      ['Tf', '/F1', 12],
      ['Q'],
    ]);
  });

  it('undoes escapes, octal codes, line ends and nested brackets in strings', () => {
    expect(read('(a\\(b\\)\\n\\101\\\r\nc(d)) Tj')).toEqual([['Tj', '(a(b)\nAc(d))']]);
  });

  it('reads hexadecimal strings with white space, and fills up a missing digit', () => {
    expect(read('<41 4\n2> Tj <4> Tj')).toEqual([
      ['Tj', '(AB)'],
      ['Tj', '(@)'],
    ]);
    expect(readContent(bytes('<4> Tj')).oddHex).toBe(true);
  });

  it('reads dictionaries, arrays, truth values and escaped names', () => {
    expect(read('/Sp#61n <</MCID 3/Lang (vi)/X [true null]>> BDC')).toEqual([
      ['BDC', '/Span', { MCID: 3, Lang: '(vi)', X: [true, null] }],
    ]);
  });

  it('takes an inline image as one operation, and finds its end between white space', () => {
    expect(read('BI /W 1 /H 1 ID xEIx\nEI Q')).toEqual([['BI'], ['Q']]);
  });

  it('passes over comments', () => {
    expect(read('q % ( not a string\nQ')).toEqual([['q'], ['Q']]);
  });

  it('says where each operation begins and ends, operands included', () => {
    const { operations } = readContent(bytes(' 1 w\n  0 0 m'));
    expect(operations.map((o) => [o.start, o.end])).toEqual([
      [1, 4],
      [7, 12],
    ]);
  });

  it('notes what PDF/A limits', () => {
    const { extremes } = readContent(bytes('3000000000 w (abc) Tj /Name gs'));
    expect(extremes).toEqual({ integer: 3000000000, string: 5, name: 4 });
  });

  it.each([
    ['q ) Q', 2],
    ['q (open', 2],
    ['q <4x> Tj', 2],
    ['q 12', 2],
    ['BI /W 1 ID data', 0],
  ])('says where content breaks off: %s', (text, at) => {
    expect(readContent(bytes(text)).broken).toBe(at);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '<',
      '>',
      '<<',
      '>>',
      '[',
      ']',
      '/',
      '%',
      '\\',
      '\n',
      ' ',
      '1',
      '-',
      'BI',
      'ID',
      'EI',
      'Tj',
      '\xff',
    );
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const content = readContent(bytes(parts.join('')));
        for (const operation of content.operations) operandsOf(content, operation);
      }),
      { seed: 2005, numRuns: 300 },
    );
  });
});
