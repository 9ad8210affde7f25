/** A preview as a person sees it: the real command on the smallest project, in the packaged browser. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Preview, preview } from '../../src/commands/preview.ts';
import { findBrowser } from '../../src/world/find-browser.ts';
import { sandboxFor } from '../../src/world/sandbox.ts';
import { smallest } from '../project.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const POINT = 'templates/points/scale.hbs';

let folder: string;
let running: Preview;
let browser: Browser;
let page: Page;
const said: string[] = [];
const errors: string[] = [];

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}

/** The frame with the brief. */
const brief = async (): Promise<Frame> => (await (await page.$('#page'))?.contentFrame()) ?? expect.fail('no frame');
const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const shows = (words: string) =>
  page.waitForFunction(
    (wanted) =>
      (document.getElementById('page') as HTMLIFrameElement).contentDocument?.body?.textContent?.includes(wanted),
    {},
    words,
  );
const overlay = (open: boolean) =>
  page.waitForFunction((wanted) => document.getElementById('problems')?.hidden === !wanted, {}, open);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brief-preview-'));
  smallest(folder);
  // the shipped buttons for language and theme, above the smallest frame
  for (const partial of ['languages', 'themes'])
    cpSync(join(ROOT, `templates/partials/${partial}.hbs`), join(folder, `templates/partials/${partial}.hbs`));
  edit('templates/brief.hbs', '<main', '{{> languages set="wide" first="" both="checked"}}\n{{> themes}}\n<main');
  const env = { ...process.env, BRIEF_BROWSER: undefined };
  const started = await preview(undefined, { port: 0 }, folder, env, { say: (line) => said.push(line) });
  if (!('address' in started)) throw new Error(started.map(({ message }) => message).join('\n'));
  running = started;
  const choice = await findBrowser({ browser: undefined, env });
  if ('code' in choice || choice.kind !== 'local') throw new Error('no packaged browser');
  browser = await puppeteer.launch({
    executablePath: choice.path,
    headless: 'shell',
    env: { ...env, ...choice.env },
    args: [...sandboxFor(process.getuid?.()).args],
  });
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(running.address);
  await shows('32,4');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a preview', () => {
  it('says its address, what is watched, and each build', () => {
    expect(said[0]).toBe(`Preview of 2005: ${running.address}`);
    expect(said[1]).toContain('brief.yaml, data, templates');
    expect(said[2]).toMatch(/^\d\d:\d\d:\d\d {2}page in \d+ ms: /);
  });

  it('shows text and figures as they are saved, where the reader was, in the language and theme chosen', async () => {
    await page.setViewport({ width: 900, height: 400 });
    await (await brief()).evaluate(() => {
      document.querySelector<HTMLElement>('label[for="show-wide-second"]')?.click();
      document.getElementById('theme-dark')?.click();
      window.scrollTo({ top: 150, behavior: 'instant' });
    });
    const state = async () =>
      (await brief()).evaluate(() => [
        window.scrollY,
        [...document.querySelectorAll<HTMLInputElement>('input:checked')].map(({ id }) => id),
      ]);
    const before = await state();
    edit(POINT, 'Exports reached', 'Exports amounted to');
    await shows('Exports amounted to');
    edit('data/series/exports.yaml', '2005: 32447.13', '2005: 33447.13');
    await shows('33,4');
    expect(before).toEqual([150, ['show-wide-second', 'theme-dark']]);
    expect(await state()).toEqual(before);
    await page.reload();
    await shows('33,4');
    await page.waitForFunction(() => document.body.dataset.page !== undefined);
    expect(await state()).toEqual(before);
    expect(said.at(-1)).toContain('after data/series/exports.yaml');
  });

  it('lays what broke over the last good page, with its place, and takes it away when it is mended', async () => {
    edit(POINT, '{{fact exports_ratio}}', '{{fact exports_ratoi}}');
    await overlay(true);
    const link = await page.$eval('#problems-list a', (a) => [a.textContent, a.getAttribute('href')]);
    expect(link[0]).toMatch(/^templates\/points\/scale\.hbs:7:\d+$/);
    expect(link[1]).toBe(`/open?file=${encodeURIComponent(link[0] ?? '')}`);
    const [first] = await page.$$eval('#problems-list li', (items) => items.map((item) => item.textContent ?? ''));
    expect(first).toContain('template-unknown');
    expect(first).toContain('exports_ratio');
    expect(await textOf('#problems-title')).toContain('error');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problems');
    await shows('33,4');
    expect(said.at(-1)).toMatch(/2 errors|1 error/);
    expect(said.at(-1)).toContain(`${POINT}:7`);

    await page.keyboard.press('Escape');
    await overlay(false);
    await page.keyboard.press('e');
    await overlay(true);
    edit(POINT, '{{fact exports_ratoi}}', '{{fact exports_ratio}}');
    await overlay(false);
    expect(await page.evaluate(() => document.body.dataset.state)).toBe('good');
  });

  it('shows a deleted file as what is wrong, and the page again when it is back', async () => {
    const text = readFileSync(join(folder, POINT), 'utf8');
    rmSync(join(folder, POINT));
    await overlay(true);
    expect(await textOf('#problems-list')).toContain('data/editions/2005.yaml');
    writeFileSync(join(folder, POINT), text);
    await overlay(false);
  });

  it('prints the PDF beside the page when asked, and after each save while it is shown', async () => {
    await page.keyboard.press('p');
    const shown = (than: number) =>
      page.waitForFunction(
        (least) => Number(/\?(\d+)/.exec(document.getElementById('pdf')?.getAttribute('src') ?? '')?.[1]) > least,
        { timeout: 50_000 },
        than,
      );
    await shown(0);
    const address = (await page.$eval('#pdf', (frame) => frame.getAttribute('src'))) ?? '';
    const bytes = Buffer.from(await (await fetch(new URL(address, running.address))).arrayBuffer());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(said.at(-1)).toMatch(/PDF in \d+ ms \(vi-en\)/);
    edit(POINT, 'Exports amounted to', 'Exports reached');
    await shown(Number(/\?(\d+)/.exec(address)?.[1]));
    await page.keyboard.press('p');
    expect(await page.$eval('#pdf', (frame) => (frame as HTMLIFrameElement).hidden)).toBe(true);
  });

  it('has nothing to complain of in the console', () => {
    // A browser without a viewer of PDFs says that it could not show one.
    expect(errors.filter((error) => !error.includes('.pdf'))).toEqual([]);
  });
});
