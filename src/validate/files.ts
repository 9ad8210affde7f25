/** Which YAML file is of which kind, by its path; the one page that knows the folders. */
import type { Kind } from './schemas/index.ts';

export const PATHS = {
  brief: 'brief.yaml',
  sources: 'data/sources.yaml',
  terms: 'data/terms.yaml',
  lists: 'data/lists.yaml',
  refresh: 'data/refresh.yaml',
  series: 'data/series/',
  facts: 'data/facts/',
  rules: 'data/rules/',
  claims: 'data/claims/',
  edition: 'data/editions/',
  locale: 'templates/locales/',
  accepted: 'templates/accepted.yaml',
  accepted_facts: 'data/accepted/',
} as const satisfies Record<Kind, string>;

const KINDS = Object.entries(PATHS) as [Kind, string][];
const CHART = /^templates\/(?:editions\/[^/]+\/)?charts\/[^/]+\.yaml$/;

/** The name of a file in one of the folders: its id. Undefined for files elsewhere or further below. */
export function idIn(folder: string, path: string): string | undefined {
  if (!path.startsWith(folder) || !path.endsWith('.yaml')) return undefined;
  const id = path.slice(folder.length, -'.yaml'.length);
  return id === '' || id.includes('/') ? undefined : id;
}

/** The kind of a file; `chart` for the specifications of charts; undefined where nothing reads it. */
export function kindOf(path: string): Kind | 'chart' | undefined {
  if (CHART.test(path)) return 'chart';
  return KINDS.find(([, where]) => (where.endsWith('/') ? idIn(where, path) !== undefined : where === path))?.[0];
}

/** The ids of all files in a folder. */
export function idsIn(folder: string, paths: Iterable<string>): string[] {
  return [...paths].flatMap((path) => idIn(folder, path) ?? []);
}
