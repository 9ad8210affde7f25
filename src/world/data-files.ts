/** Writing files of the project itself, which commands like `accept` and `refresh` change. Part of `world/`. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Problem, problem } from '../problem.ts';
import { reasonOf } from './reason.ts';

/**
 * Writes each file whole or not at all.
 * @param files text by path below the project's folder
 * @returns a problem for each file that could not be written; the others are
 */
export async function writeDataFiles(root: string, files: ReadonlyMap<string, string>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [path, text] of files) {
    try {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFileAtomic(join(root, path), text);
    } catch (error) {
      problems.push(problem('output-unwritable', undefined, { folder: path, reason: reasonOf(error) }));
    }
  }
  return problems;
}
