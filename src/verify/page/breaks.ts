/** Whether pages end where a reader would end them: headings with their text, charts and tables in one piece, pages filled. */
import { type Box, EMPTY, isEmpty, join, meet } from '../../model/geometry.ts';
import type { Node } from '../structure.ts';
import {
  around,
  type Finding,
  isChart,
  isHeading,
  kindOf,
  millimetres,
  type Printed,
  type Sheet,
  words,
} from './sheet.ts';

const MILLIMETRE = 72 / 25.4;
/** A table that needs no more than this share of a page has no reason to be divided. */
const FITS = 0.6;
/** Less than this share of its height, and a page that others follow is nearly empty. */
const NEARLY_EMPTY = 0.4;
/** What the last page holds at least, in points. */
const LAST_PAGE = 20 * MILLIMETRE;

const lastPage = (block: Printed): number => block.pages.at(-1) ?? block.leaf.block.page;
const firstPage = (block: Printed): number => block.pages[0] ?? block.leaf.block.page;

/** A heading, or the name of a point above it, with its text on the next page. In a pair both languages' headings come first. */
export function lonelyHeadings({ blocks }: Sheet): Finding[] {
  const leads = (block: Printed): boolean => isHeading(block) || kindOf(block) === 'kicker';
  return blocks.flatMap((block, i): Finding[] => {
    const next = blocks[i + 1];
    if (!leads(block) || !next || (leads(next) && firstPage(next) === lastPage(block))) return [];
    if (firstPage(next) <= lastPage(block)) return [];
    return [{ code: 'page-heading-last', block, args: { page: lastPage(block), heading: words(block) } }];
  });
}

/** Points by which a drawing may pass the edge of the text area. */
const EDGE = 2;

/** A drawing too high for a page is cut by its edge; what is on the next page belongs to no element any more. */
const isSliced = (block: Printed, body: Box = EMPTY): boolean =>
  block.shapes.some(({ box, clip }) => {
    const [, bottom, , top] = meet(box, clip);
    return (box[1] < body[1] - EDGE && bottom <= body[1]) || (box[3] > body[3] + EDGE && top >= body[3]);
  });

/** A chart on two pages, or parted from the line above it or the source below it. */
export function partedCharts({ blocks, pages }: Sheet): Finding[] {
  return blocks.flatMap((block, i): Finding[] => {
    if (!isChart(block)) return [];
    const page = firstPage(block);
    const args = { page, chart: words(block) };
    if (block.pages.length > 1 || isSliced(block, pages[page - 1]?.body))
      return [{ code: 'page-chart-split', block, args }];
    const above = blocks.slice(0, i).findLast((other) => !isChart(other));
    const below = blocks.slice(i + 1).find((other) => !isChart(other));
    const parted = [
      ...(above && ['subtitle', 'subheading', 'heading'].includes(kindOf(above)) && lastPage(above) < page
        ? [above]
        : []),
      ...(below && kindOf(below) === 's' && firstPage(below) > page ? [below] : []),
    ];
    return parted.map((other) => ({
      ...{ code: 'page-chart-apart' as const, block: other },
      args: { ...args, text: words(other), other: firstPage(other) },
    }));
  });
}

/** Blocks by the element of a type that they stand in, in reading order. */
function grouped(blocks: readonly Printed[], type: string): Map<Node, Printed[]> {
  const groups = new Map<Node, Printed[]>();
  for (const block of blocks) {
    const node = around(block, type);
    if (node) groups.set(node, [...(groups.get(node) ?? []), block]);
  }
  return groups;
}

/** Rows on two pages, a table in pieces that would fit on one, and a table of which one row stands alone. */
export function partedTables({ blocks, pages }: Sheet): Finding[] {
  const found: Finding[] = [];
  const split = new Set<Node>();
  for (const [row, cells] of grouped(blocks, 'TR')) {
    const on = [...new Set(cells.flatMap((cell) => cell.pages))].sort((a, b) => a - b);
    if (on.length < 2) continue;
    split.add(row);
    found.push({ code: 'page-row-split', block: cells[0], args: { page: on[0], row: words(cells[0]!) } });
  }
  for (const [, cells] of grouped(blocks, 'Table')) {
    const on = [...new Set(cells.flatMap((cell) => cell.pages))].sort((a, b) => a - b);
    const first = cells[0]!;
    if (on.length < 2) continue;
    const parts = on.map((page) => {
      const here = cells.filter((cell) => cell.boxes.has(page));
      const box = here.reduce((sum, cell) => join(sum, cell.boxes.get(page) ?? EMPTY), EMPTY);
      const body = pages[page - 1]?.body ?? EMPTY;
      return {
        share: isEmpty(box) || isEmpty(body) ? 0 : (box[3] - box[1]) / (body[3] - body[1]),
        rows: new Set(here.map((cell) => around(cell, 'TR')).filter((row) => row && !isHead(row))).size,
      };
    });
    const args = { page: on[0], table: words(first) };
    if (parts.reduce((sum, part) => sum + part.share, 0) < FITS)
      found.push({ code: 'page-table-split', block: first, args });
    else if ((parts[0]?.rows ?? 2) < 2 || (parts.at(-1)?.rows ?? 2) < 2)
      found.push({ code: 'page-row-alone', block: cells.findLast((cell) => cell.pages.includes(on[1] ?? 0)), args });
  }
  return found;
}

/** A row of the table's head: repeated on each page, so that it is no row of the part. */
const isHead = (row: Node): boolean => row.parent?.role === 'THead';

/** The section of a block, from the nearest text before or at it that a template named; undefined where none is known. */
const sectionOf = (block: Printed, blocks: readonly Printed[]): string | undefined =>
  blocks
    .slice(0, block.order + 1)
    .findLast((other) => sectionIn(other) !== undefined)
    ?.owner?.replace(NAMED, '$1');

const NAMED = /^(.*)-[a-z]+\d+-[a-z]{2,3}$/;
const sectionIn = ({ owner }: Printed): string | undefined => NAMED.exec(owner ?? '')?.[1];

/**
 * A page with little on it that others follow, and a last page with next to nothing. A section that is short and has pages
 * of its own is as its author wants it; what counts is what spilled over, or did not fit any more.
 */
export function emptyPages({ pages, blocks }: Sheet): Finding[] {
  /** True where the page begins with a section, or nobody can tell. */
  const opens = (page: number): boolean => {
    const first = blocks.find((block) => block.boxes.has(page));
    const before = first && blocks.slice(0, first.order).findLast((block) => block.boxes.size > 0);
    return !first || !before || sectionOf(first, blocks) !== sectionOf(before, blocks) || !sectionOf(first, blocks);
  };
  return pages.flatMap((page): Finding[] => {
    const last = page.number === pages.length;
    if (opens(page.number) && (last || opens(page.number + 1))) return [];
    const here = blocks.filter((block) => block.boxes.has(page.number));
    const box = here.reduce((sum, block) => join(sum, block.boxes.get(page.number) ?? EMPTY), EMPTY);
    const height = page.body[3] - page.body[1];
    const used = isEmpty(box) ? 0 : page.body[3] - box[1];
    if (last ? used >= LAST_PAGE : used >= height * NEARLY_EMPTY) return [];
    // the last page is too long by what stands on it; any other was ended by what begins the next one
    const cause = last ? here[0] : blocks.find((block) => firstPage(block) > page.number);
    const args = { page: page.number, used: millimetres(used), text: cause ? words(cause) : '' };
    return [{ code: last ? 'page-last-short' : 'page-nearly-empty', block: cause ?? here[0], args }];
  });
}
