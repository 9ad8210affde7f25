/**
 * Reads what Chromium itself says about a page it printed: how many pages, where its anchors are, which fonts it drew
 * with, and the content of each page. Pure, on the bytes of Chromium's raw output (Skia/PDF: a plain cross-reference
 * table, dictionaries uncompressed). It is no general PDF reader: that is the door of `finish` and `verify`.
 */

/** Raw PDF content of one page: the bytes between `stream` and `endstream`, with the filter they went through. */
export interface PageContent {
  readonly bytes: Uint8Array;
  /** True where the bytes are compressed (FlateDecode). */
  readonly compressed: boolean;
}

export interface PrintedPages {
  readonly pages: readonly PageContent[];
  /** Anchor (the element's id) → page counted from 1. Chromium writes only anchors that the page links to. */
  readonly destinations: ReadonlyMap<string, number>;
  /** PostScript names without the subset's prefix, ascending, no doubles: `SourceSans3-Regular`. */
  readonly fonts: readonly string[];
}

/** The text of object `id` up to its stream or its end, and where that text ends. */
type Lookup = (id: number) => { readonly text: string; readonly end: number } | undefined;

/** Object number → text, by the cross-reference table at the end of the file. Undefined where there is none. */
function crossReferences(pdf: string): Lookup | undefined {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-64))?.[1];
  const table =
    start === undefined ? undefined : /^xref\s+0 (\d+)\s+/.exec(pdf.slice(Number(start), Number(start) + 40));
  if (!table) return undefined;
  const first = Number(start) + table[0].length;
  return (id) => {
    const offset = Number(pdf.slice(first + id * 20, first + id * 20 + 10));
    const head = `${id} 0 obj`;
    if (id <= 0 || id >= Number(table[1]) || !pdf.startsWith(head, offset)) return undefined;
    const rest = pdf.slice(offset + head.length);
    const length = /\bstream\r?\n|\bendobj\b/.exec(rest);
    if (!length) return undefined;
    return { text: rest.slice(0, length.index), end: offset + head.length + length.index + length[0].length };
  };
}

const reference = (text: string, key: string): number | undefined => {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Object numbers of all pages, in order, from the tree below `id`. */
function pageNumbers(lookup: Lookup, id: number, depth = 0): number[] {
  const text = lookup(id)?.text ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
  if (kids === undefined || depth > 20) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => pageNumbers(lookup, Number(kid[1]), depth + 1));
}

/** `s-#25E1#25BA#25BF` → `s-ế`: hexadecimal escapes of PDF names, then Chromium's percent escapes of UTF-8. */
function anchorOf(name: string): string {
  const percent = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return decodeURIComponent(percent);
  } catch {
    return percent;
  }
}

function content(lookup: Lookup, bytes: Uint8Array, page: number): PageContent {
  const id = reference(lookup(page)?.text ?? '', 'Contents');
  const found = id === undefined ? undefined : lookup(id);
  const length = Number(/\/Length (\d+)/.exec(found?.text ?? '')?.[1] ?? 0);
  return {
    bytes: found ? bytes.subarray(found.end, found.end + length) : new Uint8Array(),
    compressed: found?.text.includes('/FlateDecode') ?? false,
  };
}

/**
 * Reads the pages of a PDF as Chromium printed it.
 * @returns undefined where the file has another shape (object streams, a cross-reference stream, cut off)
 */
export function readPrintedPages(bytes: Uint8Array): PrintedPages | undefined {
  const pdf = new TextDecoder('latin1').decode(bytes);
  const lookup = crossReferences(pdf);
  const root = reference(pdf.slice(pdf.lastIndexOf('trailer')), 'Root');
  const catalog = root === undefined ? undefined : lookup?.(root)?.text;
  const tree = catalog === undefined ? undefined : reference(catalog, 'Pages');
  if (!lookup || catalog === undefined || tree === undefined) return undefined;
  const pages = pageNumbers(lookup, tree);
  const dests = reference(catalog, 'Dests');
  const destinations = new Map<string, number>();
  for (const [, name, page] of (dests === undefined ? '' : (lookup(dests)?.text ?? '')).matchAll(
    /\/([^\s/[]+)\s*\[(\d+) 0 R/g,
  )) {
    const number = pages.indexOf(Number(page)) + 1;
    if (number > 0) destinations.set(anchorOf(name ?? ''), number);
  }
  const fonts = new Set(
    [...pdf.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map((found) => found[1] ?? ''),
  );
  return { pages: pages.map((page) => content(lookup, bytes, page)), destinations, fonts: [...fonts].sort() };
}
