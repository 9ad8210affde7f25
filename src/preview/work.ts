/** What the preview's loop runs: the line up to the page with a memory of its own, and the whole line for the PDFs beside it. */
import { type Journal, journal, type StageName } from '../journal.ts';
import { documentName } from '../model/language.ts';
import { type Output, pdfName } from '../outputs.ts';
import { build, draft, type Request, STAGES, withFonts } from '../pipeline.ts';
import { type Problem, stops } from '../problem.ts';
import { lastPages } from '../unchanged.ts';
import type { World } from '../world/world.ts';
import type { Built, Printed } from './loop.ts';
import { servedPage } from './page.ts';
import { remembering } from './remembering.ts';

/** The project as it was read. */
export interface Project {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** A printer that may be had anew: a browser that ended for good is not the end of a preview. */
export interface Printing {
  printer(): World['printer'];
  /** Lets go of the browser; the next print starts another. */
  renew(): Promise<void>;
}

/** True where two readings of a project hold the same texts and have the same problems. */
export function sameProject(a: Project, b: Project): boolean {
  const texts = a.files.size === b.files.size && [...a.files].every(([path, text]) => b.files.get(path) === text);
  return texts && JSON.stringify(a.problems) === JSON.stringify(b.problems);
}

/** A journal that lets saves be noticed between stages: where the signal says so, the next stage does not begin. */
function attentive(signal: AbortSignal): Journal {
  const plain = journal(() => performance.now());
  return {
    timings: plain.timings,
    async stage<T>(name: StageName, run: () => T | Promise<T>) {
      await new Promise((resume) => setImmediate(resume));
      signal.throwIfAborted();
      return plain.stage(name, run);
    },
  };
}

/**
 * Makes the two kinds of work for one edition.
 * @param world files and signal are replaced for each build
 * @param inputs the text of inputs.json for a project and documents
 */
export function previewWork(
  edition: string,
  world: World,
  printing: Printing,
  inputs: (project: Project, documents: readonly string[]) => string,
): {
  build(project: Project, signal: AbortSignal): Promise<Built>;
  print(project: Project, documents: readonly string[], signal: AbortSignal): Promise<Printed>;
} {
  const stages = remembering(STAGES);
  const request: Request = {
    edition,
    documents: [],
    pdf: false,
    html: true,
    finish: true,
    verify: true,
    strict: false,
    trial: true,
    jobs: 2,
    inputs: '',
  };
  /** The file of each document's PDF. */
  let names: ReadonlyMap<string, string> = new Map();
  let firstGuess: Request['firstGuess'];

  return {
    async build({ files, problems: reading }, signal) {
      if (stops(reading)) return { problems: reading };
      const here = { ...world, files, signal };
      const { draft: made, ...found } = await draft(request, here, attentive(signal), stages);
      const problems = [...reading, ...found.problems, ...found.unaccepted];
      if (!made) return { problems };
      const { documents } = made.content.project;
      names = new Map(documents.map((languages) => [documentName(languages), pdfName({ edition, languages })]));
      const html = servedPage(withFonts(made.screen, world.fontFaces));
      return {
        page: { html, title: made.screen.title, documents: [...names.keys()] },
        problems,
      };
    },

    async print(project, documents, signal) {
      const here = { ...world, files: project.files, signal, printer: printing.printer() };
      const asked = { ...request, documents, pdf: true, html: false, inputs: inputs(project, documents) };
      const outcome = await build({ ...asked, ...(firstGuess && { firstGuess }) }, here, attentive(signal), stages);
      if (outcome.problems.some((each) => each.code.startsWith('browser-') && stops([each]))) await printing.renew();
      const made = new Map(outcome.outputs.map((output) => [output.path, output]));
      const manifest = text(made.get('manifest.json'));
      firstGuess = new Map([...(firstGuess ?? []), ...lastPages(manifest)]);
      const pdfs = documents.flatMap((document) => {
        const bytes = made.get(names.get(document) ?? '')?.bytes;
        return bytes ? [[document, bytes] as const] : [];
      });
      return { pdfs: new Map(pdfs), problems: outcome.problems };
    },
  };
}

const text = (output: Output | undefined): string | undefined => output && new TextDecoder().decode(output.bytes);
