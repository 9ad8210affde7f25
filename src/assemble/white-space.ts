/** White space of the templates, taken out where a reader would see it: text blocks print every space that stands in them. Part of `assemble`. */
import type { Html } from '../model/document.ts';

const BLOCKS =
  'section|main|header|nav|div|p|h[1-6]|ol|ul|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|details|summary|fieldset|legend';
const AROUND_BLOCK = new RegExp(` ?(</?(?:${BLOCKS})(?: [^>]*)?>) ?`, 'g');

/** One space between words, none around the tags of blocks. No-break spaces stay. */
export const tidied = (html: Html): Html =>
  html
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(AROUND_BLOCK, '$1')
    .trim();
