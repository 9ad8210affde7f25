import { describe, expect, it } from 'vitest';
import { fill, type Layout } from '../../src/assemble/fill.ts';
import type { Block, Drawing, Drawings, Sections } from '../../src/model/document.ts';

const block = (id: string, kind: Block['kind'], more: Partial<Block> = {}): Block => ({
  id,
  kind,
  tag: 'p',
  className: 'paragraph',
  text: { vi: 'Xuất khẩu', en: 'Exports' },
  target: undefined,
  attributes: {},
  section: 'scale',
  place: { file: 'templates/points/scale.hbs', line: 1, column: 1 },
  ...more,
});

const sections = (...blocks: Block[]): Sections => ({
  html: '',
  blocks: new Map(blocks.map((each) => [each.id, each])),
  uses: [],
  title: {},
  description: {},
  running: {},
  edition: {},
});

const hole = (id: string): string => `<brief-block id="${id}"></brief-block>`;

const drawings = (names: readonly string[]): Drawings => {
  const all = names.map((name): Drawing => {
    const [document = '', narrow] = name.split('/');
    return {
      chart: 'scale',
      document,
      narrow: narrow !== undefined,
      svg: `<svg>${name}</svg>`,
      width: 1,
      height: 1,
      alternative: {},
      uses: [],
      axisLabels: [],
      table: [],
      marks: [],
    };
  });
  return {
    all,
    get: (chart, document, narrow = false) =>
      all.find((each) => each.chart === chart && each.document === document && each.narrow === narrow),
  };
};

const layout = (more: Partial<Layout> = {}): Layout => ({
  languages: ['vi', 'en'],
  medium: 'print',
  drawings: drawings([]),
  dress: (svg) => `dressed:${svg}`,
  ...more,
});

describe('a pair', () => {
  it('stands side by side in a document of two languages, each half with id and language', () => {
    expect(fill(hole('p'), sections(block('p', 'pair')), layout())).toBe(
      '<div class="pair pair-paragraph"><p id="p-vi" lang="vi" class="paragraph">Xuất khẩu</p><p id="p-en" lang="en" class="paragraph">Exports</p></div>',
    );
  });

  it('is one element in a document of one language', () => {
    expect(fill(hole('p'), sections(block('p', 'pair')), layout({ languages: ['en'] }))).toBe(
      '<p id="p-en" lang="en" class="paragraph">Exports</p>',
    );
  });

  it('follows the order of the document’s languages', () => {
    const html = fill(hole('p'), sections(block('p', 'pair')), layout({ languages: ['en', 'vi'] }));
    expect(html.indexOf('Exports')).toBeLessThan(html.indexOf('Xuất khẩu'));
  });
});

describe('a number in a shared table', () => {
  const number = block('n', 'first', { text: { vi: '32,4', en: '32.4' } });

  it('stands once in print, in the first language’s notation', () => {
    expect(fill(hole('n'), sections(number), layout())).toBe('32,4');
    expect(fill(hole('n'), sections(number), layout({ languages: ['en', 'vi'] }))).toBe('32.4');
  });

  it('is held in every notation on screen', () => {
    const html = fill(hole('n'), sections(number), layout({ medium: 'screen' }));
    expect(html).toBe('<span class="n" id="n"><span lang="vi">32,4</span><span lang="en">32.4</span></span>');
  });

  it('of one fact is one element on screen, with its notations inside', () => {
    const fact = (text: string) => `<data data-fact="exports" value="32.4">${text}</data>`;
    const one = block('n', 'first', { text: { vi: fact('32,4'), en: fact('32.4') } });
    expect(fill(hole('n'), sections(one), layout({ medium: 'screen' }))).toBe(
      '<data class="n" id="n" data-fact="exports" value="32.4"><span lang="vi">32,4</span><span lang="en">32.4</span></data>',
    );
  });

  it('stands once on screen where all notations are alike', () => {
    const year = block('n', 'first', { text: { vi: '<time>2005</time>', en: '<time>2005</time>' } });
    expect(fill(hole('n'), sections(year), layout({ medium: 'screen' }))).toBe('<span id="n"><time>2005</time></span>');
  });
});

describe('what depends on the medium', () => {
  it('is left out of the other one', () => {
    const only = block('m', 'medium', { target: 'screen', text: { '*': '<nav></nav>' } });
    expect(fill(hole('m'), sections(only), layout())).toBe('');
    expect(fill(hole('m'), sections(only), layout({ medium: 'screen' }))).toBe('<nav></nav>');
  });

  it('a page number exists in print alone', () => {
    const page = block('g', 'page', { target: 'point-scale' });
    expect(fill(hole('g'), sections(page), layout())).toBe('<span class="pageno" data-page="point-scale">0</span>');
    expect(fill(hole('g'), sections(page), layout({ medium: 'screen' }))).toBe('');
  });

  it('a chart is the drawing of the document in print', () => {
    const chart = block('c', 'chart', { target: 'scale', className: '' });
    const drawn = drawings(['vi-en', 'vi', 'en', 'vi/narrow']);
    expect(fill(hole('c'), sections(chart), layout({ drawings: drawn }))).toBe(
      '<div class="chart chart-scale"><svg>vi-en</svg></div>',
    );
  });
});

it('fills blocks inside blocks', () => {
  const outer = block('o', 'medium', { target: 'print', text: { '*': hole('p') } });
  expect(fill(hole('o'), sections(outer, block('p', 'pair')), layout({ languages: ['vi'] }))).toBe(
    '<p id="p-vi" lang="vi" class="paragraph">Xuất khẩu</p>',
  );
});
