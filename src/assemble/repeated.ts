/** Pictures that the page shows many times, the marks of verdicts: drawn once and referred to. Part of `assemble`, for the screen. */
import type { Html } from '../model/document.ts';

/** A mark as templates/partials/marks/ draw it: its name, its frame, what is in it. */
const MARK = /<svg class="mark (mark-[\w-]+)" viewBox="([^"]+)"[^>]*>([\s\S]*?)<\/svg>/g;

/** The page with each kind of mark drawn once, at its end. Two marks of one name that differ stay as they are. */
export function drawnOnce(html: Html): Html {
  const known = new Map<string, { frame: string; inside: string }>();
  const short = html.replace(MARK, (whole, name: string, frame: string, inside: string) => {
    const mark = known.get(name) ?? { frame, inside };
    known.set(name, mark);
    if (mark.frame !== frame || mark.inside !== inside) return whole;
    return `<svg class="mark ${name}" aria-hidden="true" focusable="false"><use href="#${name}"/></svg>`;
  });
  if (known.size === 0) return html;
  const symbols = [...known].map(
    ([name, { frame, inside }]) =>
      `<symbol id="${name}" viewBox="${frame}" overflow="visible">${inside.replace(/> +</g, '><')}</symbol>`,
  );
  return `${short}<svg class="symbols" aria-hidden="true" focusable="false">${symbols.join('')}</svg>`;
}
