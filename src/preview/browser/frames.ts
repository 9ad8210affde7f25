/** The frame with the page: the next page is made ready behind the one that is shown, so that nothing flashes. Runs in the browser. */
import { choicesOf, choose, keep, kept } from './choices.ts';

const shown = (): HTMLIFrameElement => document.getElementById('page') as HTMLIFrameElement;

const quiet = matchMedia('(prefers-reduced-motion: reduce)');

/** More than these are no longer a place to look at. */
const POINTED = 30;

/** Shows for a moment which texts are others than before. */
function point(before: Document, after: Document): void {
  if (quiet.matches) return;
  const changed = [...after.querySelectorAll<HTMLElement>('main [id][lang]')].filter(({ id, textContent }) => {
    const same = before.getElementById(id);
    return same !== null && same.textContent !== textContent;
  });
  if (changed.length > POINTED) return;
  const [from, to] = ['0 0 0 3px #e8a33d', '0 0 0 3px #e8a33d00'];
  for (const each of changed) each.animate([{ boxShadow: from }, { boxShadow: to }], { duration: 1500 });
}

/**
 * Shows a page in the place of the one before it, where the reader was and as he chose.
 * @param prepare called with the document before it is shown
 */
export async function showPage(address: string, prepare: (page: Document) => void): Promise<void> {
  const last = shown();
  const first = last.getAttribute('src') === null;
  const next = first ? last : (last.cloneNode() as HTMLIFrameElement);
  const loaded = new Promise((resolve) => next.addEventListener('load', resolve, { once: true }));
  next.src = address;
  if (!first) {
    next.removeAttribute('id');
    next.className = 'behind';
    last.after(next);
  }
  await loaded;
  const page = next.contentDocument;
  if (!page) return;
  await page.fonts.ready;
  prepare(page);
  const before = first ? undefined : last.contentDocument;
  const choices = before ? choicesOf(before) : kept();
  if (choices) choose(choices, page);
  if (first) return;
  const focused = document.activeElement === last;
  next.className = '';
  last.remove();
  next.id = 'page';
  if (focused) next.contentWindow?.focus();
  if (before) point(before, page);
}

/** Before the tab goes or is loaded anew. */
export function keepChoices(): void {
  const page = shown().contentDocument;
  if (page?.defaultView && shown().getAttribute('src') !== null) keep(choicesOf(page));
}
