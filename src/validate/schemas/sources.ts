/** data/sources.yaml, data/terms.yaml and data/lists.yaml: what other files name. */
import * as z from 'zod';
import { expect, filled, identifier, line, list, map, matching, record, release } from './parts.ts';
import type { TextSchema } from './text.ts';

export const certainty = z.enum(['A', 'B', 'C', 'P'], expect('certainty'));

export const sources = (text: TextSchema) =>
  record(
    identifier,
    map({
      publisher: text.describe('Who published it.'),
      title: text.describe('The title of the publication or table.'),
      line: text.describe('The short line printed under charts: World Bank, WITS.'),
      published: release.describe('When it was published: a year, month or date.'),
      retrieved: release.describe('When the figures were taken from it.'),
      licence: line().describe('The licence under which its figures may be used.'),
      url: matching(/^https?:\/\/\S+$/, 'address')
        .describe('Where it can be found.')
        .optional(),
      certainty: certainty.describe(
        'How sure the figures are: A copied by program, B typed from a text that was read, C calculated, P press.',
      ),
      note: text.describe('What a reader of the figures should know.').optional(),
    }),
  );

export const terms = (text: TextSchema) =>
  record(identifier, text.describe('The name of a good, market, sector, group, stage or economy.'));

export const lists = (text: TextSchema) =>
  record(
    identifier,
    map({
      label: text.describe('The name of the list, as printed.'),
      source: identifier.describe('The source of the list: a name from data/sources.yaml.'),
      members: list(identifier)
        .min(1, filled)
        .describe('Its members: codes of economies (ISO 3166, three letters) or names from data/terms.yaml.'),
    }),
  );
