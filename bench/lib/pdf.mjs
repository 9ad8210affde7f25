/** What a printed file says: its text without spaces, and its pages. Read after every run, outside the measured time. */
import { readFileSync } from 'node:fs';
import { getDocument } from './main-package.mjs';

/** Lines, columns and no-break spaces set text apart differently; letters and figures are what must be there. */
export const squeezed = (text) => text.normalize('NFC').replace(/[\s\u00AD\u200B]+/g, '');

/** @returns {Promise<{ pages: number, bytes: number, text: string }>} */
export async function readPdf(path) {
  const data = new Uint8Array(readFileSync(path));
  const bytes = data.length;
  const task = getDocument({ data, verbosity: 0 });
  const document = await task.promise;
  const parts = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    parts.push(...content.items.map((item) => item.str ?? ''));
  }
  const pages = document.numPages;
  await task.destroy();
  return { pages, bytes, text: squeezed(parts.join('')) };
}

/**
 * Those of the wanted texts that the file lacks. A blank page would be the fastest of all.
 * @param {readonly string[]} wanted
 */
export const missing = (text, wanted) => wanted.filter((each) => each !== '' && !text.includes(squeezed(each)));
