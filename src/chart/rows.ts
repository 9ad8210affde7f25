/** Facts become the rows that a spec draws: each row one fact, with its label ready-made. Part of `chart`. */
import { printFact } from '../model/forms.ts';
import type { Fact } from '../model/ledger.ts';
import type { Problem } from '../problem.ts';
import type { DatasetSpec, RowSpec } from './brief.ts';
import type { Context } from './context.ts';
import type { Row } from './row.ts';
import { scaled, setOf, withOf } from './row-fields.ts';
import { missing, type Scope, unknownYears } from './row-scope.ts';
import { linesOf, widthOf, wordsOf } from './row-texts.ts';
import type { Path } from './schema.ts';
import { phraseKey } from './texts.ts';
import { factNamed, yearOfFact, yearSet } from './years.ts';

export interface Rows {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
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
