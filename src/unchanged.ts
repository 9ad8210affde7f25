/** Whether an edition need not be built: its inputs are what they were, and its outputs are still what the manifest says. */
import { sha256 } from './inputs.ts';
import type { Manifest } from './outputs.ts';

/**
 * @param manifest the text of manifest.json of the last build, undefined where there is none
 * @param inputs the text of inputs.json as a build would write it now
 * @param read gives the bytes of an output of the last build, undefined where it is gone
 * @returns the manifest where nothing changed, else undefined
 */
export async function unchanged(
  manifest: string | undefined,
  inputs: string,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<Manifest | undefined> {
  const last = parse(manifest);
  if (!last || last.inputs !== sha256(inputs)) return undefined;
  const same = await Promise.all(
    last.outputs.map(async ({ path, sha256: hash }) => {
      const bytes = await read(path);
      return bytes !== undefined && sha256(bytes) === hash;
    }),
  );
  return same.every(Boolean) ? last : undefined;
}

/** The page numbers of the last build, by document: usually right again, and then one print is enough. */
export function lastPages(manifest: string | undefined): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const anchors = parse(manifest)?.anchors ?? {};
  return new Map(Object.entries(anchors).map(([name, pages]) => [name, new Map(Object.entries(pages))]));
}

/** The outputs that a build listed, by path; none where there is no manifest. */
export const lastOutputs = (manifest: string | undefined): readonly string[] =>
  parse(manifest)?.outputs.map(({ path }) => path) ?? [];

/** A manifest that somebody damaged counts as none. */
function parse(text: string | undefined): Manifest | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<Manifest>;
    return Array.isArray(value.outputs) &&
      Array.isArray(value.problems) &&
      typeof value.inputs === 'string' &&
      typeof (value.anchors ?? {}) === 'object'
      ? (value as Manifest)
      : undefined;
  } catch {
    return undefined;
  }
}
