/** Tolerances of rules as plain numbers. */
import type { Tolerance } from '../../model/rules.ts';

/** What remains of a figure's last digit when a computer has added and divided it. */
const ROUNDING = 1e-9;

/** How far the two may differ: the amount, or the part of the greater one. */
export function allowance({ amount, relative }: Tolerance, a: number, b: number): number {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return (relative ? amount * size : amount) + size * ROUNDING;
}
