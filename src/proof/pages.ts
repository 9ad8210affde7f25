/** Tells what a page says otherwise than it should: which block, and where it is a number, which fact. Part of `proof`. */
import type { Use } from '../model/ledger.ts';
import { type Finding, finding } from './found.ts';

/** What reading the PDF found; see `verify`. */
export interface Difference {
  readonly code: string;
  readonly block: string | undefined;
  readonly lang: string | undefined;
  readonly page: number | undefined;
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

const folded = (text: string): string => text.replaceAll('\u00a0', ' ');
const isPart = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{M}\p{N}.,%−+]/u.test(letter);

/** A part of the expected text, and what the page has in its place. */
interface Change {
  readonly from: number;
  readonly to: number;
  /** Letters from the end of the change to the end of the text, in both. */
  readonly tail: number;
}

/** The letters of a text that another has otherwise. */
function changed(expected: string, found: string): Change {
  let from = 0;
  while (from < expected.length && expected[from] === found[from]) from++;
  let tail = 0;
  const most = Math.min(expected.length, found.length) - from;
  while (tail < most && expected.at(-1 - tail) === found.at(-1 - tail)) tail++;
  return { from, to: expected.length - tail, tail };
}

/** The change as whole words and numbers. */
function widened({ from, tail }: Change, expected: string): Change {
  let [start, rest] = [from, tail];
  while (start > 0 && isPart(expected[start - 1])) start--;
  while (rest > 0 && isPart(expected.at(-rest))) rest--;
  return { from: start, to: expected.length - rest, tail: rest };
}

/** The printing of a fact that a change is in, and the change as wide as that. */
function useAt(uses: readonly Use[], expected: string, { from, to }: Change): (Change & { use: Use }) | undefined {
  for (const use of uses)
    for (const printed of [folded(use.text), use.text.replace(/\s/gu, '')])
      for (let at = expected.indexOf(printed); at >= 0 && printed !== ''; at = expected.indexOf(printed, at + 1)) {
        const end = at + printed.length;
        if (at >= Math.max(to, from + 1) || end <= from) continue;
        const [first, last] = [Math.min(at, from), Math.max(end, to)];
        return { use, from: first, to: last, tail: expected.length - last };
      }
  return undefined;
}

/** The uses that may stand in a block of the page: its own, and for a number in a shared table those of the section. */
function usesOf({ block = '', lang }: Difference, expected: string, uses: readonly Use[]): Use[] {
  const chart = /^chart-(.+?)-[a-z]{2,3}(?:-[a-z]{2,3})?$/.exec(block)?.[1];
  if (chart !== undefined) return uses.filter((use) => use.block === `chart:${chart}`);
  const id = block.replace(/-[a-z]{2,3}$/, '');
  const own = uses.filter((use) => use.block === id && use.lang === lang);
  const whole = uses.filter((use) => use.lang === lang && folded(use.text) === expected);
  return [...own, ...whole];
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

function tell(difference: Difference, uses: readonly Use[]): Finding {
  const { page, block } = difference;
  const [expected = '', found = ''] = [difference.expected, difference.found];
  const about = { page, block, expected, found };
  switch (difference.code) {
    case 'pdf-text-missing':
      return finding('proof-page-lacks', { block, text: short(expected) }, about);
    case 'pdf-text-added':
      return finding('proof-page-adds', { page, text: short(found) }, about);
    case 'pdf-margin-differs':
      return finding('proof-page-margin', { page, text: short(found) }, about);
    case 'pdf-text-language':
      return finding('proof-page-language', { page, block, expected, found }, about);
  }
  const change = changed(expected, found);
  const number = useAt(usesOf(difference, expected, uses), expected, change);
  const { from, to, tail } = number ?? widened(change, expected);
  const [was, is] = [expected.slice(from, to), found.slice(from, found.length - tail)];
  if (number && /\p{N}/u.test(was + is)) {
    const { fact } = number.use;
    const args = { page, block, fact, expected: was || 'nothing', found: is || 'nothing' };
    return finding('proof-page-number', args, { ...about, fact, expected: was, found: is });
  }
  return finding('proof-page-differs', { page, block, expected: short(was), found: short(is) }, about);
}

/** One finding a difference. @param uses every printing of a fact in the brief */
export const pageFindings = (differences: readonly Difference[], uses: readonly Use[]): Finding[] =>
  differences.map((difference) => tell(difference, uses));
