/**
 * Mutate any one figure: what changed in the brief is what the ledger says depends on it, in every language, and nothing else.
 * The stages are run one by one and their errors left aside, since a figure that moves makes claims and sentences false.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { factsText } from '../../src/facts-json.ts';
import { load } from '../../src/load/load.ts';
import type { Content } from '../../src/model/content.ts';
import type { Block, Drawings, Sections } from '../../src/model/document.ts';
import { formatter } from '../../src/model/format.ts';
import type { Fact, Ledger } from '../../src/model/ledger.ts';
import type { Locale } from '../../src/model/locale.ts';
import { reader } from '../../src/model/reading.ts';
import { COUNT_NAMES } from '../../src/model/reserved.ts';
import type { Cell } from '../../src/model/series.ts';
import { convert, UNITS } from '../../src/model/unit.ts';
import { anchorOfFact } from '../../src/render/facts-table.ts';
import { render } from '../../src/render/render.ts';
import { validate } from '../../src/validate/validate.ts';
import { wantedNames } from '../../src/wanted.ts';
import { contextsOf } from './context.ts';
import { faulted } from './fault.ts';
import { memoryOf } from './memory.ts';
import { type Edition, type Project, readReal, type Variant } from './project.ts';
import { pick, sample } from './seed.ts';
import { type Figure, figuresRead } from './sites/figures.ts';

/** What one run made. */
interface Made {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly drawings: Drawings;
  readonly sections: Sections;
}

/** Figures of so many series are tried, each with a factor of its own. */
const SERIES = 12;

let project: Project;
let variant: Variant;
/** The figures that each edition reads. */
let figures: { readonly edition: Edition; readonly figure: Figure }[];

beforeAll(async () => {
  project = await readReal();
  variant = project.unguarded;
  figures = contextsOf(project.accepted).flatMap((context, i) => {
    const edition = variant.editions[i];
    return edition ? figuresRead(context).map((figure) => ({ edition, figure })) : [];
  });
});

/** The line with one figure multiplied, errors left aside. */
async function mutated(edition: Edition, { file, start, end, cell }: Figure, factor: number): Promise<Made> {
  const text = String(Number((cell.value * factor).toPrecision(9)));
  const files = faulted(variant.files, [{ file, start, end, text }]);
  const { content } = validate(load(files, variant.loaded).sources, edition.id);
  if (!content) throw new Error(`${file} is not read any more`);
  const { ledger } = derive(content, wantedNames(content));
  const documents = [{ name: 'vi-en', languages: ['vi', 'en'] as const }];
  const { faces } = project.world(files);
  const { drawings } = await memoryOf(variant, edition).chart(content, ledger, { documents, narrow: false }, faces);
  const formats = new Map([...content.locales].map(([lang, locale]) => [lang, formatter(locale)]));
  const { sections } = render(content, ledger, drawings, formats);
  return { content, ledger, drawings, sections };
}

const same = (a: Cell, b: Cell): boolean =>
  a.series === b.series && a.item === b.item && a.vintage === b.vintage && a.period === b.period;

/** The facts that come from a figure, by the inputs that the ledger tells; with the counts of verdicts where a check is among them. */
function dependants({ facts, claims }: Ledger, cell: Cell): Set<string> {
  const known = new Map<string, boolean>();
  const reads = ({ id, inputs }: Fact): boolean => {
    const through = (name: string) => reads(facts.get(name) as Fact);
    const answer =
      known.get(id) ?? inputs.some((input) => ('cell' in input ? same(input.cell, cell) : through(input.fact)));
    known.set(id, answer);
    return answer;
  };
  const found = new Set([...facts.values()].filter(reads).map(({ id }) => id));
  const checked = claims.some(({ checks }) => checks.some((check) => check.facts.some((id) => found.has(id))));
  if (checked) for (const name of COUNT_NAMES) found.add(name);
  return found;
}

/** Everything that was printed, in sentences, tables and charts. */
const usesOf = ({ sections, drawings }: Made) =>
  [...sections.uses, ...drawings.all.flatMap(({ uses }) => uses)].filter(({ text }) => text !== '');

/**
 * Every printing of each fact in the texts of a language, in order; a chart of a pair speaks one language. Blocks are
 * numbered, so a row more moves the names of all after it.
 */
function printings({ sections }: Made, lang: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { fact, text, lang: spoken } of sections.uses) {
    if (spoken === lang && text !== '') found.set(fact, `${found.get(fact) ?? ''}\n${text}`);
  }
  return found;
}

/** The keys under which two maps differ. */
const differing = <V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));

/** What facts.json says of each fact, but for where it is printed. */
function recordOf({ content, ledger, sections, drawings }: Made): Map<string, string> {
  const { facts } = JSON.parse(factsText(content, ledger, sections, drawings)) as { facts: { id: string }[] };
  return new Map(facts.map((fact) => [fact.id, JSON.stringify({ ...fact, uses: [] })]));
}

const valuesOf = ({ facts }: Ledger) => new Map([...facts].map(([id, { value }]) => [id, value]));
const textsOf = ({ blocks }: Sections, lang: string) => new Set([...blocks.values()].map(({ text }) => text[lang]));
const verdictsOf = ({ claims }: Ledger) => claims.map(({ verdict }) => verdict).join();
const isCard = ({ id }: Block): boolean => /^brief-f\d+$/.test(id);

/** The rows of the table that tells what stands behind each number, by their anchors. */
function cardsOf({ blocks }: Sections, lang: string): Map<string, string> {
  const html = [...blocks.values()].map(({ text }) => text['*'] ?? '').join('');
  const filled = (row: string) =>
    row.replace(/<brief-block id="([^"]+)"><\/brief-block>/g, (_, id: string) => blocks.get(id)?.text[lang] ?? '');
  return new Map([...html.matchAll(/<tr id="(f-[^"]+)".*?<\/tr>/g)].map(([row, anchor = '']) => [anchor, filled(row)]));
}

/** True where a printed text has the number of the fact, at the digits that it shows. */
function says(text: string, fact: Fact, locale: Locale): boolean {
  const numbers = reader(locale).scan(text);
  const { value: own, period } = fact;
  if (numbers.length === 0 || typeof own !== 'number') return true;
  // Where a text asks for the period of a fact, that is printed.
  const periods = (['long', 'short'] as const).map((length) => formatter(locale).period(period, length));
  if (periods.some((each) => each.toLowerCase() === text.toLowerCase())) return true;
  return numbers.some(({ value, unit, decimals }) => {
    const alike = unit !== undefined && UNITS[unit].kind === UNITS[fact.unit].kind;
    const wanted = Math.abs(alike ? convert(own, fact.unit, unit) : own);
    return Math.abs(wanted - Math.abs(value)) <= 0.5 * 10 ** -decimals + 1e-9 * wanted;
  });
}

/** Holds one mutated run against the untouched one; gives the number of facts that moved. */
function compare(before: Made, after: Made, cell: Cell, what: string): number {
  const { languages } = before.content.project;
  const depends = dependants(before.ledger, cell);
  const changed = new Set(differing(valuesOf(before.ledger), valuesOf(after.ledger)));
  // No fact but those that depend on it has another value.
  expect(
    [...changed].filter((id) => !depends.has(id)),
    what,
  ).toEqual([]);

  // In facts.json each fact that reads the figure says so, and no fact but those that depend on it says anything new.
  const recorded = differing(recordOf(before), recordOf(after));
  expect(
    recorded.filter((id) => !depends.has(id)),
    what,
  ).toEqual([]);
  const direct = [...before.ledger.facts.values()].filter(({ inputs }) =>
    inputs.some((input) => 'cell' in input && same(input.cell, cell)),
  );
  expect(recorded, what).toEqual(expect.arrayContaining(direct.map(({ id }) => id)));

  // The same facts are printed otherwise in every language. The two ends of a range are printed as one.
  const printed = languages.map((lang) => differing(printings(before, lang), printings(after, lang)).sort());
  for (const list of printed) expect(list, what).toEqual(printed[0]);
  const moved = usesOf(after).filter(({ fact }) => changed.has(fact));
  const texts = new Set(moved.map(({ block, text }) => `${block}: ${text}`));
  const inRange = (id: string) =>
    usesOf(after).some((use) => use.fact === id && texts.has(`${use.block}: ${use.text}`));
  // Where a changed fact decides between two wordings, the facts of both come and go.
  const decides = (made: Made) =>
    new Set(made.sections.uses.filter(({ fact, text }) => text === '' && changed.has(fact)).map(({ block }) => block));
  const inBranch = (id: string) =>
    [before, after].some((made) => {
      const blocks = decides(made);
      return made.sections.uses.some((use) => use.fact === id && use.text !== '' && blocks.has(use.block));
    });
  expect(
    (printed[0] ?? []).filter((id) => !changed.has(id) && !inRange(id) && !inBranch(id)),
    what,
  ).toEqual([]);

  // Each print says what its fact is now.
  for (const { fact: id, text, lang } of moved) {
    const [fact, locale] = [after.ledger.facts.get(id), after.content.locales.get(lang)];
    if (!fact || !locale) continue;
    expect(says(text, fact, locale), `${what}: ${id} is ${fact.value}, printed “${text}”`).toBe(true);
  }

  // A text that changed prints or asserts one of them, a verdict rests on its checks, a card tells of one that depends.
  const rests = new Set(after.sections.uses.filter(({ fact }) => changed.has(fact)).map(({ block }) => block));
  const sameVerdicts = verdictsOf(before.ledger) === verdictsOf(after.ledger);
  const coming = [...after.ledger.facts.keys()].filter(inBranch);
  const anchors = new Set([...depends, ...coming].map(anchorOfFact));
  expect(cardsOf(after.sections, languages[0] ?? '').size).toBeGreaterThan(0);
  for (const lang of languages) {
    const known = textsOf(before.sections, lang);
    const others = [...after.sections.blocks.values()].filter(
      (block) => !isCard(block) && !known.has(block.text[lang]),
    );
    const loose = others.filter(({ id }) => !rests.has(id)).map(({ id }) => id);
    if (sameVerdicts) expect(loose, what).toEqual([]);
    const cards = differing(cardsOf(before.sections, lang), cardsOf(after.sections, lang));
    expect(
      cards.filter((anchor) => !anchors.has(anchor)),
      what,
    ).toEqual([]);
  }

  // A chart that changed names one of them.
  for (const { chart, document, svg } of after.drawings.all) {
    if (before.drawings.get(chart, document)?.svg === svg) continue;
    const spec = variant.files.get(after.content.charts.get(chart)?.placed.file ?? '') ?? '';
    const names = [...changed].map((id) => id.split('.')[0]);
    expect(
      names.some((name) => new RegExp(`\\b${name}\\b`).test(spec)),
      `${what}: ${chart}`,
    ).toBe(true);
  }
  return changed.size;
}

describe('one figure that moves', () => {
  it('moves what the ledger says depends on it, in every language, and nothing else', async () => {
    const nameOf = ({ edition, figure: { cell } }: (typeof figures)[number]) =>
      `${cell.series} ${cell.item} ${cell.period} ${edition.id}`;
    const spread = sample(figures, figures.length, nameOf);
    const bySeries = [...new Map(spread.map((each) => [each.figure.cell.series, each])).values()];
    let moved = 0;
    for (const { edition, figure } of sample(bySeries, SERIES, nameOf)) {
      const { series, item, period } = figure.cell;
      const factor = pick([1.07, 0.4, 3], 'factor', series) ?? 1;
      const after = await mutated(edition, figure, factor);
      moved += compare(
        edition.draft,
        after,
        figure.cell,
        `${edition.id}: ${series} ${item ?? ''} ${period} × ${factor}`,
      );
    }
    expect(moved).toBeGreaterThan(20);
  });
});
