/**
 * What a person accepted with `brief accept`, held against the project as it is: texts that are translations of each other,
 * what stands beside them, and the numbers of an edition. Nothing that a program could judge by itself is accepted here.
 */
import type { Piece } from '../model/accepted.ts';
import type { Content, Sources } from '../model/content.ts';
import type { Sections } from '../model/document.ts';
import type { Format } from '../model/format.ts';
import type { Lang } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Problem, problem } from '../problem.ts';
import { checkFacts } from './check-facts.ts';
import { checkPieces, piecesText } from './check-pieces.ts';
import { piecesOf } from './pieces.ts';
import { factsText } from './record-facts.ts';

/** The nouns of the line that are there by now. */
export interface Made {
  readonly sources: Sources;
  readonly content: Content;
  /** The pieces of the templates, which `render` finds. */
  readonly templates: readonly Piece[];
  readonly ledger: Ledger;
  readonly formats: ReadonlyMap<Lang, Format>;
  /** The names that stand in templates, charts, phrases and claims. */
  readonly named: ReadonlySet<string>;
  /** Undefined where the line stopped before: then no sentence is named, and nobody is told that there is nothing to check. */
  readonly sections: Sections | undefined;
}

/** Everything that is not as it was accepted. Errors, since nobody has read it; a project that never accepted is told so once, by a note. */
export function checkAccepted({ sources, content, templates, ledger, formats, named, sections }: Made): Problem[] {
  const { accepted, acceptedFacts, charts, edition, project } = content;
  const pieces = [...templates, ...piecesOf(sources, edition.id, charts.values(), project.languages)];
  const problems = checkPieces(pieces, accepted);
  if (acceptedFacts) {
    const sentence = (fact: string) => sections && sentenceOf(fact, sections);
    problems.push(...checkFacts({ content, ledger, named, formats, sentence }, acceptedFacts));
  } else if (Object.keys(accepted).length > 0)
    problems.push(problem('facts-never-accepted', undefined, { edition: edition.id }));
  return sections ? problems : problems.filter(({ severity }) => severity !== 'note');
}

/** The files that say that everything is accepted as it stands: their texts by path. */
export function acceptedFiles({
  sources,
  content,
  templates,
  ledger,
  formats,
  named,
}: Omit<Made, 'sections'>): Map<string, string> {
  const { accepted, charts, edition, project } = content;
  const pieces = [...templates, ...piecesOf(sources, edition.id, charts.values(), project.languages)];
  return new Map([
    ['templates/accepted.yaml', piecesText(pieces, accepted, elsewhere(sources, content))],
    [`data/accepted/${edition.id}.yaml`, factsText(content, ledger, named, formats)],
  ]);
}

/** The files below templates/ that this edition does not read, because it has its own in their place; another may. */
function elsewhere({ templates, yaml }: Sources, { templates: read, charts }: Content): ReadonlySet<string> {
  const own = new Set([
    ...[...read.values()].map(({ file }) => file),
    ...[...charts.values()].map(({ placed }) => placed.file),
  ]);
  return new Set(
    [...templates.keys(), ...yaml.keys()]
      .filter((path) => path.startsWith('templates/') && !own.has(path))
      .map((path) => path.slice('templates/'.length)),
  );
}

/** The first text that prints a fact, in every language that has words around it. */
function sentenceOf(fact: string, { uses, blocks }: Sections): Readonly<Record<Lang, string>> | undefined {
  for (const use of uses) {
    const block = use.fact === fact && use.text !== '' ? blocks.get(use.block) : undefined;
    if (block?.kind === 'pair')
      return Object.fromEntries(Object.entries(block.text).map(([lang, html]) => [lang, plain(html)]));
  }
  return undefined;
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim();
