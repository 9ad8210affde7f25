/** What a proof covers, in numbers. Part of `proof`. */
import type { Content } from '../model/content.ts';
import { type Document, type Drawings, LETTER, type Sections } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';

export interface Counts {
  /** Printings of a fact on the pages of this document, in texts, tables and charts. */
  readonly numbers: number;
  /** The facts that they print. */
  readonly facts: number;
  /** The cells that those facts are reckoned from. */
  readonly cells: number;
  readonly claims: number;
  readonly charts: number;
  /** Rules that the figures keep. */
  readonly rules: number;
}

interface Made {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly drawings: Drawings;
  readonly sections: Sections;
}

/** Counts what stands in one document: both languages of a pair, shared numbers once. */
export function countsOf({ content, ledger, drawings, sections }: Made, document: Document): Counts {
  const { languages } = document;
  const drawn = drawings.all.filter((each) => !each.narrow && each.document === document.name);
  const placed = new Set(
    [...sections.blocks.values()].flatMap(({ kind, target }) => (kind === 'chart' ? [target] : [])),
  );
  const charts = drawn.filter(({ chart }) => placed.has(chart));
  const texts = sections.uses.filter(({ text, lang, block }) => {
    // the letter's texts stand in the letter alone
    if (text === '' || block.startsWith(`${LETTER}-`) !== (document.name === LETTER)) return false;
    return sections.blocks.get(block)?.kind === 'first' ? lang === languages[0] : languages.includes(lang);
  });
  const uses = [...texts, ...charts.flatMap((each) => each.uses)];
  const facts = new Set(uses.map(({ fact }) => fact));
  const [cells, seen] = [new Set<string>(), new Set<string>()];
  const waiting = [...facts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const input of ledger.facts.get(id)?.inputs ?? []) {
      if ('fact' in input) waiting.push(input.fact);
      else cells.add([input.cell.series, input.cell.item, input.cell.vintage, input.cell.period].join('\n'));
    }
  }
  return {
    numbers: uses.length,
    facts: facts.size,
    cells: cells.size,
    claims: ledger.claims.length,
    charts: charts.length,
    rules: content.rules.size,
  };
}
