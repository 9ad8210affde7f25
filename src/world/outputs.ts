/** Writing outputs: all of them or none. Part of `world/`. */
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path';
import { type Problem, problem } from '../problem.ts';
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

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

/** Moves files one by one; where one fails, moves back what it moved and what was there before. */
async function moveAll(paths: readonly string[], fresh: string, folder: string, old: string): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const path of paths) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      if (await exists(target)) {
        await mkdir(dirname(join(old, path)), { recursive: true });
        await rename(target, join(old, path));
        undo.unshift(() => rename(join(old, path), target));
      }
      await rename(join(fresh, path), target);
      undo.unshift(() => rename(target, join(fresh, path)));
    }
  } catch (error) {
    for (const back of undo) await back().catch(() => undefined);
    throw error;
  }
}

/**
 * Writes files into a folder, whole or not at all: first into a temporary folder beside it (the same disk, so that
 * moving is one step), then each is moved into place, in the order given. Other files in the folder stay.
 * @returns no problem, or one where the folder cannot be written; then it is as it was before
 */
export async function writeOutputs(folder: string, files: readonly OutputFile[]): Promise<Problem[]> {
  const paths = files.map((file) => inside(file.path));
  const target = resolve(folder);
  let temporary: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    temporary = await mkdtemp(join(dirname(target), `.${basename(target)}-writing-`));
    const fresh = join(temporary, 'new');
    for (const [index, path] of paths.entries()) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), files[index]?.bytes ?? '');
    }
    await moveAll(paths, fresh, target, join(temporary, 'old'));
    return [];
  } catch (error) {
    return [problem('output-unwritable', undefined, { folder, reason: reasonOf(error) })];
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}
