/** data/series/<id>.yaml: one indicator over periods, in one or more vintages. */
import * as z from 'zod';
import {
  expect,
  filled,
  identifier,
  list,
  map,
  matching,
  number,
  period,
  record,
  release,
  status,
  truth,
  unit,
  vintageId,
} from './parts.ts';
import { fetchSpec } from './refresh.ts';
import type { TextSchema } from './text.ts';

const figures = record(period, number, 'values', 'number').describe(
  'The figures by period, one “2005: 1234.5” a line.',
);
const marks = record(period, status, 'values', 'text').describe('Marks of single figures by period: e, p, r, a or b.');

const vintage = map({
  id: vintageId.describe('The name of this published state, like "2026-07"; formulas name it in brackets.'),
  source: identifier.describe('The source: a name from data/sources.yaml.'),
  published: release.describe('When it was published: a year, month or date.'),
  status: status.describe('The mark of every figure of the vintage that has none of its own.').optional(),
  marks: z
    .union([marks, record(identifier, marks, 'values', 'map')], expect('values'))
    .describe('Marks of single figures by period; with items, by item and period.')
    .optional(),
  values: z
    .union([figures, record(identifier, figures, 'values', 'map')], expect('values'))
    .describe('The figures by period; with items (names from data/terms.yaml), by item and period.')
    .optional(),
  table: matching(/^[^\\]+\.csv$/, 'table')
    .describe('In a panel: the CSV file below data/, one line an economy, one column a period.')
    .optional(),
});

export const series = (text: TextSchema) =>
  map({
    label: text.describe('What the series measures, as printed.'),
    unit: unit.describe('The unit of all its figures.'),
    note: text.describe('A remark printed with the series.').optional(),
    first_print_of: identifier
      .describe('The series whose figures these were when they were first printed; what moved since is listed.')
      .optional(),
    fetch: fetchSpec.describe('Where `brief refresh` fetches new vintages from.').optional(),
    panel: truth.describe('True for a table of all economies, from which ranks are taken.').optional(),
    vintages: list(vintage).min(1, filled).describe('Its published states, the newest first.'),
  });

export type SeriesShape = z.output<ReturnType<typeof series>>;
export type VintageShape = SeriesShape['vintages'][number];
