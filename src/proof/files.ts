/** Holds the attached files against the hashes that inputs.json has of them. Part of `proof`. */
import { createHash } from 'node:crypto';
import { type Enclosed, isJson } from './enclosed.ts';
import { type Finding, finding } from './found.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A hash as people compare it. */
const short = (hash: string): string => hash.slice(0, 12);

/** Files that are another than inputs.json says, missing, or of which it says nothing. */
export function compareFiles({ inputs, source }: Enclosed): Finding[] {
  if (!source || !isJson(inputs?.files)) return [];
  const hashes = inputs.files;
  const missing = Object.keys(hashes).filter((path) => !source.has(path));
  const added = [...source.keys()].filter((path) => !Object.hasOwn(hashes, path));
  const changed = [...source].flatMap(([path, text]): Finding[] => {
    const stated = hashes[path];
    const found = sha256(text);
    if (stated === undefined || stated === found) return [];
    const expected = String(stated);
    return [
      finding('proof-file-changed', { path, expected: short(expected), found: short(found) }, { expected, found }),
    ];
  });
  return [
    ...changed,
    ...missing.map((path) => finding('proof-file-missing', { path })),
    ...added.map((path) => finding('proof-file-added', { path })),
  ];
}
