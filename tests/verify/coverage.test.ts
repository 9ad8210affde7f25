import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/verify/check-rules.ts';
import { EXCLUDED } from '../../src/verify/coverage.ts';
import { clauseNames } from '../../src/verify/rules/rule.ts';
import { RULE_IDS } from './rule-ids.ts';

const answered = RULES.flatMap((rule) => rule.clauses);

describe('the rules of the standards', () => {
  it('are all there: 106 of PDF/UA-1 and 155 of PDF/A-3a', () => {
    expect(RULE_IDS.filter((id) => id.startsWith('ua:'))).toHaveLength(106);
    expect(RULE_IDS.filter((id) => id.startsWith('a:'))).toHaveLength(155);
  });

  it('are each answered by one rule of ours, or excluded with a reason', () => {
    expect([...answered, ...Object.keys(EXCLUDED)].sort()).toEqual([...RULE_IDS].sort());
  });

  it('have one code each', () => {
    const codes = RULES.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('naming clauses', () => {
  it('draws numbers together and keeps the standards apart', () => {
    expect(clauseNames(['ua:7.2-3', 'ua:7.2-4', 'ua:7.2-6', 'a:6.9-1'])).toBe(
      'PDF/UA-1 7.2-3…4, 7.2-6; PDF/A-3a 6.9-1',
    );
    expect(clauseNames([])).toBe('');
  });
});
