/** brief.yaml: the project. */
import { editionId, expect, filled, language, list, map } from './parts.ts';
import type { TextSchema } from './text.ts';

export const project = (text: TextSchema) =>
  map({
    publisher: text.describe('Who publishes the briefs, as printed on the cover.'),
    disclaimer: text.describe('What the publisher wants to be said about standing and independence.'),
    contact: text.describe('Where readers send questions and corrections: a mail or web address, or words for it.'),
    licence: text.describe('The licence under which the briefs may be used, like CC BY 4.0.'),
    coverage: text
      .describe('The country or region that the figures are about; told to catalogues and search engines.')
      .optional(),
    languages: list(language)
      .min(1, filled)
      .describe('The languages of every text, in the order in which they are shown.'),
    documents: list(list(language, 'documents').min(1, expect('documents')).max(2, expect('documents')))
      .min(1, filled)
      .describe('What is printed: single languages, [vi], and ordered pairs, [vi, en].'),
    editions: list(editionId).min(1, filled).describe('The briefs of the project: names of files in data/editions.'),
  });
