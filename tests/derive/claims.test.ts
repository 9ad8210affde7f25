import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { combined, compared } from '../../src/derive/verdict.ts';
import type { CheckSpec } from '../../src/model/content.ts';
import { VERDICTS, type Verdict } from '../../src/model/ledger.ts';
import {
  type ContentInput,
  codes,
  compare,
  contentOf,
  type FactInput,
  holds,
  notComparable,
  opinion,
  SERIES,
  untested,
} from './content.ts';

const FACTS: Readonly<Record<string, FactInput>> = { rise: { is: 'growth(exports, end)', unit: 'percent' } };

function claim(checks: readonly CheckSpec[], verdict: string, input: ContentInput = {}) {
  const { ledger, problems } = derive(
    contentOf({ series: SERIES, facts: FACTS, claims: [{ checks, verdict }], ...input }),
  );
  return { claim: ledger.claims[0]!, ledger, problems };
}

describe('the verdict of one check', () => {
  it.each<[number, number, number, Verdict]>([
    [12.59, 12.3, 0.5, 'close'],
    [12.34, 12.3, 0.5, 'verified'],
    [12.35, 12.3, 0.5, 'verified'],
    [12.351, 12.3, 0.5, 'close'],
    [12.8, 12.3, 0.5, 'close'],
    [12.81, 12.3, 0.5, 'differs'],
    [11.8, 12.3, 0.5, 'close'],
    [0.1 + 0.2, 0.25, 0.05, 'verified'],
  ])('for %s against %s is, close up to %s, %s', (recomputed, stated, close, verdict) => {
    expect(compared(recomputed, stated, 0.05, close)).toBe(verdict);
  });

  it.each<[string, CheckSpec, Verdict]>([
    ['a comparison within the tolerance', compare('rise', 'stated_figure', 0.5, 5), 'verified'],
    ['a comparison beyond it', compare('rise', 'stated_figure', 0.1, 0.5), 'close'],
    ['a comparison far off', compare('rise', 'stated_figure', 0.01, 0.02), 'differs'],
    ['a statement that holds', holds('exports[end] > exports[prev]'), 'verified'],
    ['a statement that does not hold', holds('exports[end] < exports[prev]'), 'contradicted'],
    ['what cannot be compared', notComparable('rise'), 'not_comparable'],
    ['what has no series', untested, 'untested'],
    ['an opinion', opinion, 'opinion'],
  ])('of %s is computed', (_, check, verdict) => {
    const found = claim([check], verdict, { stated: [{ value: 33 }] });
    expect(codes(found.problems)).toEqual([]);
    expect(found.claim.verdict).toBe(verdict);
    expect(found.claim.checks[0]?.verdict).toBe(verdict);
  });

  it('converts what was recomputed into the stated unit', () => {
    const stated = [{ name: 'stated_exports', value: 0.2, unit: 'usd_billion' as const }];
    expect(claim([compare('exports[end]', 'stated_exports', 0.0005, 0.01)], 'verified', { stated }).problems).toEqual(
      [],
    );
  });
});

describe('the facts of a check', () => {
  it('are the recomputed and the stated one; a formula that is a fact already is that fact', () => {
    const found = claim([compare('growth(exports, end)', 'stated_figure', 0.5, 1)], 'verified', {
      stated: [{ value: 33 }],
    });
    expect(found.claim.checks[0]?.facts).toEqual(['rise', 'stated_figure']);
    expect(found.ledger.facts.has('C1#1')).toBe(false);
  });

  it('get one of their own where no fact is the same, so that it can be traced', () => {
    const found = claim([holds('rise > percent(30)')], 'verified');
    expect(found.claim.checks[0]).toMatchObject({
      facts: ['C1#1', 'rise'],
      formula: 'rise > percent(30)',
      decides: true,
    });
    expect(found.ledger.facts.get('C1#1')).toMatchObject({ value: true, unit: 'truth', inputs: [{ fact: 'rise' }] });
  });
});

describe('stated figures', () => {
  const stated = [
    {
      name: 'stated_rise',
      value: 33.3,
      years: [
        { text: 'start', place: { file: 'f', line: 1, column: 1 } },
        { text: 'end', place: { file: 'f', line: 1, column: 1 } },
      ],
    },
  ];

  it('become facts of the article, marked as stated', () => {
    const { ledger } = derive(contentOf({ series: SERIES, stated }));
    expect(ledger.find('stated_rise')).toMatchObject({
      value: 33.3,
      expression: 'stated("stated_rise")',
      status: 'a',
      sources: ['article'],
      years: [2001, 2005],
      period: '2001–2005',
      inputs: [],
    });
  });

  it('mark whatever is reckoned from them', () => {
    const facts: Readonly<Record<string, FactInput>> = {
      gap: { is: 'rise - stated_rise', unit: 'percentage_point' },
      ...FACTS,
    };
    const { ledger } = derive(contentOf({ series: SERIES, stated, facts }));
    expect(ledger.find('gap')).toMatchObject({
      status: 'a',
      expression: 'growth(exports, 2005) - stated("stated_rise")',
    });
  });
});

describe('the verdict of a claim', () => {
  it.each<[readonly Verdict[], Verdict]>([
    [['verified'], 'verified'],
    [['verified', 'verified'], 'verified'],
    [['opinion'], 'opinion'],
    [['opinion', 'verified'], 'verified'],
    [['opinion', 'untested'], 'untested'],
    [['verified', 'close'], 'close'],
    [['close', 'close'], 'close'],
    [['differs', 'verified'], 'differs'],
    [['differs', 'contradicted', 'untested'], 'differs'],
    [['verified', 'contradicted'], 'partly'],
    [['close', 'untested'], 'partly'],
    [['verified', 'close', 'untested', 'not_comparable'], 'partly'],
    [['not_comparable', 'verified'], 'not_comparable'],
    [['not_comparable', 'close', 'verified'], 'not_comparable'],
    [['not_comparable', 'untested'], 'not_comparable'],
    [['not_comparable', 'contradicted'], 'contradicted'],
    [['contradicted', 'untested'], 'contradicted'],
    [['not_comparable', 'opinion'], 'not_comparable'],
  ])('from %j is %s', (verdicts, expected) => {
    expect(combined(verdicts)).toBe(expected);
    expect(combined(verdicts.toReversed())).toBe(expected);
  });

  it('does not depend on the order or the number of equal checks', () => {
    const some = fc.array(fc.constantFrom(...VERDICTS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (verdicts, keys) => {
        const shuffled = verdicts
          .map((v) => [keys.next().value as number, v] as const)
          .sort(([a], [b]) => a - b)
          .map(([, v]) => v);
        expect(combined([...shuffled, ...verdicts])).toBe(combined(verdicts));
      }),
    );
  });

  it('is decided by the checks that decide', () => {
    const shown = holds('exports[end] > exports[prev]', false);
    const found = claim([holds('exports[end] < exports[prev]'), shown], 'contradicted');
    expect(found.problems).toEqual([]);
    expect(found.claim.checks.map((check) => [check.verdict, check.decides])).toEqual([
      ['contradicted', true],
      ['verified', false],
    ]);
  });

  it('that moved from the accepted one is a problem, with the sentence in both languages', () => {
    const found = claim([holds('exports[end] < exports[prev]')], 'verified');
    expect(codes(found.problems)).toEqual(['claim-verdict-moved 100:1']);
    const [moved] = found.problems;
    expect(moved?.file).toBe('data/claims/test.yaml');
    for (const part of ['C1', 'verified', 'contradicted', 'câu 1', 'sentence 1'])
      expect(moved?.message).toContain(part);
    expect(found.claim.verdict).toBe('contradicted');
  });

  it('that is no verdict at all has moved as well', () => {
    expect(codes(claim([opinion], 'constructor').problems)).toEqual(['claim-verdict-moved 100:1']);
  });
});

describe('faults of claims', () => {
  it.each<[string, readonly CheckSpec[], string[]]>([
    ['no check decides', [holds('exports[end] > 0', false)], ['claim-undecided 50:1']],
    ['there is no check', [], ['claim-undecided 50:1']],
    ['the units are unlike', [compare('exports[end]', 'stated_figure')], ['formula-value 61:7']],
    ['a statement is no truth', [holds('rise')], ['formula-value 61:7']],
    ['a comparison is of truths', [compare('rise > 0', 'stated_figure')], ['formula-value 61:7']],
    ['the formula is wrong', [holds('rise >')], ['formula-syntax 61:13']],
    ['the formula names nothing known', [notComparable('rize')], ['unknown-name 61:7']],
  ])('are reported where %s, and no verdict is said to have moved', (_, checks, expected) => {
    const decided = checks.some((check) => check.kind === 'not_comparable') ? 'not_comparable' : 'verified';
    expect(codes(claim(checks, decided, { stated: [{}] }).problems)).toEqual(expected);
  });
});
