/** The sizes of a page's boundaries. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { has, numbersAt } from './objects.ts';

/** Width and height in points of each boundary that the page states. */
export function boxesOfPage(page: PDFDict): [number, number][] {
  return ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']
    .filter((name) => has(page, name))
    .map((name) => {
      const [a = 0, b = 0, c = 0, d = 0] = numbersAt(page, name);
      return [Math.abs(c - a), Math.abs(d - b)];
    });
}
