/** One datum of a drawing: what a spec's encodings may name. Part of `chart`. */
import type { Printed } from './texts.ts';

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
