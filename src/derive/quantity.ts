/** The values a formula works with: a number with its unit, and the trace of everything it was made from. */
import type { Input } from '../model/ledger.ts';
import type { Cell, Status } from '../model/series.ts';
import type { Unit } from '../model/unit.ts';
import { atom, type Expression, numeral } from './canonical.ts';
import { hull, type Span, yearsOf } from './period.ts';

/** Where a value comes from: what `Fact` carries on. */
export interface Trace {
  readonly inputs: readonly Input[];
  readonly years: readonly number[];
  /** Undefined where nothing has been read yet: a literal number. */
  readonly span: Span | undefined;
  readonly vintages: readonly string[];
  readonly sources: readonly string[];
  readonly status: Status | undefined;
}

export interface Quantity {
  readonly type: 'quantity';
  readonly value: number | boolean;
  readonly unit: Unit;
  /** Written out as a number, or reckoned from such numbers and years alone: it adapts to counts, ranks, ratios and indices. */
  readonly literal: boolean;
  readonly expression: Expression;
  readonly trace: Trace;
}

/**
 * Statuses from the weakest: what the article stated and nobody can recompute, an estimate, a preliminary figure,
 * a break in the series, a revised figure. A final figure has none. A value made of several is as weak as the weakest.
 */
const WEAKEST_FIRST: readonly Status[] = ['a', 'e', 'p', 'b', 'r'];

export const weakest = (statuses: Iterable<Status | undefined>): Status | undefined => {
  const present = new Set(statuses);
  return WEAKEST_FIRST.find((status) => present.has(status));
};

export const NO_TRACE: Trace = {
  inputs: [],
  years: [],
  span: undefined,
  vintages: [],
  sources: [],
  status: undefined,
};

const inputKey = (input: Input) =>
  'fact' in input
    ? input.fact
    : [input.cell.series, input.cell.item ?? '', input.cell.vintage, input.cell.period].join('\u0000');

/** Joins traces: inputs and sources in order of first use without doubles, years and vintages ascending, the hull of the spans. */
export function joined(traces: readonly Trace[]): Trace {
  const [only] = traces;
  if (only && traces.length === 1) return only;
  const inputs = new Map<string, Input>();
  for (const trace of traces) for (const input of trace.inputs) inputs.set(inputKey(input), input);
  const spans = traces.flatMap((trace) => trace.span ?? []);
  return {
    inputs: [...inputs.values()],
    years: [...new Set(traces.flatMap((trace) => trace.years))].sort((a, b) => a - b),
    span: spans.length === 0 ? undefined : spans.reduce(hull),
    vintages: [...new Set(traces.flatMap((trace) => trace.vintages))].sort(),
    sources: [...new Set(traces.flatMap((trace) => trace.sources))],
    status: weakest(traces.map((trace) => trace.status)),
  };
}

/** The trace of one cell of a series. */
export const cellTrace = (cell: Cell): Trace => ({
  inputs: [{ cell }],
  years: yearsOf(cell.period),
  span: { from: cell.period, to: cell.period },
  vintages: [`${cell.series}@${cell.vintage}`],
  sources: [cell.source],
  status: cell.status,
});

/** A number as written in a formula. */
export const literal = (value: number): Quantity => ({
  type: 'quantity',
  value,
  unit: 'count',
  literal: true,
  expression: numeral(value),
  trace: NO_TRACE,
});

/** A year of the window, or reckoned from one. It is spoken of, but no figure of it has been read. */
export const yearQuantity = (year: number, years: readonly number[] = [year]): Quantity => ({
  type: 'quantity',
  value: year,
  unit: 'year',
  literal: true,
  expression: atom(`year(${year})`),
  trace: { ...NO_TRACE, years },
});
