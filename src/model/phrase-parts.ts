/** How a phrase is written: taking it apart into text, years, facts and faults. Printing it is phrase.ts. */
import { FORMS, type Form, isForm } from './forms.ts';
import type { Window } from './ledger.ts';

/** `end`, `base-1`, `1992`: an edition year with an offset, or an absolute year. */
export interface YearRef {
  readonly name: keyof Window | undefined;
  /** The absolute year where `name` is undefined, else what is added to the named one. */
  readonly offset: number;
}

/** A fact as a phrase names it. */
export interface FactRef {
  readonly name: string;
  readonly year: YearRef | undefined;
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year'; readonly year: YearRef; readonly written: string; readonly index: number }
  | {
      readonly kind: 'fact';
      /** One fact, or the two ends of a range: `{low..high}`. */
      readonly facts: readonly [FactRef] | readonly [FactRef, FactRef];
      readonly form: Form;
      readonly written: string;
      readonly index: number;
    }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly written: string };

/** What is wrong with a phrase; the caller, who knows its place, makes a problem of it. */
export interface Fault {
  readonly kind: 'name' | 'form' | 'syntax';
  /** What stands in the braces, or the part of it that is unknown. */
  readonly name: string;
  /** The names that would have been right, for "did you mean". */
  readonly known: readonly string[];
  /** Where the brace stands in the phrase, counted from 0. */
  readonly index: number;
}

const YEAR = /^(?:(start|end|base|prev|last_start|last_end)(?:\s*([+-])\s*(\d{1,2}))?|(\d{4}))$/;
const FACT = /^([A-Za-z_]\w*)(?:\.(.+))?$/;

/** Reads `end`, `end-3`, `1992`; undefined for anything else. */
export function yearRef(text: string): YearRef | undefined {
  const match = YEAR.exec(text.trim());
  if (!match) return undefined;
  const [, name, sign, offset, absolute] = match;
  if (absolute !== undefined) return { name: undefined, offset: Number(absolute) };
  return { name: name as keyof Window, offset: Number(`${sign ?? ''}${offset ?? 0}`) };
}

/** The year meant, in an edition's window; undefined where the edition follows no other and a year of that is asked for. */
export function yearOf(ref: YearRef, window: Window): number | undefined {
  const named = ref.name === undefined ? 0 : window[ref.name];
  return named === undefined ? undefined : named + ref.offset;
}

function factRef(text: string): FactRef | undefined {
  const match = FACT.exec(text.trim());
  if (!match) return undefined;
  const year = match[2] === undefined ? undefined : yearRef(match[2]);
  return match[2] !== undefined && year === undefined ? undefined : { name: match[1] ?? '', year };
}

/** What stands between two braces. */
function partOf(inside: string, index: number): Part {
  const written = `{${inside}}`;
  const fault = (kind: Fault['kind'], name: string, known: readonly string[] = []): Part => ({
    kind: 'fault',
    fault: { kind, name, known, index },
    written,
  });
  const year = yearRef(inside);
  if (year) return { kind: 'year', year, written, index };
  const [names = '', form = 'quantity', ...more] = inside.split('|').map((piece) => piece.trim());
  if (more.length > 0) return fault('syntax', inside);
  if (!isForm(form)) return fault('form', form, FORMS);
  const [first, second, ...others] = names.split('..').map(factRef);
  if (!first || others.length > 0) return fault('syntax', inside);
  if (!names.includes('..')) return { kind: 'fact', facts: [first], form, written, index };
  if (!second || form !== 'quantity') return fault('syntax', inside);
  return { kind: 'fact', facts: [first, second], form, written, index };
}

/** Takes a phrase apart. `{{` and `}}` are literal braces; a brace that is never closed is a fault. */
export function parts(phrase: string): Part[] {
  const found: Part[] = [];
  let from = 0;
  for (const match of phrase.matchAll(/\{\{|\}\}|\{([^{}]*)\}|\{/g)) {
    if (match.index > from) found.push({ kind: 'text', text: phrase.slice(from, match.index) });
    from = match.index + match[0].length;
    const { index } = match;
    if (match[1] !== undefined) found.push(partOf(match[1], index));
    else if (match[0].length === 2) found.push({ kind: 'text', text: match[0].slice(1) });
    else found.push({ kind: 'fault', fault: { kind: 'syntax', name: '{', known: [], index }, written: '{' });
  }
  if (from < phrase.length) found.push({ kind: 'text', text: phrase.slice(from) });
  return found;
}

/** What a phrase refers to, without a ledger: the facts with the years asked for, the years, and its faults of writing. */
export function names(phrase: string): { facts: FactRef[]; years: YearRef[]; faults: Fault[] } {
  const all = parts(phrase);
  return {
    facts: all.flatMap((part) => (part.kind === 'fact' ? part.facts : [])),
    years: all.flatMap((part) => (part.kind === 'year' ? [part.year] : [])),
    faults: all.flatMap((part) => (part.kind === 'fault' ? [part.fault] : [])),
  };
}
