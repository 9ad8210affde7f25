/** Reads a PDF's text as a stranger does: pdfjs decodes the glyphs, the structure tree says in which order and language. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfBlock, PdfFont, PdfHeading, PdfLink, PdfText, TextRun } from '../model/pdf.ts';
import { openPdf, type PdfFile } from './file.ts';
import { factsOf } from './font-program.ts';
import { dictAt, entry, has, nameAt, nameOf, textAt } from './objects.ts';
import type { Node } from './structure.ts';

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let library: Promise<Library> | undefined;

/**
 * Imports pdfjs when it is first needed. Without the optional canvas package it warns that it cannot draw; nothing here
 * draws, so that the words are kept from the reader for as long as the import lasts.
 */
function loadLibrary(): Promise<Library> {
  library ??= (async () => {
    const { warn } = console;
    console.warn = () => {};
    try {
      return await import('pdfjs-dist/legacy/build/pdf.mjs');
    } finally {
      console.warn = warn;
    }
  })();
  return library;
}

/** Text of one page: by MCID, and all of it, margin boxes too, one line a mark. */
interface PageText {
  readonly marks: ReadonlyMap<number, string>;
  readonly text: string;
  readonly items: number;
}

/** Glyphs as pdfjs lists them: numbers are spacing. */
type Glyphs = readonly (number | { readonly unicode: string } | null)[];

async function readPage(pdf: PDFDocumentProxy, number: number, { OPS }: Library): Promise<PageText> {
  const page = await pdf.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks = new Map<number, string>();
  const open: (number | undefined)[] = [];
  const lines: string[] = [];
  let line = '';
  let items = 0;
  const flush = () => {
    if (line !== '') lines.push(line);
    line = '';
  };
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as unknown[] | null;
    if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent) {
      const mcid = args?.[1];
      const own = typeof mcid === 'number' ? mcid : undefined;
      if (open.length === 0 || own !== undefined) flush();
      // An ActualText inside a mark is part of it.
      open.push(own ?? open.at(-1));
    } else if (operator === OPS.endMarkedContent) {
      open.pop();
      if (open.length === 0) flush();
    } else if (operator === OPS.showText) {
      const text = ((args?.[0] ?? []) as Glyphs).map((g) => (typeof g === 'number' ? '' : (g?.unicode ?? ''))).join('');
      const mcid = open.at(-1);
      if (mcid !== undefined) marks.set(mcid, (marks.get(mcid) ?? '') + text);
      line += text;
      items++;
    }
  });
  flush();
  page.cleanup();
  return { marks, text: lines.join('\n'), items };
}

/** Elements whose text belongs to the block around them. */
const INLINE = new Set(['Span', 'Link', 'Quote', 'Note', 'Reference', 'Code', 'NonStruct', 'BibEntry', 'Annot']);

type Marks = (page: number, mcid: number) => string;

/** The runs of a block in reading order; text of blocks inside it is theirs, not its own. */
function runsOf(node: Node, marks: Marks): TextRun[] {
  return node.kids.flatMap((kid): TextRun[] => {
    if (kid.kind === 'content') return [{ text: marks(kid.content.page, kid.content.mcid), lang: node.lang }];
    return kid.kind === 'node' && INLINE.has(kid.node.role ?? '') ? runsOf(kid.node, marks) : [];
  });
}

const firstPage = (node: Node): number | undefined => {
  for (const kid of node.kids) {
    const page = kid.kind === 'content' ? kid.content.page : kid.kind === 'node' ? firstPage(kid.node) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
};

/**
 * The leaf blocks in reading order. A block that holds text before and after another block gives two, so that the order
 * of the text is kept; a figure is one block with its alternative, and its caption's blocks follow.
 */
function blocksOf(nodes: readonly Node[], marks: Marks): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const visit = (node: Node): void => {
    const type = node.role ?? node.type;
    const said = type === 'Figure' ? textAt(node.dict, 'Alt') : undefined;
    let runs: TextRun[] = [];
    let alternative = said === undefined ? undefined : { text: said, lang: node.lang };
    const flush = (): void => {
      if (runs.length > 0 || alternative) {
        const text = runs.map((r) => r.text).join('');
        blocks.push({ type, page: (firstPage(node) ?? 0) + 1, runs, text, alternative });
      }
      runs = [];
      alternative = undefined;
    };
    for (const kid of node.kids) {
      if (kid.kind === 'content') runs.push({ text: marks(kid.content.page, kid.content.mcid), lang: node.lang });
      else if (kid.kind === 'node') {
        if (INLINE.has(kid.node.role ?? '')) runs.push(...runsOf(kid.node, marks));
        else {
          flush();
          visit(kid.node);
        }
      }
    }
    flush();
  };
  for (const node of nodes) visit(node);
  return blocks;
}

function headingsOf(file: PdfFile, marks: Marks): PdfHeading[] {
  return (file.structure?.nodes ?? []).flatMap((node) => {
    const level = /^H([1-6])$/.exec(node.role ?? '')?.[1];
    if (level === undefined) return [];
    const text = runsOf(node, marks)
      .map((r) => r.text)
      .join('');
    return [{ level: Number(level), text, lang: node.lang, page: (firstPage(node) ?? 0) + 1 }];
  });
}

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

async function readWith(pdf: PDFDocumentProxy, file: PdfFile, pdfjs: Library): Promise<PdfText> {
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number, pdfjs));
  const marks: Marks = (page, mcid) => pages[page]?.marks.get(mcid) ?? '';
  const outline: { title: string; page: number | undefined }[] = [];
  for (const item of flat(((await pdf.getOutline()) ?? []) as readonly Bookmark[]))
    outline.push({ title: item.title, page: await pageOf(pdf, item.dest) });
  const destinations = new Map<string, number>();
  for (const [anchor, to] of Object.entries(await pdf.getDestinations())) {
    const page = await pageOf(pdf, to as Bookmark['dest']);
    if (page !== undefined) destinations.set(anchor, page);
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string | null } };
  const attached = ((await pdf.getAttachments()) ?? {}) as Record<
    string,
    { filename: string; content: Uint8Array; description?: string }
  >;
  return {
    pages: pages.map(({ text, items }) => ({ text, items })),
    blocks: blocksOf(file.structure?.roots ?? [], marks),
    headings: headingsOf(file, marks),
    ...{ fonts: fontsOf(file), outline, destinations, links: linksOf(file) },
    lang: info.Language ?? undefined,
    title: info.Title,
    attachments: Object.values(attached).map((a) => ({
      name: a.filename,
      bytes: a.content,
      description: a.description ?? '',
    })),
  };
}

/** Reads a file that is already open; undefined where pdfjs cannot. */
export async function readOpenPdf(file: PdfFile): Promise<PdfText | string> {
  const pdfjs = await loadLibrary();
  // pdfjs takes the bytes for itself, so it gets a copy.
  const task = pdfjs.getDocument({
    data: file.bytes.slice(),
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
  return typeof file === 'string' ? file : readOpenPdf(file);
}
