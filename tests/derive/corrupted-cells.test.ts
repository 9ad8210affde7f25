/**
 * Cells of the shipped data are corrupted, as hands and programs corrupt them, and each must be found at its own file and
 * line, with no other figure accused. The cells are those that the editions read; which of them is drawn from a fixed seed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { cellsBehind } from '../../src/derive/revisions/moves.ts';
import { checkSense } from '../../src/derive/sense/sense.ts';
import { load } from '../../src/load/load.ts';
import type { Content } from '../../src/model/content.ts';
import type { Cell, Vintage } from '../../src/model/series.ts';
import { validate } from '../../src/validate/validate.ts';
import { wantedNames } from '../../src/wanted.ts';
import { readProject } from '../../src/world/files.ts';

interface Read {
  readonly content: Content;
  /** The cells that the edition reads: single series, and tables of all economies. */
  readonly single: readonly Cell[];
  readonly tables: readonly Cell[];
  readonly series: ReadonlySet<string>;
}

let editions: readonly Read[];
beforeAll(async () => {
  const { files } = await readProject(process.cwd());
  const { sources } = load(files);
  const names = [...files.keys()].flatMap((path) => /^data\/editions\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
  editions = names.map((name): Read => {
    const { content } = validate(sources, name);
    if (!content) throw new Error(`${name} does not validate`);
    const { ledger } = derive(content, wantedNames(content));
    const families = [...wantedNames(content)].flatMap((one) => ledger.family(one).map(({ id }) => id));
    const stated = ledger.claims.flatMap(({ checks }) => checks.flatMap(({ facts }) => facts));
    const cells = cellsBehind(ledger.facts, new Set([...wantedNames(content), ...families, ...stated])).keys();
    const known = [...cells].filter(({ series }) => content.series.has(series));
    return {
      content,
      single: known.filter(({ series }) => !content.series.get(series)?.panel),
      tables: known.filter(({ series }) => content.series.get(series)?.panel),
      series: new Set(known.map(({ series }) => series)),
    };
  });
}, 60_000);

/** The same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Chance = () => number;
const anyOf = <T>(list: readonly T[], chance: Chance): T | undefined => list[Math.floor(chance() * list.length)];

const vintageOf = (content: Content, { series, vintage }: Cell): Vintage | undefined =>
  content.series.get(series)?.vintages.find(({ id }) => id === vintage);

/** What hands and programs do to a figure; undefined where they cannot to this one. */
const SLIPS: Readonly<Record<string, (cell: Cell, content: Content, chance: Chance) => number | undefined>> = {
  'two digits swapped'({ value }, _, chance) {
    const text = String(value);
    const places = [...text].flatMap((digit, i) => (/^\d\d$/.test(digit + (text[i + 1] ?? '')) ? [i] : []));
    const i = anyOf(places, chance);
    return i === undefined ? undefined : Number(text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2));
  },
  'one digit typed wrong'({ value }, _, chance) {
    const text = String(value);
    const i = anyOf(
      [...text].flatMap((digit, at) => (/\d/.test(digit) ? [at] : [])),
      chance,
    );
    if (i === undefined) return undefined;
    const digit = (Number(text[i]) + 1 + Math.floor(chance() * 8)) % 10;
    return Number(text.slice(0, i) + digit + text.slice(i + 1));
  },
  'ten times too much or too little': ({ value }, _, chance) => (chance() < 0.5 ? value * 10 : value / 10),
  'point moved two or three places': ({ value }, _, chance) => {
    const factor = anyOf([100, 0.01, 1000, 0.001], chance) ?? 100;
    return Number((value * factor).toPrecision(12));
  },
  'sign lost': ({ value }) => -value,
  "the neighbour's figure"(cell, content, chance) {
    const vintage = vintageOf(content, cell);
    const periods = vintage?.periods(cell.item) ?? [];
    const at = periods.indexOf(cell.period);
    const beside = [periods[at - 1], periods[at + 1]].flatMap((period) => period ?? []);
    const from = anyOf(beside, chance);
    return from === undefined ? undefined : vintage?.value(cell.item, from);
  },
};

/** Errors about the data with one figure written otherwise. */
function errorsWith({ content, series: read }: Read, cell: Cell, value: number): readonly string[] {
  const own = content.series.get(cell.series);
  const vintages = own?.vintages.map((vintage): Vintage => {
    if (vintage.id !== cell.vintage) return vintage;
    const is = (item: string | undefined, period: string) => item === cell.item && period === cell.period;
    return {
      ...vintage,
      value: (item, period) => (is(item, period) ? value : vintage.value(item, period)),
      cell: (item, period) => {
        const found = vintage.cell(item, period);
        return found && is(item, period) ? { ...found, value } : found;
      },
    };
  });
  const series = new Map(content.series);
  if (own && vintages) series.set(own.id, { ...own, vintages });
  const found = checkSense({ rules: content.rules, series }, read);
  return found.filter(({ severity }) => severity === 'error').map(({ file, line }) => `${file}:${line}`);
}

/** Corrupts so many cells in each way; every one that was not found, or not alone. */
function corrupt(read: Read, cells: readonly Cell[], each: number, slips: readonly string[], seed: number) {
  const chance = seeded(seed);
  let [tried, here] = [0, 0];
  const amiss: string[] = [];
  for (const name of slips) {
    for (let i = 0; i < each; i++) {
      const cell = anyOf(cells, chance);
      const value = cell && SLIPS[name]?.(cell, read.content, chance);
      if (!cell || value === undefined || value === cell.value) continue;
      const at = `${cell.place.file}:${cell.place.line}`;
      const errors = errorsWith(read, cell, value);
      tried += 1;
      if (errors.includes(at)) here += 1;
      if (errors.length !== 1 || errors[0] !== at) {
        amiss.push(`${name}: ${cell.value} → ${value} at ${at}: ${errors.join(', ') || 'nothing'}`);
      }
    }
  }
  return { tried, here, amiss };
}

const WAYS = Object.keys(SLIPS);

it('untouched figures raise no alarm in any edition', () => {
  for (const { content, series } of editions) expect(checkSense(content, series)).toEqual([]);
});

describe('a corrupted cell is found where it stands', () => {
  it('in single series', () => {
    for (const [i, read] of editions.entries()) {
      const { tried, here, amiss } = corrupt(read, read.single, 14, WAYS, 2005 + i);
      expect(tried).toBeGreaterThan(60);
      expect(here / tried, amiss.join('\n')).toBeGreaterThanOrEqual(0.95);
      expect(amiss.length / tried, amiss.join('\n')).toBeLessThanOrEqual(0.05);
    }
  }, 60_000);

  it('in tables of all economies', () => {
    const [read] = editions;
    if (!read) throw new Error('there is no edition');
    const { tried, here, amiss } = corrupt(read, read.tables, 4, WAYS, 193);
    expect(tried).toBeGreaterThan(15);
    expect(here / tried, amiss.join('\n')).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});

it('a gross slip is found even where the figure was wrong from the beginning, so that control totals know nothing', () => {
  const [first] = editions;
  if (!first) throw new Error('there is no edition');
  const rules = new Map([...first.content.rules].filter(([, rule]) => rule.kind !== 'control'));
  const read = { ...first, content: { ...first.content, rules } };
  const gross = ['ten times too much or too little', 'point moved two or three places', 'sign lost'];
  const { tried, here, amiss } = corrupt(read, read.single, 20, gross, 1986);
  expect(here / tried, amiss.join('\n')).toBeGreaterThanOrEqual(0.9);
}, 60_000);

it('every figure that an edition reads is under control totals', () => {
  for (const { content, single, tables } of editions) {
    const controlled = [...content.rules.values()].flatMap((rule) =>
      rule.kind === 'control' ? rule.of.map(({ text }) => text) : [],
    );
    const bare = [...new Set([...single, ...tables].map(({ series, vintage }) => `${series}["${vintage}"]`))];
    expect(
      bare.filter((name) => !controlled.includes(name)),
      'write them: node scripts/control-totals.mjs',
    ).toEqual([]);
  }
});
