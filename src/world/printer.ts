/** Prints one page of HTML in a browser that runs, in a context of its own. Part of `world/`. */
import type { Browser, Page } from 'puppeteer';
import type { Html, PrintResult } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { findOverflow, loadFaces, readPageAreas } from './page-checks.ts';
import { ADDRESS, serve } from './serve.ts';
import { missingText } from './text-layer.ts';
import { within } from './within.ts';

/** Two CSS pixels, half a millimetre: the viewport is whole pixels wide, the page area is not. */
const TOLERANCE = 2;
const MILLIMETRES = 25.4 / 96;
const CLOSE_MS = 1_000;

/** A page whose renderer crashed. */
export class PageCrashed extends Error {}

/** Elements that do not fit the paper, one problem a block. */
async function layoutProblems(page: Page, document: string): Promise<Problem[]> {
  const areas = await page.evaluate(readPageAreas);
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
  const layout = await layoutProblems(page, document);
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
