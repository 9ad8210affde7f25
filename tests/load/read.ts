/** Helpers of the tests of `load`: one file in, its value and problems out. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../src/load/load.ts';
import type { Placed } from '../../src/model/content.ts';
import type { Problem } from '../../src/problem.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Loads one file. */
export function loadOne(text: string, path = 'data/a.yaml'): { placed: Placed; problems: readonly Problem[] } {
  const { sources, problems } = load(new Map([[path, text]]));
  return { placed: sources.yaml.get(path)!, problems };
}

/** Problems as a table writes them: code, line, column. */
export const brief = (problems: readonly Problem[]) => problems.map(({ code, line, column }) => [code, line, column]);

/** All files of a project on disk: text by path below `root`. */
export function filesBelow(root: string, folders: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) walk(join(path, name));
    else files.set(relative(root, path).split('\\').join('/'), readFileSync(path, 'utf8'));
  };
  for (const folder of folders) walk(join(root, folder));
  return files;
}

/** The project that ships with the tool. */
export const shippedFiles = () => filesBelow(ROOT, ['brief.yaml', 'data', 'templates']);
