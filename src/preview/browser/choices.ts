/** What the reader chose on the page, carried from one page to the next: language, theme, what is open, where it stands. Runs in the browser. */

export interface Choices {
  readonly checked: readonly string[];
  readonly open: readonly number[];
  readonly scroll: number;
}

export function choicesOf(page: Document): Choices {
  const checked = [...page.querySelectorAll<HTMLInputElement>('input[id]:checked')].map(({ id }) => id);
  const open = [...page.querySelectorAll('details')].flatMap((each, i) => (each.open ? [i] : []));
  return { checked, open, scroll: page.defaultView?.scrollY ?? 0 };
}

export function choose({ checked, open, scroll }: Choices, page: Document): void {
  for (const id of checked) {
    const input = page.getElementById(id) as HTMLInputElement | null;
    if (input) input.checked = true;
  }
  const details = page.querySelectorAll('details');
  for (const i of open) details[i]?.toggleAttribute('open', true);
  page.defaultView?.scrollTo({ top: scroll, behavior: 'instant' });
}

const KEY = 'brief-preview';

/** Keeps them through a reload of the whole tab. */
export const keep = (choices: Choices): void => sessionStorage.setItem(KEY, JSON.stringify(choices));

/** What was kept; undefined in a tab that was opened anew. */
export function kept(): Choices | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Choices);
}
