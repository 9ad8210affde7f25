/** Validates what all editions of a project share, once for the files that were read, however many editions follow. */

import { ADVICE, NOT_READ } from '../messages.ts';
import type { FactSpec, ListSpec, Placed, Project, Sources } from '../model/content.ts';
import type { Lang, Text } from '../model/language.ts';
import type { Locale } from '../model/locale.ts';
import { once } from '../model/once.ts';
import type { Origin } from '../model/refresh.ts';
import type { RuleSpec } from '../model/rules.ts';
import type { Series, Source } from '../model/series.ts';
import { type Problem, problem, stops } from '../problem.ts';
import { buildRules } from './build-rules.ts';
import { buildSeries } from './build-series.ts';
import { buildFacts, buildLists, buildOrigins, buildProject, buildSources, buildTerms } from './build-shared.ts';
import { checkFacts, type Owners } from './check-facts.ts';
import { checkLists } from './check-lists.ts';
import { checkProject, languagesOf } from './check-project.ts';
import { checkRules } from './check-rules.ts';
import { checkSeries, type Known } from './check-series.ts';
import { idIn, kindOf, PATHS } from './files.ts';
import { buildLocale, checkLocales } from './locales.ts';
import { isMap, listOf, mapOf, nameOf } from './raw.ts';
import type { Kind } from './schemas/index.ts';
import { type Shaped, shaped } from './shape.ts';
import { readTable, type Table } from './table.ts';

/** Content without what belongs to one edition. */
export interface Parts {
  readonly project: Project;
  readonly series: ReadonlyMap<string, Series>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly lists: ReadonlyMap<string, ListSpec>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly terms: ReadonlyMap<string, Text>;
  readonly locales: ReadonlyMap<Lang, Locale>;
  readonly facts: ReadonlyMap<string, FactSpec>;
  readonly rules: ReadonlyMap<string, RuleSpec>;
}

export interface Shared {
  /** Undefined where an error was found. */
  readonly parts: Parts | undefined;
  readonly problems: readonly Problem[];
  readonly languages: readonly Lang[];
  readonly sourceNames: ReadonlySet<string> | undefined;
  /** Vintages by series, as far as the files can be read. */
  readonly vintages: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who has which name in formulas. */
  readonly owners: Owners;
}

const shared = new WeakMap<Sources['yaml'], { readonly tables: Sources['tables']; readonly made: Shared }>();

/** Whatever one file gives keeps its identity for as long as the file does, and so does what later stages worked out from it. */
const [locale, sourcesIn, termsIn, listsIn] = [
  once(buildLocale),
  once(buildSources),
  once(buildTerms),
  once(buildLists),
];
const factsIn = once((shape: Shaped<'facts'>) => buildFacts([shape]));
const rulesIn = once((shape: Shaped<'rules'>) => buildRules([shape]));
const tableIn = once(readTable);
const seriesIn = once(
  (_: Shaped<'series'>) => new Map<string, { readonly tables: readonly unknown[]; series: Series }>(),
);

/** The series of a file: another where one of its tables is. */
function seriesOf(id: string, shape: Shaped<'series'>, tables: ReadonlyMap<string, Table>): Series {
  const known = seriesIn(shape);
  const read = shape.value.vintages.map(({ table }) => (table === undefined ? undefined : tables.get(table)));
  const last = known.get(id);
  if (last && read.every((table, i) => table === last.tables[i])) return last.series;
  const series = buildSeries(id, shape, tables);
  known.set(id, { tables: read, series });
  return series;
}

/** The files of a folder by their ids, in the order of their paths. */
function folder(sources: Sources, path: string): Map<string, Placed> {
  return new Map(
    [...sources.yaml].flatMap(([name, placed]): [string, Placed][] => {
      const id = idIn(path, name);
      return id === undefined ? [] : [[id, placed]];
    }),
  );
}

/** The keys of a file that is a map of names; none where it is missing, undefined where it cannot be read. */
function namesIn(placed: Placed | undefined): ReadonlySet<string> | undefined {
  if (placed === undefined || placed.value === null) return new Set();
  return isMap(placed.value) ? new Set(Object.keys(placed.value)) : undefined;
}

/** Every table that a series names, read once. */
function tablesOf(series: Iterable<Placed>, sources: Sources): { tables: Map<string, Table>; problems: Problem[] } {
  const tables = new Map<string, Table>();
  const problems: Problem[] = [];
  for (const placed of series) {
    for (const vintage of listOf(mapOf(placed.value).vintages)) {
      const path = mapOf(vintage).table;
      const file = typeof path === 'string' ? sources.tables.get(`data/${path}`) : undefined;
      if (typeof path !== 'string' || !file || tables.has(path)) continue;
      const read = tableIn(file);
      tables.set(path, read.table);
      problems.push(...read.problems);
    }
  }
  return { tables, problems };
}

/** Files in the project's folders that have a name nothing asks for. */
function unread(sources: Sources): Problem[] {
  return [...sources.yaml.keys()]
    .filter((path) => /^(data|templates)\//.test(path) && kindOf(path) === undefined)
    .map((path) => problem('file-not-read', { file: path }, { path, advice: NOT_READ }));
}

function validateShared(sources: Sources): Shared {
  const problems: Problem[] = [...unread(sources)];
  const brief = sources.yaml.get(PATHS.brief);
  const languages = brief ? languagesOf(brief) : [];
  const hold = <K extends Kind>(kind: K, placed: Placed | undefined): Shaped<K> | undefined => {
    if (!placed) return undefined;
    const result = shaped(kind, placed, languages);
    problems.push(...result.problems);
    return result.shaped;
  };

  const [sourcesFile, termsFile, listsFile, refreshFile] = [PATHS.sources, PATHS.terms, PATHS.lists, PATHS.refresh].map(
    (path) => sources.yaml.get(path),
  );
  const seriesFiles = folder(sources, PATHS.series);
  const factFiles = [...folder(sources, PATHS.facts).values()];
  const ruleFiles = [...folder(sources, PATHS.rules).values()];
  const localesThere = folder(sources, PATHS.locale);
  const localeFiles = new Map(
    languages.flatMap((lang): [Lang, Placed][] => {
      const placed = localesThere.get(lang);
      return placed ? [[lang, placed]] : [];
    }),
  );

  const project = hold('brief', brief);
  const sourceShape = hold('sources', sourcesFile);
  const termShape = hold('terms', termsFile);
  const listShape = hold('lists', listsFile);
  const refreshShape = hold('refresh', refreshFile);
  const seriesShapes = [...seriesFiles].map(([id, placed]) => ({ id, shape: hold('series', placed) }));
  const factShapes = factFiles.map((placed) => hold('facts', placed));
  const ruleShapes = ruleFiles.map((placed) => hold('rules', placed));
  const localeShapes = [...localeFiles].map(([lang, placed]) => ({ lang, shape: hold('locale', placed) }));

  const { tables, problems: tableProblems } = tablesOf(seriesFiles.values(), sources);
  // Without the file every name of a source is unknown: that is one problem.
  const known: Known = {
    sources: sourcesFile && namesIn(sourcesFile),
    terms: namesIn(termsFile),
    tables,
    origins: namesIn(refreshFile),
  };
  const owners: Owners = new Map([...seriesFiles].map(([id, { file }]) => [id, `the series ${file}`]));
  problems.push(
    ...(brief ? checkProject(brief, sources) : [problem('file-missing', { file: PATHS.brief }, { path: PATHS.brief })]),
    ...(sourcesFile
      ? []
      : [problem('file-missing', { file: PATHS.sources }, { path: PATHS.sources, what: ADVICE.write_sources })]),
    ...tableProblems,
    ...(listsFile ? checkLists(listsFile, known, owners) : []),
    ...[...seriesFiles].flatMap(([id, placed]) => checkSeries(id, placed, known, sources)),
    ...checkFacts(factFiles, owners),
    ...checkRules(ruleFiles),
    ...checkLocales(localeFiles),
  );

  const parts = (): Parts | undefined =>
    project && {
      project: buildProject(project),
      series: new Map(seriesShapes.flatMap(({ id, shape }) => (shape ? [[id, seriesOf(id, shape, tables)]] : []))),
      sources: sourceShape ? sourcesIn(sourceShape) : new Map(),
      lists: listShape ? listsIn(listShape) : new Map(),
      origins: refreshShape ? buildOrigins(refreshShape) : new Map(),
      terms: termShape ? termsIn(termShape) : new Map(),
      locales: new Map(localeShapes.flatMap(({ lang, shape }) => (shape ? [[lang, locale(shape)]] : []))),
      facts: new Map(factShapes.flatMap((shape) => (shape ? [...factsIn(shape)] : []))),
      rules: new Map(ruleShapes.flatMap((shape) => (shape ? [...rulesIn(shape)] : []))),
    };
  const ids = (placed: Placed) => listOf(mapOf(placed.value).vintages).flatMap((each) => nameOf(mapOf(each).id) ?? []);
  return {
    parts: stops(problems) ? undefined : parts(),
    problems,
    languages,
    sourceNames: known.sources,
    vintages: new Map([...seriesFiles].map(([id, placed]) => [id, new Set(ids(placed))])),
    owners,
  };
}

/** What all editions share; worked out once for each set of YAML files and tables, which never change. */
export function sharedOf(sources: Sources): Shared {
  const found = shared.get(sources.yaml);
  if (found?.tables === sources.tables) return found.made;
  const made = validateShared(sources);
  shared.set(sources.yaml, { tables: sources.tables, made });
  return made;
}
