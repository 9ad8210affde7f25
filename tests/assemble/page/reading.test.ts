/** A reader at the screen edition: with a pointer, a finger, the keyboard alone, without script, and with a table to save. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edition, openEdition } from './edition.ts';

let edition: Edition;
let page: Page;
const wrong: string[] = [];

beforeAll(async () => {
  edition = await openEdition();
  page = await edition.open({ width: 1280 });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
}, 240_000);
afterAll(() => edition?.close());

/** What the card says, word for word; undefined where there is none. */
const card = () =>
  page.evaluate(() => {
    const element = document.querySelector<HTMLElement>('.card');
    return element && !element.hidden ? element.innerText.replace(/\s+/g, ' ').trim() : undefined;
  });
const told = async (text: RegExp) => {
  await page.waitForFunction(() => !document.querySelector<HTMLElement>('.card')?.hidden, { timeout: 5_000 });
  expect(await card()).toMatch(text);
};
const gone = () =>
  page.waitForFunction(() => document.querySelector<HTMLElement>('.card')?.hidden === true, { timeout: 5_000 });
/** The first number of point one, and the middle of the last column of its chart. */
const NUMBER =
  '#point-scale .paragraph a[href="#f-exports_yearly.2005"], #point-scale .paragraph a[href^="#f-exports"]';
const lastColumn = async () => {
  await page.$eval('#chart-scale', (chart) => chart.scrollIntoView({ block: 'center' }));
  return page.$eval('#chart-scale svg.wide [data-fact$=".2005"]', (mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
};

describe('a number', () => {
  it('tells value, formula, figures and source under the pointer, and no more when it is left', async () => {
    await page.$eval(NUMBER, (number) => number.scrollIntoView({ block: 'center' }));
    await page.hover(NUMBER);
    await told(/^32,\d+ tỷ USD ?US\$32\.\d+ billion · 2005 \S+ = .*@.*Ngân hàng Thế giới.*World Bank/);
    await page.mouse.move(640, 5);
    await gone();
  });

  it('tells it on a tap until it is closed, and the page stays where it is', async () => {
    const before = page.url();
    await page.click(NUMBER);
    await page.mouse.move(640, 5);
    await new Promise((done) => setTimeout(done, 500));
    await told(/32,\d+ tỷ USD/);
    await page.keyboard.press('Escape');
    await gone();
    expect(page.url()).toBe(before);
  });

  it('tells it in the language that shows', async () => {
    await page.click('label[for="show-wide-second"]');
    await page.click(NUMBER.split(',')[1]?.replace('.paragraph', '.paragraph[lang="en"]') ?? '');
    await told(/^US\$32\.\d+ billion · 2005/);
    expect(await card()).not.toContain('tỷ');
    await page.keyboard.press('Escape');
    await page.click('label[for="show-wide-both"]');
  });
});

describe('a chart', () => {
  it('tells the value of a mark under the pointer, by the names of its own table', async () => {
    const { x, y } = await lastColumn();
    await page.mouse.move(x, y);
    await told(/^32,4 · 2005 .*tỷ USD .*US\$ billion$/);
    expect(await page.$$eval('.lit', (lit) => lit.map((mark) => mark.getAttribute('data-fact')))).toEqual([
      'exports_history.2005',
    ]);
    await page.mouse.move(640, 5);
    await gone();
  });

  it('tells everything of a mark when it is pressed', async () => {
    const { x, y } = await lastColumn();
    await page.mouse.click(x, y);
    await told(/^32,4 · 2005 .*exports_history\.2005 = .*World Bank/);
    await page.keyboard.press('Escape');
    await gone();
  });

  it('is walked through with the arrow keys, from the first mark to the last', async () => {
    await page.focus('#chart-scale');
    const values: (string | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home'] as const) {
      await page.keyboard.press(key);
      values.push((await card())?.split(' ')[2]);
    }
    expect(values).toEqual(['1986', '1987', '2005', '2005', '2004', '1986']);
    await page.keyboard.press('Enter');
    await told(/exports_history\.1986 = /);
    await page.keyboard.press('Escape');
  });

  it('tells values on a phone by touch, of the drawing of either language', async () => {
    const phone = await edition.open({ width: 360, touch: true });
    for (const drawing of ['svg.narrow:not(.second)', 'svg.second']) {
      const { x, y } = await phone.$eval(`#chart-scale ${drawing}`, (svg) => {
        svg.scrollIntoView({ block: 'center' });
        const { right, bottom } = svg.getBoundingClientRect();
        return { x: right - 22, y: bottom - 40 };
      });
      await phone.touchscreen.tap(x, y);
      await phone.waitForFunction(() => !document.querySelector<HTMLElement>('.card')?.hidden, { timeout: 5_000 });
      const said = await phone.$eval('.card', (element) => (element as HTMLElement).innerText);
      expect([drawing, said]).toEqual([drawing, expect.stringMatching(/^32,4 · 2005/)]);
      await phone.keyboard.press('Escape');
    }
    await phone.close();
  });

  it('of every point names its marks in the table of facts', async () => {
    const lost = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[data-fact]'))
        .map((mark) => mark.getAttribute('data-fact'))
        .filter((fact) => !document.getElementById(`f-${fact}`)),
    );
    expect(lost).toEqual([]);
    expect(await page.$$eval('.chart:not([tabindex])', (charts) => charts.map(({ id }) => id))).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('reaches the switches, contents, charts, numbers, tables that scroll, and the buttons that save', async () => {
    const fresh = await edition.open({ width: 1280 });
    await fresh.evaluate(() => {
      for (const details of Array.from(document.querySelectorAll('#point-scale details')))
        (details as HTMLDetailsElement).open = true;
    });
    const reached: string[] = [];
    for (let i = 0; i < 2000; i++) {
      await fresh.keyboard.press('Tab');
      const at = await fresh.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, textDecorationLine } = getComputedStyle(element);
        const label = element instanceof HTMLInputElement ? element.nextElementSibling : null;
        const seen = outlineStyle !== 'none' || textDecorationLine !== 'none';
        const drawn = seen || (label !== null && getComputedStyle(label).outlineStyle !== 'none');
        return `${element.tagName.toLowerCase()} ${element.id || element.className || element.getAttribute('href')}${drawn ? '' : ' UNSEEN'}`;
      });
      if (at === undefined) break;
      reached.push(at);
    }
    expect(reached.filter((each) => each.endsWith('UNSEEN'))).toEqual([]);
    expect(reached[0]).toBe('a skip');
    for (const wanted of [
      'input show-wide-both',
      'input theme-light',
      'a #point-growth',
      'div chart-scale',
      'button save',
      'div scroll',
    ])
      expect([wanted, reached.includes(wanted)]).toEqual([wanted, true]);
    expect(reached.filter((each) => each.startsWith('div chart-')).length).toBe(
      await fresh.$$eval('.chart', (charts) => charts.length),
    );
    await fresh.close();
  }, 120_000);

  it('shows the card of a number that it comes to, and Escape closes it', async () => {
    await page.focus(NUMBER);
    await page.keyboard.press('Tab');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await told(/=/);
    await page.keyboard.press('Escape');
    await gone();
  });
});

describe('a table', () => {
  const save = async (shown: string, selector: string): Promise<string> => {
    await page.click(`label[for="show-wide-${shown}"]`);
    const folder = join(edition.folder, `saved-${shown}`);
    mkdirSync(folder, { recursive: true });
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await page.$eval(selector, (button) => (button as HTMLElement).click());
    const file = join(folder, 'brief-2005-scale.csv');
    for (let i = 0; i < 100 && !existsSync(file); i++) await new Promise((done) => setTimeout(done, 50));
    return readFileSync(file, 'utf8');
  };

  it('is saved with all digits, decimal points and the heads of the language that shows', async () => {
    await page.$eval('#point-scale details', (details) => details.setAttribute('open', ''));
    const csv = await save('second', '#point-scale .data .save');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [head = [], first = []] = parse(csv, { bom: true }) as string[][];
    expect(head.slice(0, 3)).toEqual(['Indicator', '1986', '1987']);
    expect(first[0]).toBe('Goods exports by year, US$ billion');
    expect(first.slice(1).every((value) => /^-?\d+(\.\d+)?$/.test(value))).toBe(true);
    const shown = await page.$$eval('#point-scale .data table:first-of-type td', (cells) =>
      cells.map((cell) => (cell as HTMLElement).innerText),
    );
    // What is printed is what was saved, rounded.
    expect(first.slice(1).map((value, i) => Number(value).toFixed(shown[i]?.split('.')[1]?.length ?? 0))).toEqual(
      shown.slice(0, first.length - 1),
    );
    expect(first.some((value) => (value.split('.')[1]?.length ?? 0) > 1)).toBe(true);
  });

  it('is saved in both languages where both show', async () => {
    const [head = [], first = []] = parse(await save('both', '#point-scale .data .save'), { bom: true }) as string[][];
    expect(head[0]).toBe('Chỉ tiêu / Indicator');
    expect(first[0]).toMatch(/tỷ USD \/ .*US\$ billion/);
  });
});

describe('without script', () => {
  it('everything is there: numbers lead to their rows, languages and themes switch, no button is dead', async () => {
    const plain = await edition.open({ width: 1280, script: false });
    expect(await plain.$$eval('.save, .card', (all) => all.length)).toBe(0);
    await plain.click('label[for="show-wide-first"]');
    const shown = await plain.$$eval('#point-scale .heading', (all) =>
      all.filter((each) => getComputedStyle(each).display !== 'none').map((each) => (each as HTMLElement).lang),
    );
    expect(shown).toEqual(['vi']);
    await plain.click(NUMBER);
    const row = await plain.$eval('.facts tr:target', (target) => ({
      open: target.closest('details')?.open,
      text: (target as HTMLElement).innerText,
    }));
    expect(row).toEqual({ open: true, text: expect.stringContaining('32,') });
    await plain.close();
  });
});

it('nothing on the page failed, and nothing was refused by its policy', () => {
  expect(wrong).toEqual([]);
});

it('is below 700 KB', () => {
  expect(Buffer.byteLength(edition.html)).toBeLessThan(700_000);
});
