/** What a fault is: a few characters changed in the files of the real project, and the lines where an error must then point. */

/** Replaces the characters from `start` up to `end` of a file. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines of a file, first and last, counted from 1. */
export interface Lines {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

export const CLASSES = [
  'stale number',
  'digit swapped',
  'wrong year',
  'wrong row',
  'wrong unit or scale',
  'wrong rounding',
  'wrong direction word',
  'wrong rank word',
  'wrong language or notation',
  'missing twin',
  'corrupted text',
  'corrupted cell',
  'missing part',
  'wrong calculation',
  'wrong vintage or source',
  'wrong claim',
  'wrong name',
  'unknown reference',
] as const;
export type Class = (typeof CLASSES)[number];

export interface Fault {
  readonly class: Class;
  /** The operator that made it: `fact of the same unit, one language`. */
  readonly operator: string;
  /** Where it was put, in the untouched files. */
  readonly file: string;
  readonly line: number;
  /** What was done: `exports → imports`. */
  readonly change: string;
  readonly edits: readonly Edit[];
  /**
   * The block that the fault is in: the paragraph, table row, formula, claim, dataset or cell. An error must name one of
   * these lines, counted after the change.
   */
  readonly blocks: readonly Lines[];
  /** True where an error that names it can only come from the first stages, up to derive: in figures, formulas, sources. */
  readonly early?: boolean;
}

/** The files with a fault in them. */
export function faulted(files: ReadonlyMap<string, string>, edits: readonly Edit[]): Map<string, string> {
  const changed = new Map(files);
  // From the back, so that offsets before stay right.
  for (const { file, start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    const before = changed.get(file) ?? '';
    changed.set(file, before.slice(0, start) + text + before.slice(end));
  }
  return changed;
}

/** The line of an offset, counted from 1. */
export const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
};

/** The offset at which a line begins. */
export function offsetOf(text: string, line: number, column = 1): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}
