/** What build, check and other commands share: the project, its editions, and the problems of opening it. */

import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { findProject, readProject } from '../world/files.ts';

export interface Opened {
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
  /** The editions asked for, or all of them. */
  readonly editions: readonly string[];
  readonly problems: readonly Problem[];
}

/** Finds the project from a folder upwards, reads its files, and settles which editions are meant. */
export async function openProject(start: string, asked: readonly string[]): Promise<Opened> {
  const root = await findProject(start);
  if (typeof root !== 'string') return { root: start, files: new Map(), editions: [], problems: [root] };
  const { files, problems } = await readProject(root);
  const known = [...files.keys()].flatMap((path) => /^data\/editions\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []);
  const listed = editionsOf(files.get('brief.yaml') ?? '', known);
  const unknown = asked.filter((edition) => !known.includes(edition));
  const none = asked.length === 0 && listed.length === 0 ? [problem('edition-missing', { file: 'brief.yaml' })] : [];
  return {
    root,
    files,
    editions: asked.length > 0 ? [...new Set(asked)].filter((edition) => known.includes(edition)) : listed,
    problems: [
      ...problems,
      ...none,
      ...unknown.map((name) =>
        problem('edition-unknown', undefined, { name, near: closest(name, known), known: known.join(', ') || 'none' }),
      ),
    ],
  };
}

/**
 * The editions that brief.yaml lists, in brackets or a line each, read without a YAML parser: an unchanged edition must be
 * skipped in a blink. Where the list is written otherwise, every edition of data/editions is meant; `validate` checks the
 * list itself, so a name without a file is handed on only where there is no other.
 */
export function editionsOf(text: string, known: readonly string[]): readonly string[] {
  const bare = text.replace(/(^|\s)#.*$/gm, '$1');
  const flow = /^editions:\s*\[([^\]]*)\]/m.exec(bare)?.[1]?.split(',');
  const block = /^editions:[ \t]*\n((?:[ \t]*(?:-[ \t].*)?\n?)+)/m.exec(bare)?.[1]?.split('\n');
  const names = (flow ?? block?.map((line) => line.replace(/^\s*-/, '')) ?? [])
    .map((name) => name.trim().replace(/^["']|["']$/g, ''))
    .filter((name) => /^\w[\w.-]*$/.test(name));
  const present = names.filter((name) => known.includes(name));
  return present.length > 0 ? present : known.length > 0 ? known : names;
}
