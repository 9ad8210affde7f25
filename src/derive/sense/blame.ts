/**
 * Blame: rules speak of several figures, but usually one of them is wrong. Every figure of a broken check is tried with the
 * values that would mend it; the one is blamed that mends most checks and breaks fewest, and where several do, the one
 * whose own course that makes smoothest. What no single figure explains is left with the figure that most checks share.
 */
import type { Period } from '../../model/series.ts';
import { broken, type Check, type Line } from './line.ts';
import { proposals } from './propose.ts';
import { after, asWritten, before, type Read, type Row, replacing, type Spot } from './rows.ts';

export interface Blamed {
  readonly spot: Spot;
  /** The value with which the checks would hold; undefined where no single one mends them. */
  readonly value: number | undefined;
  readonly checks: readonly Check[];
}

/** Past this many broken checks in one knot nothing is tried any more: a whole file is wrong. */
const TOO_MANY = 400;
/** So many figures are tried: of more, those in most broken checks, and of these the ones furthest off their course. */
const SUSPECTS = 48;
/** So many trials are followed into the rules around them; the rest mends fewer checks or has a smoother course. */
const FOLLOWED = 24;
/** A check that is further off than this counts no more: one must not outweigh all others. */
const FAR = 10;

/** Finds the figures to blame for broken checks. */
export function blame(failed: readonly Check[], lines: readonly Line[]): Blamed[] {
  const around = new Map<Row, Line[]>();
  for (const line of lines) for (const row of line.rows) around.set(row, [...(around.get(row) ?? []), line]);
  return knots(failed).flatMap((knot) => untie(knot, around));
}

/** The checks of each figure; figures are the same where row and period are. */
function bySpot(checks: readonly Check[]): Map<Spot, Check[]> {
  const spots = new Map<Row, Map<Period, Spot>>();
  const found = new Map<Spot, Check[]>();
  for (const check of checks) {
    for (const raw of check.line.spots(check.period)) {
      const ofRow = spots.get(raw.row) ?? new Map<Period, Spot>();
      spots.set(raw.row, ofRow);
      const spot = ofRow.get(raw.period) ?? raw;
      ofRow.set(raw.period, spot);
      const known = found.get(spot);
      if (known) known.push(check);
      else found.set(spot, [check]);
    }
  }
  return found;
}

/** Groups of checks that have figures in common, directly or through others. */
function knots(checks: readonly Check[]): Check[][] {
  const group = new Map<Check, Set<Check>>(checks.map((check) => [check, new Set([check])]));
  for (const [first, ...others] of bySpot(checks).values()) {
    for (const other of others) {
      const [a, b] = [first && group.get(first), group.get(other)];
      if (!a || !b || a === b) continue;
      for (const check of b) {
        a.add(check);
        group.set(check, a);
      }
    }
  }
  return [...new Set(group.values())].map((checksOf) => [...checksOf]);
}

function untie(knot: readonly Check[], around: ReadonlyMap<Row, readonly Line[]>): Blamed[] {
  const blamed: Blamed[] = [];
  let read: Read = asWritten;
  let left = [...knot];
  while (left.length > 0) {
    const best = left.length > TOO_MANY ? undefined : mostTelling(left, around, read);
    if (!best) {
      const [common] = [...bySpot(left)].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
      return common ? [...blamed, { spot: common, value: undefined, checks: left }] : blamed;
    }
    blamed.push({ spot: best.spot, value: best.value, checks: best.mended });
    read = replacing(best.spot, best.value, read);
    const mended = new Set(best.mended);
    left = left.filter((check) => !mended.has(check));
  }
  return blamed;
}

/** One figure with another value, and which broken checks that mends. */
interface Trial {
  readonly spot: Spot;
  readonly value: number;
  readonly mended: readonly Check[];
  /** How much smoother the figure's own course becomes. */
  readonly smoother: number;
}

/** The best trial; undefined where none does more good than harm. */
function mostTelling(failed: readonly Check[], around: ReadonlyMap<Row, readonly Line[]>, read: Read): Trial | undefined {
  const suspects = [...bySpot(failed)];
  if (suspects.length > SUSPECTS) {
    const rough = new Map(suspects.map(([spot]) => [spot, roughness(spot, read)]));
    suspects.sort(([a, x], [b, y]) => y.length - x.length || (rough.get(b) ?? 0) - (rough.get(a) ?? 0));
  }
  const trials = suspects.slice(0, SUSPECTS).flatMap(([spot, checks]) => trialsOf(spot, checks, read));
  trials.sort((a, b) => b.mended.length - a.mended.length || b.smoother - a.smoother);
  let best: { readonly trial: Trial; readonly gain: number; readonly nearer: number } | undefined;
  for (const trial of trials.slice(0, FOLLOWED)) {
    if (best && trial.mended.length < best.gain) break;
    const { worse, nearer } = consequences(trial, around, read);
    const gain = trial.mended.length - worse;
    if (gain > 0 && (!best || gain > best.gain || (gain === best.gain && nearer > best.nearer))) {
      best = { trial, gain, nearer };
    }
  }
  return best?.trial;
}

function trialsOf(spot: Spot, checks: readonly Check[], read: Read): Trial[] {
  const now = roughness(spot, read);
  return proposals(spot, checks, read).map((value) => {
    const changed = replacing(spot, value, read);
    const mended = checks.filter(({ line, period }) => !broken(line.gap(period, changed)));
    return { spot, value, mended, smoother: now - roughness(spot, changed) };
  });
}

/** How far a figure is from its neighbours' course, as a ratio; 0 where that cannot be told. */
function roughness({ row, period }: Spot, read: Read): number {
  if (period.length !== 4) return 0;
  const [own, ...near] = [period, before(period), after(period)].map((at) => Math.abs(read(row, at) ?? 0));
  const known = near.filter((value) => value > 0);
  if (!own || known.length === 0) return 0;
  const middle = known.reduce((sum, value) => sum + Math.log(value), 0) / known.length;
  return Math.abs(Math.log(own) - middle);
}

/** What a trial does to every check around its figure: how many hold no longer, and how much nearer to right they come. */
function consequences({ spot, value }: Trial, around: ReadonlyMap<Row, readonly Line[]>, read: Read) {
  const changed = replacing(spot, value, read);
  let [worse, nearer] = [0, 0];
  for (const line of around.get(spot.row) ?? []) {
    for (const period of line.touching(spot.period)) {
      if (!line.periods.includes(period)) continue;
      const [was, is] = [line.gap(period, read), line.gap(period, changed)];
      if (broken(is) && !broken(was)) worse += 1;
      nearer += Math.min(Math.abs(was ?? 0), FAR) - Math.min(Math.abs(is ?? 0), FAR);
    }
  }
  return { worse, nearer };
}
