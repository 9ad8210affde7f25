/** facts.json: the ledger as data. Every fact with its formula, cells and sources, and every place where it was printed. */
import type { Content } from './model/content.ts';
import type { Drawings, Sections } from './model/document.ts';
import { FORMAT } from './model/enclosed.ts';
import type { Input, Ledger, Published, Revision, Use } from './model/ledger.ts';

/** The ledger of an edition as JSON text; facts in order of declaration, uses in order of printing. */
export function factsText(content: Content, ledger: Ledger, sections: Sections, drawings: Drawings): string {
  const uses = new Map<string, Use[]>();
  const inCharts = drawings.all.filter((drawing) => !drawing.narrow).flatMap((drawing) => drawing.uses);
  for (const use of [...sections.uses, ...inCharts]) uses.set(use.fact, [...(uses.get(use.fact) ?? []), use]);
  const facts = [...ledger.facts.values()].map((fact) => ({
    id: fact.id,
    value: fact.value,
    unit: fact.unit,
    decimals: fact.decimals,
    period: fact.period,
    ...(fact.status && { status: fact.status }),
    expression: fact.expression,
    inputs: fact.inputs.map(inputOf),
    vintages: fact.vintages,
    sources: fact.sources,
    place: at(fact.place),
    uses: distinct(uses.get(fact.id) ?? []),
  }));
  const used = new Set(facts.flatMap((fact) => fact.sources));
  const json = {
    format: FORMAT,
    edition: content.edition.id,
    window: ledger.window,
    facts,
    claims: ledger.claims.map(({ id, point, text, verdict, checks, place }) => ({
      id,
      point,
      text,
      verdict,
      checks: checks.map((check) => ({
        verdict: check.verdict,
        facts: check.facts,
        formula: check.formula,
        decides: check.decides,
      })),
      place: at(place),
    })),
    revisions: ledger.revisions().map(revisionOf),
    sources: [...content.sources.values()]
      .filter((source) => used.has(source.id))
      .map(({ place: _, ...source }) => source),
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}

const at = (place: { file: string; line: number; column: number }): string =>
  `${place.file}:${place.line}:${place.column}`;

const inputOf = (input: Input): unknown =>
  'fact' in input
    ? { fact: input.fact }
    : {
        series: input.cell.series,
        ...(input.cell.item !== undefined && { item: input.cell.item }),
        vintage: input.cell.vintage,
        period: input.cell.period,
        value: input.cell.value,
        ...(input.cell.status && { status: input.cell.status }),
        source: input.cell.source,
        place: at(input.cell.place),
      };

/** What was published otherwise; facts are listed where the difference shows in what is printed. */
function revisionOf({ earlier, later, effects, ...revision }: Revision): unknown {
  const published = ({ place, ...one }: Published) => ({ ...one, place: at(place) });
  return {
    ...revision,
    earlier: published(earlier),
    later: published(later),
    effects: effects.filter(({ shows }) => shows).map(({ shows: _, ...effect }) => effect),
  };
}

/** A fact printed twice alike in a block is one use there. */
function distinct(uses: readonly Use[]): unknown[] {
  const seen = new Map<string, unknown>();
  for (const { text, lang, block } of uses) seen.set([text, lang, block].join('\n'), { text, lang, block });
  return [...seen.values()];
}
