/** data/editions/<id>.yaml: one brief. */
import type * as z from 'zod';
import { date, filled, identifier, list, map, record, vintageId, year } from './parts.ts';
import type { TextSchema } from './text.ts';

export const edition = (text: TextSchema) =>
  map({
    window: map({
      start: year.describe('The first year that the brief tells of; its base is the year before.'),
      end: year.describe('The last year that the brief tells of.'),
    }).describe('The years of the brief.'),
    date: date.describe('The date on the cover, also used for every date inside the outputs.'),
    vintages: record(identifier, vintageId)
      .describe('For a series with several vintages: the one that a formula means when it names none.')
      .optional(),
    points: list(identifier)
      .min(1, filled)
      .describe('The points in their order: names of templates in templates/points.'),
    left_out: record(identifier, text)
      .describe('Points that the figures do not support, each with the reason that is printed.')
      .optional(),
  });

export type EditionShape = z.output<ReturnType<typeof edition>>;
