/**
 * What the markup of a template may not hold: scripts, handlers of events, and whatever a page would load from
 * elsewhere. The page's own policy forbids all that too; here its author learns of it, with the place. Part of `render`.
 */
import { type Place, type Problem, problem } from '../problem.ts';

/** Elements that run, load, or change what the page may do. */
const ELEMENT = /<(script|iframe|frame|object|embed|applet|base|link|meta|form)\b/giu;
/** `onclick=`: only as an attribute. */
const HANDLER = /(?<=[\s"'/])(on[a-z]+)(?=\s*=)/giu;
/** Attributes that load; a page may hold data itself. */
const LOADED =
  /\b(?:src|srcset|poster|data|background)\s*=\s*["']?\s*(?!data:)((?:[a-z][a-z0-9+.-]*:|\/\/)[^\s"'>]*)/giu;
/** Links lead to pages and to mail boxes. */
const LINK = /\bhref\s*=\s*["']?\s*(?!https?:|mailto:)((?:[a-z][a-z0-9+.-]*:|\/\/)[^\s"'>]*)/giu;
const STYLE = /url\(\s*["']?\s*(?!data:|#)([^"')\s]+)/giu;

/** A digit in an attribute that is read out or shown. */
const SPOKEN =
  /(?<=\s)(?:title|alt|aria-label|aria-description|aria-valuetext|placeholder)\s*=\s*(?:"[^"\p{Nd}]*|'[^'\p{Nd}]*)(\p{Nd}[\p{Nd}.,]*)/giu;

const RULES: readonly (readonly [RegExp, (found: string) => string])[] = [
  [ELEMENT, (name) => `the element <${name}>`],
  [HANDLER, (name) => `a handler of events, ${name}`],
  [LOADED, (address) => `an address to load, ${address}`],
  [LINK, (address) => `a link to ${address}`],
  [STYLE, (address) => `an address to load, ${address}`],
];

/**
 * Checks a piece of markup between two mustaches.
 * @param open whether the piece begins inside a tag
 * @param at the place of an offset in the piece
 */
export function checkMarkup(text: string, open: boolean, at: (offset: number) => Place): Problem[] {
  const tags = insideTags(text, open);
  const active = RULES.flatMap(([pattern, what]) =>
    [...tags.matchAll(pattern)].map((found) =>
      problem('template-active', at(found.index), { what: what(found[1] ?? '') }),
    ),
  );
  const comments = [...text.matchAll(/<!--/g)].map((found) => problem('template-comment', at(found.index)));
  const typed = [...tags.matchAll(SPOKEN)].map((found) =>
    problem('template-typed-number', at(found.index + found[0].length - (found[1] ?? '').length), {
      number: found[1] ?? '',
    }),
  );
  return [...active, ...comments, ...typed];
}

/** The text with everything outside HTML tags blanked out, positions kept. */
function insideTags(text: string, open: boolean): string {
  let inside = open;
  return text.replace(/[^<>]+|[<>]/g, (piece) => {
    if (piece === '<') inside = true;
    const shown = inside ? piece : piece.replace(/[^\n]/g, ' ');
    if (piece === '>') inside = false;
    return shown;
  });
}
