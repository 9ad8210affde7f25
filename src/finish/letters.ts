/** Letters that a font draws alike: the browser's character map names one of them, which may not be the one that was written. Part of `finish`. */
import { PDFDict, type PDFDocument, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { addStream, decoded, key, nameAt } from './objects.ts';

/**
 * Glyph shared by two letters → the letter that our texts mean. Source Serif 4 draws the apostrophe U+2019 and the
 * modifier letter U+02BC with one glyph, and the browser writes the lower of the two into ToUnicode: copied text and
 * searches would not find "Japan’s". Our texts have no modifier letters.
 */
const MEANT: Readonly<Record<string, string>> = { '02BC': '2019' };

/** Corrects the character maps of all fonts; the painting is not touched. */
export function mendLetters(document: PDFDocument): void {
  for (const [, font] of document.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || nameAt(font, 'Type') !== 'Font') continue;
    const ref = font.get(key('ToUnicode'));
    const stream = document.context.lookup(ref);
    const bytes = decoded(stream);
    if (!bytes || !(stream instanceof PDFRawStream)) continue;
    const before = new TextDecoder('latin1').decode(bytes);
    // Targets only: the second of two, in `<0012> <02BC>`; codes stand first.
    const after = before.replace(
      /(<[0-9A-Fa-f]+>\s*)<([0-9A-Fa-f]{4})>(?=\s*(?:\n|<|endbf))/g,
      (all, code: string, letter: string) => {
        const meant = MEANT[letter.toUpperCase()];
        return meant === undefined ? all : `${code}<${meant}>`;
      },
    );
    if (after === before) continue;
    font.set(
      key('ToUnicode'),
      addStream(
        document.context,
        Uint8Array.from(after, (c) => c.charCodeAt(0)),
      ),
    );
    if (ref instanceof PDFRef) document.context.delete(ref);
  }
}
