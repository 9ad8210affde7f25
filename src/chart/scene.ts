/** Reads what a drawing shows from Vega's scenegraph, where each mark still knows its datum; SVG knows no more than ink. Part of `chart`. */
import type { Row } from './row.ts';

/** A rectangle in the pixels of the frame. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The parts of a scenegraph that are read here; Vega's own types leave most of them out. */
export interface Item {
  readonly bounds: Box & { translate?(dx: number, dy: number): void };
  readonly datum?: Partial<Row>;
  readonly items?: readonly Scene[];
  readonly text?: string | readonly string[];
  readonly opacity?: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly height?: number;
  x?: number;
  y?: number;
  y2?: number;
  aria?: boolean;
  description?: string;
}

export interface Scene {
  readonly marktype: string;
  /** `mark` for what a spec draws, else `axis-label`, `legend-title` and their like. */
  readonly role: string;
  readonly name?: string;
  readonly items: readonly Item[];
}

/** One text as it stands in the drawing. */
export interface Label {
  readonly lines: readonly string[];
  readonly role: string;
  readonly mark: string | undefined;
  readonly datum: Partial<Row> | undefined;
  readonly box: Box;
  readonly item: Item;
}

/** A mark and the number of its items that leave ink. */
export interface Ink {
  readonly mark: string | undefined;
  readonly items: number;
}

export interface Reading {
  readonly labels: readonly Label[];
  readonly marks: readonly Ink[];
}

/**
 * Reads the labels and the marks of a scenegraph.
 * @param origin where the plot begins inside the frame: its padding
 */
export function readScene(root: Scene, origin: { readonly x: number; readonly y: number }): Reading {
  const labels: Label[] = [];
  const marks: Ink[] = [];
  const visit = (scene: Scene, dx: number, dy: number): void => {
    if (scene.role === 'mark' && scene.marktype !== 'group') marks.push({ mark: scene.name, items: inked(scene) });
    for (const item of scene.items) {
      if (scene.marktype === 'group') {
        for (const child of item.items ?? []) visit(child, dx + (item.x ?? 0), dy + (item.y ?? 0));
      } else if (scene.marktype === 'text') {
        const lines = [item.text ?? '']
          .flat()
          .map(String)
          .filter((line) => line.trim() !== '');
        const { x1, y1, x2, y2 } = item.bounds;
        const box = { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy };
        if (lines.length > 0 && item.opacity !== 0) {
          labels.push({ lines, role: scene.role, mark: scene.name, datum: item.datum, box, item });
        }
      }
    }
  };
  visit(root, origin.x, origin.y);
  return { labels, marks };
}

/** Items that can be seen: a bar without height and a text without letters cannot. */
function inked({ marktype, items }: Scene): number {
  return items.filter((item) => {
    if (item.opacity === 0) return false;
    if (marktype === 'text') return [item.text ?? ''].flat().join('').trim() !== '';
    if (marktype === 'rect') return (item.width ?? 0) > 0 && (item.height ?? 0) > 0;
    return Number.isFinite(item.x) && Number.isFinite(item.y);
  }).length;
}
