/** Rules about tables: their groups, their grid, and that every cell finds its heads. */
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import { type Grid, gridOf } from '../grid.ts';
import { nameOf, textAt, textOf } from '../objects.ts';
import { attribute, kidNodes, type Node } from '../structure.ts';
import { type Rule, unless } from './rule.ts';
import { placeOf } from './structure.ts';

const tables = (file: PdfFile): Node[] => (file.structure?.nodes ?? []).filter((n) => n.role === 'Table');

/** At most one head and foot; where there is one, a body too. */
function groupFaults(table: Node): Args[] {
  const count = (role: string): number => kidNodes(table).filter((k) => k.role === role).length;
  const fine =
    count('THead') <= 1 && count('TFoot') <= 1 && (count('THead') + count('TFoot') === 0 || count('TBody') > 0);
  return unless(fine, placeOf(table));
}

function gridFaults(table: Node): Args[] {
  const { rows, places, overlaps } = gridOf(table);
  const faults: string[] = [];
  if (overlaps) faults.push('two cells cover one place');
  if (places.length > rows.length) faults.push('a cell reaches below the last row');
  const widths = places
    .slice(0, rows.length)
    .map((line) => Array.from(line, (c) => c !== undefined).filter(Boolean).length);
  const widest = Math.max(0, ...widths);
  const short = widths.findIndex((w) => w !== widest);
  if (short >= 0) faults.push(`row ${short + 1} has ${widths[short]} columns where others have ${widest}`);
  return faults.map((fault) => ({ ...placeOf(table), fault }));
}

const scopeOf = (cell: Node): string | undefined => nameOf(attribute(cell, 'Scope'));

function namedHeaders(cell: Node): string[] {
  const value = attribute(cell, 'Headers');
  const list = value && 'asArray' in value ? (value as { asArray(): never[] }).asArray() : [];
  return list.map((v) => textOf(cell.dict.context.lookup(v)) ?? '');
}

/** A cell is reached by name where every header it names exists, else by a head with a scope in its row or column. */
function isReached(
  { node, row, column, height, width }: Grid['cells'][number],
  grid: Grid,
  ids: ReadonlySet<string>,
): boolean {
  const named = namedHeaders(node);
  if (named.length > 0) return named.every((id) => ids.has(id));
  return grid.cells.some(({ node: head, row: r, column: c, height: h, width: w }) => {
    const scope = head.role === 'TH' ? scopeOf(head) : undefined;
    const sameRow = r < row + height && row < r + h;
    const sameColumn = c < column + width && column < c + w;
    return (
      (sameRow && (scope === 'Row' || scope === 'Both')) || (sameColumn && (scope === 'Column' || scope === 'Both'))
    );
  });
}

function headFaults(table: Node): Args[] {
  const grid = gridOf(table);
  const heads = grid.cells.filter((c) => c.node.role === 'TH');
  const ids = new Set(heads.map((c) => textAt(c.node.dict, 'ID') ?? '').filter((id) => id !== ''));
  const lost = grid.cells.filter((c) => c.node.role === 'TD' && !isReached(c, grid, ids));
  return lost.map((c) => ({ ...placeOf(table), row: c.row + 1, column: c.column + 1 }));
}

const isEmpty = (node: Node): boolean => node.kids.length === 0;

export const TABLES: readonly Rule[] = [
  {
    code: 'pdf-table-groups',
    clauses: ['ua:7.2-11', 'ua:7.2-12', 'ua:7.2-13', 'ua:7.2-14'],
    find: (file) => tables(file).flatMap(groupFaults),
  },
  {
    code: 'pdf-table-grid',
    clauses: ['ua:7.2-15', 'ua:7.2-41', 'ua:7.2-42', 'ua:7.2-43'],
    find: (file) => tables(file).flatMap(gridFaults),
  },
  { code: 'pdf-cell-head', clauses: ['ua:7.5-1', 'ua:7.5-2'], find: (file) => tables(file).flatMap(headFaults) },
  {
    code: 'pdf-cell-empty',
    clauses: [],
    find: (file) =>
      tables(file).flatMap((table) =>
        gridOf(table)
          .cells.filter((c) => isEmpty(c.node))
          .map((c) => ({ ...placeOf(table), row: c.row + 1, column: c.column + 1 })),
      ),
  },
];
