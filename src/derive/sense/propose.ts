/** Values that a suspected figure may have had: those that mend a broken check, else those that a slip of the hand changes. */
import type { Check } from './line.ts';
import { type Read, replacing, type Spot } from './rows.ts';

/** So many checks of one figure are solved; further ones say the same. */
const SOLVED = 6;
const STEPS = 12;
/** Near enough to the middle of what a check allows, in tolerances. */
const NEAR = 0.5;

export function proposals(spot: Spot, checks: readonly Check[], read: Read): number[] {
  const now = read(spot.row, spot.period);
  if (now === undefined) return [];
  const solved = checks.slice(0, SOLVED).flatMap((check) => solve(spot, now, check, read) ?? []);
  const slips = [-now, ...[10, 100, 1000].flatMap((factor) => [now / factor, now * factor])];
  const values = solved.length > 0 ? solved : slips.map(tidy);
  return [...new Set(values)].filter((value) => value !== now && Number.isFinite(value));
}

/** The value with which a check would hold, by the secant method: most checks are straight lines or nearly so. */
function solve(spot: Spot, now: number, { line, period }: Check, read: Read): number | undefined {
  const gap = (value: number) => line.gap(period, replacing(spot, value, read)) ?? Number.NaN;
  let [a, b] = [now, now === 0 ? 1 : now * 1.01];
  let [fa, fb] = [gap(a), gap(b)];
  for (let step = 0; step < STEPS && Math.abs(fb) > 1e-3 && fb !== fa; step++) {
    const next = b - (fb * (b - a)) / (fb - fa);
    [a, fa] = [b, fb];
    [b, fb] = [next, gap(next)];
  }
  return Math.abs(fb) <= NEAR ? tidy(b) : undefined;
}

/** Without the digits that only reckoning added. */
const tidy = (value: number): number => Number(value.toPrecision(12));
