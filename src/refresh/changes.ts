/** What a new release changes against the newest vintage of a series: new figures, moved ones, figures that are gone. */
import type { FetchSpec, Figure } from '../model/refresh.ts';
import { rounded } from '../model/rounding.ts';
import type { Period, Status, Vintage } from '../model/series.ts';

export interface Fresh {
  readonly item: string | undefined;
  readonly period: Period;
  readonly value: number;
  readonly status: Status | undefined;
}

export interface Change {
  readonly item: string | undefined;
  readonly period: Period;
  /** Undefined where there was or is no figure. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** A number as text times ten to a power, exactly: the digits stay, only the exponent moves. */
export function scaled(text: string, power: number, decimals?: number): number {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const value = Number(`${mantissa}e${Number(exponent) + power}`);
  return decimals === undefined ? value : rounded(value, decimals);
}

/** Figures that two lines of an answer give differently. */
export interface Contradiction {
  readonly figure: Fresh;
  readonly other: number;
}

/**
 * The figures of an answer in the unit and with the names of the series.
 * @returns contradictions where one period has two figures; equal ones are one
 */
export function freshOf(
  figures: readonly Figure[],
  spec: FetchSpec,
  newest: Vintage | undefined,
): { fresh: Fresh[]; contradictions: Contradiction[] } {
  const names = spec.items && new Map(Object.entries(spec.items).map(([item, code]) => [code, item]));
  const known = new Set(newest?.items);
  const since = spec.since ?? firstPeriod(newest);
  const found = new Map<string, Fresh>();
  const contradictions: Contradiction[] = [];
  for (const { item: code, period, text, status } of figures) {
    const item = names ? names.get(code ?? '') : code;
    // Regions and groups of a panel, and codes that no item has, are not of this series.
    if (code !== undefined && (item === undefined || (!names && known.size > 0 && !known.has(item)))) continue;
    if (since !== undefined && period < since) continue;
    const figure = { item, period, value: scaled(text, spec.power, spec.decimals), status };
    const key = `${item ?? ''} ${period}`;
    const before = found.get(key);
    if (before && before.value !== figure.value) contradictions.push({ figure: before, other: figure.value });
    else found.set(key, figure);
  }
  const order = (a: Fresh, b: Fresh) => rank(a, newest) - rank(b, newest) || (a.period < b.period ? -1 : 1);
  return { fresh: [...found.values()].sort(order), contradictions };
}

const rank = ({ item }: Fresh, newest: Vintage | undefined): number =>
  item === undefined ? 0 : (newest?.items.indexOf(item) ?? 0);

const firstPeriod = (vintage: Vintage | undefined): Period | undefined =>
  vintage &&
  itemsOf(vintage)
    .flatMap((item) => vintage.periods(item)[0] ?? [])
    .sort()[0];

const itemsOf = (vintage: Vintage): readonly (string | undefined)[] =>
  vintage.items.length > 0 ? vintage.items : [undefined];

/** Equal but for what binary fractions lose. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Every figure that differs, in the order of the series. */
export function changesOf(fresh: readonly Fresh[], newest: Vintage | undefined): Change[] {
  const changes = fresh.flatMap(({ item, period, value }): Change[] => {
    const before = newest?.value(item, period);
    return before !== undefined && same(before, value) ? [] : [{ item, period, before, after: value }];
  });
  const there = new Set(fresh.map(({ item, period }) => `${item ?? ''} ${period}`));
  const gone = (newest ? itemsOf(newest) : []).flatMap((item) =>
    (newest?.periods(item) ?? [])
      .filter((period) => !there.has(`${item ?? ''} ${period}`))
      .map((period): Change => ({ item, period, before: newest?.value(item, period), after: undefined })),
  );
  return [...changes, ...gone];
}

/**
 * The power of ten by which the figures of a release seem to be off: -3 where thousands became units. Undefined where
 * they are of the old size. Judged by the median of the ratios of figures that both have, since single figures may move far.
 */
export function wrongPower(fresh: readonly Fresh[], newest: Vintage | undefined): number | undefined {
  const ratios = fresh
    .flatMap(({ item, period, value }) => {
      const before = newest?.value(item, period);
      return before === undefined || before === 0 || value === 0 ? [] : [Math.log10(Math.abs(value / before))];
    })
    .sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)] ?? 0;
  const power = Math.round(median);
  // Ten to the power of 0.3 is two: the size of a revision, not of a mistake.
  return power !== 0 && Math.abs(median - power) < 0.3 ? power : undefined;
}
