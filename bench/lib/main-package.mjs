/** What is used of the package that is measured: its compiled files and the libraries that it has installed. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const cli = join(root, 'dist', 'cli.js');

if (!existsSync(cli)) {
  console.error('The package is not compiled. Run “npm ci” in the folder above first.');
  process.exit(2);
}

const resolved = createRequire(cli).resolve;
const own = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

export const { getDocument } = await import(pathToFileURL(resolved('pdfjs-dist/legacy/build/pdf.mjs')).href);
export const { default: Handlebars } = await import(pathToFileURL(resolved('handlebars')).href);
const { findBrowser } = await own('world/find-browser.js');
const { FONT_FILES } = await own('world/fonts.js');

/** The browser that a build uses, unpacked if need be: its path and what its environment needs. */
export async function browser() {
  const found = await findBrowser({ env: process.env });
  if ('code' in found || found.kind !== 'local') {
    console.error(`No browser to measure with: ${found.message ?? found.address}`);
    process.exit(3);
  }
  return found;
}

/** The font files: where they lie, and the path below a page under which it asks for them. */
export const fonts = FONT_FILES.map(({ path, module }) => ({ path, file: resolved(module) }));

/** The HTML that a build of `edition` hands to the browser for a document. */
export async function readyHtml(edition, name) {
  const [{ draft }, { journal }, { openProject }, { readFonts }, { makeWorld, usedFonts }] = await Promise.all([
    own('pipeline.js'),
    own('journal.js'),
    own('commands/project.js'),
    own('world/fonts.js'),
    own('world/world.js'),
  ]);
  const project = await openProject(root, [edition]);
  const { files: fontFiles } = await readFonts(usedFonts());
  const world = makeWorld({
    files: project.files,
    fontFiles,
    printer: { print: () => Promise.reject(new Error('nothing is printed here')) },
    signal: new AbortController().signal,
    env: process.env,
  });
  const request = {
    edition,
    documents: [name],
    pdf: true,
    html: false,
    finish: false,
    verify: false,
    strict: false,
    jobs: 1,
    inputs: '',
  };
  const made = await draft(
    request,
    world,
    journal(() => performance.now()),
  );
  const document = made.draft?.printed.find((each) => each.name === name);
  if (!document)
    throw new Error(`The document ${name} has problems: ${made.problems.map((each) => each.message).join(' ')}`);
  return document.html;
}

/** The headings of a page as text: what a printed file of it must hold. */
export const headings = (html) =>
  [...html.matchAll(/<h[1-3]\b[^>]*>([\s\S]*?)<\/h[1-3]>/g)].map(([, inner]) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/&nbsp;|&#160;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#(?:39|x27);/g, "'")
      .replace(/&amp;/g, '&'),
  );
