/** Takes Chromium's many nameless wrappers (`NonStruct`) out of the tree, and names those that mean something. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { key } from './objects.ts';
import { type Element, isElement, type Kid, newElement } from './structure-tree.ts';

/** Elements that hold blocks; in all others a nameless wrapper is part of a line. */
const HOLDS_BLOCKS = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote']);

const INLINE = new Set([
  'Span',
  'Link',
  'Em',
  'Strong',
  'Code',
  'Quote',
  'Note',
  'Reference',
  'Lbl',
  'Sub',
  'NonStruct',
]);

const isInline = (kid: Kid): boolean => !isElement(kid) || INLINE.has(kid.type);

/** Text that stands directly in the element: a mark, or Chromium's wrapper around one line of text. */
function holdsText(element: Element): boolean {
  const isLine = (kid: Kid) =>
    isElement(kid) &&
    kid.type === 'NonStruct' &&
    kid.lang === undefined &&
    kid.kids.length > 0 &&
    kid.kids.every((k) => k.kind === 'mark');
  return element.kids.some((kid) => kid.kind === 'mark' || isLine(kid) || (isElement(kid) && kid.type === 'Link'));
}

/** Wraps each run of inline kids in a paragraph; blocks stay as they are. */
function paragraphs(document: PDFDocument, kids: readonly Kid[]): Kid[] {
  const out: Kid[] = [];
  let run: Element | undefined;
  for (const kid of kids) {
    if (!isInline(kid)) {
      run = undefined;
      out.push(kid);
    } else if (run) run.kids.push(kid);
    else {
      run = newElement(document, 'P', [kid]);
      out.push(run);
    }
  }
  return out;
}

/** True where a wrapper says something of its own that would be lost with it. */
const speaks = (element: Element): boolean => ['Alt', 'ActualText', 'E'].some((name) => element.dict.has(key(name)));

/**
 * Settles the kids of an element, and what lies below them.
 * A wrapper with text of its own among blocks is a paragraph (`div`, `dt`, `dd`, a `p` that Chromium did not name);
 * one with another language is a `Span`, or a `Div` around blocks; the rest vanish and leave their kids in their place.
 * @param lang the language in force at the element
 */
export function settle(document: PDFDocument, element: Element, lang: string | undefined): void {
  const own = element.lang ?? lang;
  if (element.lang === lang) element.lang = undefined;
  const amongBlocks = HOLDS_BLOCKS.has(element.type);
  element.kids = element.kids.flatMap((kid) => {
    if (!isElement(kid)) return [kid];
    if (kid.type !== 'NonStruct') {
      settle(document, kid, own);
      return [kid];
    }
    const isParagraph = amongBlocks && holdsText(kid);
    kid.type = isParagraph ? 'P' : amongBlocks ? 'Div' : 'Span';
    settle(document, kid, own);
    if (isParagraph && !kid.kids.every(isInline)) {
      kid.type = 'Div';
      kid.kids = paragraphs(document, kid.kids);
    }
    if (kid.type === 'Span' && !kid.kids.every(isInline)) kid.type = 'Div';
    return kid.type === 'P' || kid.lang !== undefined || speaks(kid) ? [kid] : kid.kids;
  });
  if (amongBlocks && element.kids.some(isInline)) element.kids = paragraphs(document, element.kids);
}
