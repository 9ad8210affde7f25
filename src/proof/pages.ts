/** Tells what a page says otherwise than it should: which block, and where it is a number, which fact. Part of `proof`. */
import type { Use } from '../model/ledger.ts';
import { type Hunk, wordDiff } from '../model/word-diff.ts';
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

/** A change without the letters that both sides begin and end with. */
function narrowed({ from, to, otherFrom, otherTo }: Hunk, expected: string, found: string): Hunk {
  let [start, end, otherEnd] = [from, to, otherTo];
  let otherStart = otherFrom;
  for (; start < end && otherStart < otherEnd && expected[start] === found[otherStart]; start++) otherStart++;
  for (; end > start && otherEnd > otherStart && expected[end - 1] === found[otherEnd - 1]; end--) otherEnd--;
  return { from: start, to: end, otherFrom: otherStart, otherTo: otherEnd };
}

/** The change as whole words and numbers. */
function widened({ from, to, otherFrom, otherTo }: Hunk, expected: string): Hunk {
  let [before, after] = [0, 0];
  while (isPart(expected[from - before - 1])) before++;
  while (isPart(expected[to + after])) after++;
  return { from: from - before, to: to + after, otherFrom: otherFrom - before, otherTo: otherTo + after };
}

/** The printing of a fact that a change is in, and the change as wide as that. */
function useAt(uses: readonly Use[], expected: string, hunk: Hunk): (Hunk & { use: Use }) | undefined {
  const { from, to, otherFrom, otherTo } = hunk;
  for (const use of uses)
    for (const printed of [folded(use.text), use.text.replace(/\s/gu, '')])
      for (let at = expected.indexOf(printed); at >= 0 && printed !== ''; at = expected.indexOf(printed, at + 1)) {
        const end = at + printed.length;
        if (at >= Math.max(to, from + 1) || end <= from) continue;
        const [before, after] = [Math.max(0, from - at), Math.max(0, end - to)];
        return { use, from: from - before, to: to + after, otherFrom: otherFrom - before, otherTo: otherTo + after };
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

function tell(difference: Difference, uses: readonly Use[]): Finding[] {
  const { page, block } = difference;
  const [expected = '', found = ''] = [difference.expected, difference.found];
  const about = { page, block, expected, found };
  switch (difference.code) {
    case 'pdf-text-missing':
      return [finding('proof-page-lacks', { block, text: short(expected) }, about)];
    case 'pdf-text-added':
      return [finding('proof-page-adds', { page, text: short(found) }, about)];
    case 'pdf-margin-differs':
      return [finding('proof-page-margin', { page, text: short(found) }, about)];
    case 'pdf-text-language':
      return [finding('proof-page-language', { page, block, expected, found }, about)];
  }
  const candidates = usesOf(difference, expected, uses);
  const told = new Map<string, Finding>();
  for (const hunk of wordDiff(expected, found)) {
    const change = narrowed(hunk, expected, found);
    const number = useAt(candidates, expected, change);
    const { from, to, otherFrom, otherTo } = number ?? widened(change, expected);
    const [was, is] = [expected.slice(from, to), found.slice(Math.max(0, otherFrom), otherTo)];
    const isNumber = number && /\p{N}/u.test(was + is);
    const fact = isNumber ? number.use.fact : undefined;
    const args = { page, block, fact, expected: short(was) || 'nothing', found: short(is) || 'nothing' };
    const code = isNumber ? 'proof-page-number' : 'proof-page-differs';
    told.set(`${from}-${to}`, finding(code, args, { page, block, fact, expected: was, found: is }));
  }
  return [...told.values()];
}

/** What each difference is about: a finding for every place in a block. @param uses every printing of a fact in the brief */
export const pageFindings = (differences: readonly Difference[], uses: readonly Use[]): Finding[] =>
  differences.flatMap((difference) => tell(difference, uses));
