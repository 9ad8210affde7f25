import { describe, expect, it } from 'vitest';
import { adaptation, primaries, srgbProfile } from '../../src/finish/colour-profile.ts';

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

describe('the sRGB profile', () => {
  it('has the colorants that sRGB has under D50', () => {
    // The numbers that sRGB profiles commonly carry, to four digits.
    const known = [
      [0.4361, 0.3851, 0.1431],
      [0.2225, 0.7169, 0.0606],
      [0.0139, 0.0971, 0.7141],
    ];
    const made = primaries().map((row) => row.map((v) => Math.round(v * 1e4) / 1e4));
    made.forEach((row, r) => {
      row.forEach((value, c) => {
        expect(Math.abs(value - known[r]![c]!)).toBeLessThanOrEqual(2e-4);
      });
    });
  });

  it('maps white to the white of the connection space', () => {
    const white = primaries().map(([r, g, b]) => r + g + b);
    expect(white[0]).toBeCloseTo(0.9642, 4);
    expect(white[1]).toBeCloseTo(1, 4);
    expect(white[2]).toBeCloseTo(0.8249, 4);
  });

  it('adapts D65 to D50 as Bradford does', () => {
    expect(adaptation()[0][0]).toBeCloseTo(1.0479, 3);
    expect(adaptation()[2][2]).toBeCloseTo(0.7519, 3);
  });

  it('is a display profile for RGB whose size and tags are what its header says', () => {
    const bytes = srgbProfile();
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(0)).toBe(bytes.length);
    expect(bytes[8]).toBe(4);
    expect(latin(bytes.subarray(12, 24))).toBe('mntrRGB XYZ ');
    expect(latin(bytes.subarray(36, 40))).toBe('acsp');
    const tags = view.getUint32(128);
    const names = Array.from({ length: tags }, (_, i) => latin(bytes.subarray(132 + 12 * i, 136 + 12 * i)));
    expect(names).toEqual(['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']);
    for (let i = 0; i < tags; i++) {
      const offset = view.getUint32(136 + 12 * i);
      expect(offset % 4).toBe(0);
      expect(offset + view.getUint32(140 + 12 * i)).toBeLessThanOrEqual(bytes.length);
    }
  });

  it('is small', () => {
    expect(srgbProfile().length).toBeLessThan(700);
  });
});
