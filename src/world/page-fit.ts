/**
 * Copyfitting: a section that is a line or two too long for its page is set a little closer, so that the end of it does not
 * stand alone on the next page. Runs in the browser, by itself, before the page is printed. Part of `world/`.
 */

/** Sections that share a page, and how much they are too long for it, in CSS pixels. */
export interface Fitted {
  readonly sections: readonly string[];
  readonly excess: number;
}

/**
 * Gives the class `snug` to the sections of each page that is too long by no more than it can save; what does not fit even
 * so stays as it was. Sections are the children of `main`; a page begins where styles break before a section.
 * @param look the heights of the text area, on the first page and on the others; the most that is tried to save
 * @returns the pages that were set closer
 */
export function fitSections(look: { first: number; height: number; most: number }): Fitted[] {
  const sections = Array.from(document.querySelectorAll<HTMLElement>('main > section'));
  const sheets: HTMLElement[][] = [];
  let ended = true;
  for (const section of sections) {
    const { breakBefore, breakAfter } = getComputedStyle(section);
    if (ended || breakBefore === 'page') sheets.push([section]);
    else sheets.at(-1)?.push(section);
    ended = breakAfter === 'page';
  }
  const heightOf = (sheet: HTMLElement[]): number => {
    const boxes = sheet.map((section) => section.getBoundingClientRect());
    return Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
  };
  const fitted: Fitted[] = [];
  sheets.forEach((sheet, i) => {
    const room = i === 0 ? look.first : look.height;
    const excess = heightOf(sheet) - room;
    if (excess <= 0 || excess > look.most) return;
    for (const section of sheet) section.classList.add('snug');
    if (heightOf(sheet) <= room) fitted.push({ sections: sheet.map((section) => section.id), excess });
    else for (const section of sheet) section.classList.remove('snug');
  });
  return fitted;
}
