/** The facts of one edition, each reckoned once, when it is first asked for: cycles are found, and faults kept with their fact. */
import type { Content, FactSpec, FormulaText } from '../model/content.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { evaluateQuantity } from './evaluate.ts';
import { factOf, type Reckoned } from './fact-of.ts';
import { checkMixture } from './mixed-vintages.ts';
import { type Parsed, parseFormula } from './parse-formula.ts';
import type { Quantity } from './quantity.ts';
import type { Missing, Opened, Scope } from './scope.ts';
import { statedFigure } from './stated.ts';
import { plainYear, yearNamed } from './years.ts';

/** What became of one formula: its value unless it failed, the faults of its own, and the facts it asked for. */
export interface Entry {
  readonly id: string;
  readonly problems: Problem[];
  readonly missing: Missing[];
  readonly references: Set<string>;
  reckoned: Reckoned | undefined;
}

export interface FactBook {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Names of facts, families and stated figures, in order of declaration. */
  readonly names: readonly string[];
  /** Reckons every fact and every year of every family; what is reckoned already stays as it is. */
  reckonAll(): void;
  /** Reckons a formula that stands outside data/facts, under an id of its own (a check of a claim). */
  reckonFormula(id: string, formula: FormulaText): { readonly entry: Entry; readonly quantity: Quantity | undefined };
  /** The entry ids behind a name that a template, chart or claim uses: `exports`, `exports_growth`, `exports_growth.end`. */
  idsOf(name: string): readonly string[];
}

/** A family's member has the id `exports_growth.2005`. */
export const memberId = (name: string, year: number): string => `${name}.${year}`;

export function factBook(content: Content): FactBook {
  const { facts, edition } = content;
  const stated = new Map(edition.stated.map((figure) => [figure.name, figure]));
  const names = [...facts.keys(), ...[...stated.keys()].filter((name) => !facts.has(name))];
  const entries = new Map<string, Entry>();
  /** The entries being reckoned, innermost last: asking for one of them again closes a circle. */
  const open: Entry[] = [];
  const ranges = new Map<string, readonly number[]>();
  const trees = new Map<FormulaText, Parsed>();

  const sort = (name: string) => {
    const spec = facts.get(name);
    if (spec) return spec.each ? 'family' : 'single';
    return stated.has(name) ? 'single' : undefined;
  };

  /** The entry of an id, reckoned on first asking. A circle is reported where it closes. */
  function entryOf(id: string, place: Place | undefined, reckon: (entry: Entry) => Reckoned | undefined): Entry {
    const asking = open.at(-1);
    asking?.references.add(id);
    const known = entries.get(id);
    if (known) {
      const from = open.indexOf(known);
      if (from >= 0 && asking) {
        const path = [...open.slice(from).map((entry) => entry.id), id].join(' → ');
        asking.problems.push(problem('fact-cycle', place, { path }));
      }
      return known;
    }
    const entry: Entry = { id, problems: [], missing: [], references: new Set(), reckoned: undefined };
    entries.set(id, entry);
    open.push(entry);
    entry.reckoned = reckon(entry);
    open.pop();
    return entry;
  }

  /** A family's formula is walked for every year, but parsed once. */
  function parsedOnce(formula: FormulaText): Parsed {
    const known = trees.get(formula);
    if (known) return known;
    const parsed = parseFormula(formula);
    trees.set(formula, parsed);
    return parsed;
  }

  const scopeOf = (entry: Entry, year: number | undefined, opened: Opened[]): Scope => ({
    content,
    year,
    sort,
    names,
    fact: (name, place) => reckonSingle(name, place).reckoned?.quantity,
    member(name, memberYear, place) {
      const known = yearsOf(name, place);
      if (known.includes(memberYear)) return reckonMember(name, memberYear, place).reckoned?.quantity;
      if (known.length === 0) return undefined;
      const args = { family: name, year: memberYear, known: `${known[0]} to ${known.at(-1)}` };
      entry.problems.push(problem('family-year-outside', place, args));
      return undefined;
    },
    familyYears: (name) => yearsOf(name, undefined),
    opened: (one) => opened.push(one),
    report(found) {
      entry.problems.push(found);
      return undefined;
    },
    missing(found) {
      entry.missing.push(found);
      return undefined;
    },
  });

  /** Parses and walks a formula; a silent mixture of vintages makes it fail. */
  function walk(formula: FormulaText, entry: Entry, year: number | undefined): Quantity | undefined {
    const parsed = parsedOnce(formula);
    entry.problems.push(...parsed.problems);
    if (!parsed.formula) return undefined;
    const opened: Opened[] = [];
    const quantity = evaluateQuantity(parsed.formula, scopeOf(entry, year, opened));
    const mixed = checkMixture(opened);
    entry.problems.push(...mixed);
    return mixed.length > 0 ? undefined : quantity;
  }

  function reckon(id: string, spec: FactSpec, entry: Entry, year: number | undefined): Reckoned | undefined {
    const quantity = walk(spec.formula, entry, year);
    return quantity && factOf(id, spec, quantity, year, (found) => entry.problems.push(found));
  }

  function reckonSingle(name: string, place: Place | undefined): Entry {
    return entryOf(name, place, (entry) => {
      const spec = facts.get(name);
      if (spec) return reckon(name, spec, entry, undefined);
      const figure = stated.get(name);
      return figure && statedFigure(figure, edition.article, (text) => yearIn(text, entry));
    });
  }

  const reckonMember = (name: string, year: number, place: Place | undefined): Entry =>
    entryOf(memberId(name, year), place, (entry) => {
      const spec = facts.get(name);
      return spec && reckon(memberId(name, year), spec, entry, year);
    });

  /** A year as a formula says it; undefined where it says none (reported). */
  function yearIn(text: FormulaText, entry: Entry): number | undefined {
    const quantity = walk(text, entry, undefined);
    const year = quantity && plainYear(quantity);
    if (quantity && year === undefined) {
      entry.problems.push(
        problem('formula-value', text.place, { wanted: 'A year', found: `a quantity in ${quantity.unit}` }),
      );
    }
    return year;
  }

  /** The years of a family, ascending; empty where its range is at fault (reported with the family's own entry). */
  function yearsOf(name: string, place: Place | undefined): readonly number[] {
    entryOf(name, place, (entry) => {
      const each = facts.get(name)?.each;
      if (!each) return undefined;
      const [from, to] = [yearIn(each.from, entry), yearIn(each.to, entry)];
      if (from === undefined || to === undefined) return undefined;
      if (from > to) entry.problems.push(problem('fact-range', each.from.place, { from, to }));
      else
        ranges.set(
          name,
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
      return undefined;
    });
    return ranges.get(name) ?? [];
  }

  function reckonAll(): void {
    for (const name of names) {
      if (sort(name) === 'single') {
        reckonSingle(name, undefined);
        continue;
      }
      const years = yearsOf(name, undefined);
      for (const year of years) reckonMember(name, year, undefined);
      // A family without years is still read, so that a formula that does not parse is always reported.
      const spec = facts.get(name);
      if (years.length === 0 && spec) entries.get(name)?.problems.push(...parsedOnce(spec.formula).problems);
    }
  }

  function reckonFormula(id: string, formula: FormulaText) {
    let quantity: Quantity | undefined;
    const entry = entryOf(id, formula.place, (own) => {
      quantity = walk(formula, own, undefined);
      return undefined;
    });
    return { entry, quantity };
  }

  function idsOf(asked: string): readonly string[] {
    const dot = asked.indexOf('.');
    const name = dot < 0 ? asked : asked.slice(0, dot);
    if (sort(name) === 'single') return [name];
    if (sort(name) !== 'family') return [];
    const years = ranges.get(name) ?? [];
    const year = dot < 0 ? undefined : yearNamed(asked.slice(dot + 1), edition.window);
    const wanted = year === undefined ? years : years.filter((one) => one === year);
    return [name, ...wanted.map((one) => memberId(name, one))];
  }

  return { entries, names, reckonAll, reckonFormula, idsOf };
}
