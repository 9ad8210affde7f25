/** source.json: every file of the project that the edition may read, as it was read. From it alone the brief can be made again. */
import { FORMAT, type SourceJson } from './model/enclosed.ts';

/**
 * The text of source.json.
 * @param files text by path, as the world read them
 * @param paths those that the edition may read, sorted: the ones whose hashes stand in inputs.json
 */
export function sourceText(files: ReadonlyMap<string, string>, edition: string, paths: readonly string[]): string {
  const json: SourceJson = {
    format: FORMAT,
    edition,
    files: Object.fromEntries(paths.map((path) => [path, files.get(path) ?? ''])),
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}
