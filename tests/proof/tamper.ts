/** A printed brief, changed as somebody might who knows PDF: letters on a page, and attachments, with their checksums or without. */
import { createHash } from 'node:crypto';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { readCharacterMap } from '../../src/model/character-map.ts';

const name = (text: string): PDFName => PDFName.of(text);

export const opened = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });
export const saved = (document: PDFDocument): Promise<Uint8Array> => document.save({ updateFieldAppearances: false });

const latin = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

/** What stands in a stream's place; its other entries stay. */
function rewritten(stream: PDFRawStream, bytes: Uint8Array): PDFRawStream {
  const made = stream.dict.context.flateStream(bytes);
  for (const [key, value] of stream.dict.entries())
    if (!['/Length', '/Filter'].includes(String(key))) made.dict.set(key, value);
  return made;
}

/** One letter painted: its code, and where the code stands in the content. */
interface Painted {
  readonly letter: string;
  readonly at: number;
  readonly font: ReadonlyMap<number, string>;
}

function lettersOf(page: PDFDict, content: string): Painted[] {
  const fonts = (page.lookup(name('Resources'), PDFDict) as PDFDict).lookup(name('Font'), PDFDict);
  const maps = new Map<string, ReadonlyMap<number, string>>();
  for (const [key] of fonts.entries()) {
    const cmap = fonts.lookup(key, PDFDict).lookup(name('ToUnicode')) as PDFRawStream;
    maps.set(String(key), readCharacterMap(latin(cmap)));
  }
  let font: ReadonlyMap<number, string> = new Map();
  return [...content.matchAll(/(\/\w+) [\d.]+ Tf|<([0-9A-F]+)>(?= ?Tj)/g)].flatMap((found): Painted[] => {
    const [, chosen, codes = ''] = found;
    if (chosen !== undefined) font = maps.get(chosen) ?? new Map();
    return (codes.match(/.{4}/g) ?? []).map((code, i) => ({
      letter: font.get(Number.parseInt(code, 16)) ?? '?',
      at: found.index + 1 + i * 4,
      font,
    }));
  });
}

/** Paints other letters of the same font where a text first stands; gives the page, counted from 1. */
export function paint(document: PDFDocument, from: string, to: string): number {
  const index = document.getPages().findIndex(({ node }) => textOf(node).includes(from));
  if (index < 0 || from.length !== to.length) throw new Error(`“${from}” cannot become “${to}”`);
  const page = document.getPages()[index]!.node;
  const stream = page.lookup(name('Contents')) as PDFRawStream;
  let content = latin(stream);
  const letters = lettersOf(page, content);
  const start = textOf(page).indexOf(from);
  [...to].forEach((letter, i) => {
    const { at, font } = letters[start + i]!;
    const code = [...font].find(([, each]) => each === letter)?.[0];
    if (code === undefined) throw new Error(`the font has no “${letter}”`);
    content = content.slice(0, at) + code.toString(16).toUpperCase().padStart(4, '0') + content.slice(at + 4);
  });
  page.set(name('Contents'), document.context.register(rewritten(stream, Buffer.from(content, 'latin1'))));
  return index + 1;
}

const textOf = (page: PDFDict): string =>
  lettersOf(page, latin(page.lookup(name('Contents')) as PDFRawStream))
    .map(({ letter }) => letter)
    .join('');

/** The specification of an attachment by its file's name. */
function specification(document: PDFDocument, file: string): PDFDict {
  const all = document.catalog.lookup(name('AF'), PDFArray);
  for (let i = 0; i < all.size(); i++) {
    const found = all.lookup(i, PDFDict);
    if ((found.lookup(name('UF')) as PDFHexString).decodeText() === file) return found;
  }
  throw new Error(`nothing is attached as ${file}`);
}

const streamOf = (document: PDFDocument, file: string): PDFRawStream =>
  specification(document, file).lookup(name('EF'), PDFDict).lookup(name('F')) as PDFRawStream;

export const attached = (document: PDFDocument, file: string): string =>
  Buffer.from(decodePDFRawStream(streamOf(document, file)).decode()).toString('utf8');

/** Changes an attachment; a careful forger computes its checksum and size anew. */
export function attach(document: PDFDocument, file: string, text: string, careful = true): void {
  const bytes = Buffer.from(text, 'utf8');
  const made = rewritten(streamOf(document, file), bytes);
  if (careful) {
    const params = made.dict.lookup(name('Params'), PDFDict);
    params.set(name('CheckSum'), PDFHexString.fromBytes(createHash('md5').update(bytes).digest()));
    params.set(name('Size'), PDFNumber.of(bytes.length));
  }
  const ref: PDFRef = document.context.register(made);
  const files = specification(document, file).lookup(name('EF'), PDFDict);
  for (const key of ['F', 'UF']) files.set(name(key), ref);
}

/** Takes an attachment out, as programs do that do not know it. */
export function detach(document: PDFDocument, file: string): void {
  const gone = specification(document, file);
  const tree = document.catalog.lookup(name('Names'), PDFDict).lookup(name('EmbeddedFiles'), PDFDict);
  for (const list of [document.catalog.lookup(name('AF'), PDFArray), tree.lookup(name('Names'), PDFArray)])
    for (let i = list.size() - 1; i >= 0; i--)
      if (list.lookup(i) === gone) {
        list.remove(i);
        // in the name tree a name stands before each file
        if (list.lookup(i - 1) instanceof PDFHexString && list !== document.catalog.lookup(name('AF')))
          list.remove(i - 1);
      }
}
