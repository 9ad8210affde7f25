/** Fills the placeholders of a section's HTML for one document: its languages and its medium. Part of `assemble`. */
import type { Block, Drawings, Html, Medium, Sections } from '../model/document.ts';
import type { Lang, Languages } from '../model/language.ts';
import { screenChart } from './drawing/screen-chart.ts';

export interface Layout {
  readonly languages: Languages;
  readonly medium: Medium;
  readonly drawings: Drawings;
  /** Changes a drawing for the medium: colours as variables on screen. */
  readonly dress: (svg: Html) => Html;
}

const PLACEHOLDER = /<brief-block id="([^"]+)"><\/brief-block>/g;

/** The HTML with every block laid out, blocks inside blocks too. */
export function fill(html: Html, sections: Sections, layout: Layout): Html {
  return html.replace(PLACEHOLDER, (_, id: string) => {
    const block = sections.blocks.get(id);
    return block ? fill(layOut(block, layout), sections, layout) : '';
  });
}

const attributes = (block: Block): string =>
  Object.entries(block.attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

const classes = (...names: string[]): string => {
  const text = names.filter(Boolean).join(' ');
  return text ? ` class="${text}"` : '';
};

/** One language of a block. Chromium keeps the language of an element in the PDF only where it has an id. */
const spoken = (block: Block, lang: Lang, tag: string, className: string): Html =>
  `<${tag} id="${block.id}-${lang}" lang="${lang}"${classes(className)}${attributes(block)}>${block.text[lang] ?? ''}</${tag}>`;

function layOut(block: Block, layout: Layout): Html {
  switch (block.kind) {
    case 'pair':
      return pair(block, layout);
    case 'stack':
      return stack(block, layout);
    case 'first':
      return first(block, layout);
    case 'chart':
      return chart(block, layout);
    case 'page':
      return layout.medium === 'print' ? `<span class="pageno" data-page="${block.target}">0</span>` : '';
    case 'medium':
      return wanted(block, layout) ? ofBoth(block, layout) : '';
  }
}

/** What is for two languages alone the screen can leave out, when one of them is printed. */
const ofBoth = ({ target, text }: Block, { medium }: Layout): Html =>
  target === 'bilingual' && medium === 'screen' ? `<div class="of-both">${text['*'] ?? ''}</div>` : (text['*'] ?? '');

const wanted = (block: Block, { languages, medium }: Layout): boolean =>
  block.target === 'bilingual' ? languages.length === 2 : block.target === medium;

function pair(block: Block, { languages }: Layout): Html {
  if (languages.length === 1) return spoken(block, languages[0], block.tag, block.className);
  const halves = languages.map((lang) => spoken(block, lang, block.tag, block.className)).join('');
  return `<div class="pair pair-${block.className.split(' ')[0] || block.tag}">${halves}</div>`;
}

function stack(block: Block, { languages, medium }: Layout): Html {
  if (medium === 'screen' && languages.length === 2) {
    const lines = languages.map((lang) => `<${block.tag}${inLanguage(block, lang)}</${block.tag}>`).join('');
    return `<span${classes('stack', block.className)} id="${block.id}">${lines}</span>`;
  }
  const lines = languages.map((lang) => spoken(block, lang, block.tag, '')).join('');
  return languages.length === 1 ? lines : `<span${classes('stack', block.className)}>${lines}</span>`;
}

/** What a line of a stack holds on screen, where the stack itself has the id. */
const inLanguage = (block: Block, lang: Lang): Html => ` lang="${lang}"${attributes(block)}>${block.text[lang] ?? ''}`;

/** One number that tells its fact, and nothing beside it. */
const NUMBER = /^<data([^>]*)>([^<]*)<\/data>$/;

/**
 * Numbers in shared objects stand once, in the document's first language; the screen holds both and shows one. What is
 * the same in every notation is held once, and two notations of one number share its element.
 */
function first(block: Block, { languages, medium }: Layout): Html {
  const texts = languages.map((lang) => block.text[lang] ?? '');
  const [one = '', other] = texts;
  if (medium === 'print' || other === undefined) return one;
  if (one === other) return `<span id="${block.id}">${one}</span>`;
  const notations = (htmls: readonly Html[]): Html =>
    htmls.map((html, i) => `<span lang="${languages[i]}">${html}</span>`).join('');
  const numbers = texts.map((text) => NUMBER.exec(text));
  const [a, b] = numbers;
  if (a && b && a[1] === b[1])
    return `<data class="n" id="${block.id}"${a[1]}>${notations(numbers.map((number) => number?.[2] ?? ''))}</data>`;
  return `<span class="n" id="${block.id}">${notations(texts)}</span>`;
}

function chart(block: Block, { languages, medium, drawings, dress }: Layout): Html {
  const chart = block.target ?? '';
  if (medium === 'screen') return screenChart({ chart, className: block.className, languages, drawings, dress });
  const drawing = drawings.get(chart, languages.join('-'));
  return drawing ? `<div${classes('chart', `chart-${chart}`, block.className)}>${drawing.svg}</div>` : '';
}
