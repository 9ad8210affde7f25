/** The margin boxes of the printed page: running titles, the edition, page numbers. CSS cannot read them from the text, so they are written here. Part of `assemble`. */
import type { Sections } from '../model/document.ts';
import type { Languages } from '../model/language.ts';

/** A CSS string: quotes and backslashes escaped, line breaks out; `<` too, which could end the style element. */
const css = (text: string): string =>
  `"${text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('<', '\\3c ')
    .replace(/\s*\n\s*/g, ' ')}"`;

/** A pair has a running title a language; one language has its title on the left and the edition on the right. */
export function pageStyles(sections: Sections, languages: Languages): string {
  const [first, second] = languages;
  const running = (lang: string | undefined): string => (lang === undefined ? '' : (sections.running[lang] ?? ''));
  const edition = languages.map((lang) => sections.edition[lang] ?? '').join(' · ');
  return [
    '@page {',
    `@top-left { content: ${css(running(first))}; }`,
    `@top-right { content: ${css(second === undefined ? '' : running(second))}; }`,
    `@bottom-left { content: ${css(edition)}; }`,
    '@bottom-right { content: counter(page); }',
    '}',
  ].join('\n');
}
