/**
 * Says problems in Vietnamese. A problem keeps its English sentence, which files and tests hold; here, where it is shown,
 * what stands in the gaps is read out of that sentence by its pattern and put into the Vietnamese one.
 */
import { MESSAGES } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { BEFORE_THE_PAGE } from './before-the-page.ts';
import { PAGE_SENSE } from './page-sense.ts';
import { PARTS } from './parts-of-sentences.ts';
import { PROOF } from './proof.ts';
import { THE_PAGE } from './the-page.ts';
import type { Translations } from './translations.ts';

export const SENTENCES: Translations = { ...BEFORE_THE_PAGE, ...THE_PAGE, ...PAGE_SENSE, ...PROOF };

const GAP = /\{(\w+)\}/g;

/** What stands in the gaps of a sentence; undefined where the text is not of this pattern. */
function gapsOf(pattern: string, text: string): ReadonlyMap<string, string> | undefined {
  const names = [...pattern.matchAll(GAP)].map(([, name = '']) => name);
  const fixed = pattern.split(GAP).filter((_, i) => i % 2 === 0);
  const source = fixed.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('([\\s\\S]*?)');
  const found = new RegExp(`^${source}$`).exec(text);
  return found ? new Map(names.map((name, i) => [name, found[i + 1] ?? ''])) : undefined;
}

const filled = (pattern: string, gaps: ReadonlyMap<string, string>): string =>
  pattern.replace(GAP, (whole, name: string) => {
    const gap = gaps.get(name);
    return gap === undefined ? whole : partOf(gap);
  });

/** Patterns of parts that have gaps; those without are looked up. */
const PATTERNS = Object.entries(PARTS).filter(([english]) => english.search(GAP) >= 0);

/** A part of a sentence in Vietnamese; itself where nobody has translated it. */
function partOf(text: string): string {
  const whole = Object.hasOwn(PARTS, text) ? PARTS[text] : undefined;
  if (whole !== undefined) return whole;
  for (const [english, vietnamese] of PATTERNS) {
    const gaps = gapsOf(english, text);
    if (gaps) return filled(vietnamese, gaps);
  }
  return text;
}

function said(english: string, vietnamese: string | undefined, text: string): string {
  const gaps = vietnamese === undefined ? undefined : gapsOf(english, text);
  return vietnamese === undefined || !gaps ? text : filled(vietnamese, gaps);
}

/** The problem with its sentences in Vietnamese; a sentence without a translation stays English. Code and place are the same. */
export function inVietnamese(problem: Problem): Problem {
  const english = MESSAGES[problem.code] as { message: string; hint?: string };
  const [message, hint] = SENTENCES[problem.code] ?? [];
  return {
    ...problem,
    message: said(english.message, message, problem.message),
    ...(problem.hint !== undefined && { hint: said(english.hint ?? '', hint, problem.hint) }),
  };
}
