/** data/claims/<edition>.yaml: what an article stated, and how each statement is checked. */
import * as z from 'zod';
import { VERDICTS } from '../../model/ledger.ts';
import {
  decimals,
  expect,
  filled,
  formula,
  identifier,
  line,
  list,
  map,
  matching,
  number,
  record,
  size,
  truth,
  unit,
} from './parts.ts';
import type { TextSchema } from './text.ts';

const decides = truth.describe('False: the check is shown, but does not decide the verdict.').optional();

/** What single checks look like; which one is meant shows in its first key. */
const check = (text: TextSchema) =>
  z.union(
    [
      map({
        compare: formula.describe('The recomputed figure.'),
        with: identifier.describe('The stated figure: a name from “stated”.'),
        within: size.describe('Up to this difference, in the stated unit, the claim is verified.'),
        close: size
          .describe('Up to this difference it is close, beyond it differs; without it, as “within”.')
          .optional(),
        decides,
      }),
      map({ holds: formula.describe('A comparison that must be true.'), decides }),
      map({
        not_comparable: text.describe('Why the two figures cannot be compared.'),
        recomputed: formula.describe('The figure shown beside the stated one.').optional(),
        decides,
      }),
      map({ untested: text.describe('Why there is no figure to test it with.'), decides }),
      map({ opinion: z.literal(true, expect('truth')).describe('True: there is nothing to test.'), decides }),
    ],
    expect('check'),
  );

const stated = map({
  value: number.describe('The figure as the article states it.'),
  unit: unit.describe('Its unit.'),
  decimals: decimals.describe('Decimals shown; without it, those usual for the unit.').optional(),
  years: list(formula).min(1, filled).describe('The years it speaks of: [end], or [base, end].'),
});

export const claims = (text: TextSchema) => {
  const either = z.union([text, line()], expect('text_or_translations'));
  const claim = map({
    id: matching(/^[A-Za-z][A-Za-z0-9]*$/, 'identifier').describe('The number of the claim, like C10.'),
    point: identifier.describe('The point under which it is told.'),
    strip: truth.describe('True: shown in the strip under the point, not only in the table of claims.').optional(),
    text: text.describe('What the article says, retold.'),
    stated: either.describe('The stated figure as printed; a phrase, so {name} prints a stated figure.').optional(),
    recomputed: either.describe('The recomputed figure as printed; a phrase, so {name} prints a fact.').optional(),
    basis: either.describe('The data and the method of the check.').optional(),
    checks: list(check(text)).min(1, filled).describe('The checks that decide the verdict.'),
    verdict: z.enum(VERDICTS, expect('verdict')).describe('The verdict that a person accepted.'),
  });
  return map({
    article: identifier.describe('The source of the stated figures: a name from data/sources.yaml.'),
    stated: record(identifier, stated).describe('The figures that the article states, each with a name.').optional(),
    claims: list(claim).describe('The claims in the order of the article.'),
  });
};

export type ClaimsShape = z.output<ReturnType<typeof claims>>;
export type ClaimShape = ClaimsShape['claims'][number];
export type CheckShape = ClaimShape['checks'][number];
