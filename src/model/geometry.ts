/** Boxes and transformations of the page (ISO 32000-1, 8.3). */

/** x, y, x, y in points from the page's lower left corner; empty while x1 > x2. */
export type Box = readonly [number, number, number, number];
export type Matrix = readonly [number, number, number, number, number, number];

/** The box of nothing: joining it changes nothing. */
export const EMPTY: Box = [Infinity, Infinity, -Infinity, -Infinity];
/** The box of everything: meeting it changes nothing. */
export const ALL: Box = [-Infinity, -Infinity, Infinity, Infinity];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What two boxes share. */
export const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
/** The smallest box around two. */
export const join = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
export const isEmpty = (b: Box): boolean => !(b[0] <= b[2] && b[1] <= b[3]);

/** First `a`, then `b` (ISO 32000-1, 8.3.4). */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** Where a point lies after a transformation. */
export const put = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The upright box around a rectangle that was transformed. */
export function boxAround(m: Matrix, x1: number, y1: number, x2: number, y2: number): Box {
  const left = Math.min(m[0] * x1, m[0] * x2) + Math.min(m[2] * y1, m[2] * y2) + m[4];
  const right = Math.max(m[0] * x1, m[0] * x2) + Math.max(m[2] * y1, m[2] * y2) + m[4];
  const bottom = Math.min(m[1] * x1, m[1] * x2) + Math.min(m[3] * y1, m[3] * y2) + m[5];
  const top = Math.max(m[1] * x1, m[1] * x2) + Math.max(m[3] * y1, m[3] * y2) + m[5];
  return [left, bottom, right, top];
}
