/** Figures: `<figure>` around `<svg role="img">` is one figure with the text alternative, its caption inside. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { textAt } from './objects.ts';
import { type Element, elementsBelow, isElement, type Kid, newElement } from './structure-tree.ts';

const hasAlternative = (element: Element): boolean =>
  (textAt(element.dict, 'Alt') ?? textAt(element.dict, 'ActualText') ?? '') !== '';

const isFigure = (kid: Kid): kid is Element => isElement(kid) && kid.type === 'Figure';

/** Gives each element among the kids a language of its own, for a parent that will speak another. */
function keepLanguage(kids: readonly Kid[], lang: string | undefined): void {
  for (const kid of kids) if (isElement(kid)) kid.lang ??= lang;
}

/** The caption of a figure that is no picture goes to its table, or becomes ordinary paragraphs. */
function dissolve(document: PDFDocument, figure: Element): Kid[] {
  const caption = figure.kids.find((kid): kid is Element => isElement(kid) && kid.type === 'Caption');
  const table = figure.kids.find((kid): kid is Element => isElement(kid) && kid.type === 'Table');
  if (caption && table && !table.kids.some((kid) => isElement(kid) && kid.type === 'Caption')) {
    const first = figure.kids.indexOf(caption) < figure.kids.indexOf(table);
    figure.kids = figure.kids.filter((kid) => kid !== caption);
    table.kids = first ? [caption, ...table.kids] : [...table.kids, caption];
  } else if (caption) caption.type = caption.kids.every((kid) => isElement(kid) && kid.type === 'P') ? 'Div' : 'P';
  if (figure.kids.some((kid) => kid.kind === 'mark')) {
    const loose = figure.kids.filter((kid) => !isElement(kid));
    figure.kids = [newElement(document, 'P', loose), ...figure.kids.filter(isElement)];
  }
  if (figure.lang === undefined) return figure.kids;
  figure.type = 'Div';
  return [figure];
}

/**
 * Settles the figures below an element. An outer figure without alternative around exactly one with it takes over its
 * alternative, language and content; one around none or several is no figure itself.
 * @param lang the language in force at the element
 */
export function mergeFigures(document: PDFDocument, element: Element, lang: string | undefined): void {
  const own = element.lang ?? lang;
  element.kids = element.kids.flatMap((kid) => {
    if (!isElement(kid)) return [kid];
    mergeFigures(document, kid, own);
    if (kid.type !== 'Figure' || hasAlternative(kid)) return [kid];
    const inner = kid.kids.filter((k): k is Element => isFigure(k) && hasAlternative(k));
    const [only] = inner;
    const others = elementsBelow(kid).filter((e) => e.type === 'Figure' && e !== kid);
    if (others.length === 0 && !kid.kids.some((k) => isElement(k) && k.type === 'Table')) return [kid];
    if (!only || inner.length > 1) return dissolve(document, kid);
    const outer = kid.lang ?? own;
    const rest = kid.kids.filter((k) => k !== only);
    if (only.lang !== undefined && only.lang !== outer) keepLanguage(rest, outer);
    const at = kid.kids.indexOf(only);
    only.lang ??= kid.lang;
    only.kids = [...rest.slice(0, at), ...only.kids, ...rest.slice(at)];
    return [only];
  });
}
