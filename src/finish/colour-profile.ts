/**
 * The sRGB profile of the output intent, computed from the standard's own numbers (IEC 61966-2-1) so that no profile
 * file has to be shipped: an ICC version 4 display profile (ISO 15076-1) of the matrix and curve kind.
 */

/** Chromaticities of the primaries and of the white point D65: ITU-R BT.709-6, item 1.3 and 1.4. */
const RED = [0.64, 0.33] as const;
const GREEN = [0.3, 0.6] as const;
const BLUE = [0.15, 0.06] as const;
const D65 = [0.3127, 0.329] as const;

/** The profile connection space is seen under D50: ISO 15076-1, 7.2.16. */
const D50: Vector = [0.9642, 1, 0.8249];

/** IEC 61966-2-1: y = ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below. As ISO 15076-1 curve type 3: g, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/** The Bradford cone responses, ISO 15076-1, annex E. */
const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const apply = (m: Matrix, v: Vector): Vector => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
const column = (m: Matrix, i: 0 | 1 | 2): Vector => [m[0][i], m[1][i], m[2][i]];
const times = (a: Matrix, b: Matrix): Matrix => {
  const columns = [apply(a, column(b, 0)), apply(a, column(b, 1)), apply(a, column(b, 2))] as const;
  return [0, 1, 2].map((r) => columns.map((c) => c[r])) as unknown as Matrix;
};
const diagonal = (v: Vector): Matrix => [
  [v[0], 0, 0],
  [0, v[1], 0],
  [0, 0, v[2]],
];

function inverse(m: Matrix): Matrix {
  const [[a, b, c], [d, e, f], [g, h, i]] = m;
  const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return [
    [(e * i - f * h) / det, (c * h - b * i) / det, (b * f - c * e) / det],
    [(f * g - d * i) / det, (a * i - c * g) / det, (c * d - a * f) / det],
    [(d * h - e * g) / det, (b * g - a * h) / det, (a * e - b * d) / det],
  ];
}

/** A chromaticity as a tristimulus value with Y = 1. */
const tristimulus = ([x, y]: readonly [number, number]): Vector => [x / y, 1, (1 - x - y) / y];

/** From D65 to D50: the cone responses scaled by their ratio (linear Bradford). */
export function adaptation(): Matrix {
  const from = apply(BRADFORD, tristimulus(D65));
  const to = apply(BRADFORD, D50);
  const ratio: Vector = [to[0] / from[0], to[1] / from[1], to[2] / from[2]];
  return times(inverse(BRADFORD), times(diagonal(ratio), BRADFORD));
}

/** Linear sRGB to XYZ under D50; its columns are the profile's colorants. */
export function primaries(): Matrix {
  const [r, g, b] = [tristimulus(RED), tristimulus(GREEN), tristimulus(BLUE)];
  const raw: Matrix = [0, 1, 2].map((i) => [r[i], g[i], b[i]]) as unknown as Matrix;
  const scale = apply(inverse(raw), tristimulus(D65));
  return times(adaptation(), times(raw, diagonal(scale)));
}

const ascii = (s: string): number[] => [...s].map((c) => c.charCodeAt(0));
const u16 = (n: number): number[] => [(n >> 8) & 255, n & 255];
const u32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
/** Signed 15.16 fixed point. */
const fixed = (v: number): number[] => u32(Math.round(v * 65536));

const xyz = (v: Vector): number[] => [...ascii('XYZ '), ...u32(0), ...v.flatMap(fixed)];
const curve = (): number[] => [...ascii('para'), ...u32(0), ...u16(3), ...u16(0), ...CURVE.flatMap(fixed)];
const chad = (): number[] => [...ascii('sf32'), ...u32(0), ...adaptation().flat().flatMap(fixed)];

/** Text in one language, UTF-16: ISO 15076-1, 10.15. */
function said(text: string): number[] {
  const units = [...text].flatMap((c) => u16(c.charCodeAt(0)));
  return [
    ...ascii('mluc'),
    ...u32(0),
    ...u32(1),
    ...u32(12),
    ...ascii('enUS'),
    ...u32(units.length),
    ...u32(28),
    ...units,
  ];
}

const padded = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0),
];

/** The day that the standard sRGB was published; a profile must carry a date, and this one never changes. */
const DATE = [1999, 10, 18, 0, 0, 0] as const;

/** What the output intent calls the profile. */
export const PROFILE_NAME = 'sRGB IEC61966-2.1';

/** The profile's bytes: always the same. */
export function srgbProfile(): Uint8Array {
  const m = primaries();
  const tags: [string, number[]][] = [
    ['desc', said(PROFILE_NAME)],
    ['cprt', said('No copyright, use freely')],
    ['wtpt', xyz(D50)],
    ['chad', chad()],
    ['rXYZ', xyz(column(m, 0))],
    ['gXYZ', xyz(column(m, 1))],
    ['bXYZ', xyz(column(m, 2))],
    ['rTRC', curve()],
  ];
  const offsets = new Map<string, [number, number]>();
  const data: number[] = [];
  const start = 128 + 4 + 12 * (tags.length + 2);
  for (const [name, bytes] of tags) {
    offsets.set(name, [start + data.length, bytes.length]);
    data.push(...padded(bytes));
  }
  // The three channels share one curve.
  const shared = offsets.get('rTRC')!;
  offsets.set('gTRC', shared).set('bTRC', shared);
  const table = [...offsets].flatMap(([name, [at, size]]) => [...ascii(name), ...u32(at), ...u32(size)]);
  const header = [
    ...[...u32(start + data.length), ...u32(0), ...u32(0x04200000), ...ascii('mntrRGB XYZ ')],
    ...[...DATE.flatMap(u16), ...ascii('acsp'), ...u32(0), ...u32(0), ...u32(0), ...u32(0)],
    ...[...u32(0), ...u32(0), ...u32(0), ...D50.flatMap(fixed), ...u32(0)],
  ];
  const rest = new Array<number>(128 - header.length).fill(0);
  return Uint8Array.from([...header, ...rest, ...u32(offsets.size), ...table, ...data]);
}
