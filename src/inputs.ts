/** inputs.json: what an edition was made from, as hashes. Equal inputs give equal bytes, so an unchanged edition need not be built. */
import { createHash } from 'node:crypto';

export interface Inputs {
  readonly format: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly edition: string;
  readonly request: {
    readonly documents: readonly string[];
    readonly pdf: boolean;
    readonly html: boolean;
    readonly finish: boolean;
    readonly verify: boolean;
  };
  /** What prints: its name and version, or its path's fingerprint. */
  readonly browser: string;
  readonly fonts: Readonly<Record<string, string>>;
  /** Every file of the project that the edition may read, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly epoch: number | undefined;
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** True for files that only another edition reads: its YAML, its claims, its own templates. */
function ofAnotherEdition(path: string, edition: string): boolean {
  const own = /^(?:data\/(?:editions|claims|accepted)\/([^/]+)\.yaml|templates\/editions\/([^/]+)\/.*)$/.exec(path);
  const name = own?.[1] ?? own?.[2];
  return name !== undefined && name !== edition;
}

/** The paths of the files that an edition may read, sorted. Of the edition before it reads the years. */
export function filesOfEdition(files: ReadonlyMap<string, string>, edition: string): string[] {
  const before = /^previous:\s*["']?([\w.-]+)/m.exec(files.get(`data/editions/${edition}.yaml`) ?? '')?.[1];
  const reads = (path: string) => path === `data/editions/${before}.yaml` || !ofAnotherEdition(path, edition);
  return [...files.keys()].filter(reads).sort();
}

/** The files that an edition may read, sorted by path, with their hashes. */
export const fileHashes = (files: ReadonlyMap<string, string>, edition: string): Record<string, string> =>
  Object.fromEntries(filesOfEdition(files, edition).map((path) => [path, sha256(files.get(path) ?? '')]));

/** The text of inputs.json: two spaces, keys in a fixed order, a line break at the end. */
export const inputsText = (inputs: Inputs): string => `${JSON.stringify(inputs, null, 2)}\n`;
