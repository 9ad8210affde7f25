/** In the reader's browser: the choice of language holds at every width, and on paper. Part of `assemble`. */

/**
 * A phone begins with one language and a wide page with both, so there are two sets of buttons, of which one shows; a
 * choice made in one is made in the other. Paper shows what the screen does, laid out as that document is.
 */
export function switches(): void {
  const { documentElement: html } = document;
  const buttons = (set: string): HTMLInputElement[] =>
    Array.from(document.querySelectorAll(`input[name="show-${set}"]`));
  const sets = [buttons('narrow'), buttons('wide')];
  for (const [i, set] of sets.entries()) {
    for (const [n, button] of set.entries()) {
      button.addEventListener('change', () => {
        const other = sets[1 - i]?.[n];
        if (other) other.checked = button.checked;
      });
    }
  }
  const one = (): boolean => sets[1]?.some(({ id, checked }) => checked && !id.endsWith('both')) ?? false;
  addEventListener('beforeprint', () => {
    if (!one()) return;
    html.classList.replace('both', 'single');
  });
  addEventListener('afterprint', () => {
    if (sets[1]?.length) html.classList.replace('single', 'both');
  });
}
