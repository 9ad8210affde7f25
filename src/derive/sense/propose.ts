/** Values that a suspected figure may have had: those that mend a broken check, and those that a slip of the hand changes. */
import type { Check } from './line.ts';
import { type Read, replacing, type Spot } from './rows.ts';

export interface Proposal {
  readonly value: number;
  /** True where a usual slip makes the written figure of the proposed one: digits swapped, a power of ten, a sign, a copy. */
  readonly usual: boolean;
}

/** So many checks of one figure are solved; further ones say the same. */
const SOLVED = 6;
const STEPS = 12;
/** Near enough to the middle of what a check allows, in tolerances. */
const NEAR = 0.5;
/** A slip explains a solution where it comes so near to it, as a part of the whole change. */
const EXPLAINS = 0.25;

/** Solutions of the checks, and slips near to one of them; all slips where no check can be solved. */
export function proposals(spot: Spot, checks: readonly Check[], read: Read): Proposal[] {
  const now = read(spot.row, spot.moment);
  if (now === undefined) return [];
  const solved = [...new Set(checks.slice(0, SOLVED).flatMap((check) => solve(spot, now, check, read)))];
  const explains = (slip: number) => solved.some((value) => Math.abs(slip - value) <= EXPLAINS * Math.abs(now - value));
  const slips = slipsOf(now).filter((value) => solved.length === 0 || explains(value));
  if (solved.length === 0) solved.push(...courseOf(spot, read));
  const copied = isCopy(spot, now, read);
  return [
    ...slips.map((value) => ({ value, usual: true })),
    ...solved.filter((value) => value !== now && Number.isFinite(value)).map((value) => ({ value, usual: copied })),
  ];
}

/**
 * The values with which a check would hold, by the secant method: most checks are straight lines or nearly so. With as
 * few decimals as the figure has now, where the check allows it, and with all that were found.
 */
function solve(spot: Spot, now: number, { line, moment }: Check, read: Read): number[] {
  const gap = (value: number) => line.gap(moment, replacing(spot, value, read)) ?? Number.NaN;
  let [a, b] = [now, now === 0 ? 1 : now * 1.01];
  let [fa, fb] = [gap(a), gap(b)];
  for (let step = 0; step < STEPS && Math.abs(fb) > 1e-3 && fb !== fa; step++) {
    const next = b - (fb * (b - a)) / (fb - fa);
    [a, fa] = [b, fb];
    [b, fb] = [next, gap(next)];
  }
  const short = Number(b.toFixed(Math.min(decimalsOf(now), MOST_DECIMALS))) + 0;
  return [...(Math.abs(gap(short)) <= NEAR ? [short] : []), ...(Math.abs(fb) <= NEAR ? [tidy(b)] : [])];
}

const MOST_DECIMALS = 15;
const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

/** Without the digits that only reckoning added. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** Where the years around a figure point to; nothing where there are not two of them. */
function courseOf({ row, moment }: Spot, read: Read): number[] {
  if (typeof moment !== 'number') return [];
  const [left, right] = [read(row, moment - 1), read(row, moment + 1)];
  return left === undefined || right === undefined ? [] : [tidy((left + right) / 2)];
}

/** What a figure may have been before two neighbouring digits were swapped, its point moved or its sign lost. */
function slipsOf(now: number): number[] {
  const digits = [...String(now)];
  const places = digits.flatMap((digit, i) => (/\d/.test(digit) ? [i] : []));
  const swapped = places.slice(1).map((j, i) => {
    const other = places[i] ?? j;
    return Number(digits.map((digit, k) => (k === j ? digits[other] : k === other ? digits[j] : digit)).join(''));
  });
  const moved = [10, 100, 1000].flatMap((factor) => [now / factor, now * factor]);
  return [...new Set([...swapped, -now, ...moved.map(tidy)])].filter((value) => value !== now);
}

/** True where the figure stands once more beside itself: in the year before or after, or in another item of the period. */
function isCopy({ row, moment }: Spot, now: number, read: Read): boolean {
  if (typeof moment === 'number' && [moment - 1, moment + 1].some((year) => read(row, year) === now)) return true;
  const { vintage, item } = row;
  return vintage.items.some((other) => other !== item && vintage.value(other, String(moment)) === now);
}
