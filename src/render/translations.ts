/** The pieces of a template that a person accepts: texts that are translations of each other, and what stands beside them. Part of `render`. */
import { type Part, type Piece, textHash } from '../model/accepted.ts';
import type { TextFile } from '../model/content.ts';
import type { Lang } from '../model/language.ts';
import type { Place } from '../problem.ts';

/** Before the first text of a template. */
const START = 'start';
/** What every language shares: the calls that follow a text up to the next, as the cells of a row follow its name. */
const BESIDE = '_beside';
/** Where a text leads, or what it is about: what its own tag says beside its name. */
const HEAD = '_head';

/**
 * Every block that holds a text in every language, in order, loops included: by its helper and its number among those of
 * the template, `heading1`. With each go the numbers and names that the template prints between this text and the next.
 */
export function templatePieces(source: TextFile, program: hbs.AST.Program, languages: readonly Lang[]): Piece[] {
  const lines = source.text.split('\n');
  const file = source.file.replace(/^templates\//, '');
  const counts = new Map<string, number>();
  const pieces: {
    key: string;
    texts: Map<Lang, Part>;
    head?: Part;
    beside: { place: Place; calls: string[] } | undefined;
  }[] = [];
  const beside = (node: hbs.AST.Node, call: string): void => {
    if (pieces.length === 0) pieces.push({ key: START, texts: new Map(), beside: undefined });
    const piece = pieces[pieces.length - 1];
    if (!piece) return;
    piece.beside ??= { place: placeOf(node), calls: [] };
    piece.beside.calls.push(call);
  };
  const visit = (nodes: readonly hbs.AST.Statement[]): void => {
    for (const node of nodes) {
      if (node.type === 'MustacheStatement' || node.type === 'PartialStatement') beside(node, slice(lines, node.loc));
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      const spoken = block.program.body
        .filter((each): each is hbs.AST.BlockStatement => each.type === 'BlockStatement')
        .filter((each) => languages.includes(each.path.original));
      if (spoken.length > 0) {
        const helper = block.path.original;
        const n = (counts.get(helper) ?? 0) + 1;
        counts.set(helper, n);
        const texts = spoken.map(
          (each) => [each.path.original, { hash: textHash(slice(lines, each.loc)), place: placeOf(each) }] as const,
        );
        // As it is written: compiling leaves marks in the tree.
        const said = headOf(lines, block).trimEnd();
        const head = / /.test(said) ? { hash: textHash(said), place: placeOf(block) } : undefined;
        pieces.push({ key: `${helper}${n}`, texts: new Map(texts), ...(head && { head }), beside: undefined });
      } else {
        beside(block, headOf(lines, block));
        visit(block.program.body);
        if (block.inverse) beside(block.inverse, 'else');
        visit(block.inverse?.body ?? []);
      }
    }
  };
  visit(program.body);
  return pieces.map((piece) => {
    const shared = piece.beside && { hash: textHash(piece.beside.calls.join('\n')), place: piece.beside.place };
    const parts: [string, Part | undefined][] = [
      [HEAD, piece.head],
      [BESIDE, shared],
    ];
    const known = parts.filter((part): part is [string, Part] => part[1] !== undefined);
    return { file, key: piece.key, texts: piece.texts, shared: new Map(known) };
  });
}

const placeOf = (node: hbs.AST.Node): Place => ({
  file: node.loc.source,
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

/** A block's opening without what it holds: `#each_year base prev`. */
const headOf = (lines: readonly string[], { path, loc }: hbs.AST.BlockStatement): string =>
  /^\{\{~?#[^}]*/.exec(slice(lines, loc))?.[0] ?? path.original;

/** The source between two positions. */
function slice(lines: readonly string[], { start, end }: hbs.AST.SourceLocation): string {
  if (start.line === end.line) return (lines[start.line - 1] ?? '').slice(start.column, end.column);
  const first = (lines[start.line - 1] ?? '').slice(start.column);
  const last = (lines[end.line - 1] ?? '').slice(0, end.column);
  return [first, ...lines.slice(start.line, end.line - 1), last].join('\n');
}
