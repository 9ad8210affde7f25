/** Values that a suspected figure may have had: those that mend a broken check, and those that a slip of the hand makes. */
import type { Check } from './line.ts';
import { type Read, replacing, type Spot } from './rows.ts';

/** So many checks of one figure are solved; further ones say the same. */
const SOLVED = 8;
const STEPS = 12;

/** Each value once, the solutions of checks first. */
export function proposals(spot: Spot, checks: readonly Check[], read: Read): number[] {
  const now = read(spot.row, spot.period);
  if (now === undefined) return [];
  const solved = checks.slice(0, SOLVED).flatMap((check) => solve(spot, now, check, read) ?? []);
  const slips = [-now, ...[10, 100, 1000].flatMap((factor) => [now / factor, now * factor])];
  return [...new Set([...solved, ...slips])].filter((value) => value !== now && Number.isFinite(value));
}

/** The value with which a check would hold exactly, by the secant method: most checks are straight lines or nearly so. */
function solve(spot: Spot, now: number, { line, period }: Check, read: Read): number | undefined {
  const gap = (value: number) => line.gap(period, replacing(spot, value, read)) ?? Number.NaN;
  let [a, b] = [now, now === 0 ? 1 : now * 1.01];
  let [fa, fb] = [gap(a), gap(b)];
  for (let step = 0; step < STEPS && Number.isFinite(fb) && fb !== fa && Math.abs(fb) > 1e-6; step++) {
    const next = b - (fb * (b - a)) / (fb - fa);
    [a, fa] = [b, fb];
    [b, fb] = [next, gap(next)];
  }
  return Math.abs(fb) <= 0.5 ? tidy(b) : undefined;
}

/** Without the digits that only reckoning added. */
const tidy = (value: number): number => Number(value.toPrecision(12));
