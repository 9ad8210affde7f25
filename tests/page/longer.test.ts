/** Sentences grow while a brief is edited: pages set themselves closer before they spill over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Html } from '../../src/model/document.ts';
import type { Draft } from '../../src/pipeline.ts';
import { readPdf } from '../../src/verify/read-pdf.ts';
import { openPress, type Press } from './printed-edition.ts';

/** Says again the last words of the first paragraph of every point: a tenth of its letters, in both languages. */
const longer = (html: Html): Html =>
  html.replace(/(<p id="[a-z_]+-paragraph1-[a-z]{2}"[^>]*>)([\s\S]*?)(<\/p>)/g, (_, tag, inner: string, end) => {
    const words = inner.replace(/<[^>]*>/g, '').split(' ');
    return `${tag}${inner} ${words.slice(-Math.ceil(words.length / 10)).join(' ')}${end}`;
  });

describe('the edition of 2005, its paragraphs longer by a tenth', () => {
  let press: Press;
  let made: Draft;
  beforeAll(async () => {
    press = await openPress();
    made = await press.draft('2005');
  });
  afterAll(() => press.close());

  it('has as many pages as before, none of them spoiled', async () => {
    const before = await press.proof(made, 'vi-en');
    const after = await press.proof(made, 'vi-en', longer);
    const told = after.problems.filter(({ severity }) => severity !== 'note');
    expect(told).toEqual([]);
    const pagesOf = async (bytes: Uint8Array | undefined) => {
      const text = await readPdf(bytes ?? new Uint8Array());
      return typeof text === 'string' ? text : text.pages.length;
    };
    expect(await pagesOf(after.bytes)).toBe(await pagesOf(before.bytes));
  });
});
