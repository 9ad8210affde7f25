/** data/editions/<id>.yaml: one brief. */
import type * as z from 'zod';
import { fact } from './facts.ts';
import { date, filled, identifier, line, list, map, record, vintageId, year } from './parts.ts';
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
    series: record(identifier, identifier)
      .describe('Where a formula names the first series, this edition reads the second: one that reaches its years.')
      .optional(),
    facts: record(identifier, fact)
      .describe('Facts that this edition alone has, or that it calculates otherwise than data/facts.')
      .optional(),
    previous: vintageId
      .describe('The edition that this one follows; formulas call its years last_start and last_end.')
      .optional(),
    points: list(identifier)
      .min(1, filled)
      .describe('The points in their order: names of templates in templates/points.'),
    left_out: record(identifier, text)
      .describe('Points that the figures do not support, each with the reason that is printed, a phrase.')
      .optional(),
    letter: map({
      authority: text.describe('The office above the one that sends the letter.').optional(),
      office: text.describe('The office that sends it; the publisher where it is not given.').optional(),
      number: line().describe('The running number, in quotes; without it a line of dots is printed.').optional(),
      symbol: line().describe('What stands behind the number: the letters of office and unit.').optional(),
      place: text.describe('The place in front of the date.'),
      to: list(text).min(1, filled).describe('Who the letter is for.'),
      copies: list(text).describe('Who gets a copy besides, and where it is kept.').optional(),
      position: text.describe('The position of who signs.').optional(),
      name: line().describe('Who signs; without it a line of dots is printed.').optional(),
    })
      .describe('A covering letter in the form of Decree 30/2020/NĐ-CP is printed, too: letter-<edition>.pdf.')
      .optional(),
  });

export type EditionShape = z.output<ReturnType<typeof edition>>;
