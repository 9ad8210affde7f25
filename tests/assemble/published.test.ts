import { describe, expect, it } from 'vitest';
import { FONTS_HERE, published } from '../../src/assemble/published.ts';
import { drawnOnce } from '../../src/assemble/repeated.ts';

describe('the page as it is written', () => {
  it('is without the ids that nothing calls, and with all others', () => {
    const page =
      '<h2 id="scale-heading1" lang="vi">x</h2><p id="scale-p1-vi">1 < 2 id="z"</p><div aria-labelledby="a b"></div><i id="b"></i><tr id="f-exports">';
    expect(published(page, '')).toBe(
      '<h2 lang="vi">x</h2><p>1 < 2 id="z"</p><div aria-labelledby="a b"></div><i id="b"></i><tr id="f-exports">',
    );
  });

  it('has its fonts where they go, letter for letter', () => {
    expect(published(`<style>${FONTS_HERE}</style>`, "@font-face { src: url('$&') }")).toBe(
      "<style>@font-face { src: url('$&') }</style>",
    );
  });
});

describe('a mark that the page shows many times', () => {
  const mark = (name: string, inside: string) =>
    `<svg class="mark mark-${name}" viewBox="0 0 12 12" width="12"><g>${inside}</g></svg>`;

  it('is drawn once and referred to', () => {
    const page = drawnOnce(mark('close', 'a') + mark('close', 'a') + mark('partly', 'b'));
    expect(page.match(/<use href="#mark-close"\/>/g)).toHaveLength(2);
    expect(
      page.match(/<symbol id="mark-close" viewBox="0 0 12 12" overflow="visible"><g>a<\/g><\/symbol>/g),
    ).toHaveLength(1);
    expect(page).toContain('<symbol id="mark-partly"');
  });

  it('stays where it is when another has its name', () => {
    expect(drawnOnce(mark('close', 'a') + mark('close', 'b'))).toContain('<g>b</g></svg>');
    expect(drawnOnce('<p>no mark</p>')).toBe('<p>no mark</p>');
  });
});
