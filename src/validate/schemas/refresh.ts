/** data/refresh.yaml: publishers' interfaces; and `fetch:` of a series, which names one. */
import * as z from 'zod';
import { PROTOCOLS } from '../../model/refresh.ts';
import { decimals, expect, identifier, line, map, matching, period, record } from './parts.ts';
import { certainty } from './sources.ts';
import type { TextSchema } from './text.ts';

const address = matching(/^https?:\/\/\S+$/, 'address');

export const refresh = (text: TextSchema) =>
  record(
    identifier,
    map({
      protocol: z
        .enum(PROTOCOLS, expect('protocol'))
        .describe('How it answers: world_bank (API v2), sdmx_json or sdmx_csv.'),
      url: address.describe('The address below which its data are.'),
      name: identifier.describe('Each release becomes a source of this name with year and month: wdi_2026_11.'),
      publisher: text.describe('Who publishes it.'),
      title: text.describe('The title of the publication; {release} stands for the month of the release.'),
      line: text.describe('The short line printed under charts; {release} stands for the month of the release.'),
      licence: line().describe('The licence under which its figures may be used.'),
      link: address.describe('Where a reader finds it.').optional(),
      certainty: certainty.describe('How sure the figures are: A, since they are copied by program.'),
    }),
  );

export const fetchSpec = map({
  from: identifier.describe('The publisher: a name from data/refresh.yaml.'),
  code: line().describe('World Bank: the indicator. SDMX: dataflow and key, “NSO,DF_TRADE,1.0/A.EXP”.'),
  economy: matching(/^[A-Z]{2,3}$/, 'economy')
    .describe('World Bank: the economy, ISO 3166; not in a panel.')
    .optional(),
  power: z
    .int(expect('power'))
    .min(-12, expect('power'))
    .max(12, expect('power'))
    .describe('Figures are multiplied by ten to this power: -6 makes millions of units.')
    .optional(),
  decimals: decimals.describe('Figures are rounded to so many decimals; without it they stay as they come.').optional(),
  since: period.describe('The first period taken; without it that of the newest vintage.').optional(),
  dimension: line().describe('SDMX: the dimension that tells items apart.').optional(),
  items: record(identifier, line()).describe('SDMX: the code of each item in that dimension.').optional(),
});
