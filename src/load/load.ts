/**
 * The first stage: sorts the project's files by kind and reads the YAML ones, so that every value has its place.
 * Nothing is understood here; that is for `validate`.
 */

import { renameTo } from '../messages.ts';
import type { Placed, Sources, TextFile } from '../model/content.ts';
import { type Problem, problem } from '../problem.ts';
import { checkLines } from './check-text.ts';
import { normalised } from './lines.ts';
import { readYaml } from './read-yaml.ts';

export interface Loaded {
  readonly sources: Sources;
  readonly problems: readonly Problem[];
}

type Kind = 'yaml' | 'table' | 'template' | 'style' | 'other';

const KINDS: Readonly<Record<string, Kind>> = { yaml: 'yaml', csv: 'table', hbs: 'template', css: 'style' };

function kindOf(path: string): Kind {
  return KINDS[path.slice(path.lastIndexOf('.') + 1)] ?? 'other';
}

/** The same file as last time, with its problems; undefined where its text is another or it was not there. */
function again(path: string, text: string, before: Loaded | undefined) {
  const placed = before?.sources.yaml.get(path);
  if (!before || placed?.text !== text) return undefined;
  return { placed, problems: before.problems.filter((found) => found.file === path) };
}

/** The map of last time where every file in it is what it was: whatever was worked out from it still holds. */
function unchanged<V>(now: ReadonlyMap<string, V>, last: ReadonlyMap<string, V> | undefined): ReadonlyMap<string, V> {
  const all = last?.size === now.size && [...now].every(([path, value]) => value === last.get(path));
  return all && last ? last : now;
}

/**
 * Sorts and reads the files of a project. Pure: the world hands over the texts.
 * @param files text by project-relative path with forward slashes; a byte order mark and CRLF are allowed
 * @param before what an earlier call gave: files whose text is still the same are not looked at again and are the same values,
 * and where all files of a kind are the same, so is their map
 */
export function load(files: ReadonlyMap<string, string>, before?: Loaded): Loaded {
  const yaml = new Map<string, Placed>();
  const tables = new Map<string, TextFile>();
  const templates = new Map<string, TextFile>();
  const styles = new Map<string, TextFile>();
  const problems: Problem[] = [];
  const last = before?.sources;

  const keep = (
    into: Map<string, TextFile>,
    last: ReadonlyMap<string, TextFile> | undefined,
    path: string,
    text: string,
  ) => {
    const known = last?.get(path);
    const same = known?.text === text ? known : undefined;
    problems.push(...(same && before ? before.problems.filter(({ file }) => file === path) : checkLines(path, text)));
    into.set(path, same ?? { file: path, text });
  };

  // By path, so that neither the disk's order nor the operating system shows in anything that follows.
  for (const path of [...files.keys()].sort()) {
    const text = normalised(files.get(path) ?? '');
    const kind = kindOf(path);
    if (kind === 'yaml') {
      const read = again(path, text, before) ?? readYaml(path, text);
      yaml.set(path, read.placed);
      problems.push(...read.problems);
    } else if (kind === 'table') keep(tables, last?.tables, path, text);
    else if (kind === 'template') keep(templates, last?.templates, path, text);
    else if (kind === 'style') keep(styles, last?.styles, path, text);
    else if (path.endsWith('.yml')) {
      problems.push(problem('file-not-read', { file: path }, { path, advice: renameTo(`${path.slice(0, -4)}.yaml`) }));
    }
  }
  const sources = {
    yaml: unchanged(yaml, last?.yaml),
    tables: unchanged(tables, last?.tables),
    templates: unchanged(templates, last?.templates),
    styles: unchanged(styles, last?.styles),
  };
  return { sources, problems };
}
