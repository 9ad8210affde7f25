/** What a proof finds: a problem, and besides its sentence the values that a program may ask for. Part of `proof`. */
import type { Code } from '../messages.ts';
import { type Args, type Problem, problem } from '../problem.ts';

/** Where in the PDF it is, what should stand there, and what does. */
export interface About {
  readonly page?: number;
  /** Id of the block with its language: `scale-paragraph1-vi`. */
  readonly block?: string;
  readonly fact?: string;
  readonly expected?: string;
  readonly found?: string;
}

export type Finding = Problem & About;
type Told = { readonly [K in keyof About]: About[K] | undefined };

/** Makes a finding; what is undefined in `about` is left out. */
export function finding(code: Code, args: Args, about: Told = {}): Finding {
  const known = Object.entries(about).filter(([, value]) => value !== undefined);
  return { ...problem(code, undefined, args), ...Object.fromEntries(known) };
}

/** As many findings of one kind are told one by one; one change may show in a hundred places. */
const TOLD = 12;

/** The first findings of each code, in their order, and how many more there are of it. */
export function told(findings: readonly Finding[]): Finding[] {
  const seen = new Map<Code, number>();
  const kept = findings.filter(({ code }) => {
    const before = seen.get(code) ?? 0;
    seen.set(code, before + 1);
    return before < TOLD;
  });
  const more = [...seen].filter(([, count]) => count > TOLD);
  return [...kept, ...more.map(([code, count]) => finding('proof-more', { count: count - TOLD, code }))];
}
