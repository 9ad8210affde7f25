/**
 * Blame: rules speak of several figures, but usually one of them is wrong. Every figure of a broken check is tried with the
 * values that would mend it; the figure is blamed that mends most checks and breaks none. What no single figure explains
 * is left with its rule.
 */
import type { Line, Check } from './line.ts';
import { broken } from './line.ts';
import { type Read, type Row, replacing, asWritten, type Spot } from './rows.ts';
import { proposals } from './propose.ts';

export interface Blamed {
  readonly spot: Spot;
  /** The value with which the checks would hold; undefined where no single one mends them. */
  readonly value: number | undefined;
  readonly checks: readonly Check[];
}

/** Past this many broken checks in one knot nothing is tried any more: a whole file is wrong. */
const TOO_MANY = 400;

interface Verdict {
  readonly spot: Spot;
  readonly value: number | undefined;
  readonly mended: readonly Check[];
  /** Checks mended less checks newly broken. */
  readonly gain: number;
  /** How far the checks around the figure are from right then, all together. */
  readonly rest: number;
}

/** Finds the figures to blame for broken checks, the most telling first. */
export function blame(failed: readonly Check[], lines: readonly Line[]): Blamed[] {
  const around = linesByRow(lines);
  return knots(failed).flatMap((knot) => untie(knot, around));
}

function linesByRow(lines: readonly Line[]): ReadonlyMap<Row, readonly Line[]> {
  const found = new Map<Row, Line[]>();
  for (const line of lines) {
    for (const row of line.rows) {
      const known = found.get(row);
      if (known) known.push(line);
      else found.set(row, [line]);
    }
  }
  return found;
}

/** Spots are made anew wherever they are asked for; their rows are not. */
type Spots = Map<Row, Map<string, Spot>>;

function known(spots: Spots, spot: Spot): Spot {
  const ofRow = spots.get(spot.row) ?? new Map<string, Spot>();
  spots.set(spot.row, ofRow);
  const found = ofRow.get(spot.period) ?? spot;
  ofRow.set(spot.period, found);
  return found;
}

/** Groups of checks that have figures in common, directly or through others. */
function knots(checks: readonly Check[]): Check[][] {
  const spots: Spots = new Map();
  const owner = new Map<Spot, Set<Check>>();
  for (const check of checks) {
    const joined = new Set([check]);
    for (const spot of check.line.spots(check.period)) {
      for (const other of owner.get(known(spots, spot)) ?? []) joined.add(other);
      owner.set(known(spots, spot), joined);
    }
    // Everything that was tied to one of its figures is now tied to all of them.
    for (const other of joined) for (const spot of other.line.spots(other.period)) owner.set(known(spots, spot), joined);
  }
  return [...new Set(owner.values())].map((group) => [...group]);
}

function untie(knot: readonly Check[], around: ReadonlyMap<Row, readonly Line[]>): Blamed[] {
  const blamed: Blamed[] = [];
  let read: Read = asWritten;
  let left = [...knot];
  while (left.length > 0) {
    const best = left.length > TOO_MANY ? undefined : mostTelling(left, around, read);
    if (!best || best.gain <= 0) {
      const spot = mostCommon(left);
      return spot ? [...blamed, { spot, value: undefined, checks: left }] : blamed;
    }
    blamed.push({ spot: best.spot, value: best.value, checks: best.mended });
    if (best.value !== undefined) read = replacing(best.spot, best.value, read);
    const mended = new Set(best.mended);
    left = left.filter((check) => !mended.has(check));
  }
  return blamed;
}

function mostTelling(failed: readonly Check[], around: ReadonlyMap<Row, readonly Line[]>, read: Read): Verdict | undefined {
  const spots: Spots = new Map();
  const checksOf = new Map<Spot, Check[]>();
  for (const check of failed) {
    for (const raw of check.line.spots(check.period)) {
      const spot = known(spots, raw);
      checksOf.set(spot, [...(checksOf.get(spot) ?? []), check]);
    }
  }
  let best: Verdict | undefined;
  // A figure can mend no more checks than it stands in: those in most are tried first, the rest only where they could win.
  for (const [spot, checks] of [...checksOf].sort(([, a], [, b]) => b.length - a.length)) {
    if (best && checks.length < best.gain) break;
    for (const value of proposals(spot, checks, read)) {
      const verdict = judge(spot, value, checks, around, read);
      if (!best || verdict.gain > best.gain || (verdict.gain === best.gain && verdict.rest < best.rest)) best = verdict;
    }
  }
  return best;
}

/** How much of a distance counts: one check that is far off must not outweigh all others. */
const MOST = 10;

function judge(spot: Spot, value: number, failed: readonly Check[], around: ReadonlyMap<Row, readonly Line[]>, read: Read): Verdict {
  const trial = replacing(spot, value, read);
  const mended = failed.filter(({ line, period }) => !broken(line.gap(period, trial)));
  let [worse, rest, count] = [0, 0, 0];
  for (const line of around.get(spot.row) ?? []) {
    for (const period of line.touching(spot.period)) {
      if (!line.periods.includes(period)) continue;
      const gap = line.gap(period, trial);
      if (gap === undefined) continue;
      rest += Math.min(Math.abs(gap), MOST);
      count += 1;
      if (broken(gap) && !broken(line.gap(period, read))) worse += 1;
    }
  }
  return { spot, value, mended, gain: mended.length - worse, rest: count === 0 ? 0 : rest / count };
}

/** The figure that stands in most of the checks; of several the first. */
function mostCommon(checks: readonly Check[]): Spot | undefined {
  const spots: Spots = new Map();
  const counts = new Map<Spot, number>();
  for (const { line, period } of checks) {
    for (const raw of line.spots(period)) {
      const spot = known(spots, raw);
      counts.set(spot, (counts.get(spot) ?? 0) + 1);
    }
  }
  return [...counts].reduce<[Spot, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0];
}
