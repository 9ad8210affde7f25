/** Where two texts differ, by whole words: what a person would underline. Pure. */

/** A part of the first text and the part of the second that stands in its place; offsets in letters, `to` excluded. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Above this many pairs of words two texts are compared by their ends alone. */
const MOST_PAIRS = 1_000_000;

const words = (text: string): string[] => text.match(/[^\s\u00a0]+|[\s\u00a0]+/gu) ?? [];

/** For each pair of places, how many words both have in common from there on (longest common subsequence). */
function commonFrom(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      rows[i]![k] = a[i] === b[k] ? rows[i + 1]![k + 1]! + 1 : Math.max(rows[i + 1]![k]!, rows[i]![k + 1]!);
  return rows;
}

/** The hunks in order; none for equal texts. A hunk may be empty on one side: words added, or gone. */
export function wordDiff(first: string, second: string): Hunk[] {
  if (first === second) return [];
  const [a, b] = [words(first), words(second)];
  if (a.length * b.length > MOST_PAIRS) return [{ from: 0, to: first.length, otherFrom: 0, otherTo: second.length }];
  const common = commonFrom(a, b);
  const hunks: Hunk[] = [];
  let [i, k, at, other] = [0, 0, 0, 0];
  while (i < a.length || k < b.length) {
    if (i < a.length && k < b.length && a[i] === b[k]) {
      at += a[i]!.length;
      other += b[k]!.length;
      i++;
      k++;
      continue;
    }
    const [from, otherFrom] = [at, other];
    while ((i < a.length || k < b.length) && !(i < a.length && k < b.length && a[i] === b[k])) {
      if (k >= b.length || (i < a.length && common[i + 1]![k]! >= common[i]![k + 1]!)) at += a[i++]!.length;
      else other += b[k++]!.length;
    }
    hunks.push({ from, to: at, otherFrom, otherTo: other });
  }
  return joined(hunks, first, second);
}

/** Hunks with nothing but a space between them are one: “khớp một phần” for “có chênh lệch” is one change. */
function joined(hunks: readonly Hunk[], first: string, second: string): Hunk[] {
  const made: Hunk[] = [];
  for (const hunk of hunks) {
    const last = made.at(-1);
    const between = last && first.slice(last.to, hunk.from) + second.slice(last.otherTo, hunk.otherFrom);
    if (last && /^[\s\u00a0]*$/u.test(between ?? ''))
      made[made.length - 1] = { ...hunk, from: last.from, otherFrom: last.otherFrom };
    else made.push(hunk);
  }
  return made;
}
