/**
 * New vintages from where series came. Asks each publisher, holds the answer against the newest vintage, and says which
 * files would change; writes nothing itself and touches no text of the brief. Not a stage of the line: its result is input to it.
 */
import type { Content, Placed, Sources } from '../model/content.ts';
import type { Answer, FetchSpec, Origin } from '../model/refresh.ts';
import type { Series } from '../model/series.ts';
import { type Problem, problem } from '../problem.ts';
import { type Change, changesOf, type Fresh, freshOf, wrongPower } from './changes.ts';
import { Unusable } from './read.ts';
import { readSdmxCsv } from './sdmx-csv.ts';
import { readSdmxJson } from './sdmx-json.ts';
import { readWorldBank } from './world-bank.ts';
import { tableText, withPin, withSource, withVintage } from './write-vintage.ts';

/** An address that did not give a text, whatever was tried; its message says why. Thrown by `get`. */
export class Unreachable extends Error {}

/** Gives the text at an address. `released` is the day the server says it was last changed. @throws Unreachable */
export type Get = (url: string, accept: string) => Promise<{ readonly text: string; readonly released?: string }>;

export type Refreshed =
  | { readonly series: string; readonly outcome: 'failed' }
  | { readonly series: string; readonly outcome: 'unchanged'; readonly vintage: string }
  | {
      readonly series: string;
      readonly outcome: 'new';
      readonly vintage: string;
      readonly before: string;
      readonly published: string;
      readonly source: string;
      readonly changes: readonly Change[];
    };

/** The parts of a project that `refresh` reads. */
export type Refreshable = Pick<Content, 'series' | 'sources' | 'origins'> & { readonly files: Sources['yaml'] };

const ACCEPT: Readonly<Record<Origin['protocol'], string>> = {
  world_bank: 'application/json',
  sdmx_json: 'application/vnd.sdmx.data+json;version=1.0.0, application/vnd.sdmx.data+json, application/json;q=0.5',
  sdmx_csv: 'application/vnd.sdmx.data+csv;version=1.0.0, application/vnd.sdmx.data+csv, text/csv;q=0.5',
};

/** Asks one publisher for one series. @throws Unusable, Unreachable */
async function ask(origin: Origin, spec: FetchSpec, series: Series, get: Get): Promise<Answer> {
  const accept = ACCEPT[origin.protocol];
  if (origin.protocol === 'world_bank')
    return readWorldBank(origin, spec, series.panel, async (url) => (await get(url, accept)).text);
  // Every dimension with every observation: the flat form, which all publishers have.
  const query = origin.protocol === 'sdmx_json' ? '?dimensionAtObservation=AllDimensions' : '';
  const { text, released } = await get(`${origin.url}/data/${spec.code}${query}`, accept);
  const answer = origin.protocol === 'sdmx_json' ? readSdmxJson(text, spec) : readSdmxCsv(text, spec);
  return { ...answer, released: answer.released ?? released };
}

/**
 * Refreshes series one after another: publishers count requests.
 * @param wanted names of series; all that have `fetch:` where none is given
 * @param today ISO date
 * @param month the month of a date in the words of a language
 * @returns what became of each, the files that change by path, and what went wrong. A series that fails leaves the others alone.
 */
export async function refresh(
  project: Refreshable,
  wanted: readonly Series[],
  get: Get,
  today: string,
  month: (lang: string, date: string) => string,
): Promise<{ results: Refreshed[]; files: Map<string, string>; problems: Problem[] }> {
  const files = new Map<string, string>();
  const results: Refreshed[] = [];
  const problems: Problem[] = [];
  const sources = new Set(project.sources.keys());
  for (const series of wanted) {
    const spec = series.fetch;
    const origin = spec && project.origins.get(spec.from);
    const placed = project.files.get(series.place.file);
    if (!spec || !origin || !placed) continue;
    const answer = await ask(origin, spec, series, get).catch((error: unknown) => reasonFor(error, series, spec));
    const found =
      'figures' in answer ? judged(answer, series, spec) : { fresh: undefined, changes: [], problems: [answer] };
    problems.push(...found.problems);
    if (!found.fresh) {
      results.push({ series: series.id, outcome: 'failed' });
      continue;
    }
    const { fresh, changes } = found;
    const newest = series.vintages[0];
    if (changes.length === 0) {
      results.push({ series: series.id, outcome: 'unchanged', vintage: newest?.id ?? '' });
      continue;
    }
    const published = ('figures' in answer && answer.released) || today;
    const taken = new Set(series.vintages.map(({ id }) => id));
    const id = [published.slice(0, 7), published, `${published}-${today}`].find((name) => !taken.has(name)) ?? today;
    const source = `${origin.name}_${published.slice(0, 7).replace('-', '_')}`;
    if (!sources.has(source)) {
      sources.add(source);
      const path = 'data/sources.yaml';
      const text = files.get(path) ?? project.files.get(path)?.text ?? '';
      files.set(
        path,
        withSource(text, source, origin, published, today, (lang) => month(lang, published)),
      );
    }
    const table = series.panel ? `panels/${series.id}_${id.replaceAll('-', '_')}.csv` : undefined;
    if (table !== undefined) files.set(`data/${table}`, tableText(fresh));
    files.set(placed.file, withVintage(placed, { id, source, published }, fresh, table));
    // A formula that names no vintage means the only one: with a second it would mean none.
    if (newest && series.vintages.length === 1) pin(project.files, series, newest.id, files);
    results.push({
      series: series.id,
      outcome: 'new',
      vintage: id,
      before: newest?.id ?? '',
      published,
      source,
      changes,
    });
  }
  return { results, files, problems };
}

/** Every edition keeps the state that it printed, until somebody moves its pin. */
function pin(yaml: Sources['yaml'], series: Series, vintage: string, files: Map<string, string>): void {
  for (const [path, placed] of yaml) {
    if (!path.startsWith('data/editions/')) continue;
    const text = files.get(path);
    const now: Placed = text === undefined ? placed : { ...placed, text };
    files.set(path, withPin(now, series, vintage));
  }
}

function reasonFor(error: unknown, series: Series, spec: FetchSpec): Problem {
  const args = { series: series.id, reason: error instanceof Error ? error.message : String(error) };
  if (error instanceof Unusable) return problem('refresh-not-understood', spec.place, args);
  if (error instanceof Unreachable) return problem('refresh-unreachable', spec.place, args);
  throw error;
}

/** What an answer is worth: its figures and what they change, or why it is refused. */
function judged(
  answer: Answer,
  series: Series,
  spec: FetchSpec,
): { fresh?: Fresh[]; changes: Change[]; problems: Problem[] } {
  const newest = series.vintages[0];
  const { fresh, contradictions } = freshOf(answer.figures, spec, newest);
  const none = { changes: [] };
  if (contradictions.length > 0) {
    const problems = contradictions.map(({ figure, other }) =>
      problem('refresh-contradiction', spec.place, {
        series: series.id,
        what: [figure.item, figure.period].filter(Boolean).join(' '),
        one: figure.value,
        other,
      }),
    );
    return { ...none, problems };
  }
  if (fresh.length === 0)
    return { ...none, problems: [problem('refresh-empty', spec.place, { series: series.id, code: spec.code })] };
  const power = wrongPower(fresh, newest);
  if (power !== undefined) {
    const args = { series: series.id, power, remedy: spec.power - power };
    return { ...none, problems: [problem('refresh-scale', spec.place, args)] };
  }
  const changes = changesOf(fresh, newest);
  const gone = changes.filter(({ after }) => after === undefined);
  const named = gone.slice(0, 5).map(({ item, period }) => [item, period].filter(Boolean).join(' '));
  const periods = gone.length > 5 ? `${named.join(', ')} and ${gone.length - 5} more` : named.join(', ');
  const problems = gone.length > 0 ? [problem('refresh-gone', spec.place, { series: series.id, periods })] : [];
  return { fresh, changes, problems };
}
