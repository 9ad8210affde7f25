/** What operators look at: the files, the places in them, and the facts behind the names. */
import { parse } from 'yaml';
import type { Content } from '../../src/model/content.ts';
import type { Fact, Ledger } from '../../src/model/ledger.ts';
import type { Class, Edit, Fault, Lines } from './fault.ts';
import type { Variant } from './project.ts';
import { pick } from './seed.ts';
import { type Call, type Template, templatesOf } from './sites/templates.ts';

export interface Context {
  readonly files: ReadonlyMap<string, string>;
  readonly variant: Variant;
  /** The edition whose facts and years are looked at. */
  readonly edition: string;
  /** True for the one edition that stands for what all share: locales, lists, the project. */
  readonly first: boolean;
  readonly content: Content;
  readonly ledger: Ledger;
  readonly languages: readonly string[];
  /** Templates, charts and claims that this edition reads and none before it. */
  readonly home: ReadonlySet<string>;
  readonly templates: readonly Template[];
  /** The facts that this edition uses, whichever edition used them before. */
  readonly facts: readonly Fact[];
  /** What this edition uses and none before it: `file name` of facts, and ids of series, sources and terms. */
  readonly used: Readonly<Record<'facts' | 'series' | 'sources' | 'terms', ReadonlySet<string>>>;
  /** What a helper printed where it stands, in a language. */
  printed(call: Call, lang: string): string | undefined;
  /** Another name for a fact, of a fact in the same unit and of the same kind: `exports_growth.end` for a member of a family. */
  otherFact(written: string, ...words: readonly (string | number)[]): string | undefined;
}

/** The key of a fact among those in use: editions may have another formula for a name. */
export const factKey = (file: string, name: string): string => `${file} ${name}`;

/** One context an edition, in order. A place that several editions read is looked at in the first of them. */
export function contextsOf(variant: Variant): Context[] {
  const seen = new Map<string, Set<string>>();
  /** Those that no edition before had. */
  const fresh = (kind: string, names: Iterable<string>): ReadonlySet<string> => {
    const known = seen.get(kind) ?? new Set();
    const left = new Set([...names].filter((name) => !known.has(name)));
    seen.set(kind, new Set([...known, ...left]));
    return left;
  };
  const printed = printedBy(variant);
  return variant.editions.map(({ draft, id }, i) => {
    const { content, ledger } = draft;
    const read = [
      ...[...content.templates.values()].map(({ file }) => file),
      ...[...content.charts.values()].map(({ placed }) => placed.file),
      `data/claims/${id}.yaml`,
      `data/editions/${id}.yaml`,
    ].filter((path) => variant.files.has(path));
    const accepted = parse(variant.files.get(`data/accepted/${id}.yaml`) ?? '') as { facts?: object } | null;
    const facts = Object.keys(accepted?.facts ?? {}).flatMap((name) => ledger.facts.get(name) ?? []);
    const nameOf = ({ id: fact }: Fact) => fact.split('.')[0] ?? fact;
    const page = read.map((path) => variant.files.get(path) ?? '').join('\n');
    const home = fresh('home', read);
    const languages = content.project.languages;
    return {
      files: variant.files,
      variant,
      edition: id,
      first: i === 0,
      content,
      ledger,
      languages,
      home,
      facts,
      templates: templatesOf(variant.files, languages).filter(({ file }) => home.has(file)),
      used: {
        facts: fresh(
          'facts',
          facts.map((fact) => factKey(fact.place.file, nameOf(fact))),
        ),
        series: fresh(
          'series',
          facts.flatMap(({ inputs }) => inputs.flatMap((input) => ('cell' in input ? [input.cell.series] : []))),
        ),
        sources: fresh('sources', [
          ...facts.flatMap(({ sources }) => sources),
          ...[...page.matchAll(/also="([^"]*)"/g)].flatMap(([, ids = '']) => ids.split(' ')),
        ]),
        terms: fresh(
          'terms',
          [...content.terms.keys()].filter((term) => new RegExp(`\\b${term}\\b`).test(page)),
        ),
      },
      printed: (call, lang) => printed.get(`${placeOf(call, variant.files)} ${lang}`),
      otherFact: (written, ...words) => otherFact(ledger, written, words),
    };
  });
}

/** What stands where: `templates/points/growth.hbs:9:12 vi` → `22,5%`, in the first edition that prints it. */
function printedBy({ editions }: Variant): Map<string, string> {
  const found = new Map<string, string>();
  for (const { draft } of editions) {
    for (const { place, text, lang } of draft.sections.uses) {
      const key = place && `${place.file}:${place.line}:${place.column} ${lang}`;
      if (key !== undefined && text !== '' && !found.has(key)) found.set(key, text);
    }
  }
  return found;
}

function placeOf({ file, line, start }: Call, files: ReadonlyMap<string, string>): string {
  const lineStart = (files.get(file) ?? '').lastIndexOf('\n', start - 1) + 1;
  return `${file}:${line}:${start - lineStart + 1}`;
}

function otherFact(ledger: Ledger, written: string, words: readonly (string | number)[]): string | undefined {
  const [name = '', year] = written.split('.');
  const wanted = year === undefined ? undefined : year.replace(/[[\]]/g, '');
  const own = ledger.find(name, wanted) ?? ledger.family(name)[0];
  const family = ledger.family(name).length > 0;
  if (!own) return undefined;
  const fits = (other: string): boolean => {
    if (other === name || ledger.family(other).length > 0 !== family) return false;
    const fact = ledger.find(other, wanted) ?? (wanted === undefined ? ledger.family(other)[0] : undefined);
    return fact !== undefined && fact.unit === own.unit && fact.expression !== own.expression && different(fact, own);
  };
  const other = pick(ledger.names.filter(fits), 'other fact', written, ...words);
  return other === undefined ? undefined : year === undefined ? other : `${other}.${year}`;
}

/** Two facts that are printed alike cannot be told apart, and need not be. */
const different = (a: Fact, b: Fact): boolean => a.unit === 'truth' || a.value !== b.value;

/** Makes a fault: for operators that change one thing in one file. */
export const faultOf = (
  kind: Class,
  operator: string,
  at: { readonly file: string; readonly line: number },
  change: string,
  edits: readonly Edit[],
  blocks: readonly Lines[],
): Fault => ({ class: kind, operator, file: at.file, line: at.line, change, edits, blocks });
