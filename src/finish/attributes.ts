/** Attribute dictionaries of structure elements (ISO 32000-1, 14.7.5): read in any of their shapes, written in one. */
import { PDFArray, PDFDict, type PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { arrayAt, entry, key, lettersOf, nameAt, numberAt } from './objects.ts';
import type { Element } from './structure-tree.ts';

/** The attribute dictionaries of an element. */
export function attributesOf(element: Element): PDFDict[] {
  const value = entry(element.dict, 'A');
  const all = value instanceof PDFArray ? (arrayAt(element.dict, 'A')?.asArray() ?? []) : value ? [value] : [];
  return all.map((a) => element.dict.context.lookup(a)).filter((a): a is PDFDict => a instanceof PDFDict);
}

/** One dictionary per owner instead of one per attribute; spans of 1 are the default and need no saying. */
export function tidyAttributes(element: Element): void {
  const byOwner = new Map<string, Map<PDFName, PDFObject>>();
  for (const dict of attributesOf(element)) {
    const owner = nameAt(dict, 'O') ?? '';
    const merged = byOwner.get(owner) ?? new Map<PDFName, PDFObject>();
    for (const [name, value] of dict.entries()) {
      const span = name === key('RowSpan') || name === key('ColSpan');
      if (!(span && numberAt(dict, lettersOf(name)) === 1)) merged.set(name, value);
    }
    byOwner.set(owner, merged);
  }
  const { context } = element.dict;
  const dicts = [...byOwner.values()].filter((m) => m.size > 1).map((m) => PDFDict.fromMapWithContext(m, context));
  if (dicts.length === 0) element.dict.delete(key('A'));
  else element.dict.set(key('A'), dicts.length === 1 ? dicts[0]! : context.obj(dicts));
}
