/** inputs.json of an edition as it would be built now, from what is on disk: no stage is needed to know whether anything changed. */
import { fileHashes, inputsText, sha256 } from '../inputs.ts';
import { FORMAT } from '../model/enclosed.ts';
import { TOOL } from '../world/tool.ts';

export interface Asked {
  readonly edition: string;
  readonly documents: readonly string[] | undefined;
  readonly pdf: boolean;
  readonly html: boolean;
  readonly finish: boolean;
  readonly verify: boolean;
}

/** The text of inputs.json. */
export function inputsOf(
  asked: Asked,
  files: ReadonlyMap<string, string>,
  fonts: ReadonlyMap<string, Uint8Array>,
  browser: string,
  epoch: number | undefined,
): string {
  const { edition, documents, pdf, html, finish, verify } = asked;
  return inputsText({
    format: FORMAT,
    tool: { name: TOOL.name, version: TOOL.version },
    edition,
    request: { documents: documents ?? ['all'], pdf, html, finish, verify },
    browser,
    fonts: Object.fromEntries([...fonts].map(([path, bytes]) => [path, sha256(bytes)])),
    files: fileHashes(files, edition),
    epoch,
  });
}
