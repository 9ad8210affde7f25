/**
 * Blame: rules speak of several figures, but usually one of them is wrong. Every figure of a broken check is tried with the
 * values that would mend it; the one is blamed that mends most checks and breaks fewest, and where several do, the one
 * whose own course that makes smoothest. What no single figure explains is left with the figure that most checks share.
 */
import { broken, type Check, type Line } from './line.ts';
import { type Proposal, proposals } from './propose.ts';
import { asWritten, type Moment, type Read, type Row, replacing, type Spot } from './rows.ts';

export interface Blamed {
  /** Undefined where control totals are off and point to no figure. */
  readonly spot: Spot | undefined;
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

/** The checks of each figure; figures are the same where row and moment are. */
function bySpot(checks: readonly Check[]): Map<Spot, Check[]> {
  const spots = new Map<Row, Map<Moment, Spot>>();
  const found = new Map<Spot, Check[]>();
  for (const check of checks) {
    for (const raw of check.line.spots(check.moment)) {
      const ofRow = spots.get(raw.row) ?? new Map<Moment, Spot>();
      spots.set(raw.row, ofRow);
      const spot = ofRow.get(raw.moment) ?? raw;
      ofRow.set(raw.moment, spot);
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
      return [...blamed, ...unexplained(left, read)];
    }
    blamed.push({ spot: best.spot, value: best.value, checks: best.mended });
    read = replacing(best.spot, best.value, read);
    const mended = new Set(best.mended);
    const mendedRead = read;
    left = left.filter((check) => !mended.has(check) && !onlyByMeasure(check, best.spot.row, mendedRead));
  }
  return blamed;
}

/** True for a check that failed only because a wrong figure in its row made the usual distance too small. */
const onlyByMeasure = ({ line, moment }: Check, row: Row, read: Read): boolean =>
  line.measuredBy !== undefined && line.rows.includes(row) && !broken(line.measuredBy(read).gap(moment, read));

/** Control totals stay with their rule; other checks go to the figure that most of them share, the roughest of several. */
function unexplained(checks: readonly Check[], read: Read): Blamed[] {
  const totals = checks.filter(({ line }) => line.rule.kind === 'control');
  const others = checks.filter(({ line }) => line.rule.kind !== 'control');
  const [common] = [...bySpot(others)].sort(
    ([a, x], [b, y]) => y.length - x.length || roughness(b, read) - roughness(a, read),
  );
  return [
    ...totals.map((check) => ({ spot: undefined, value: undefined, checks: [check] })),
    ...(common ? [{ spot: common[0], value: undefined, checks: others }] : []),
  ];
}

/** One figure with another value, and which broken checks that mends. */
interface Trial extends Proposal {
  readonly spot: Spot;
  readonly mended: readonly Check[];
  /** How much smoother the figure's own course becomes. */
  readonly smoother: number;
}

/** The best trial; undefined where none does more good than harm. */
function mostTelling(
  failed: readonly Check[],
  around: ReadonlyMap<Row, readonly Line[]>,
  read: Read,
): Trial | undefined {
  const suspects = [...bySpot(failed)];
  if (suspects.length > SUSPECTS) {
    const rough = new Map(suspects.map(([spot]) => [spot, roughness(spot, read)]));
    suspects.sort(([a, x], [b, y]) => y.length - x.length || (rough.get(b) ?? 0) - (rough.get(a) ?? 0));
  }
  const trials = suspects.slice(0, SUSPECTS).flatMap(([spot, checks]) => trialsOf(spot, checks, read));
  trials.sort(
    (a, b) => b.mended.length - a.mended.length || Number(b.usual) - Number(a.usual) || b.smoother - a.smoother,
  );
  let best: Weighed | undefined;
  for (const trial of trials.slice(0, FOLLOWED)) {
    if (best && trial.mended.length < best.gain) break;
    const { worse, nearer } = consequences(trial, around, read);
    const gain = trial.mended.length - worse;
    const weighed = { trial, gain, nearer };
    if (gain > 0 && (!best || better(weighed, best))) best = weighed;
  }
  return best?.trial;
}

interface Weighed {
  readonly trial: Trial;
  /** Checks mended less checks newly broken. */
  readonly gain: number;
  /** How much nearer to right the checks around come. */
  readonly nearer: number;
}

/** More gain; else what a usual slip explains; else what brings the checks around it nearer to right. */
const better = (one: Weighed, other: Weighed): boolean =>
  one.gain !== other.gain
    ? one.gain > other.gain
    : one.trial.usual !== other.trial.usual
      ? one.trial.usual
      : one.nearer > other.nearer;

function trialsOf(spot: Spot, checks: readonly Check[], read: Read): Trial[] {
  const now = roughness(spot, read);
  return proposals(spot, checks, read).map(({ value, usual }) => {
    const changed = replacing(spot, value, read);
    const mended = checks.filter(({ line, moment }) => !broken(line.gap(moment, changed)));
    return { spot, value, usual, mended, smoother: now - roughness(spot, changed) };
  });
}

/** How far a figure is from its neighbours' course, as a ratio; 0 where that cannot be told. */
function roughness({ row, moment }: Spot, read: Read): number {
  if (typeof moment !== 'number') return 0;
  const [own, ...near] = [moment, moment - 1, moment + 1].map((at) => Math.abs(read(row, at) ?? 0));
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
    for (const moment of line.touching(spot.moment)) {
      if (!line.moments.includes(moment)) continue;
      const [was, is] = [line.gap(moment, read), line.gap(moment, changed)];
      if (broken(is) && !broken(was)) worse += 1;
      nearer += Math.min(Math.abs(was ?? 0), FAR) - Math.min(Math.abs(is ?? 0), FAR);
    }
  }
  return { worse, nearer };
}
