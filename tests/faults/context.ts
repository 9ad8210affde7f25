/** What operators look at: the files, the places in them, and the facts behind the names. */
import { parse } from 'yaml';
import type { Content } from '../../src/model/content.ts';
import type { Fact, Ledger, Use } from '../../src/model/ledger.ts';
import type { Class, Edit, Fault, Lines } from './fault.ts';
import type { Variant } from './project.ts';
import { pick } from './seed.ts';
import { type Call, type Template, templatesOf } from './sites/templates.ts';

export interface Context {
  readonly files: ReadonlyMap<string, string>;
  readonly variant: Variant;
  readonly content: Content;
  readonly ledger: Ledger;
  readonly languages: readonly string[];
  readonly templates: readonly Template[];
  /** What the editions use: names of facts, and ids of series, sources and terms. */
  readonly used: Readonly<Record<'facts' | 'series' | 'sources' | 'terms', ReadonlySet<string>>>;
  /** What a helper printed where it stands, in a language. */
  printed(call: Call, lang: string): string | undefined;
  /** Another name for a fact, of a fact in the same unit and of the same kind: `exports_growth.end` for a member of a family. */
  otherFact(written: string, ...words: readonly (string | number)[]): string | undefined;
}

export function contextOf(variant: Variant): Context {
  const [edition] = variant.editions;
  if (!edition) throw new Error('no edition of the project can be made: the corpus has nothing to change');
  const { content, ledger, sections } = edition.draft;
  const { languages } = content.project;
  const uses = new Map<string, Use>();
  for (const use of sections.uses)
    if (use.place && use.text !== '')
      uses.set(`${use.place.file}:${use.place.line}:${use.place.column} ${use.lang}`, use);
  const templates = templatesOf(variant.files, languages);
  const facts = variant.editions.flatMap(({ draft, id }) => {
    const accepted = parse(variant.files.get(`data/accepted/${id}.yaml`) ?? '') as { facts?: object } | null;
    return Object.keys(accepted?.facts ?? {}).flatMap((name) => draft.ledger.facts.get(name) ?? []);
  });
  const page = [...variant.files]
    .filter(([path]) => /\.hbs$|\/charts\//.test(path))
    .map(([, text]) => text)
    .join('\n');
  const used = {
    facts: new Set(facts.map(({ id }) => id.split('.')[0] ?? id)),
    series: new Set(
      facts.flatMap(({ inputs }) => inputs.flatMap((input) => ('cell' in input ? [input.cell.series] : []))),
    ),
    sources: new Set([
      ...facts.flatMap(({ sources }) => sources),
      ...[...page.matchAll(/also="([^"]*)"/g)].flatMap(([, ids = '']) => ids.split(' ')),
    ]),
    terms: new Set([...content.terms.keys()].filter((id) => new RegExp(`\\b${id}\\b`).test(page))),
  };
  return {
    files: variant.files,
    variant,
    content,
    ledger,
    languages,
    templates,
    used,
    printed(call, lang) {
      const text = variant.files.get(call.file) ?? '';
      const lineStart = text.lastIndexOf('\n', call.start - 1) + 1;
      return uses.get(`${call.file}:${call.line}:${call.start - lineStart + 1} ${lang}`)?.text;
    },
    otherFact(written, ...words) {
      const [name = '', year] = written.split('.');
      const wanted = year === undefined ? undefined : year.replace(/[[\]]/g, '');
      const own = ledger.find(name, wanted) ?? ledger.family(name)[0];
      const family = ledger.family(name).length > 0;
      if (!own) return undefined;
      const fits = (other: string): boolean => {
        if (other === name || ledger.family(other).length > 0 !== family) return false;
        const fact = ledger.find(other, wanted) ?? (wanted === undefined ? ledger.family(other)[0] : undefined);
        return (
          fact !== undefined && fact.unit === own.unit && fact.expression !== own.expression && different(fact, own)
        );
      };
      const other = pick(ledger.names.filter(fits), 'other fact', written, ...words);
      return other === undefined ? undefined : year === undefined ? other : `${other}.${year}`;
    },
  };
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
