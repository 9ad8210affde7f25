/** Facts become the rows that a spec draws: each row one fact, with its label ready-made. Part of `chart`. */

import { printFact } from '../model/forms.ts';
import type { Fact } from '../model/ledger.ts';
import { closest } from '../model/nearest.ts';
import { convert, UNITS } from '../model/unit.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Case, DatasetSpec, RowSpec } from './brief.ts';
import type { Context } from './context.ts';
import { wrapped } from './measure.ts';
import type { Path } from './schema.ts';
import { type Printed, phraseKey, phraseWords, termWords, type Words } from './texts.ts';
import { FAMILY, SIZES } from './theme.ts';
import { factNamed, yearOfFact, yearSet } from './years.ts';

/**
 * One datum. Besides these a row has the fields of its spec's `with` (numbers) and `set` (words), `peak` and `trough`,
 * and in a stack `low`, `high` and `mid`.
 */
export interface Row {
  /** Its place in the dataset, from 0. */
  order: number;
  readonly [field: string]: unknown;
  /** Id of the fact; undefined for a row of text alone. */
  readonly fact: string | undefined;
  readonly year: number | undefined;
  /** `2006 [e]`: the year with the fact's status mark. */
  readonly year_label: string | undefined;
  /** The status mark alone, `[e]`; empty without one. */
  readonly status_label: string;
  readonly value: number | undefined;
  /** The value as printed, in the notation of the document's first language. */
  readonly label: string | undefined;
  /** The term or the phrase of its name: what the numbers belong to. */
  readonly series: string | undefined;
  /** Its name, a line for each language (more where it is wrapped); `name1` is the same on one line. */
  readonly name: readonly string[];
  readonly name1: string;
  /** Pixels that the widest line of `name` and the label take, for a plate of paper behind them. */
  readonly name_width: number;
  readonly label_width: number;
  /** `name1` above the label: what stands at the end of a line. */
  readonly tag: readonly string[];
  /** The lines of `name`, then the label. */
  readonly lines: readonly string[];
  /** `name1` and the label side by side. */
  readonly beside: string;
  /** The numbers and the years in its texts. */
  readonly uses: readonly Printed[];
  readonly years: readonly number[];
}

/** The fields that every row has: `with` and `set` add others. */
export const FIELDS: readonly string[] = [
  ...[
    'order',
    'fact',
    'year',
    'year_label',
    'status_label',
    'value',
    'label',
    'series',
    'name',
    'name1',
    'name_width',
    'label_width',
  ],
  ...['lines', 'tag', 'beside', 'uses', 'years', 'peak', 'trough', 'low', 'high', 'mid'],
];

export interface Rows {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** What a row's parts need: its spec with where it stands, and a list to gather problems in. */
interface Scope {
  readonly spec: RowSpec;
  readonly path: Path;
  readonly context: Context;
  readonly problems: Problem[];
}

const BRIEF: Path = ['usermeta', 'brief', 'datasets'];

/** The rows of one dataset of a chart for one document. */
export function rowsOf(id: string, spec: DatasetSpec, context: Context): Rows {
  const problems: Problem[] = [];
  const { rows: several, sort, stack, ...shared } = spec;
  const specs: RowSpec[] = several?.map((each) => together(shared, each)) ?? [shared];
  const rows = specs.flatMap((each, index) => {
    const path = several ? [...BRIEF, id, 'rows', index] : [...BRIEF, id];
    const scope: Scope = { spec: each, path, context, problems };
    return factsOf(scope).map((fact) => rowOf(fact, scope));
  });
  if (sort) rows.sort((a, b) => (sort === 'descending' ? -1 : 1) * ((a.value ?? 0) - (b.value ?? 0)));
  rows.forEach((row, order) => {
    row.order = order;
  });
  return { rows: stack ? stacked(rows, stack === true ? 'value' : stack) : rows, problems };
}

const together = (shared: RowSpec, own: RowSpec): RowSpec => ({
  ...shared,
  ...own,
  ...((shared.with || own.with) && { with: { ...shared.with, ...own.with } }),
  ...((shared.set || own.set) && { set: { ...shared.set, ...own.set } }),
});

const placeAt = ({ context, path }: Scope, ...keys: string[]): Place =>
  context.chart.placed.at([...path, ...keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))]);

/** The facts of a row spec; `[undefined]` for a row of text alone, none (and a problem) where a name is unknown. */
function factsOf(scope: Scope): (Fact | undefined)[] {
  const { spec, context } = scope;
  const { ledger } = context;
  if (spec.family === undefined && spec.fact === undefined) return [undefined];
  if (spec.fact !== undefined) {
    const fact = factNamed(spec.fact, ledger);
    return fact ? [fact] : missing(spec.fact, 'fact', scope);
  }
  const name = spec.family ?? '';
  const family = ledger.family(name);
  if (family.length === 0) return missing(name, 'family', scope);
  if (spec.years === undefined) return [...family];
  const wanted = yearSet(spec.years, family, ledger);
  unknownYears(wanted.unknown, scope, 'years');
  return family.filter((fact) => wanted.has(yearOfFact(fact)));
}

/** Says that a name is unknown, unless the row is optional and the name at least declared in data/facts. */
function missing(name: string, key: string, scope: Scope): [] {
  const { ledger, content } = scope.context;
  const declared = content.facts.has(name.split('.')[0] ?? name);
  if (!(scope.spec.optional && declared)) {
    const near = closest(name, [...ledger.names, ...content.facts.keys()]);
    const what = key === 'family' ? 'family of facts' : 'fact';
    scope.problems.push(problem('unknown-name', placeAt(scope, ...key.split('/')), { what, name, near }));
  }
  return [];
}

function unknownYears(names: readonly string[], scope: Scope, ...keys: string[]): void {
  const known = ['first', 'last', 'start', 'end', 'base', 'prev', ...scope.context.ledger.names];
  for (const name of names) {
    scope.problems.push(
      problem('unknown-name', placeAt(scope, ...keys), { what: 'year', name, near: closest(name, known) }),
    );
  }
}

function rowOf(fact: Fact | undefined, scope: Scope): Row {
  const { spec, context } = scope;
  const [first] = context.languages;
  const format = context.formatOf(first);
  const words = wordsOf(scope);
  const label = fact && printFact(fact, format, spec.label ?? 'bare');
  const year = fact && yearOfFact(fact);
  const name = linesOf(words, scope);
  const name1 = [...new Set(words.lines)].join(' · ');
  const numbers = withOf(fact, year, scope);
  const value = fact && scaled(fact, fact, spec);
  const among = (fields: readonly string[] = []) =>
    [value, ...fields.map((field) => numbers[field])].filter((n) => n !== undefined);
  return {
    ...numbers,
    ...(spec.peak && { peak: Math.max(...among(spec.peak)) }),
    ...(spec.trough && { trough: Math.min(...among(spec.trough)) }),
    ...setOf(fact, year, numbers, scope),
    order: 0,
    fact: fact?.id,
    year,
    year_label: year === undefined ? undefined : format.year(year) + format.mark(fact?.status),
    status_label: format.mark(fact?.status).trim(),
    value,
    label,
    series: spec.term ?? (spec.name === undefined ? undefined : phraseKey(context.chart.id, spec.name)),
    name,
    name1,
    name_width: Math.max(0, ...name.map((line) => widthOf(line, 400, context))),
    label_width: widthOf(label ?? '', 600, context),
    tag: [name1, label ?? ''].filter((line) => line !== ''),
    lines: [...name, label ?? ''].filter((line) => line !== ''),
    beside: `${name1} ${label ?? ''}`.trim(),
    uses: [...(fact && label !== undefined ? [{ fact: fact.id, text: label, lang: first }] : []), ...words.uses],
    years: [...(year === undefined ? [] : [year]), ...words.years],
  };
}

function wordsOf(scope: Scope): Words {
  const { spec, context } = scope;
  const none: Words = { lines: [], uses: [], years: [], problems: [] };
  const words =
    spec.term !== undefined
      ? termWords(spec.term, placeAt(scope, 'term'), context)
      : spec.name !== undefined
        ? phraseWords(phraseKey(context.chart.id, spec.name), context.languages, placeAt(scope, 'name'), context)
        : none;
  scope.problems.push(...words.problems);
  return words;
}

/** A line for each language, one where all say the same; broken at the width that the spec allows. */
function linesOf(words: Words, { spec, context }: Scope): string[] {
  const lines = [...new Set(words.lines)];
  if (spec.wrap === undefined) return lines;
  return lines.flatMap((line) => wrapped(line, spec.wrap ?? 0, (part) => widthOf(part, 400, context)));
}

/** The pixels of a text in the size of labels. */
function widthOf(text: string, weight: number, { measure, narrow }: Context): number {
  return measure(text, { family: FAMILY, weight, size: SIZES[narrow ? 'narrow' : 'wide'].size });
}

/**
 * A fact's value on the scale of its row: in the spec's unit, else in that of the row's own fact, where the kinds agree.
 * 1 billion beside millions is 1,000.
 */
function scaled(value: Fact, fact: Fact | undefined, { unit }: RowSpec): number {
  const wanted = unit ?? fact?.unit ?? value.unit;
  return UNITS[wanted].kind === UNITS[value.unit].kind
    ? convert(Number(value.value), value.unit, wanted)
    : Number(value.value);
}

/** The fields of `with`: of a family, the value of the row's year. */
function withOf(fact: Fact | undefined, year: number | undefined, scope: Scope): Record<string, number> {
  const { ledger } = scope.context;
  const found = Object.entries(scope.spec.with ?? {}).map(([field, name]): [string, number] | undefined => {
    const other = ledger.family(name).length > 0 && fact ? ledger.find(name, year) : factNamed(name, ledger);
    if (!other) missing(name, `with/${field}`, scope);
    return other && [field, scaled(other, fact, scope.spec)];
  });
  return Object.fromEntries(found.filter((each) => each !== undefined));
}

/** The fields of `set`: each the first of its cases that holds. */
function setOf(
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

/** Lays each year's rows one upon the other, in their order. Positions for drawing only: no label shows them. */
function stacked(rows: readonly Row[], field: string): Row[] {
  const heights = new Map<number | undefined, number>();
  return rows.map((row) => {
    const low = heights.get(row.year) ?? 0;
    const high = low + Number(row[field] ?? 0);
    heights.set(row.year, high);
    return { ...row, low, high, mid: (low + high) / 2 };
  });
}
