/** What a rule is: a code, the clauses it answers for, and a test that finds every place where a file breaks it. */
import type { Code } from '../../messages.ts';
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';

export interface CheckOptions {
  /** PostScript names of the fonts that may be in the file, without the subset's prefix; undefined allows all. */
  readonly fonts?: readonly string[];
}

export interface Rule {
  readonly code: Code;
  /** `ua:7.1-3` or `a:6.1.2-1`, as the veraPDF profiles number them; none for what is asked beyond the standards. */
  readonly clauses: readonly string[];
  /**
   * One finding for each place, with the arguments of the code's sentence. A finding that knows its own clause among
   * many names it as `clause`.
   */
  readonly find: (file: PdfFile, options: CheckOptions) => Args[];
}

/** `7.2-3`, `7.2-4`, `7.2-5` as `7.2-3…5`; the clauses come in the standards' order. */
function inRanges(clauses: readonly string[]): string {
  const out: { head: string; from: number; to: number }[] = [];
  for (const clause of clauses) {
    const [head = '', number = ''] = clause.split('-');
    const last = out.at(-1);
    if (last && last.head === head && last.to === Number(number) - 1) last.to++;
    else out.push({ head, from: Number(number), to: Number(number) });
  }
  return out.map(({ head, from, to }) => `${head}-${from}${to > from ? `…${to}` : ''}`).join(', ');
}

/** The clauses in words: `PDF/UA-1 7.1-3; PDF/A-3a 6.1.2-1…2`. */
export function clauseNames(clauses: readonly string[]): string {
  const of = (prefix: string, name: string) => {
    const own = clauses.filter((c) => c.startsWith(prefix)).map((c) => c.slice(prefix.length));
    return own.length > 0 ? [`${name} ${inRanges(own)}`] : [];
  };
  return [...of('ua:', 'PDF/UA-1'), ...of('a:', 'PDF/A-3a')].join('; ');
}

/** One finding where something does not hold, none where it does. */
export const unless = (holds: boolean, args = {}): Args[] => (holds ? [] : [args]);

/** Several clauses with one head: `a:6.9-1`, `a:6.9-2`. */
export const numbered = (head: string, ...numbers: number[]): string[] => numbers.map((n) => `${head}-${n}`);
