/** The covering letter as a document of its own: its template, its style sheet, the project's first language. Part of `assemble`. */
import { type Document, LETTER } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { compact, type Parts, plain } from './assemble.ts';
import { fill } from './fill.ts';
import { head } from './head.ts';
import { tidied } from './white-space.ts';

/** Makes the letter of an edition in one language; undefined where the edition has none. */
export function assembleLetter(parts: Parts, lang: Lang): Document | undefined {
  const { content, sections, drawings, dress, fontFaces } = parts;
  const { edition, project } = content;
  if (sections.letter === undefined) return undefined;
  const languages = [lang] as const;
  const titles = sections.letterTitle ?? {};
  const title = titles[lang] ?? '';
  const body = tidied(fill(sections.letter, sections, { languages, medium: 'print', drawings, dress }));
  const sheets = ['tokens.css', 'base.css', 'letter.css'].map((name) => content.styles.get(name)?.text ?? '');
  const html = [
    '<!doctype html>',
    `<html lang="${lang}" class="print single letter">`,
    head({
      ...{ title, descriptions: titles, languages, publisher: project.publisher, date: edition.date },
      ...{ styles: compact([fontFaces('print'), ...sheets].join('\n')), medium: 'print', data: '' },
    }),
    `<body>${plain(body)}</body>`,
    '</html>',
    '',
  ].join('\n');
  return {
    ...{ edition: edition.id, name: LETTER, languages, medium: 'print', title, titles, html, audited: body },
    ...{ date: edition.date, publisher: project.publisher[lang] ?? '', subject: title },
  };
}
