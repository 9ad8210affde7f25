/** Reads a PDF's text as a stranger does: pdfjs decodes the glyphs, the structure tree says in which order and language. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../model/geometry.ts';
import type { PdfFont, PdfLink, PdfText } from '../model/pdf.ts';
import { headingsOf, type Leaf, leavesOf, type Marks } from './blocks.ts';
import { openPdf, type PdfFile } from './file.ts';
import { factsOf, plainName } from './font-program.ts';
import { dictAt, entry, has, nameAt, nameOf, textAt } from './objects.ts';
import type { InkFont, PageInk } from './page/ink.ts';
import { type FontNamed, type Library, loadLibrary, type PageText, readPage } from './page-text.ts';

const fontsOf = (file: PdfFile): PdfFont[] =>
  file.fonts.map(({ dict }) => {
    const { name, descriptor } = factsOf(dict);
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((k) => has(descriptor, k));
    return { name, type: nameAt(dict, 'Subtype') ?? '', embedded };
  });

function linksOf({ annotations }: PdfFile): PdfLink[] {
  return annotations.map(({ dict, page }) => {
    const to = entry(dict, 'Dest');
    const anchor = nameOf(to) ?? textAt(dict, 'Dest');
    const target = textAt(dictAt(dict, 'A'), 'URI') ?? (anchor === undefined ? '' : `#${anchor}`);
    return { page, target, contents: textAt(dict, 'Contents') ?? '' };
  });
}

interface Bookmark {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly Bookmark[];
}

const flat = (items: readonly Bookmark[]): Bookmark[] => items.flatMap((item) => [item, ...flat(item.items)]);

/** The page of a destination, counted from 1; undefined where it leads nowhere. */
async function pageOf(pdf: PDFDocumentProxy, to: Bookmark['dest']): Promise<number | undefined> {
  const explicit = typeof to === 'string' ? await pdf.getDestination(to) : to;
  const ref = explicit?.[0];
  if (typeof ref !== 'object' || ref === null) return undefined;
  try {
    return (await pdf.getPageIndex(ref as { num: number; gen: number })) + 1;
  } catch {
    return undefined;
  }
}

/** Where a named destination leads: a page, counted from 1, and the height on it in points; undefined where it says none. */
export interface Destination {
  readonly page: number;
  readonly top: number | undefined;
}

/** A file as it was read: what it says, and where on its pages. */
export interface Reading {
  readonly text: PdfText;
  readonly inks: readonly PageInk[];
  /** The blocks of the text, each with its element; as many, in the same order. */
  readonly leaves: readonly Leaf[];
  readonly destinations: ReadonlyMap<string, Destination>;
}

/** The fonts by the names that the file has for them. Their programs are read when the first glyph is asked for. */
function fontsByName(file: PdfFile): FontNamed {
  const dicts = new Map(file.fonts.map(({ dict }) => [nameAt(dict, 'BaseFont') ?? '', dict]));
  const known = new Map<string, InkFont>();
  return (name) => {
    const dict = dicts.get(name);
    const facts = known.has(name) || !dict ? undefined : factsOf(dict);
    const program = facts?.program;
    const boxes = new Map<number, Box | undefined>();
    const inkOf = (code: number): Box | undefined => {
      if (!boxes.has(code)) boxes.set(code, program?.ink(facts?.glyph(code) ?? 0));
      return boxes.get(code);
    };
    const font = known.get(name) ?? { name: plainName(name), ink: program && inkOf };
    known.set(name, font);
    return font;
  };
}

async function readWith(pdf: PDFDocumentProxy, file: PdfFile, pdfjs: Library): Promise<Reading> {
  const pages: PageText[] = [];
  const fonts = fontsByName(file);
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await readPage(pdf, number, file.painted[number - 1]?.actualTexts ?? [], fonts, pdfjs));
  const marks: Marks = (page, mcid) => pages[page]?.marks.get(mcid) ?? '';
  const outline: { title: string; page: number | undefined }[] = [];
  for (const item of flat(((await pdf.getOutline()) ?? []) as readonly Bookmark[]))
    outline.push({ title: item.title, page: await pageOf(pdf, item.dest) });
  const destinations = new Map<string, Destination>();
  for (const [anchor, to] of Object.entries(await pdf.getDestinations())) {
    const page = await pageOf(pdf, to as Bookmark['dest']);
    const top = (to as readonly unknown[])[3];
    if (page !== undefined) destinations.set(anchor, { page, top: typeof top === 'number' ? top : undefined });
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string | null } };
  const attached = ((await pdf.getAttachments()) ?? {}) as Record<
    string,
    { filename: string; content: Uint8Array; description?: string }
  >;
  const leaves = leavesOf(file.structure?.roots ?? [], marks);
  const text: PdfText = {
    pages: pages.map(({ text, items, margins }) => ({ text, items, margins })),
    blocks: leaves.map((leaf) => leaf.block),
    headings: headingsOf(file, marks),
    ...{ fonts: fontsOf(file), outline, links: linksOf(file) },
    destinations: new Map([...destinations].map(([anchor, { page }]) => [anchor, page])),
    lang: info.Language ?? undefined,
    title: info.Title,
    attachments: Object.values(attached).map((a) => ({
      name: a.filename,
      bytes: a.content,
      description: a.description ?? '',
    })),
  };
  return { text, inks: pages.map((page) => page.ink), leaves, destinations };
}

/** Reads a file that is already open; undefined where pdfjs cannot. */
export async function readOpenPdf(file: PdfFile): Promise<Reading | string> {
  const pdfjs = await loadLibrary();
  // pdfjs takes the bytes for itself, so it gets a copy.
  const task = pdfjs.getDocument({
    data: new Uint8Array(file.bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    return await readWith(await task.promise, file, pdfjs);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await task.destroy();
  }
}

/** Reads what a PDF says; a sentence where it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText | string> {
  const file = await openPdf(bytes);
  if (typeof file === 'string') return file;
  const reading = await readOpenPdf(file);
  return typeof reading === 'string' ? reading : reading.text;
}
