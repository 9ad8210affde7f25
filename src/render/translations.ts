/** Remembers which texts were translations of which: a text that changed alone makes its twin stale. Part of `render`. */
import { createHash } from 'node:crypto';
import type { Content, TextFile } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import { type Place, type Problem, problem } from '../problem.ts';

/** One block of a template that holds a text in every language. */
export interface TranslatedBlock {
  /** `points/scale.hbs` */
  readonly template: string;
  /** `heading1`: the helper, and its number among those of the template. */
  readonly key: string;
  readonly texts: ReadonlyMap<Lang, { readonly hash: string; readonly place: Place }>;
}

/** What was accepted: template → block → language → hash of its text. */
export type Accepted = Content['accepted'];

/** Twelve hexadecimal digits: enough to tell texts apart, short enough to read in a diff. White space does not count. */
export const textHash = (text: string): string =>
  createHash('sha256').update(text.replace(/[ \t\r\n]+/g, ' ').trim()).digest('hex').slice(0, 12);

/** Every translated block of a template in order of the text, partials and loops included. */
export function translatedBlocks(
  source: TextFile,
  program: hbs.AST.Program,
  languages: readonly Lang[],
): TranslatedBlock[] {
  const lines = source.text.split('\n');
  const name = source.file.replace(/^templates\//, '');
  const counts = new Map<string, number>();
  const blocks: TranslatedBlock[] = [];
  const visit = (nodes: readonly hbs.AST.Statement[]): void => {
    for (const node of nodes) {
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      const spoken = block.program.body
        .filter((each): each is hbs.AST.BlockStatement => each.type === 'BlockStatement')
        .filter((each) => languages.includes(each.path.original));
      if (spoken.length > 0) {
        const helper = block.path.original;
        const n = (counts.get(helper) ?? 0) + 1;
        counts.set(helper, n);
        const texts = spoken.map((each) => [each.path.original, { hash: textHash(slice(lines, each.loc)), place: placeOf(each) }] as const);
        blocks.push({ template: name, key: `${helper}${n}`, texts: new Map(texts) });
      } else {
        visit(block.program.body);
        visit(block.inverse?.body ?? []);
      }
    }
  };
  visit(program.body);
  return blocks;
}

const placeOf = (node: hbs.AST.Node): Place => ({ file: node.loc.source, line: node.loc.start.line, column: node.loc.start.column + 1 });

/** The source between two positions. */
function slice(lines: readonly string[], { start, end }: hbs.AST.SourceLocation): string {
  if (start.line === end.line) return (lines[start.line - 1] ?? '').slice(start.column, end.column);
  const first = (lines[start.line - 1] ?? '').slice(start.column);
  const last = (lines[end.line - 1] ?? '').slice(0, end.column);
  return [first, ...lines.slice(start.line, end.line - 1), last].join('\n');
}

/**
 * Holds blocks against what was accepted: a text that stayed while its twin changed is stale, an error at the text that
 * must be looked at; a block that is new, or changed in every language, waits for acceptance, a warning.
 */
export function checkTranslations(blocks: readonly TranslatedBlock[], accepted: Accepted): Problem[] {
  // A project that never accepted anything is told so once, not once a block.
  if (Object.keys(accepted).length === 0) return blocks.length === 0 ? [] : [problem('translations-never-accepted', undefined, { count: blocks.length })];
  const problems: Problem[] = [];
  for (const { template, key, texts } of blocks) {
    const before = own(own(accepted, template), key);
    const [first] = texts.values();
    if (!before) {
      problems.push(problem('translation-new', first?.place, { block: key }));
      continue;
    }
    const changed = [...texts].filter(([lang, text]) => before[lang] !== text.hash).map(([lang]) => lang);
    if (changed.length === 0) continue;
    if (changed.length === texts.size) {
      problems.push(problem('translation-changed', first?.place, { block: key }));
      continue;
    }
    for (const [language, { place }] of texts) {
      if (!changed.includes(language)) problems.push(problem('translation-stale', place, { block: key, language, other: changed.join(', ') }));
    }
  }
  return problems;
}

/** A key that the object itself has: `constructor` is no block. */
const own = <T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;

/** The text of templates/accepted.yaml for these blocks: sorted, one block a line, so that a diff shows what was accepted. */
export function acceptedText(blocks: readonly TranslatedBlock[], before: Accepted): string {
  const lines = [
    '# yaml-language-server: $schema=../schemas/accepted.schema.json',
    '# Texts that a person accepted as translations of each other, by hash. Written by `brief accept`; do not edit.',
  ];
  const now = new Map<string, Map<string, Record<Lang, string>>>();
  for (const [template, kept] of Object.entries(before)) {
    // The own texts of an edition that is not being accepted now.
    if (/^editions\//.test(template) && !blocks.some((block) => block.template === template)) now.set(template, new Map(Object.entries(kept)));
  }
  for (const { template, key, texts } of blocks) {
    const own = now.get(template) ?? new Map<string, Record<Lang, string>>();
    own.set(key, Object.fromEntries([...texts].map(([lang, { hash }]) => [lang, hash])));
    now.set(template, own);
  }
  for (const [template, own] of [...now].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`${template}:`);
    for (const [key, hashes] of own) lines.push(`  ${key}: { ${Object.entries(hashes).map(([lang, hash]) => `${lang}: "${hash}"`).join(', ')} }`);
  }
  return `${lines.join('\n')}\n`;
}
