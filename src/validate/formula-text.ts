/** Formulas as written, each with the place of its first character, so that `derive` can point into it. */
import type { FormulaText, Placed } from '../model/content.ts';
import type { Place } from '../problem.ts';
import { type Path, valueAt } from './raw.ts';

const linesOf = new WeakMap<Placed, readonly string[]>();

function linesIn(placed: Placed): readonly string[] {
  const lines = linesOf.get(placed) ?? placed.text.split('\n');
  linesOf.set(placed, lines);
  return lines;
}

/**
 * Where the content of a text begins: after an opening quotation mark, or in the first line below `|` or `>`.
 * Exact for a text in one line without escapes, which formulas are; for others their first character.
 */
export function contentPlace(placed: Placed, path: Path): Place {
  const { file, line, column } = placed.at(path);
  const lines = linesIn(placed);
  const mark = lines[line - 1]?.[column - 1];
  if (mark === '"' || mark === "'") return { file, line, column: column + 1 };
  if (mark !== '|' && mark !== '>') return { file, line, column };
  const below = lines.findIndex((text, i) => i >= line && text.trim() !== '');
  if (below < 0) return { file, line, column };
  return { file, line: below + 1, column: (lines[below]?.search(/\S/) ?? 0) + 1 };
}

/** The formula at a path. The place is worked out when it is asked for. */
export function formulaAt(placed: Placed, path: Path): FormulaText {
  return {
    // Block texts may begin and end with line breaks, which are before the first character's place.
    text: String(valueAt(placed.value, path)).replace(/^\n+|\n+$/g, ''),
    get place() {
      return contentPlace(placed, path);
    },
  };
}

/** The two formulas of `base..end`. */
export function rangeAt(placed: Placed, path: Path): { from: FormulaText; to: FormulaText } {
  const { text } = formulaAt(placed, path);
  const at = text.indexOf('..');
  const part = (start: number, end: number): FormulaText => {
    const written = text.slice(start, end);
    const blanks = written.length - written.trimStart().length;
    return {
      text: written.trim(),
      get place() {
        const place = contentPlace(placed, path);
        return { ...place, column: place.column + start + blanks };
      },
    };
  };
  return { from: part(0, at), to: part(at + 2, text.length) };
}
