/** Which parts of the templates an edition runs: what stands in `{{#has …}}` is left out where the edition has it not. Part of `render`. */
import type { Content, EditionSpec } from '../model/content.ts';
import { templateOf } from './templates.ts';

/** What an edition may have or lack besides its points: an article whose claims it checks, an edition before it. */
export const PARTS = [
  ...['article', 'previous', 'letter'],
  ...['letter_authority', 'letter_number', 'letter_symbol', 'letter_position', 'letter_name'],
] as const;

/** Whether an edition has a part, or a point, by its name. */
export function hasPart({ claims, previous, points, letter }: EditionSpec, name: string): boolean {
  if (name === 'letter') return letter !== undefined;
  const [, field] = /^letter_(authority|number|symbol|position|name)$/.exec(name) ?? [];
  if (field !== undefined) return letter?.[field as 'name'] !== undefined;
  if (name === 'article') return claims.length > 0;
  if (name === 'previous') return previous !== undefined;
  return points.some(({ id }) => id === name);
}

/** The name that a block `{{#has "plan"}}` asks for; undefined for any other node. */
export function partAsked(node: hbs.AST.Statement): string | undefined {
  if (node.type !== 'BlockStatement') return undefined;
  const { path, params } = node as hbs.AST.BlockStatement;
  const asked = params[0];
  if (path.original !== 'has' || asked === undefined) return undefined;
  return 'value' in asked ? String(asked.value) : 'original' in asked ? String(asked.original) : undefined;
}

/** What stands in a block, in the order of the text: of `has` the branch that the edition runs, of others both. */
export function branches(node: hbs.AST.BlockStatement, has: (part: string) => boolean): hbs.AST.Program[] {
  const asked = partAsked(node);
  const both = [node.program, node.inverse].filter((each) => each !== undefined && each !== null);
  return asked === undefined ? both : both.filter((each) => (each === node.program) === has(asked));
}

/**
 * Every word of the templates that an edition runs, partials among them, which may name a fact, a chart or a phrase.
 * A template that does not parse gives its whole text: what is wrong with it is told elsewhere.
 * @param pages the names of the templates that are run, `points/scale`, `cover`
 */
export function liveWords({ templates, edition }: Content, pages: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...pages];
  const say = (text: unknown): void => {
    for (const word of String(text).match(/[A-Za-z_][\w.]*/g) ?? []) words.add(word);
  };
  const expression = (node: hbs.AST.Expression): void => {
    if ('value' in node) say(node.value);
    else if ('original' in node) say(node.original);
    if (node.type === 'SubExpression') call(node as hbs.AST.SubExpression);
  };
  const call = ({ path, params, hash }: Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash'>): void => {
    for (const each of [path, ...params, ...(hash?.pairs ?? []).map(({ value }) => value)]) expression(each);
  };
  const walk = (program: hbs.AST.Program): void => {
    for (const node of program.body) {
      if (node.type === 'MustacheStatement') call(node as hbs.AST.MustacheStatement);
      if (node.type === 'PartialStatement') {
        const partial = node as hbs.AST.PartialStatement;
        for (const { value } of partial.hash?.pairs ?? []) expression(value);
        if ('original' in partial.name) waiting.push(`partials/${partial.name.original}`);
      }
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      call(block);
      for (const each of branches(block, (part) => hasPart(edition, part))) walk(each);
    }
  };
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const source = templates.get(`${name}.hbs`);
    if (seen.has(name) || !source) continue;
    seen.add(name);
    try {
      walk(templateOf(source).program);
    } catch {
      say(source.text);
    }
  }
  return words;
}
