/** axe-core finds nothing in the screen edition: each language and both, light and dark, on a phone and a wide page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, type Edition, openEdition } from './edition.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let edition: Edition;
beforeAll(async () => {
  edition = await openEdition();
}, 240_000);
afterAll(() => edition?.close());

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe.each([360, 1280])('at %i pixels', (width) => {
  it('a reader meets no barrier, in any language, light or dark, with every table open', async () => {
    const page = await edition.open({ width });
    await page.evaluate(AXE);
    for (const shown of ['first', 'second', 'both'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        await choose(page, shown, theme);
        // Tables are alike in every theme: they are opened once a language.
        await page.evaluate((open) => {
          for (const details of Array.from(document.querySelectorAll('details'))) details.open = open;
        }, theme === 'light');
        const { violations, passes } = (await page.evaluate(
          'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
        )) as { violations: Found[]; passes: Found[] };
        const told = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 160))
              .join('\n  ')} (${nodes.length})`,
        );
        expect([shown, theme, told]).toEqual([shown, theme, []]);
        expect(passes.length).toBeGreaterThan(20);
      }
    }
    await page.close();
  }, 240_000);
});
