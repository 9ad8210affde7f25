/** Turns offsets into lines and columns, for the places of values and problems. */
import type { Place } from '../problem.ts';

/** Line breaks as LF and no byte order mark: what every later offset counts in. */
export function normalised(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

/** The offset at which each line begins; the first is 0. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * A function from offset (UTF-16 units, from 0) to place; an offset past the end gives the end.
 * The lines are counted at the first call: most files are never asked.
 */
export function places(file: string, text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const at = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: at - starts[low]! + 1 };
  };
}
