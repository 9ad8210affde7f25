/**
 * SDMX-CSV data messages, versions 1.0 and 2.0: a line an observation, a column a dimension or attribute.
 * Source: SDMX, SDMX-CSV Data Message, https://github.com/sdmx-twg/sdmx-csv
 */
import { parse } from 'csv-parse/sync';
import type { Answer, FetchSpec, Figure } from '../model/refresh.ts';
import { isMissing, numberOf, periodOf, statusOf, textOf, Unusable } from './read.ts';

/** The figures of a message. Columns with a label behind the code (`GEO: Area`) count by their code. @throws Unusable */
export function readSdmxCsv(text: string, spec: FetchSpec): Answer {
  const rows = table(text);
  const columns = Object.keys(rows[0] ?? {});
  for (const wanted of ['TIME_PERIOD', 'OBS_VALUE', ...(spec.dimension === undefined ? [] : [spec.dimension])])
    if (rows.length > 0 && !columns.includes(wanted))
      throw new Unusable(`it has no column ${wanted}, only ${columns.slice(0, 12).join(', ')}`);
  const figures = rows.flatMap((row): Figure[] => {
    const code = (column: string) => textOf(row[column])?.split(': ')[0];
    const status = code('OBS_STATUS');
    if (textOf(row.OBS_VALUE) === undefined || row.OBS_VALUE === 'NaN' || isMissing(status)) return [];
    const period = periodOf(code('TIME_PERIOD'));
    const item = spec.dimension === undefined ? undefined : code(spec.dimension);
    return [{ item, period, text: numberOf(row.OBS_VALUE, period), status: statusOf(status) }];
  });
  return { released: undefined, figures };
}

function table(text: string): Record<string, string>[] {
  try {
    return parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.split(': ')[0]?.trim() ?? ''),
      skip_empty_lines: true,
      trim: true,
      // Some publishers end their lines with a semicolon between, as spreadsheets of comma countries do.
      delimiter: text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',',
    }) as Record<string, string>[];
  } catch (error) {
    throw new Unusable(`it is no CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}
