/** From checks to verdicts: always computed, never typed. */
import type { Verdict } from '../model/ledger.ts';

/** Keeps binary fractions from deciding: 12.5 − 12.45 is a hair above 0.05. */
const HAIR = 1e-9;

/** A recomputed figure against a stated one: verified up to `within`, close up to `close`, else it differs. */
export function compared(recomputed: number, stated: number, within: number, close: number): Verdict {
  const difference = Math.abs(recomputed - stated) - HAIR * Math.max(1, Math.abs(stated));
  return difference <= within ? 'verified' : difference <= close ? 'close' : 'differs';
}

/** A statement that can only be true or not. */
export const held = (truth: boolean): Verdict => (truth ? 'verified' : 'contradicted');

/**
 * The verdict of a claim from those of its deciding checks, whatever their order; the first rule that fits:
 *
 * | the checks say                                                      | the claim is    |
 * | ------------------------------------------------------------------- | --------------- |
 * | nothing but opinions (an opinion beside other checks is ignored)    | opinion         |
 * | all the same                                                        | that            |
 * | differs, with anything else                                         | differs         |
 * | verified and close only                                             | close           |
 * | verified or close, with contradicted or untested                    | partly          |
 * | contradicted, with untested or not comparable                       | contradicted    |
 * | not comparable, with verified, close or untested                    | not_comparable  |
 *
 * Undefined where no check decides.
 */
export function combined(verdicts: readonly Verdict[]): Verdict | undefined {
  const tested = new Set(verdicts.filter((verdict) => verdict !== 'opinion'));
  const [first] = tested;
  if (first === undefined) return verdicts.length > 0 ? 'opinion' : undefined;
  if (tested.size === 1) return first;
  if (tested.has('differs')) return 'differs';
  // A check never says `partly` itself; where a claim's verdict is combined again it stays what it is.
  if (tested.has('partly')) return 'partly';
  const stands = tested.has('verified') || tested.has('close');
  const fails = tested.has('contradicted') || tested.has('untested');
  if (stands && fails) return 'partly';
  if (tested.has('contradicted')) return 'contradicted';
  if (tested.has('not_comparable')) return 'not_comparable';
  return 'close';
}
