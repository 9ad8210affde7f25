/** The screen edition of the shipped project in the packaged browser: built once, opened from disk as a reader would. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { findBrowser } from '../../../src/world/find-browser.ts';
import { launch, type RunningBrowser } from '../../../src/world/launch.ts';
import { brief } from '../../brief.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type Shown = 'first' | 'second' | 'both';

export interface Edition {
  readonly folder: string;
  readonly html: string;
  /** Opens the page at a width, in a language and a theme, with scripts and a mouse unless said otherwise. */
  open(how: {
    width: number;
    shown?: Shown;
    theme?: 'light' | 'dark';
    script?: boolean;
    touch?: boolean;
  }): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the newest edition of brief.yaml as HTML, and starts a browser. */
export async function openEdition(formats = 'html'): Promise<Edition> {
  const folder = mkdtempSync(join(tmpdir(), 'brief-screen-'));
  for (const part of ['brief.yaml', 'data', 'templates'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const { status, stdout, stderr } = await brief(`build 2005 --format ${formats}`, folder);
  if (status !== 0) throw new Error(stdout + stderr);
  const file = join(folder, 'output/2005/brief-2005.html');
  const choice = await findBrowser({ env: process.env });
  if ('code' in choice || choice.kind !== 'local') throw new Error('no browser');
  const running: RunningBrowser | { code: string; message: string } = await launch(choice, process.env);
  if ('code' in running) throw new Error(running.message);
  return {
    folder,
    html: readFileSync(file, 'utf8'),
    async open({ width, shown = 'both', theme = 'light', script = true, touch = false }) {
      const page = await running.browser.newPage();
      await page.setViewport({ width, height: 900, hasTouch: touch, isMobile: touch });
      await page.setJavaScriptEnabled(script);
      await page.goto(pathToFileURL(file).href);
      await choose(page, shown, theme);
      return page;
    },
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Presses the buttons of a language and a theme. */
export async function choose(page: Page, shown: Shown, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    (ids) => {
      for (const id of ids) {
        const button = document.getElementById(id);
        // One of the two sets is not shown at this width.
        if (button && getComputedStyle(button.closest('fieldset') ?? button).display !== 'none') button.click();
      }
    },
    [`show-narrow-${shown}`, `show-wide-${shown}`, `theme-${theme}`],
  );
}
