/** The printed pages as the rules of page sense see them: blocks with their ink, page by page. Part of `verify`. */

import type { Code } from '../../messages.ts';
import { type Box, EMPTY, isEmpty, join, meet } from '../../model/geometry.ts';
import type { Args } from '../../problem.ts';
import type { Leaf } from '../blocks.ts';
import type { Reading } from '../read-pdf.ts';
import type { Node } from '../structure.ts';
import type { PageInk, Run, Shape } from './ink.ts';

/** A block of the structure tree with what it painted. */
export interface Printed {
  readonly leaf: Leaf;
  /** Place in reading order, counted from 0. */
  readonly order: number;
  /** The id of the block of the HTML; undefined where none was found. */
  readonly owner: string | undefined;
  /** The pages that it stands on, counted from 1. */
  readonly pages: readonly number[];
  /** Its ink on a page, as far as it is not clipped; EMPTY where it has none there. */
  readonly boxes: ReadonlyMap<number, Box>;
  readonly shapes: readonly Shape[];
}

export interface SheetPage {
  /** Counted from 1. */
  readonly number: number;
  readonly ink: PageInk;
  /** Where the text may stand: the page less its margins. */
  readonly body: Box;
  /** The block that a run or shape belongs to; undefined for running heads and decoration. */
  readonly of: (item: Run | Shape) => Printed | undefined;
}

export interface Sheet {
  readonly pages: readonly SheetPage[];
  readonly blocks: readonly Printed[];
  readonly reading: Reading;
}

/** What a rule found, at a block of the HTML where one is known. */
export interface Finding {
  readonly code: Code;
  readonly block: Printed | undefined;
  readonly args: Args;
}

const seen = (item: Run | Shape): Box => meet(item.box, item.clip);

/** The largest clip around tagged ink is the page's text area: Chromium cuts each page out of one long sheet. */
function bodyOf(ink: PageInk): Box {
  const paper: Box = [0, 0, ink.width, ink.height];
  const area = ([a, b, c, d]: Box): number => (c - a) * (d - b);
  const clips = [...ink.runs, ...ink.shapes]
    .filter(({ mcid }) => mcid !== undefined)
    .map(({ clip }) => meet(clip, paper));
  return clips.reduce((best: Box, clip) => (isEmpty(best) || area(clip) > area(best) ? clip : best), EMPTY);
}

/** Brings structure and ink together. `owners` are the ids of the blocks, in the order of the leaves. */
export function sheetOf(reading: Reading, owners: readonly (string | undefined)[]): Sheet {
  const keyOf = (page: number, mcid: number): string => `${page} ${mcid}`;
  const byMark = new Map<string, number>();
  reading.leaves.forEach(({ contents }, order) => {
    for (const { page, mcid } of contents) byMark.set(keyOf(page, mcid), order);
  });
  const boxes = reading.leaves.map(() => new Map<number, Box>());
  const shapes = reading.leaves.map((): Shape[] => []);
  const leafAt = (page: number, item: Run | Shape): number | undefined =>
    item.mcid === undefined ? undefined : byMark.get(keyOf(page, item.mcid));
  reading.inks.forEach((ink, page) => {
    for (const item of [...ink.runs, ...ink.shapes]) {
      const order = leafAt(page, item);
      if (order === undefined) continue;
      const box = boxes[order];
      if (!('glyphs' in item)) shapes[order]?.push(item);
      if (!isEmpty(seen(item)) && ('glyphs' in item || item.visible))
        box?.set(page + 1, join(box.get(page + 1) ?? EMPTY, seen(item)));
    }
  });
  const blocks = reading.leaves.map((leaf, order): Printed => {
    const pages = [...new Set(leaf.contents.map(({ page }) => page + 1))].sort((a, b) => a - b);
    return { leaf, order, owner: owners[order], pages, boxes: boxes[order]!, shapes: shapes[order]! };
  });
  return {
    reading,
    blocks,
    pages: reading.inks.map((ink, page) => ({
      number: page + 1,
      ink,
      body: bodyOf(ink),
      of: (item) => blocks[leafAt(page, item) ?? -1],
    })),
  };
}

/** What sort of text a block of ours is, from its id: `scale-heading1-vi` is a `heading`, `scale-s2-en` a source line. */
export const kindOf = ({ owner }: Printed): string => /-([a-z]+)\d+-[a-z]{2,3}$/.exec(owner ?? '')?.[1] ?? '';

export const isHeading = ({ leaf }: Printed): boolean => /^H\d?$/.test(leaf.block.type);
export const isChart = ({ leaf }: Printed): boolean => leaf.block.type === 'Figure';

/** The nearest element of a type around a block. */
export function around(block: Printed, type: string): Node | undefined {
  for (let node: Node | undefined = block.leaf.node; node; node = node.parent) if (node.role === type) return node;
  return undefined;
}

/** A block in a sentence: a chart's name, or some words of the text. */
export function words(block: Printed): string {
  const { text, alternative } = block.leaf.block;
  const chart = /^chart-(.+?)(?:-[a-z]{2,3}){1,2}$/.exec(block.owner ?? '')?.[1];
  if (chart !== undefined) return chart;
  return excerpt(alternative?.text ?? text);
}

const LONGEST = 48;

export function excerpt(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST).trimEnd()}…` : whole;
}

const POINT = 25.4 / 72;

/** Points as millimetres with one digit, for a sentence. */
export const millimetres = (points: number): string => (points * POINT).toFixed(1);
