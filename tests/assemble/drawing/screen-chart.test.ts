import { describe, expect, it } from 'vitest';
import { merged } from '../../../src/assemble/drawing/merge.ts';
import { screenChart } from '../../../src/assemble/drawing/screen-chart.ts';
import { slimmed } from '../../../src/assemble/drawing/slim.ts';
import { type Element, parsed, written } from '../../../src/assemble/drawing/tree.ts';
import type { Drawing, Drawings } from '../../../src/model/document.ts';

const tree = (svg: string): Element => parsed(svg) ?? expect.fail('no drawing');
const slim = (inside: string): string =>
  slimmed(tree(`<svg>${inside}</svg>`))
    .children.map(written)
    .join('');

describe('a slimmed drawing', () => {
  it('is without what leaves no ink, and without groups that say nothing', () => {
    expect(
      slim(
        '<g><g transform="translate(0,0)"><path d="M0,0h9v9h-9Z"/><path d="" fill="#000"/><g><path d="M1,1h2v2h-2Z" fill="#000" opacity="1"/></g></g><g display="none"><path d="M0,0h1" stroke="#000"/></g></g>',
      ),
    ).toBe('<path d="M1,1h2v2h-2Z" fill="#000"/>');
  });

  it('keeps tenths of a pixel, and of points the hundredths of their radius', () => {
    expect(slim('<path d="M2.912,164.212h16.576v3.787h-16.576Z" fill="#000"/>')).toBe(
      '<path d="M2.9,164.2h16.6v3.8h-16.6Z" fill="#000"/>',
    );
    expect(
      slim(
        '<path transform="translate(10.26,20)" d="M3.656,0A3.656,3.656,0,1,1,-3.656,0A3.656,3.656,0,1,1,3.656,0" fill="#000"/>',
      ),
    ).toBe('<circle fill="#000" cx="10.3" cy="20" r="3.66"/>');
  });

  it('says once what neighbours have in common', () => {
    expect(
      slim(
        '<g><text transform="translate(1,2)" font-size="10px" fill="#111">a</text><text transform="translate(3,4)" font-size="10px" fill="#111">b</text></g>',
      ),
    ).toBe('<g fill="#111"><text x="1" y="2">a</text><text x="3" y="4">b</text></g>');
  });

  it('draws lines that look alike as one, but no mark that stands for a fact', () => {
    const line = (y: number) => `<line transform="translate(0,${y})" x2="9" y2="0" stroke="#ddd"/>`;
    expect(slim(`<g>${line(1)}${line(2)}</g>`)).toBe('<path d="M0,1h9M0,2h9" stroke="#ddd"/>');
    const bar = (fact: string) => `<path d="M0,0h1v1h-1Z" fill="#000" data-fact="${fact}"/>`;
    expect(slim(`<g>${bar('a')}${bar('b')}</g>`).match(/data-fact/g)).toHaveLength(2);
  });

  it('leaves what is turned where it is', () => {
    expect(slim('<text transform="translate(1,2) rotate(-90)" fill="#000">a</text>')).toBe(
      '<text transform="translate(1,2) rotate(-90)" fill="#000">a</text>',
    );
  });
});

describe('drawings in several languages', () => {
  const variant = (letter: string, label: string) => ({
    letter,
    root: tree(`<svg><g><path d="M0,0h1" fill="#000"/></g><g><text>${label}</text></g></svg>`),
  });
  const all = (...labels: string[]) =>
    (merged(labels.map((label, i) => variant(['1', '2', 'b'][i] ?? '', label)))?.children ?? []).map(written).join('');

  it('share what is the same, and name the variants that show the rest', () => {
    expect(all('32,4', '32.4', '32,4')).toBe(
      '<g><path d="M0,0h1" fill="#000"/></g><g><text class="v1b">32,4</text><text class="v2">32.4</text></g>',
    );
    expect(all('2005', '2005', '2005')).toBe('<g><path d="M0,0h1" fill="#000"/></g><g><text>2005</text></g>');
  });

  it('stand beside each other where one has more marks than the other', () => {
    const root = tree('<svg><g><path d="M0,0h1" fill="#000"/></g></svg>');
    const more = tree('<svg><g><path d="M0,0h1" fill="#000"/><path d="M9,0h1" fill="#000"/></g></svg>');
    expect(
      written(
        merged([
          { letter: '1', root },
          { letter: '2', root: more },
        ]) ?? '',
      ),
    ).toBe(
      '<svg><g><path d="M0,0h1" fill="#000" class="v1"/><path d="M0,0h1" fill="#000" class="v2"/><path d="M9,0h1" fill="#000" class="v2"/></g></svg>',
    );
  });
});

describe('a chart on the screen', () => {
  const drawing = (document: string, narrow: boolean): Drawing => ({
    chart: 'scale',
    document,
    narrow,
    svg: `<svg xmlns="x" id="i" role="img" aria-label="…" width="9" height="9" viewBox="0 0 ${narrow ? 5 : 9} 9"><g><text fill="#000">${document}</text></g></svg>`,
    width: 9,
    height: 9,
    alternative: { vi: 'Biểu đồ <cột>', en: 'Column chart' },
    uses: [],
    axisLabels: [],
    table: [],
    marks: [],
  });
  const drawings = (...all: Drawing[]): Drawings => ({
    all,
    get: (_, document, narrow = false) => all.find((each) => each.document === document && each.narrow === narrow),
  });
  const html = (all: Drawings, languages: [string] | [string, string] = ['vi', 'en']) =>
    screenChart({
      chart: 'scale',
      className: '',
      languages,
      drawings: all,
      dress: (svg) => svg.replace('#000', 'var(--ink)'),
    });
  const every = ['vi', 'en', 'vi-en'].map((document) => drawing(document, false));
  const phone = ['vi', 'en'].map((document) => drawing(document, true));

  it('is one drawing for the page and one for the phone, which shows it again in the second language', () => {
    const page = html(drawings(...every, ...phone));
    expect(page.match(/<svg[^>]*>/g)).toEqual([
      expect.stringContaining('class="wide"'),
      expect.stringContaining('class="narrow"'),
      expect.stringContaining('class="narrow second"'),
    ]);
    expect(page).toContain('<text class="vb" x="0" y="0">vi-en</text>');
    expect(page).toContain('<use href="#chart-scale-narrow"/>');
  });

  it('is heard as a text in the language shown, the drawings being silent', () => {
    const page = html(drawings(...every, ...phone));
    expect(page.match(/aria-hidden="true"/g)).toHaveLength(3);
    expect(page).not.toContain('aria-label');
    expect(page).toContain('<span lang="vi">Biểu đồ &lt;cột></span><span lang="en">Column chart</span>');
  });

  it('of one language has no variants', () => {
    const page = html(drawings(...every, ...phone), ['vi']);
    expect(page).not.toMatch(/class="v[12b]+"|<use/);
    expect(page).toContain('<span lang="vi">Biểu đồ &lt;cột></span></p>');
  });

  it('is drawn once where page and phone are alike, and not at all where there is no drawing', () => {
    expect(html(drawings(...every)).match(/<svg/g)).toHaveLength(1);
    expect(html(drawings())).toBe('');
  });
});
