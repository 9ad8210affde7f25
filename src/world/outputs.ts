/** Writing outputs: all of them or none. Part of `world/`. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { type Problem, problem } from '../problem.ts';
import { atEnd } from './interrupt.ts';
import { reasonOf } from './reason.ts';

/** One file to write, its path below the folder with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** @throws where a path leads out of the folder: a mistake of ours, nothing a user can write */
function inside(path: string): string {
  const safe = normalize(path);
  if (isAbsolute(safe) || safe === '.' || safe.split(/[\\/]/)[0] === '..')
    throw new Error(`${path} leads out of the folder`);
  return safe;
}

/** Makes the folder of a file; gives the way back. */
function makeFolder(file: string): () => void {
  const made = mkdirSync(dirname(file), { recursive: true });
  return () => made !== undefined && rmSync(made, { recursive: true, force: true });
}

/**
 * Moves files one by one; where one fails, moves back what it moved and what was there before. In one go, without a
 * pause in which a signal could end the process half way.
 */
function moveAll(paths: readonly string[], fresh: string, folder: string, old: string): void {
  const undo: (() => void)[] = [];
  try {
    for (const path of paths) {
      const target = join(folder, path);
      undo.unshift(makeFolder(target));
      if (existsSync(target)) {
        makeFolder(join(old, path));
        renameSync(target, join(old, path));
        undo.unshift(() => renameSync(join(old, path), target));
      }
      renameSync(join(fresh, path), target);
      undo.unshift(() => renameSync(target, join(fresh, path)));
    }
  } catch (error) {
    for (const back of undo) back();
    throw error;
  }
}

/**
 * Whether outputs can be written into a folder, as far as that can be told before there are any: asked before the work
 * is done, which may take minutes. Nothing is made.
 */
export async function unwritable(folder: string): Promise<Problem[]> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found === undefined && dirname(at) !== at) continue;
    const reason =
      found?.isDirectory() === true
        ? await access(at, constants.W_OK).then(() => undefined, reasonOf)
        : `${at} is a file`;
    return reason === undefined ? [] : [problem('output-unwritable', undefined, { folder, reason })];
  }
}

/**
 * Writes files into a folder, whole or not at all: first into a temporary folder beside it (the same disk, so that
 * moving is one step), then all are moved into place, in the order given. Other files in the folder stay.
 * @returns no problem, or one where the folder cannot be written; then it is as it was before
 */
export async function writeOutputs(folder: string, files: readonly OutputFile[]): Promise<Problem[]> {
  const paths = files.map((file) => inside(file.path));
  const target = resolve(folder);
  const wrong = await unwritable(target);
  if (wrong.length > 0) return wrong;
  let temporary: string | undefined;
  const keep = atEnd(() => temporary !== undefined && rmSync(temporary, { recursive: true, force: true }));
  try {
    await mkdir(dirname(target), { recursive: true });
    temporary = await mkdtemp(join(dirname(target), `.${basename(target)}-writing-`));
    const fresh = join(temporary, 'new');
    for (const [index, path] of paths.entries()) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), files[index]?.bytes ?? '');
    }
    moveAll(paths, fresh, target, join(temporary, 'old'));
    return [];
  } catch (error) {
    return [problem('output-unwritable', undefined, { folder, reason: reasonOf(error) })];
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    keep();
  }
}

/**
 * Removes outputs of an earlier build that the new one no longer makes: a chart that was renamed, a document not asked for.
 * Only what the earlier manifest lists is touched; what cannot be removed stays.
 */
export async function removeOutputs(folder: string, paths: readonly string[]): Promise<void> {
  const remove = async (path: string) => rm(join(resolve(folder), inside(path)), { force: true });
  // A manifest that somebody wrote may name anything: a path that leads out of the folder is left alone.
  await Promise.allSettled(paths.map(remove));
}
