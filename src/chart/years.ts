/** Which years a chart means by `first`, `base`, `end-3`, `month_year`: never a typed year of one edition. Part of `chart`. */
import type { Fact, Ledger, Window } from '../model/ledger.ts';
import type { Years } from './brief.ts';

const NAME = /^(\w+?)(?:\s*([+-])\s*(\d{1,2}))?$/;

/** The year that a name means; undefined where it means none here. */
export function yearNamed(name: string | number, family: readonly Fact[], ledger: Ledger): number | undefined {
  if (typeof name === 'number') return name;
  const [, word = '', sign, offset = '0'] = NAME.exec(name.trim()) ?? [];
  const from = plain(word, family, ledger);
  return from === undefined ? undefined : from + Number(`${sign ?? ''}${offset}`);
}

function plain(word: string, family: readonly Fact[], ledger: Ledger): number | undefined {
  if (/^\d{4}$/.test(word)) return Number(word);
  const end = word === 'first' ? family[0] : word === 'last' ? family.at(-1) : undefined;
  if (end) return yearOfFact(end);
  if (Object.hasOwn(ledger.window, word)) return ledger.window[word as keyof Window];
  const fact = ledger.find(word);
  return fact?.unit === 'year' ? Number(fact.value) : undefined;
}

/** A fact of a row by its written name: `exports`, `exports_history.base`, `exports_history.month_year`. */
export function factNamed(name: string, ledger: Ledger): Fact | undefined {
  const whole = ledger.find(name);
  if (whole) return whole;
  const [family = '', year = ''] = name.split(/\.(.*)/s);
  const known = ledger.family(family);
  const wanted = year === '' ? undefined : yearNamed(year, known, ledger);
  return wanted === undefined ? undefined : ledger.find(family, wanted);
}

export interface YearSet {
  has(year: number | undefined): boolean;
  /** Names that mean no year here. */
  readonly unknown: readonly string[];
}

/** The years that a spec lists: one name, a list of names, or a range `start..end`. */
export function yearSet(years: Years, family: readonly Fact[], ledger: Ledger): YearSet {
  const unknown: string[] = [];
  const named = (name: string | number): number => {
    const year = yearNamed(name, family, ledger);
    if (year === undefined) unknown.push(String(name));
    return year ?? Number.NaN;
  };
  const spans = [years].flat().map((each): readonly [number, number] => {
    const [from = '', to = from] = String(each).split('..');
    return [named(from), named(to)];
  });
  return {
    has: (year) => year !== undefined && spans.some(([from, to]) => from <= year && year <= to),
    unknown: [...new Set(unknown)],
  };
}

/** The one year of a fact's period, 2005; else the last year that it speaks of. What a path is computed from may reach further than its period. */
export function yearOfFact(fact: Fact): number | undefined {
  return /^\d{4}$/.test(fact.period) ? Number(fact.period) : fact.years.at(-1);
}
