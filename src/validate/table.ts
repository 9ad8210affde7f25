/**
 * Reads a panel's CSV table: one line an economy, one column a period, an empty cell where there is no figure.
 * Every line is looked at once, so that a bad number is found; numbers and places are only worked out when asked for.
 */
import { ADVICE } from '../messages.ts';
import type { TextFile } from '../model/content.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { numberAdvice } from './number-advice.ts';
import { PERIOD } from './schemas/parts.ts';

export interface Table {
  /** Codes of economies in the order of the lines. */
  readonly economies: readonly string[];
  /** In the order of the columns. */
  readonly periods: readonly string[];
  value(economy: string, period: string): number | undefined;
  place(economy: string, period: string): Place;
}

interface Piece {
  readonly text: string;
  /** Of its first character, quotation marks left out; from 0. */
  readonly index: number;
}

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const ECONOMY = /^[A-Z]{3}$/;
/** A whole line in which nothing can be wrong but the number of its cells. */
const SOUND = /^[A-Z]{3}(?:,(?:-?\d+(?:\.\d+)?)?)*$/;

/** The cells of a line; a cell may stand in quotation marks, doubled inside. */
export function cellsOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/y;
  while (cell.lastIndex <= line.length) {
    const index = cell.lastIndex;
    const found = cell.exec(line);
    // A quotation mark that is never closed, or text after one: the rest of the line as it stands.
    if (!found) {
      pieces.push({ text: line.slice(index), index });
      break;
    }
    const quoted = found[1];
    pieces.push(
      quoted === undefined ? { text: found[2] ?? '', index } : { text: quoted.replaceAll('""', '"'), index: index + 1 },
    );
    if (!found[0].endsWith(',')) break;
  }
  return pieces;
}

/** The texts of a line's cells; most lines have no quotation marks. */
const textsOf = (line: string) =>
  (line.includes('"') ? cellsOf(line).map(({ text }) => text) : line.split(',')).map((text) => text.trim());

function commasIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf(','); at >= 0; at = line.indexOf(',', at + 1)) count += 1;
  return count;
}

/** A table with everything that is wrong with it; what is wrong is left out of it. */
export function readTable({ file, text }: TextFile): { table: Table; problems: Problem[] } {
  const lines = text.split('\n');
  const problems: Problem[] = [];
  const placeOf = (row: number, column: number): Place => {
    const line = lines[row] ?? '';
    const piece = cellsOf(line)[column];
    const blank = piece?.text.search(/\S/) ?? 0;
    return { file, line: row + 1, column: (piece ? piece.index + Math.max(0, blank) : line.length) + 1 };
  };

  const [first = '', ...periods] = textsOf(lines[0] ?? '');
  if (first !== 'economy') {
    problems.push(problem('table-header', placeOf(0, 0), { found: first, advice: ADVICE.header_economy }));
  }
  const columns = new Map<string, number>();
  periods.forEach((period, i) => {
    if (!PERIOD.test(period)) {
      problems.push(problem('table-header', placeOf(0, i + 1), { found: period, advice: ADVICE.header_period }));
    } else if (columns.has(period)) {
      problems.push(problem('name-twice', placeOf(0, i + 1), { what: 'period', name: period, first: 1 }));
    } else columns.set(period, i);
  });

  const rows = new Map<string, number>();
  const checkNumbers = (cells: readonly string[], row: number) =>
    cells.forEach((cell, i) => {
      if (cell === '' || NUMBER.test(cell)) return;
      const advice = numberAdvice(cell, ADVICE.number_missing);
      problems.push(problem('table-number', placeOf(row, i + 1), { found: cell, advice }));
    });
  lines.forEach((line, row) => {
    if (row === 0 || line.trim() === '') return;
    const sound = SOUND.test(line);
    const cells = sound ? undefined : textsOf(line);
    const economy = cells?.[0] ?? line.slice(0, 3);
    const count = cells?.length ?? commasIn(line) + 1;
    const before = rows.get(economy);
    if (!ECONOMY.test(economy)) problems.push(problem('table-economy', placeOf(row, 0), { found: economy }));
    else if (before !== undefined) {
      problems.push(problem('name-twice', placeOf(row, 0), { what: 'economy', name: economy, first: before + 1 }));
    } else if (count !== periods.length + 1) {
      problems.push(problem('table-row', placeOf(row, 0), { found: count, expected: periods.length + 1 }));
    } else {
      rows.set(economy, row);
      checkNumbers(cells?.slice(1) ?? [], row);
    }
  });

  const read = new Map<string, readonly number[]>();
  /** The numbers of an economy; NaN where there is no figure. */
  const numbersOf = (economy: string): readonly number[] => {
    const row = rows.get(economy);
    if (row === undefined) return [];
    const numbers =
      read.get(economy) ??
      textsOf(lines[row] ?? '')
        .slice(1)
        .map((cell) => (cell === '' ? Number.NaN : Number(cell)));
    read.set(economy, numbers);
    return numbers;
  };

  const table: Table = {
    economies: [...rows.keys()],
    periods: [...columns.keys()],
    value: (economy, period) => {
      const found = numbersOf(economy)[columns.get(period) ?? -1];
      return found === undefined || Number.isNaN(found) ? undefined : found;
    },
    place: (economy, period) => placeOf(rows.get(economy) ?? 0, (columns.get(period) ?? -1) + 1),
  };
  return { table, problems };
}
