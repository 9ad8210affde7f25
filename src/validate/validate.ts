/**
 * The second stage: understands what was read. Every file is held against its schema, every name against the file that
 * knows it; then Content is made, in which nothing is missing any more.
 */
import { ADVICE } from '../messages.ts';
import type { ChartSpec, Content, Placed, Sources } from '../model/content.ts';
import { type Problem, problem, stops } from '../problem.ts';
import { buildEdition } from './build-edition.ts';
import { checkClaims, checkEdition } from './check-edition.ts';
import { checkStyles } from './check-styles.ts';
import { idsIn, PATHS } from './files.ts';
import { wrongMap } from './issue.ts';
import { overlaid } from './overlay.ts';
import { isMap, mapOf, valueAt } from './raw.ts';
import { shaped } from './shape.ts';
import { type Parts, sharedOf } from './shared.ts';

/** A chart's file is a map, and what it tells the brief is one: the rest is for `chart`. */
function readCharts(files: ReadonlyMap<string, Placed>): { charts: Map<string, ChartSpec>; problems: Problem[] } {
  const charts = new Map<string, ChartSpec>();
  const problems: Problem[] = [];
  for (const [path, placed] of files) {
    if (!path.endsWith('.yaml') || path.includes('/')) continue;
    const wrong = [
      ...wrongMap(placed, []),
      ...wrongMap(placed, ['usermeta']),
      ...wrongMap(placed, ['usermeta', 'brief']),
    ];
    problems.push(...wrong);
    const id = path.slice(0, -'.yaml'.length);
    if (wrong.length === 0 && isMap(placed.value)) charts.set(id, { id, placed: placed as ChartSpec['placed'] });
  }
  return { charts, problems };
}

/** The years of every edition whose file says them. */
function windowsOf({ yaml }: Sources): Map<string, { start: number; end: number }> {
  return new Map(
    idsIn(PATHS.edition, yaml.keys()).flatMap((id) => {
      const { start, end } = mapOf(valueAt(yaml.get(`${PATHS.edition}${id}.yaml`)?.value, ['window']));
      return typeof start === 'number' && typeof end === 'number' ? [[id, { start, end }] as const] : [];
    }),
  );
}

/** What editions share, where no edition is meant. Undefined where an error was found. */
export function sharedContent(sources: Sources): { content: Parts | undefined; problems: readonly Problem[] } {
  const { parts, problems } = sharedOf(sources);
  return { content: parts, problems };
}

/**
 * Everything that one edition is made of, typed and complete.
 * @param edition the name of a file in data/editions
 * @returns content undefined where an error was found; then all errors that could be found are among the problems.
 * What editions share is validated once for the same sources: its problems are the same values in every answer.
 */
export function validate(sources: Sources, edition: string): { content: Content | undefined; problems: Problem[] } {
  const shared = sharedOf(sources);
  const problems = [...shared.problems];
  const path = `${PATHS.edition}${edition}.yaml`;
  const editionFile = sources.yaml.get(path);
  const claimsFile = sources.yaml.get(`${PATHS.claims}${edition}.yaml`);
  const templates = overlaid(sources.templates, edition);

  if (!editionFile) {
    const names = idsIn(PATHS.edition, sources.yaml.keys()).join(', ');
    const what = names === '' ? undefined : ADVICE.editions.replace('{names}', names);
    problems.push(problem('file-missing', { file: path }, { path, what }));
    return { content: undefined, problems };
  }
  const points = [...templates.keys()].flatMap((name) => /^points\/([^/]+)\.hbs$/.exec(name)?.[1] ?? []);
  const windows = windowsOf(sources);
  const known = { points: new Set(points), sources: shared.sourceNames, vintages: shared.vintages, windows };
  const editionShape = shaped('edition', editionFile, shared.languages);
  const claimsShape = claimsFile && shaped('claims', claimsFile, shared.languages);
  const acceptedFile = sources.yaml.get(PATHS.accepted);
  const acceptedShape = acceptedFile && shaped('accepted', acceptedFile, shared.languages);
  const factsFile = sources.yaml.get(`${PATHS.accepted_facts}${edition}.yaml`);
  const factsShape = factsFile && shaped('accepted_facts', factsFile, shared.languages);
  const { charts, problems: chartProblems } = readCharts(overlaid(sources.yaml, edition, 'charts/'));
  problems.push(
    ...editionShape.problems,
    ...checkEdition(editionFile, known, shared.owners),
    ...(claimsShape?.problems ?? []),
    ...(claimsFile ? checkClaims(claimsFile, editionFile, known, new Map(shared.owners)) : []),
    ...(acceptedShape?.problems ?? []),
    ...(factsShape?.problems ?? []),
    ...chartProblems,
    ...checkStyles(overlaid(sources.styles, edition, 'styles/').values()),
  );
  if (!shared.parts || !editionShape.shaped || stops(problems)) return { content: undefined, problems };
  const last = windows.get(String(editionShape.shaped.value.previous));
  const { publisher } = shared.parts.project;
  const spec = buildEdition(edition, editionShape.shaped, claimsShape?.shaped, shared.languages, last, publisher);
  const content: Content = {
    ...shared.parts,
    edition: spec,
    facts: spec.facts.size === 0 ? shared.parts.facts : new Map([...shared.parts.facts, ...spec.facts]),
    charts,
    accepted: acceptedShape?.shaped?.value ?? {},
    acceptedFacts: factsShape?.shaped?.value,
    templates,
    styles: overlaid(sources.styles, edition, 'styles/'),
  };
  return { content, problems };
}
