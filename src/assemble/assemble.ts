/**
 * assemble: sections and drawings become one document, a self-contained page of HTML, for one language or an ordered
 * pair, for print or for the screen.
 */
import type { Content } from '../model/content.ts';
import type { Document, Drawings, Html, Medium, Sections } from '../model/document.ts';
import type { Lang, Languages } from '../model/language.ts';
import { documentName } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import { fill } from './fill.ts';
import { head } from './head.ts';
import { SCRIPT } from './page/script.ts';
import { pageStyles, pageStylesOfScreen } from './page-styles.ts';
import { drawnOnce } from './repeated.ts';
import { structuredData } from './structured-data.ts';
import { tidied } from './white-space.ts';

export interface Parts {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly sections: Sections;
  readonly drawings: Drawings;
  /** The @font-face rules: files for print, embedded subsets on screen. */
  readonly fontFaces: (medium: Medium) => string;
  /** Colours of a drawing as CSS variables, so that the screen can be dark. */
  readonly dress: (svg: Html) => Html;
}

export { FONTS_HERE, published } from './published.ts';

/**
 * The styles of a medium, in order; all below templates/styles/. The screen edition is printed from the browser, too:
 * then it has the look of the printed one.
 */
function stylesOf({ content, sections, fontFaces }: Parts, languages: Languages, medium: Medium): string {
  const sheet = (name: string): string => content.styles.get(name)?.text ?? '';
  const pages = medium === 'print' ? pageStyles : pageStylesOfScreen;
  const paper = `${sheet('print.css')}\n${pages(sections, languages)}`;
  const own =
    medium === 'print'
      ? [paper]
      : [sheet('languages.css'), `@media screen {\n${sheet('screen.css')}\n}`, `@media print {\n${paper}\n}`];
  return compact([fontFaces(medium), sheet('tokens.css'), sheet('base.css'), ...own].join('\n'));
}

/** Makes one document. Pure: equal parts give equal text. */
export function assemble(parts: Parts, languages: Languages, medium: Medium): Document {
  const { content, sections, drawings } = parts;
  const { edition, project } = content;
  const name = medium === 'screen' ? 'html' : documentName(languages);
  const title = languages.map((lang) => sections.title[lang] ?? '').join(' · ');
  const body = tidied(fill(sections.html, sections, { languages, medium, drawings, dress: parts.dress }));
  const screen = medium === 'screen';
  const html = [
    '<!doctype html>',
    `<html lang="${languages[0]}" class="${medium} ${languages.length === 2 ? 'both' : 'single'}"${screen ? ` data-edition="${edition.id}"` : ''}>`,
    head({
      title,
      descriptions: sections.description,
      languages,
      publisher: project.publisher,
      date: edition.date,
      styles: stylesOf(parts, languages, medium),
      medium,
      data: screen ? structuredData(parts, languages) : '',
    }),
    `<body>${screen ? `${drawnOnce(linked(body))}\n<script>${SCRIPT}</script>` : plain(body)}</body>`,
    '</html>',
    '',
  ].join('\n');
  const first: Lang = languages[0];
  return {
    edition: edition.id,
    name,
    languages,
    medium,
    title,
    titles: sections.title,
    html,
    date: edition.date,
    publisher: project.publisher[first] ?? '',
    subject: sections.description[first] ?? '',
  };
}

/** `<data>` and `<time>` name facts for the screen; in a tagged PDF they would treble the file. */
export const plain = (html: Html): Html =>
  html
    .replace(/<\/?data\b[^>]*>/g, '')
    .replace(/<time( class="nowrap")?>([^<]*)<\/time>/g, (_, nowrap, text) =>
      nowrap ? `<span class="nowrap">${text}</span>` : text,
    )
    .replace(/<span data-exempt="[a-z]+">([^<]*)<\/span>/g, '$1');

/**
 * On screen a number leads to its row in the table of facts: `<data>` becomes a link, so that keyboards and fingers
 * reach it. Inside a link, a summary or a label it stays what it is, and where the frame has no such table.
 */
function linked(html: Html): Html {
  const rows = new Map([...html.matchAll(/ id="f-([^"]+)" data-value="([^"]*)"/g)].map(([, id, value]) => [id, value]));
  let inside = 0;
  const open: boolean[] = [];
  return html.replace(
    /<(\/?)(a|summary|label|button|data)\b([^>]*)>/g,
    (tag, end: string, name: string, rest: string) => {
      if (name !== 'data') {
        inside += end ? -1 : 1;
        return tag;
      }
      if (end) return open.pop() ? '</a>' : tag;
      const [, fact = ''] = / data-fact="([^"]+)"/.exec(rest) ?? [];
      const link = inside === 0 && rows.has(fact);
      open.push(link);
      if (!link) return tag;
      const others = rest
        .replace(/ data-fact="[^"]*"/, '')
        // What a table saves is the number as it stands there: a value that is not the row's own stays with it.
        .replace(/ value="([^"]*)"/, (_, value) => (value === rows.get(fact) ? '' : ` data-value="${value}"`));
      return `<a${others} href="#f-${fact}">`;
    },
  );
}

/** Comments and leading spaces out of the styles: a reader of the page does not need them. */
export const compact = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s+/gm, '');
