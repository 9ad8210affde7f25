/** Places in formulas: names, years, numbers, texts and operators, wherever a formula stands in a YAML file. */
import type { Value, YamlFile } from './yaml.ts';

export interface Token {
  readonly kind: 'name' | 'item' | 'number' | 'text' | 'operator';
  /** A text without its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of a formula as written in its file, quotes of YAML taken off. */
export function tokensOf({ text }: YamlFile, value: Value): Token[] {
  let { start, end } = value;
  const quote = text[start];
  if ((quote === '"' || quote === "'") && text[end - 1] === quote) {
    start += 1;
    end -= 1;
  }
  // A block scalar begins with its header, `>-`.
  if (/^[>|]/.test(text.slice(start))) start = text.indexOf('\n', start) + 1;
  const tokens: Token[] = [];
  const pattern = /\\?"([^"\\]*)\\?"|'([^']*)'|(\d+(?:\.\d+)?)|(\.?)([A-Za-z_]\w*)|(&&|\|\||[<>=!]=?|[-+*/])/g;
  for (const found of text.slice(start, end).matchAll(pattern)) {
    const [whole, doubled, single, number, dot, name, operator] = found;
    const at = start + found.index;
    const add = (kind: Token['kind'], inner: string, from: number) =>
      void tokens.push({ kind, text: inner, start: from, end: from + inner.length });
    if (doubled !== undefined) add('text', doubled, at + whole.indexOf(doubled, 1));
    else if (single !== undefined) add('text', single, at + 1);
    else if (number !== undefined) add('number', number, at);
    else if (name !== undefined) add(dot === '.' ? 'item' : 'name', name, at + (dot?.length ?? 0));
    else if (operator !== undefined) add('operator', operator, at);
  }
  return tokens;
}
