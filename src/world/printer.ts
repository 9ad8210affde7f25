/** Prints one page of HTML in a browser that runs, in a context of its own. Part of `world/`. */
import type { Browser, Page } from 'puppeteer';
import type { Html, PrintResult } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { findOverflow, loadFaces, type PageArea, readPageAreas } from './page-checks.ts';
import { fitSections } from './page-fit.ts';
import { ADDRESS, serve } from './serve.ts';
import { missingText } from './text-layer.ts';
import { within } from './within.ts';

/** Two CSS pixels, half a millimetre: the viewport is whole pixels wide, the page area is not. */
const TOLERANCE = 2;
const MILLIMETRES = 25.4 / 96;
const CLOSE_MS = 1_000;

/** A page whose renderer crashed. */
export class PageCrashed extends Error {}

/** What closer setting can save on a page, in CSS pixels: some 12 mm. */
const SAVED = 46;
/** Fractions of pixels that add up differently on paper: some half a millimetre. */
const SPARE = 2;

/** Sets pages closer that are a little too long: as wide as the ordinary page, whose height counts for all. */
async function fitPages(page: Page, [ordinary]: readonly PageArea[]): Promise<void> {
  if (!ordinary) return;
  await page.setViewport({ width: Math.max(1, Math.round(ordinary.width)), height: 1000 });
  const { height, firstHeight } = ordinary;
  await page.evaluate(fitSections, { first: firstHeight - SPARE, height: height - SPARE, most: SAVED });
}

/** Elements that do not fit the paper, one problem a block. */
async function layoutProblems(page: Page, areas: readonly PageArea[], document: string): Promise<Problem[]> {
  const known = areas.map((area) => area.name);
  const found = new Map<string, Problem>();
  for (const width of new Set(areas.map((area) => area.width))) {
    const names = areas.filter((area) => area.width === width).map((area) => area.name);
    await page.setViewport({ width: Math.max(1, Math.round(width)), height: 1000 });
    for (const { block, excess, clipped } of await page.evaluate(findOverflow, {
      names,
      known,
      width,
      tolerance: TOLERANCE,
    })) {
      const args = { document, block, excess: (excess * MILLIMETRES).toFixed(1) };
      const code = clipped ? 'print-clipped' : 'print-too-wide';
      found.set(`${block} ${clipped}`, { ...problem(code, undefined, args), block });
    }
  }
  return [...found.values()];
}

/** Loads, looks and prints. */
async function work(
  page: Page,
  html: Html,
  assets: ReadonlyMap<string, Uint8Array>,
  document: string,
): Promise<PrintResult> {
  page.setDefaultTimeout(0);
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  const refused = await serve(page, html, assets);
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const failed = await page.evaluate(loadFaces);
  const areas = await page.evaluate(readPageAreas);
  await fitPages(page, areas);
  const layout = await layoutProblems(page, areas, document);
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: true,
    timeout: 0,
  });
  const problems = [
    ...[...refused].map((address) => problem('print-request-refused', undefined, { document, address })),
    ...failed.map((font) => problem('print-font-failed', undefined, { document, font })),
    ...layout,
    ...missingText(bytes, document),
  ];
  return { bytes, problems };
}

/**
 * Prints one page: scripts off, no network, print media, every declared font loaded.
 * @param ended rejects where the job must end early; its page is closed then
 * @throws PageCrashed, what `ended` rejects with, or whatever Puppeteer throws where the browser goes away
 */
export async function printPage(
  browser: Browser,
  html: Html,
  assets: ReadonlyMap<string, Uint8Array>,
  document: string,
  ended: Promise<never>,
): Promise<PrintResult> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const crashed = new Promise<never>((_, reject) => {
      page.once('error', () => reject(new PageCrashed()));
    });
    return await Promise.race([work(page, html, assets, document), crashed, ended]);
  } finally {
    await within(CLOSE_MS, context.close()).catch(() => undefined);
  }
}
