/** Text put together by the structure tree: blocks in reading order, each with its language; and the headings. */
import type { PdfBlock, PdfHeading, TextRun } from '../model/pdf.ts';
import type { PdfFile } from './file.ts';
import { textAt } from './objects.ts';
import type { Content, Node } from './structure.ts';

/** Elements whose text belongs to the block around them. */
const INLINE = new Set(['Span', 'Link', 'Quote', 'Note', 'Reference', 'Code', 'NonStruct', 'BibEntry', 'Annot']);

/** An inline element that holds no block: in a raw print a nameless wrapper may hold the whole page. */
const isInline = (node: Node): boolean =>
  INLINE.has(node.role ?? '') && node.kids.every((kid) => kid.kind !== 'node' || isInline(kid.node));

/** Text by page (counted from 0) and MCID. */
export type Marks = (page: number, mcid: number) => string;

/** The runs of a block in reading order; text of blocks inside it is theirs, not its own. */
function runsOf(node: Node, marks: Marks): TextRun[] {
  return node.kids.flatMap((kid): TextRun[] => {
    if (kid.kind === 'content') return [{ text: marks(kid.content.page, kid.content.mcid), lang: node.lang }];
    return kid.kind === 'node' && isInline(kid.node) ? runsOf(kid.node, marks) : [];
  });
}

const firstPage = (node: Node): number | undefined => {
  for (const kid of node.kids) {
    const page = kid.kind === 'content' ? kid.content.page : kid.kind === 'node' ? firstPage(kid.node) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
};

/** A leaf block with the element that it stands in and the content that belongs to it. */
export interface Leaf {
  readonly block: PdfBlock;
  readonly node: Node;
  readonly contents: readonly Content[];
}

/** Content of an element, and of the inline elements in it. */
const contentsOf = (node: Node): Content[] =>
  node.kids.flatMap((kid) =>
    kid.kind === 'content' ? [kid.content] : kid.kind === 'node' ? contentsOf(kid.node) : [],
  );

/**
 * The leaf blocks in reading order. A block that holds text before and after another block gives two, so that the order
 * of the text is kept; a figure is one block with its alternative, and its caption's blocks follow.
 */
export function leavesOf(nodes: readonly Node[], marks: Marks): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: Node): void => {
    const type = node.role ?? node.type;
    const said = type === 'Figure' ? textAt(node.dict, 'Alt') : undefined;
    let runs: TextRun[] = [];
    let contents: Content[] = [];
    let alternative = said === undefined ? undefined : { text: said, lang: node.lang };
    const flush = (): void => {
      if (runs.length > 0 || alternative) {
        const text = runs.map((r) => r.text).join('');
        const block = { type, page: (firstPage(node) ?? 0) + 1, runs, text, alternative };
        leaves.push({ block, node, contents });
      }
      runs = [];
      contents = [];
      alternative = undefined;
    };
    for (const kid of node.kids) {
      if (kid.kind === 'content') {
        runs.push({ text: marks(kid.content.page, kid.content.mcid), lang: node.lang });
        contents.push(kid.content);
      } else if (kid.kind === 'node') {
        if (isInline(kid.node)) {
          runs.push(...runsOf(kid.node, marks));
          contents.push(...contentsOf(kid.node));
        } else {
          flush();
          visit(kid.node);
        }
      }
    }
    flush();
  };
  for (const node of nodes) visit(node);
  return leaves;
}

/** The headings in reading order, with their levels. */
export function headingsOf(file: PdfFile, marks: Marks): PdfHeading[] {
  return (file.structure?.nodes ?? []).flatMap((node) => {
    const level = /^H([1-6])$/.exec(node.role ?? '')?.[1];
    if (level === undefined) return [];
    const text = runsOf(node, marks)
      .map((r) => r.text)
      .join('');
    return [{ level: Number(level), text, lang: node.lang, page: (firstPage(node) ?? 0) + 1 }];
  });
}
