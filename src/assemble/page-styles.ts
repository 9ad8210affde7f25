/** The margin boxes of the printed page: running titles, the edition, page numbers. CSS cannot read them from the text, so they are written here. Part of `assemble`. */
import type { Block, Sections } from '../model/document.ts';
import type { Languages } from '../model/language.ts';

/** A CSS string: quotes and backslashes escaped, line breaks out; `<` too, which could end the style element. */
const css = (text: string): string =>
  `"${text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('<', '\\3c ')
    .replace(/\s*\n\s*/g, ' ')}"`;

/** A section that begins a page, and those that share the page with it. */
type Sheet = readonly Block[];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** The words of a piece of HTML. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();

const isCompact = ({ className }: Block): boolean => className.split(' ').includes('compact');

/** The names of the sections in the order of the page, those together whose points share a page (print.css). */
function sheets({ html, blocks }: Sections): Sheet[] {
  const names = [...html.matchAll(/<brief-block id="([^"]+)">/g)]
    .map(([, id = '']) => blocks.get(id))
    .filter((block) => block?.className.split(' ')[0] === 'kicker');
  const found: Block[][] = [];
  for (const name of names) {
    if (!name) continue;
    const last = found.at(-1)?.at(-1);
    if (last && isCompact(last) && isCompact(name)) found.at(-1)?.push(name);
    else found.push([name]);
  }
  return found;
}

/**
 * Pages of a pair bear the number and name of their points. A page has one name, and a new name begins a new page, so that
 * points that share one have it together; in one language, where points follow each other, there are no such names.
 */
function namedPages(sections: Sections, languages: Languages): string[] {
  return sheets(sections).flatMap((sheet) => {
    const page = `point-${sheet[0]?.section ?? ''}`;
    const title = (lang: string): string => css(sheet.map(({ text }) => wordsOf(text[lang] ?? '')).join(' · '));
    const [left, right] = languages.map(title);
    return [
      `@page ${page} { @top-left { content: ${left}; } @top-right { content: ${right}; } }`,
      `${sheet.map(({ section }) => `.both #point-${section}`).join(', ')} { page: ${page}; }`,
    ];
  });
}

/**
 * A pair has a running title a language at the head, and at the foot the title of the brief with its edition. One language
 * has its title at the head and the edition at the foot.
 */
export function pageStyles(sections: Sections, languages: Languages): string {
  const { left, right, foot } = margins(sections, languages);
  return [boxes(left, right, foot), ...(languages.length === 1 ? [] : namedPages(sections, languages))].join('\n');
}

/**
 * The margin boxes of the screen edition on paper: those of the pair, or of the language alone that shows, for which the
 * page's script has then marked it as `single`.
 */
export function pageStylesOfScreen(sections: Sections, languages: Languages): string {
  const [first, second] = languages;
  if (second === undefined) return pageStyles(sections, languages);
  const { left, right, foot } = margins(sections, languages);
  const alone = [first, second].map((lang, i) => {
    const own = margins(sections, [lang]);
    const shown = `.single:has(#show-wide-${i === 0 ? 'first' : 'second'}:checked)`;
    return `${shown} { --margin-left: ${own.left}; --margin-right: ${own.right}; --margin-foot: ${own.foot}; }`;
  });
  return [
    boxes(`var(--margin-left, ${left})`, `var(--margin-right, ${right})`, `var(--margin-foot, ${foot})`),
    ...namedPages(sections, languages),
    ...alone,
  ].join('\n');
}

/** What stands in the margins, as CSS strings. */
function margins(sections: Sections, languages: Languages): { left: string; right: string; foot: string } {
  const [first, second] = languages;
  const running = (lang: string | undefined): string => (lang === undefined ? '' : (sections.running[lang] ?? ''));
  const edition = languages.map((lang) => sections.edition[lang] ?? '').join(' · ');
  const foot = second === undefined ? edition : `${languages.map(running).join(' · ')} · ${edition}`;
  return { left: css(running(first)), right: css(second === undefined ? '' : running(second)), foot: css(foot) };
}

const boxes = (left: string, right: string, foot: string): string =>
  [
    '@page {',
    `@top-left { content: ${left}; }`,
    `@top-right { content: ${right}; }`,
    `@bottom-left { content: ${foot}; }`,
    '@bottom-right { content: counter(page); }',
    '}',
  ].join('\n');
