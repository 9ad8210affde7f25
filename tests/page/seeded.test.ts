/** Small changes of templates, styles and charts that spoil a page, one by one: each is found, and told where it was made. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Html } from '../../src/model/document.ts';
import type { Draft } from '../../src/pipeline.ts';
import { openPress, type Press } from './printed-edition.ts';

interface Seed {
  readonly title: string;
  readonly document?: string;
  readonly change?: (html: Html) => Html;
  /** A file and what is replaced in it, where the change cannot be made in the finished HTML. */
  readonly file?: readonly [path: string, from: string, to: string];
  /** Every code that is told, and the files where. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

const styled =
  (css: string) =>
  (html: Html): Html =>
    html.replace('</style>', `${css}</style>`);

/** Replaces the text where it stands first, or last. */
const changed =
  (from: string, to: string, last = false) =>
  (html: Html): Html => {
    const at = last ? html.lastIndexOf(from) : html.indexOf(from);
    if (at < 0) throw new Error(`${from} is not there`);
    return html.slice(0, at) + to + html.slice(at + from.length);
  };

const point = (...names: string[]) => names.map((name) => `templates/points/${name}.hbs`);
const chart = (...names: string[]) => names.map((name) => `templates/charts/${name}.yaml`);
const [COVER, NOTES, CLAIMS] = ['templates/cover.hbs', 'templates/notes.hbs', 'templates/claims.hbs'];
const CONTENTS = 'templates/partials/contents.hbs';

const SEEDS: readonly Seed[] = [
  {
    title: 'a paragraph that may not break',
    change: styled('#growth-paragraph1-vi { white-space: nowrap }'),
    told: { 'print-too-wide': point('growth') },
  },
  {
    title: 'a heading that a mask cuts at the marks of its letters',
    document: 'vi-en',
    change: styled('#openness-heading1-vi { clip-path: inset(4pt 0 0 0) }'),
    told: { 'page-text-cut': point('openness') },
  },
  {
    title: 'a box of fixed height that hides what is below it',
    change: styled('#notes-paragraph2-vi { height: 12pt; overflow: hidden }'),
    told: { 'page-text-cut': [NOTES], 'pdf-text-differs': ['vi.pdf'], 'print-clipped': [NOTES] },
  },
  {
    title: 'lines so close that marks stand in the letters above',
    document: 'vi-en',
    change: styled('#growth-heading1-vi { line-height: 0.9 }'),
    told: { 'page-lines-touch': point('growth') },
  },
  {
    title: 'a subtitle drawn up into its heading',
    document: 'vi-en',
    change: styled('#sectors-subtitle1-vi, #sectors-subtitle1-en { margin-top: -16pt }'),
    told: { 'page-text-collides': point('sectors') },
  },
  {
    title: 'a source line drawn up into the labels of its chart',
    change: styled('#imports-s1-vi { margin-top: -20pt }'),
    told: { 'page-text-on-chart': ['templates/partials/figure.hbs'] },
  },
  {
    title: 'a chart drawn up into the one above it',
    document: 'vi-en',
    change: styled('.chart-balance_gap { margin-top: -60pt }'),
    told: { 'page-text-on-chart': chart('balance_gap', 'balance_trade') },
  },
  {
    title: 'a heading that ends its page',
    change: styled('#balance-heading1-vi { break-after: page }'),
    told: { 'page-heading-last': point('balance') },
  },
  {
    title: 'a chart higher than a page',
    file: ['templates/charts/growth.yaml', 'width: 657, height: 142', 'width: 657, height: 1100'],
    told: {
      'page-chart-split': chart('growth'),
      'page-nearly-empty': chart('growth'),
      'pdf-drawing-differs': ['vi.pdf'],
    },
  },
  {
    title: 'a subtitle parted from its chart',
    change: styled('#balance-subtitle1-vi { break-after: page }'),
    told: { 'page-chart-apart': point('balance') },
  },
  {
    title: 'a source line parted from its chart',
    change: styled('.figure { break-inside: auto } .chart-balance_gap { break-after: page }'),
    told: { 'page-chart-apart': ['templates/partials/figure-stacked.hbs'] },
  },
  {
    title: 'rows that may break',
    document: 'vi-en',
    change: styled('.claims tr { break-inside: auto } .claims tbody th { line-height: 70pt }'),
    told: { 'page-row-split': [CLAIMS] },
  },
  {
    title: 'a small table on two pages',
    document: 'vi-en',
    change: styled(
      '#point-sectors .tabled { break-inside: auto } #point-sectors .tabled tr:last-child { break-before: page }',
    ),
    told: { 'page-nearly-empty': point('products'), 'page-table-split': ['templates/partials/numbers.hbs'] },
  },
  {
    title: 'the last row of a long table on a page of its own',
    document: 'vi-en',
    change: styled('.claims tr { break-after: auto } .claims tbody:last-of-type tr:last-child { break-before: page }'),
    told: { 'page-nearly-empty': [NOTES], 'page-row-alone': [CLAIMS] },
  },
  {
    title: 'a page that ends long before its end',
    document: 'vi-en',
    change: styled('#point-sectors .text { break-before: page }'),
    told: { 'page-nearly-empty': point('sectors') },
  },
  {
    title: 'a last page with two lines on it',
    change: styled(
      '.page-notes .paragraph { break-inside: avoid } .page-notes > .block:last-child > :last-child { break-before: page }',
    ),
    told: { 'page-last-short': [NOTES], 'page-nearly-empty': [NOTES] },
  },
  {
    title: 'a chart whose bars are transparent',
    change: styled('.chart-growth path { opacity: 0 }'),
    told: { 'page-chart-blank': chart('growth') },
  },
  {
    title: 'a chart whose bars are as white as the paper',
    file: ['templates/charts/growth.yaml', 'mark: bar', 'mark: { type: bar, color: var(--paper) }'],
    told: { 'page-chart-blank': chart('growth') },
  },
  {
    title: 'a font of the machine',
    change: styled("#growth-note1-vi { font-family: 'Open Sans' }"),
    told: { 'page-font-strange': point('growth'), 'pdf-font-unlisted': ['vi.pdf'] },
  },
  {
    title: 'a weight that the browser makes up, as Type 3',
    change: styled('#growth-paragraph1-vi { font-weight: 900 }'),
    told: { 'page-font-strange': point('growth'), 'pdf-font-kind': ['vi.pdf'], 'pdf-font-unlisted': ['vi.pdf'] },
  },
  {
    title: 'italics that the browser makes up',
    change: styled('#growth-note1-vi { font-style: italic }'),
    told: { 'page-font-strange': point('growth') },
  },
  {
    title: 'a line of the contents that leads elsewhere',
    change: changed('href="#point-openness"', 'href="#point-imports"'),
    told: { 'page-link-page': [CONTENTS] },
  },
  {
    title: 'a main point that names the page of another',
    change: changed('data-page="point-balance"', 'data-page="point-scale"'),
    told: { 'page-link-page': [COVER] },
  },
  {
    title: 'a link of the claims to another point',
    change: changed('href="#point-balance"', 'href="#point-scale"', true),
    told: { 'page-link-text': [CLAIMS] },
  },
  {
    title: 'small print too small to read',
    change: styled('#cover-small1-vi { font-size: 6pt }'),
    told: { 'page-text-small': [COVER] },
  },
];

describe('the edition of 2005 on paper', () => {
  let press: Press;
  let made: Draft;
  beforeAll(async () => {
    press = await openPress();
    made = await press.draft('2005');
  });
  afterAll(() => press.close());

  it.each(SEEDS)('with $title', async ({ document = 'vi', change, file, told }) => {
    const [path = '', from = '', to = ''] = file ?? [];
    const text = press.files.get(path) ?? '';
    if (file) expect(text).toContain(from);
    const draft = file ? await press.draft('2005', new Map([[path, text.replace(from, to)]])) : made;
    const { problems } = await press.proof(draft, document, change);
    const found: Record<string, string[]> = {};
    for (const { code, severity, file: at = '' } of problems)
      if (severity !== 'note') found[code] = [...new Set([...(found[code] ?? []), at])].sort();
    expect(found).toEqual(told);
  });
});
