/** A shipped edition, drafted once, printed as often as a test changes it. */
import { fileURLToPath } from 'node:url';
import { textBlocks } from '../../src/audit/text-blocks.ts';
import { finish } from '../../src/finish/finish.ts';
import { journal } from '../../src/journal.ts';
import { located } from '../../src/located.ts';
import type { Html } from '../../src/model/document.ts';
import { type Draft, draft, type Request } from '../../src/pipeline.ts';
import { print } from '../../src/print/print.ts';
import type { Problem } from '../../src/problem.ts';
import { verify } from '../../src/verify/verify.ts';
import { openBrowser } from '../../src/world/browser.ts';
import { readProject } from '../../src/world/files.ts';
import { readFonts } from '../../src/world/fonts.ts';
import { makeWorld, usedFonts, type World } from '../../src/world/world.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Press {
  /** Drafts an edition with some of its files changed. */
  draft(edition: string, changed?: ReadonlyMap<string, string>): Promise<Draft>;
  /** Prints, finishes and verifies one document of a draft, its HTML changed; gives what `print` and `verify` found. */
  proof(
    made: Draft,
    document: string,
    change?: (html: Html) => Html,
  ): Promise<{ problems: Problem[]; bytes: Uint8Array | undefined }>;
  readonly files: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const request = (edition: string): Request => ({
  ...{ edition, documents: undefined, pdf: true, html: false, finish: true, verify: true, strict: false, jobs: 2 },
  inputs: '{}',
});

/** The editions that brief.yaml lists. */
export const shippedEditions = (files: ReadonlyMap<string, string>): string[] =>
  [
    ...(/^editions:\s*([\s\S]*)/m.exec(files.get('brief.yaml') ?? '')?.[1] ?? '').matchAll(/["']?(\d[\w.-]*)["']?/g),
  ].map(([, edition = '']) => edition);

/** Opens a press over the shipped project. What was accepted is left out: these tests change texts on purpose. */
export async function openPress(): Promise<Press> {
  const read = await readProject(ROOT);
  const files = new Map([...read.files].filter(([path]) => !/accepted/.test(path)));
  const { files: fontFiles } = await readFonts(usedFonts());
  const browser = openBrowser({ browser: undefined, env: {} });
  const { signal } = new AbortController();
  const worldOf = (changed: ReadonlyMap<string, string> = new Map()): World =>
    makeWorld({ files: new Map([...files, ...changed]), fontFiles, printer: browser.printer, signal, env: {} });
  const world = worldOf();
  const log = () => journal(() => 0);
  return {
    files,
    draft: async (edition, changed) => {
      const { draft: made, problems } = await draft(request(edition), worldOf(changed), log());
      if (!made) throw new Error(JSON.stringify(problems, null, 1));
      return made;
    },
    proof: async ({ printed, sections, content }, name, change = (html) => html) => {
      const documents = printed
        .filter((document) => document.name === name)
        .map((document) => ({ ...document, html: change(document.html) }));
      const { pdfs, problems } = await print(documents, world.printer, fontFiles, { jobs: 1, signal });
      const found = [...problems];
      let finished: Uint8Array | undefined;
      for (const pdf of pdfs) {
        const meta = { ...pdf.document, title: pdf.document.titles, documentName: name };
        const { bytes } = await finish(pdf.bytes, meta, [], {});
        finished = bytes;
        const options = { file: `${name}.pdf`, fonts: world.fontNames };
        found.push(...(await verify(bytes, { blocks: textBlocks(pdf.document.html) }, options)).problems);
      }
      return { problems: located(found, sections, content), bytes: finished };
    },
    close: () => browser.close(),
  };
}
