/** The corpus has no chance in it: what an operator picks follows from the seed, the operator and the place. */
import { createHash } from 'node:crypto';

export const SEED = 'export-brief-1';

/** A whole number from 0 up to (not with) `below`, the same for the same words. */
export function pickNumber(below: number, ...words: readonly (string | number)[]): number {
  const hash = createHash('sha256')
    .update([SEED, ...words].join('\n'))
    .digest();
  return hash.readUInt32BE(0) % below;
}

/** One of a list, the same for the same words; undefined where it is empty. */
export const pick = <T>(list: readonly T[], ...words: readonly (string | number)[]): T | undefined =>
  list.length === 0 ? undefined : list[pickNumber(list.length, ...words)];

/** So many of a list, spread over all of it by the seed; in the order of the list. */
export function sample<T>(list: readonly T[], count: number, name: (item: T) => string): T[] {
  const ranked = list.map((item, i) => ({ item, i, rank: pickNumber(0xffffffff, name(item), i) }));
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.i - b.i)
    .map(({ item }) => item);
}

/** Two neighbouring digits of a number swapped; where all are the same, one of them is another. Keeps sign, point and length. */
export function swapped(number: string, ...words: readonly (string | number)[]): string {
  const pairs = [...number.matchAll(/(?=(\d)(\D?)(\d))/g)].filter(([, a, , b]) => a !== b);
  const pair = pick(pairs, 'swap', number, ...words);
  if (pair) {
    const [, a = '', between = '', b = ''] = pair;
    return number.slice(0, pair.index) + b + between + a + number.slice(pair.index + 2 + between.length);
  }
  return mistyped(number, ...words);
}

/** One digit of a number mistyped: the key beside it. */
export function mistyped(number: string, ...words: readonly (string | number)[]): string {
  const digits = [...number.matchAll(/\d/g)];
  const digit = pick(digits, 'mistype', number, ...words);
  if (!digit) return number;
  const other = digit[0] === '9' ? '8' : String(Number(digit[0]) + 1);
  return number.slice(0, digit.index) + other + number.slice(digit.index + 1);
}
