/** The rounding rule, by table and against exact integer arithmetic. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { roundDecimal, rounded } from '../../src/model/rounding.ts';

describe('roundDecimal', () => {
  test.each([
    [1.005, 2, '1.01'],
    [-1.005, 2, '-1.01'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0.5, 0, '1'],
    [1.45, 1, '1.5'],
    [8.345, 2, '8.35'],
    [1.0049999, 2, '1.00'],
    [-0.04, 1, '0.0'],
    [-0.05, 1, '-0.1'],
    [-0, 2, '0.00'],
    [9.95, 1, '10.0'],
    [99.999, 2, '100.00'],
    [0.0999, 3, '0.100'],
    [32447.13, 1, '32447.1'],
    [14482.7, 3, '14482.700'],
    [1e21, 0, '1000000000000000000000'],
    [1.5e300, 0, `15${'0'.repeat(299)}`],
    [1e-7, 2, '0.00'],
    [5e-7, 6, '0.000001'],
    [-1.25e-5, 6, '-0.000013'],
    [0, 0, '0'],
  ])('writes %d at %d decimals as %s', (value, decimals, text) => {
    expect(roundDecimal(value, decimals)).toBe(text);
  });

  it('refuses what is no finite number, and decimals that cannot be', () => {
    expect(() => roundDecimal(Number.NaN, 1)).toThrow(RangeError);
    expect(() => roundDecimal(Number.POSITIVE_INFINITY, 1)).toThrow(RangeError);
    expect(() => roundDecimal(1, -1)).toThrow(RangeError);
    expect(() => roundDecimal(1, 1.5)).toThrow(RangeError);
    expect(() => roundDecimal(1, 21)).toThrow(RangeError);
  });
});

/** Half away from zero on units of 10^-k, with integers only. */
function exact(units: bigint, k: number, decimals: number): string {
  const size = units < 0n ? -units : units;
  const divisor = 10n ** BigInt(Math.max(k - decimals, 0));
  const kept = ((size + divisor / 2n) / divisor) * 10n ** BigInt(Math.max(decimals - k, 0));
  const digits = kept.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0n && kept !== 0n ? `-${text}` : text;
}

describe('roundDecimal, for any number', () => {
  const places = fc.integer({ min: 0, max: 8 });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

  it('equals exact arithmetic on the decimal that is seen', () => {
    const units = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
    fc.assert(
      fc.property(units, places, places, (n, k, decimals) => {
        expect(roundDecimal(Number(`${n}e-${k}`), decimals)).toBe(exact(BigInt(n), k, decimals));
      }),
    );
  });

  it('shows exactly the decimals asked for and never a signed zero', () => {
    fc.assert(
      fc.property(finite, places, (value, decimals) => {
        const text = roundDecimal(value, decimals);
        expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
        expect(text).not.toMatch(/^-[0.]*$/);
        expect(text).not.toMatch(/^-?0\d/);
      }),
    );
  });

  it('treats a number and its negative alike', () => {
    fc.assert(
      fc.property(finite, places, (value, decimals) => {
        expect(rounded(-value, decimals)).toBe(0 - rounded(value, decimals));
      }),
    );
  });

  it('changes nothing when it rounds a second time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, decimals) => {
          const once = roundDecimal(value, decimals);
          expect(roundDecimal(Number(once), decimals)).toBe(once);
        },
      ),
    );
  });
});
