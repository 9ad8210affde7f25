/** Phrases: the small texts of YAML files that carry numbers without typing them. `{exports|bare} in {end}`. */
import type { Format } from './format.ts';
import { printFact } from './forms.ts';
import type { Fact, Ledger } from './ledger.ts';
import { type FactRef, type Fault, type Part, parts, yearOf } from './phrase-parts.ts';

export { type FactRef, type Fault, names, type Part, parts, type YearRef, yearOf, yearRef } from './phrase-parts.ts';

export interface Scope {
  /** Undefined where only fixed text is wanted: every name is then unknown. */
  readonly ledger: Ledger | undefined;
  readonly format: Format;
  /** Called for every fact printed, with the text as printed; for a range once for each end, with its bare number. */
  readonly onUse?: (fact: Fact, printed: string) => void;
  /** Called for every year printed. */
  readonly onYear?: (year: number) => void;
  /** What each piece becomes in the result, for a caller who writes HTML; without it, plain text. */
  readonly wrap?: Wrap;
}

export interface Wrap {
  /** Everything that is neither a fact nor a year. */
  text(text: string): string;
  /** A fact as printed; for a range its two facts. */
  fact(facts: readonly [Fact] | readonly [Fact, Fact], printed: string): string;
  year(year: number, printed: string): string;
}

const PLAIN: Wrap = { text: (text) => text, fact: (_, printed) => printed, year: (_, printed) => printed };

/** Absolute years need no edition. */
const NO_WINDOW = { base: 0, start: 0, prev: 0, end: 0 };

export interface Phrase {
  /** The text; what is unknown stands in it as it was written. */
  readonly text: string;
  /** The names that are unknown, in order; empty where all is well. */
  readonly unknown: readonly string[];
  readonly faults: readonly Fault[];
  readonly uses: readonly { readonly fact: Fact; readonly printed: string }[];
  readonly years: readonly number[];
}

/**
 * Prints a phrase in the language of `scope.format`. Nothing is thrown: what is unknown stands in the text as written
 * and is listed, all at once. Whether an absolute year belongs to a fact beside it is for the caller, who has `uses` and `years`.
 */
export function phrase(text: string, scope: Scope): Phrase {
  const { ledger, format, wrap = PLAIN } = scope;
  const faults: Fault[] = [];
  const uses: { fact: Fact; printed: string }[] = [];
  const years: number[] = [];
  const use = (fact: Fact, printed: string) => {
    uses.push({ fact, printed });
    scope.onUse?.(fact, printed);
  };
  const find = ({ name, year }: FactRef, index: number): Fact | undefined => {
    const wanted = year && ledger ? yearOf(year, ledger.window) : undefined;
    const fact = ledger?.find(name, wanted);
    const asked = wanted === undefined ? name : `${name}.${wanted}`;
    if (!fact) faults.push({ kind: 'name', name: asked, known: ledger?.names ?? [], index });
    return fact;
  };
  const factText = (part: Extract<Part, { kind: 'fact' }>): string => {
    const [from, to] = part.facts.map((ref) => find(ref, part.index));
    if (!from || (part.facts.length === 2 && !to)) return wrap.text(part.written);
    if (!to) {
      const printed = printFact(from, format, part.form);
      use(from, printed);
      return wrap.fact([from], printed);
    }
    use(from, printFact(from, format, 'bare'));
    use(to, printFact(to, format, 'bare'));
    const status = to.status ?? from.status;
    return wrap.fact([from, to], format.range(Number(from.value), Number(to.value), to.unit, to.decimals, status));
  };
  const yearText = (part: Extract<Part, { kind: 'year' }>): string => {
    const year = ledger || part.year.name === undefined ? yearOf(part.year, ledger?.window ?? NO_WINDOW) : undefined;
    if (year === undefined) {
      faults.push({ kind: 'name', name: part.year.name ?? '', known: [], index: part.index });
      return wrap.text(part.written);
    }
    years.push(year);
    scope.onYear?.(year);
    return wrap.year(year, format.year(year));
  };

  const said = parts(text).map((part): string => {
    if (part.kind === 'text') return wrap.text(part.text);
    if (part.kind === 'year') return yearText(part);
    if (part.kind === 'fact') return factText(part);
    faults.push(part.fault);
    return wrap.text(part.written);
  });
  return { text: said.join(''), unknown: faults.map(({ name }) => name), faults, uses, years };
}
