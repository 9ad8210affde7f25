/** The one rounding rule of the project: half away from zero, on the shortest decimal that stands for the number. */

/** The digits of a finite number without an exponent: `1e21` → `1000…`, `1e-7` → `0.0000001`. */
function plainDigits(value: number): { negative: boolean; whole: string; fraction: string } {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent);
  if (shift >= 0) {
    const padded = fraction.padEnd(shift, '0');
    return { negative: value < 0, whole: whole + padded.slice(0, shift), fraction: padded.slice(shift) };
  }
  const padded = whole.padStart(1 - shift, '0');
  return { negative: value < 0, whole: padded.slice(0, shift), fraction: padded.slice(shift) + fraction };
}

/** Adds one to a row of decimal digits: `199` → `200`, `99` → `100`. */
function increment(digits: string): string {
  const nines = /9*$/.exec(digits)?.[0].length ?? 0;
  const head = digits.slice(0, digits.length - nines);
  const raised = head === '' ? '1' : head.slice(0, -1) + String(Number(head.slice(-1)) + 1);
  return raised + '0'.repeat(nines);
}

/**
 * Rounds to a fixed number of decimals, half away from zero, as statistics offices do.
 *
 * What is rounded is the shortest decimal that reads back as the same number (what `String(value)` shows), so 1.005
 * becomes `1.01` although its binary value lies a hair below: people check a brief with the decimals they see.
 * Zero never has a sign: −0.04 at one decimal is `0.0`.
 * @param decimals how many digits after the point, 0 to 20
 * @returns ASCII digits with `.` and, for what is still below zero, a leading `-`; no grouping
 * @throws RangeError for NaN, an infinity, or decimals that are no whole number from 0 to 20: a bug of the caller
 */
export function roundDecimal(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`roundDecimal: ${value} is no finite number`);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 20) {
    throw new RangeError(`roundDecimal: decimals must be a whole number from 0 to 20, not ${decimals}`);
  }
  const { negative, whole, fraction } = plainDigits(value);
  const kept = whole + fraction.slice(0, decimals).padEnd(decimals, '0');
  const digits = (fraction[decimals] ?? '0') >= '5' ? increment(kept) : kept;
  const padded = digits.padStart(decimals + 1, '0');
  const unsigned = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '');
  const text = decimals === 0 ? unsigned : `${unsigned}.${padded.slice(-decimals)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The number that is printed: `roundDecimal` read back. Comparisons of printed numbers go through this. */
export function rounded(value: number, decimals: number): number {
  return Number(roundDecimal(value, decimals));
}
