/** A table laid out as a grid: which cell covers which place, with row and column spans. */

import { numberOf } from './objects.ts';
import { attribute, kidNodes, type Node } from './structure.ts';

export interface Grid {
  readonly rows: readonly Node[];
  /** Cells by row and column; a place that no cell covers is undefined. */
  readonly places: readonly (readonly (Node | undefined)[])[];
  readonly cells: readonly {
    readonly node: Node;
    readonly row: number;
    readonly column: number;
    readonly height: number;
    readonly width: number;
  }[];
  /** True where two cells cover one place. */
  readonly overlaps: boolean;
}

/** Spans beyond this are taken to be broken. */
const LARGEST_SPAN = 1000;

const span = (cell: Node, name: string): number =>
  Math.min(Math.max(numberOf(attribute(cell, name)) ?? 1, 1), LARGEST_SPAN);

export function gridOf(table: Node): Grid {
  const rows = kidNodes(table).flatMap((kid) =>
    kid.role === 'TR'
      ? [kid]
      : ['THead', 'TBody', 'TFoot'].includes(kid.role ?? '')
        ? kidNodes(kid).filter((k) => k.role === 'TR')
        : [],
  );
  const places: (Node | undefined)[][] = rows.map(() => []);
  const cells: Grid['cells'][number][] = [];
  let overlaps = false;
  rows.forEach((tr, row) => {
    let column = 0;
    for (const node of kidNodes(tr).filter((k) => k.role === 'TD' || k.role === 'TH')) {
      while (places[row]![column]) column++;
      const width = span(node, 'ColSpan');
      const height = span(node, 'RowSpan');
      for (let r = row; r < row + height; r++) {
        const line = places[r] ?? [];
        places[r] = line;
        for (let c = column; c < column + width; c++) {
          if (line[c]) overlaps = true;
          line[c] = node;
        }
      }
      cells.push({ node, row, column, height, width });
      column += width;
    }
  });
  return { rows, places, cells, overlaps };
}
