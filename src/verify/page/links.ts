/** Whether links lead where they say: to a place that is there, that bears their words, and has the page number beside them. */
import { PDFDict } from '@cantoo/pdf-lib';
import type { PdfFile } from '../file.ts';
import { entry, nameOf, numberAt, textAt } from '../objects.ts';
import { around, type Finding, isHeading, type Printed, type Sheet, words } from './sheet.ts';

/**
 * Points below a destination in which its name stands. Chromium writes destinations a top margin too high, and a rule and
 * some space open a section, so that the name is not right there.
 */
const BELOW = 140;
/** Ink may stand a little above the destination of its own block, in points. */
const ABOVE = 6;

/** Links of no more words are the name of what they lead to. */
const LONGEST_NAME = 5;

/** `tr. 5`, `p. 5`, `page 5`: one short word and a number. */
const PAGE_REFERENCE = /^\p{L}{1,6}\.?\s*(\d+)$/u;

const wordsOf = (text: string): string[] => text.toLocaleLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];

/** The blocks that stand where a destination leads: the name of a section, its heading, in both languages. */
function opened({ blocks }: Sheet, { page, top = 0 }: { page: number; top: number | undefined }): Printed[] {
  return blocks.filter((block) => {
    const ink = block.boxes.get(page)?.[3];
    return ink !== undefined && ink <= top + ABOVE && ink >= top - BELOW;
  });
}

/** The number that ends a row of a list of contents; undefined where it ends otherwise. */
function pageBeside(block: Printed, sheet: Sheet): number | undefined {
  const item = around(block, 'LI');
  const last = item && sheet.blocks.findLast((other) => around(other, 'LI') === item);
  const number = last && last !== block ? /^\d+$/.exec(last.leaf.block.text.trim())?.[0] : undefined;
  return number === undefined ? undefined : Number(number);
}

export function wrongLinks(sheet: Sheet, file: PdfFile): Finding[] {
  const byNode = new Map(sheet.blocks.map((block) => [block.leaf.node.dict, block]));
  const blockOf = (dict: PDFDict): Printed | undefined => {
    const at = numberAt(dict, 'StructParent');
    let element = at === undefined ? undefined : dict.context.lookup(file.parentTree.get(at));
    while (element instanceof PDFDict && !byNode.has(element)) element = entry(element, 'P');
    return element instanceof PDFDict ? byNode.get(element) : undefined;
  };
  return file.annotations.flatMap(({ dict, page }): Finding[] => {
    const to = entry(dict, 'Dest');
    const anchor = nameOf(to) ?? textAt(dict, 'Dest');
    if (anchor === undefined) return [];
    const block = blockOf(dict);
    const text = (textAt(dict, 'Contents') ?? '').replace(/\s+/g, ' ').trim();
    const destination = sheet.reading.destinations.get(anchor);
    const args = { page, text, target: anchor };
    if (!destination) return [{ code: 'page-link-lost', block, args }];
    const said = Number(PAGE_REFERENCE.exec(text)?.[1] ?? (block && pageBeside(block, sheet)) ?? destination.page);
    if (said !== destination.page)
      return [{ code: 'page-link-page', block, args: { ...args, said, led: destination.page } }];
    if (PAGE_REFERENCE.test(text)) return [];
    const there = opened(sheet, destination);
    const known = new Set(there.flatMap((each) => wordsOf(each.leaf.block.text)));
    const wanted = wordsOf(text);
    const shared = wanted.filter((word) => known.has(word)).length;
    // a name must be there; of a longer text, some word
    const enough = wanted.length <= LONGEST_NAME ? wanted.length / 2 : 1;
    if (there.length === 0 || shared >= enough) return [];
    return [
      {
        code: 'page-link-text',
        block,
        args: { ...args, found: words(there.find(isHeading) ?? there[0]!), led: destination.page },
      },
    ];
  });
}
