/**
 * The canonical expression of a value: the formula with window years, vintages and fact names filled in, written in one
 * way only. Two facts with equal expressions are the same fact; parsed again, an expression gives itself.
 */
import type { Arithmetic, Comparison, Logic } from './formula.ts';

/** A written expression and how tightly it binds, so that parentheses stand only where they are needed. */
export interface Expression {
  readonly text: string;
  readonly level: number;
}

const LEVELS: Readonly<Record<Arithmetic | Comparison | Logic, number>> = {
  '||': 0,
  '&&': 1,
  '==': 2,
  '!=': 2,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};
const PREFIX = 6;
const ATOM = 7;

const enclosed = (e: Expression, least: number) => (e.level < least ? `(${e.text})` : e.text);

/** A name, a call or an indexed series: nothing ever needs parentheses around it. */
export const atom = (text: string): Expression => ({ text, level: ATOM });

/** A plain number; a negative one binds like a prefixed minus. */
export const numeral = (value: number): Expression => ({ text: String(value), level: value < 0 ? PREFIX : ATOM });

export const call = (name: string, args: readonly string[]): Expression => atom(`${name}(${args.join(', ')})`);

/** `a - (b - c)` keeps its parentheses, `(a - b) - c` needs none: operators of one level group from the left. */
export function infix(left: Expression, operator: Arithmetic | Comparison | Logic, right: Expression): Expression {
  const level = LEVELS[operator];
  return { text: `${enclosed(left, level)} ${operator} ${enclosed(right, level + 1)}`, level };
}

/** `-(a + b)`, `!rising(s, 2001, 2004)`; `-(-1)` keeps its parentheses, since `--` is another operator. */
export const prefix = (sign: '-' | '!', of: Expression): Expression => ({
  text: `${sign}${enclosed(of, ATOM)}`,
  level: PREFIX,
});

/** `exports_by_market.japan["2026-07"]`: the vintage only where the series has more than one. */
export function seriesText(series: string, item: string | undefined, vintage: string | undefined): string {
  return (
    series + (item === undefined ? '' : `.${item}`) + (vintage === undefined ? '' : `[${JSON.stringify(vintage)}]`)
  );
}
