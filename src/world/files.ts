/** Reading a project from disk: where it is, and the text of its files. Part of `world/`. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Problem, problem } from '../problem.ts';
import { reasonOf } from './reason.ts';

const PROJECT_FILE = 'brief.yaml';
const FOLDERS = ['data', 'templates'];
/** `.yml` is read so that `load` can say that it should be `.yaml`. */
const KINDS = /\.(?:yaml|yml|csv|hbs|css)$/;

export interface ProjectFiles {
  /** Text by project-relative path with forward slashes: UTF-8, without byte order mark, lines ended by LF. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The folder of the nearest brief.yaml, from `start` upwards. */
export async function findProject(start: string): Promise<string | Problem> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const found = await stat(join(folder, PROJECT_FILE)).catch(() => undefined);
    if (found?.isFile()) return folder;
    if (dirname(folder) === folder) return problem('project-missing', undefined, { folder: resolve(start) });
  }
}

/** UTF-8; what is not is shown as Windows-1252, in which `load` can recognise Vietnamese encodings from before Unicode. */
function decode(bytes: Uint8Array): { text: string; sound: boolean } {
  const lines = (text: string) => text.replace(/\r\n?/g, '\n');
  try {
    return { text: lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), sound: true };
  } catch {
    return { text: lines(new TextDecoder('windows-1252').decode(bytes)), sound: false };
  }
}

/**
 * Reads brief.yaml and everything below data/ and templates/ that a project may hold. Hidden files and other kinds are
 * left alone; a link that leads out of the project is refused, and so is what cannot be read.
 */
export async function readProject(project: string): Promise<ProjectFiles> {
  const root = await realpath(project);
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const seen = new Set<string>();

  const read = async (path: string): Promise<void> => {
    const file = relative(project, path).split(sep).join('/');
    try {
      const real = await realpath(path);
      if (real !== root && !real.startsWith(root + sep)) {
        problems.push(problem('link-outside', { file }, { path: file }));
        return;
      }
      if ((await stat(real)).isDirectory()) {
        // a link to a folder above would go round for ever
        if (seen.has(real)) return;
        seen.add(real);
        const names = await readdir(real);
        await Promise.all(names.filter((name) => !name.startsWith('.')).map((name) => read(join(path, name))));
      } else if (KINDS.test(file)) {
        const { text, sound } = decode(await readFile(real));
        if (!sound) problems.push(problem('file-not-text', { file }, { path: file }));
        files.set(file, text);
      }
    } catch (error) {
      problems.push(problem('file-unreadable', { file }, { path: file, reason: reasonOf(error) }));
    }
  };

  const present = await readdir(project);
  await Promise.all(
    [PROJECT_FILE, ...FOLDERS.filter((folder) => present.includes(folder))].map((name) => read(join(project, name))),
  );
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), problems };
}
