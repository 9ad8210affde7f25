/** Fills the placeholders of a section's HTML for one document: its languages and its medium. Part of `assemble`. */
import type { Block, Drawings, Html, Medium, Sections } from '../model/document.ts';
import type { Lang, Languages } from '../model/language.ts';

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
      return wanted(block, layout) ? (block.text['*'] ?? '') : '';
  }
}

const wanted = (block: Block, { languages, medium }: Layout): boolean =>
  block.target === 'bilingual' ? languages.length === 2 : block.target === medium;

function pair(block: Block, { languages }: Layout): Html {
  if (languages.length === 1) return spoken(block, languages[0], block.tag, block.className);
  const halves = languages.map((lang) => spoken(block, lang, block.tag, block.className)).join('');
  return `<div class="pair pair-${block.className.split(' ')[0] || block.tag}">${halves}</div>`;
}

function stack(block: Block, { languages }: Layout): Html {
  const lines = languages.map((lang) => spoken(block, lang, block.tag, '')).join('');
  return languages.length === 1 ? lines : `<span${classes('stack', block.className)}>${lines}</span>`;
}

/** Numbers in shared objects stand once, in the document's first language; the screen holds both and shows one. */
function first(block: Block, { languages, medium }: Layout): Html {
  if (medium === 'print' || languages.length === 1) return block.text[languages[0]] ?? '';
  return languages
    .map(
      (lang, i) =>
        `<span class="notation${i === 0 ? ' notation-first' : ''}" lang="${lang}" id="${block.id}-${lang}">${block.text[lang] ?? ''}</span>`,
    )
    .join('');
}

function chart(block: Block, { languages, medium, drawings, dress }: Layout): Html {
  const id = block.target ?? '';
  const draw = (document: string, narrow: boolean, className: string): Html => {
    const drawing = drawings.get(id, document, narrow);
    return drawing
      ? `<div${classes('chart', `chart-${id}`, className)}>${medium === 'screen' ? dress(drawing.svg) : drawing.svg}</div>`
      : '';
  };
  if (medium === 'print') return draw(languages.join('-'), false, block.className);
  if (languages.length === 1) return draw(languages[0], false, 'wide') + draw(languages[0], true, 'narrow');
  // A phone has no room for two languages in one drawing: where both show, it shows the first.
  return [
    draw(languages.join('-'), false, 'wide show-both'),
    draw(languages[0], false, 'wide show-first'),
    draw(languages[1], false, 'wide show-second'),
    draw(languages[0], true, 'narrow show-first show-both'),
    draw(languages[1], true, 'narrow show-second'),
  ].join('');
}
