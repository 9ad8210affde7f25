/** The fields that a chart adds to its rows: numbers of other facts (`with`) and words by cases (`set`). Part of `chart`. */
import type { Fact } from '../model/ledger.ts';
import { convert, UNITS } from '../model/unit.ts';
import type { Case, RowSpec } from './brief.ts';
import { missing, type Scope, unknownYears } from './row-scope.ts';
import { factNamed, yearSet } from './years.ts';

/**
 * A fact's value on the scale of its row: in the spec's unit, else in that of the row's own fact, where the kinds agree.
 * 1 billion beside millions is 1,000.
 */
export function scaled(value: Fact, fact: Fact | undefined, { unit }: RowSpec): number {
  const wanted = unit ?? fact?.unit ?? value.unit;
  return UNITS[wanted].kind === UNITS[value.unit].kind
    ? convert(Number(value.value), value.unit, wanted)
    : Number(value.value);
}

/** The fields of `with`: of a family, the value of the row's year. */
export function withOf(fact: Fact | undefined, year: number | undefined, scope: Scope): Record<string, number> {
  const { ledger } = scope.context;
  const found = Object.entries(scope.spec.with ?? {}).map(([field, name]): [string, number] | undefined => {
    const other = ledger.family(name).length > 0 && fact ? ledger.find(name, year) : factNamed(name, ledger);
    if (!other) missing(name, `with/${field}`, scope);
    return other && [field, scaled(other, fact, scope.spec)];
  });
  return Object.fromEntries(found.filter((each) => each !== undefined));
}

/** The fields of `set`: each the first of its cases that holds. */
export function setOf(
  fact: Fact | undefined,
  year: number | undefined,
  numbers: Record<string, number>,
  scope: Scope,
): Record<string, string> {
  const { ledger } = scope.context;
  const limit = (name: string, ...keys: string[]): number => {
    const other = factNamed(name, ledger);
    if (numbers[name] === undefined && !other) missing(name, ['set', ...keys].join('/'), scope);
    return numbers[name] ?? (other ? scaled(other, fact, scope.spec) : Number.NaN);
  };
  const holds = (each: Case, ...at: string[]): boolean => {
    const value = fact ? scaled(fact, fact, scope.spec) : Number.NaN;
    if (each.years !== undefined) {
      const wanted = yearSet(each.years, scope.spec.family ? ledger.family(scope.spec.family) : [], ledger);
      unknownYears(wanted.unknown, scope, 'set', ...at, 'years');
      if (!wanted.has(year)) return false;
    }
    if (each.below !== undefined && !(value < limit(each.below, ...at, 'below'))) return false;
    if (each.above !== undefined && !(value >= limit(each.above, ...at, 'above'))) return false;
    if (each.negative !== undefined && value < 0 !== each.negative) return false;
    return each.status === undefined || fact?.status === each.status;
  };
  return Object.fromEntries(
    Object.entries(scope.spec.set ?? {}).map(([field, cases]) => {
      if (typeof cases === 'string') return [field, cases];
      return [field, cases.find((each, index) => holds(each, field, String(index)))?.is ?? ''];
    }),
  );
}
