/** Counts of the edition itself: how many points and claims it has, and how many of each verdict. */
import type { EditionSpec } from '../model/content.ts';
import { type Claim, type Fact, VERDICTS } from '../model/ledger.ts';
import { COUNT_NAMES } from '../model/reserved.ts';
import { call } from './canonical.ts';

/** `points_count`, `claims_count`, `claims_verified` and so on: counts without a series behind them, of the edition's window. @param revisions rows of the revision table */
export function editionFacts(
  { points, leftOut, place, window }: EditionSpec,
  claims: readonly Claim[],
  revisions: number,
): Fact[] {
  const years = Array.from({ length: window.end - window.base + 1 }, (_, i) => window.base + i);
  const counts = [
    points.length,
    revisions,
    leftOut.length,
    claims.length,
    ...VERDICTS.map((v) => claims.filter(({ verdict }) => verdict === v).length),
  ];
  return COUNT_NAMES.map((id, i) => {
    const value = counts[i] ?? 0;
    return {
      id,
      expression: call('count', [String(value)]).text,
      value,
      unit: 'count',
      decimals: 0,
      period: `${window.start}–${window.end}`,
      years,
      status: undefined,
      vintages: [],
      sources: [],
      inputs: [],
      place,
    };
  });
}
