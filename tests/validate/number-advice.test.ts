import { describe, expect, it } from 'vitest';
import { ADVICE } from '../../src/messages.ts';
import { numberAdvice } from '../../src/validate/number-advice.ts';

const meant = (guess: string) => ADVICE.number_notation.replace('{guess}', guess);

describe('advice for a number in another notation', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1.234.567,89', '1234567.89'],
    ['1,234.5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['32,4', '32.4'],
    ['-32,4', '-32.4'],
    ['0,1234', '0.1234'],
    ['1 234 567,8', '1234567.8'],
    ['1\u00a0234', '1234'],
    ['1_000', '1000'],
    ['−3.5', '-3.5'],
  ])('knows what %s means', (text, guess) => {
    expect(numberAdvice(text, 'missing')).toBe(meant(guess));
  });

  it.each(['1,234', '1.2.3'])('does not guess what %s means', (text) => {
    expect(numberAdvice(text, 'missing')).toBe(ADVICE.number_unsure);
  });

  it.each(['1234.5', '-7'])('says that %s needs no quotation marks', (text) => {
    expect(numberAdvice(text, 'missing')).toBe(ADVICE.number_quoted);
  });

  it.each(['17,5%', '32 tỷ', 'US$5', '$ 5', '12 %'])('says that %s has a unit', (text) => {
    expect(numberAdvice(text, 'missing')).toBe(ADVICE.number_unit);
  });

  it.each(['..', '…', '-', 'n/a', 'NA', 'x', ''])('knows that %j stands for no figure', (text) => {
    expect(numberAdvice(text, 'missing')).toBe('missing');
  });

  it.each(['many', 'see note'])('says nothing about %s', (text) => {
    expect(numberAdvice(text, 'missing')).toBeUndefined();
  });
});
