/** What the reader chose on the page, kept through a real reload: language, theme, what is open, where it stands. Runs in the browser. */

interface Choices {
  readonly checked: readonly string[];
  readonly open: readonly number[];
  readonly scroll: number;
}

const KEY = 'brief-preview';

export function keep(page: Document): void {
  const checked = [...page.querySelectorAll<HTMLInputElement>('input[id]:checked')].map(({ id }) => id);
  const open = [...page.querySelectorAll('details')].flatMap((each, i) => (each.open ? [i] : []));
  const choices: Choices = { checked, open, scroll: page.defaultView?.scrollY ?? 0 };
  sessionStorage.setItem(KEY, JSON.stringify(choices));
}

/** Puts back what was kept, once: a tab that was opened anew has nothing. */
export function restore(page: Document): void {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return;
  const { checked, open, scroll } = JSON.parse(kept) as Choices;
  for (const id of checked) {
    const input = page.getElementById(id) as HTMLInputElement | null;
    if (input) input.checked = true;
  }
  const details = page.querySelectorAll('details');
  for (const i of open) details[i]?.toggleAttribute('open', true);
  page.defaultView?.scrollTo({ top: scroll, behavior: 'instant' });
}
