/** Small projects on disk: the smallest one of tests/editions, with the shipped locales and styles, and what a test lays over it. */
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Copies the smallest project into a folder. */
export function smallest(folder: string): void {
  cpSync(join(ROOT, 'tests/editions/smallest'), folder, { recursive: true });
  for (const part of ['templates/locales', 'templates/styles'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
}

/** The files below a folder, by relative path, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/**
 * Lays the files of a folder over a project. By the end of its name a file does something else: `x.delete` removes `x`,
 * `x.append` is written behind what `x` holds, `x.link` makes `x` a link to the path that stands in it.
 */
export function overlay(files: string, project: string): void {
  for (const file of filesOf(files)) {
    const [, name = file, action] = /^(.*)\.(delete|append|link)$/.exec(file) ?? [];
    const [from, to] = [join(files, file), join(project, name)];
    mkdirSync(dirname(to), { recursive: true });
    if (action === 'append') appendFileSync(to, readFileSync(from));
    else rmSync(to, { recursive: true, force: true });
    if (action === 'link') symlinkSync(readFileSync(from, 'utf8').trim(), to);
    if (action === undefined) cpSync(from, to);
  }
}
