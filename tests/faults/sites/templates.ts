/** Places in templates: the texts in every language with the helpers in them, and the helpers between those texts. */
import Handlebars from 'handlebars';
import { type Lines, offsetOf } from '../fault.ts';

/** An argument or option of a helper. */
export interface Argument {
  /** The option's name; undefined for an argument. */
  readonly option: string | undefined;
  /** As written: `exports_growth.end`, `"tăng"`, `2`. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** A call of a helper or partial: `{{fact exports}}`, `{{#when x}}`, `{{> figure chart="scale"}}`. */
export interface Call {
  readonly file: string;
  readonly helper: string;
  readonly kind: 'mustache' | 'block' | 'partial';
  readonly arguments: readonly Argument[];
  /** The braces and all between; of a block its opening. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** The place of the name of the helper. */
  readonly name: { readonly start: number; readonly end: number };
  /** The language it stands in; undefined between languages. */
  readonly lang: string | undefined;
  /** The block it belongs to: a text in every language, or what follows one. */
  readonly block: Lines;
}

/** A text in one language, between its tags. */
export interface Spoken {
  readonly lang: string;
  readonly start: number;
  readonly end: number;
  /** With its tags. */
  readonly outer: { readonly start: number; readonly end: number };
  readonly calls: readonly Call[];
  /** The words between the helpers. */
  readonly words: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** A block that holds a text in every language. */
export interface Text {
  readonly file: string;
  readonly helper: string;
  readonly start: number;
  readonly end: number;
  readonly lines: Lines;
  readonly spoken: readonly Spoken[];
}

export interface Template {
  readonly file: string;
  readonly text: string;
  readonly texts: readonly Text[];
  /** The calls outside languages. */
  readonly between: readonly Call[];
}

type AnyCall = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.PartialStatement;

/** Reads a template of the project. */
export function templateSites(
  files: ReadonlyMap<string, string>,
  file: string,
  languages: readonly string[],
): Template {
  const text = files.get(file) ?? '';
  const program = Handlebars.parse(text);
  const at = ({ line, column }: hbs.AST.Position) => offsetOf(text, line, column + 1);
  const argument = (option: string | undefined, { loc }: hbs.AST.Node): Argument => {
    const [start, end] = [at(loc.start), at(loc.end)];
    return { option, written: text.slice(start, end), start, end };
  };
  const callOf = (node: AnyCall, lang: string | undefined, block: Lines): Call => {
    const [start, whole] = [at(node.loc.start), at(node.loc.end)];
    const end =
      node.type === 'BlockStatement'
        ? start + (/^\{\{[^}]*\}\}/.exec(text.slice(start, whole))?.[0].length ?? 0)
        : whole;
    const path = (
      node.type === 'PartialStatement'
        ? (node as hbs.AST.PartialStatement).name
        : (node as hbs.AST.MustacheStatement).path
    ) as hbs.AST.PathExpression;
    return {
      file,
      helper: String(path.original),
      kind: node.type === 'BlockStatement' ? 'block' : node.type === 'PartialStatement' ? 'partial' : 'mustache',
      arguments: [
        ...node.params.map((param) => argument(undefined, param)),
        ...(node.hash?.pairs ?? []).map((pair) => argument(pair.key, pair.value)),
      ],
      start,
      end,
      line: node.loc.start.line,
      name: { start: at(path.loc.start), end: at(path.loc.end) },
      lang,
      block,
    };
  };

  const texts: Text[] = [];
  const found: { node: AnyCall; text: number }[] = [];
  const speak = (node: hbs.AST.BlockStatement, block: Lines): Spoken => {
    const lang = node.path.original;
    const calls: Call[] = [];
    const words: { start: number; end: number; text: string }[] = [];
    const walk = (nodes: readonly hbs.AST.Statement[]): void => {
      for (const each of nodes) {
        if (each.type === 'ContentStatement') {
          const written = String((each as hbs.AST.ContentStatement).original);
          const start = at(each.loc.start);
          words.push({ start, end: start + written.length, text: written });
        } else if (each.type === 'MustacheStatement' || each.type === 'PartialStatement')
          calls.push(callOf(each as AnyCall, lang, block));
        else if (each.type === 'BlockStatement') {
          calls.push(callOf(each as AnyCall, lang, block));
          walk((each as hbs.AST.BlockStatement).program.body);
          walk((each as hbs.AST.BlockStatement).inverse?.body ?? []);
        }
      }
    };
    walk(node.program.body);
    const outer = { start: at(node.loc.start), end: at(node.loc.end) };
    const whole = text.slice(outer.start, outer.end);
    return {
      lang,
      outer,
      start: outer.start + (/^\{\{[^}]*\}\}/.exec(whole)?.[0].length ?? 0),
      end: outer.end - (/\{\{[^}]*\}\}$/.exec(whole)?.[0].length ?? 0),
      calls,
      words,
    };
  };
  const visit = (nodes: readonly hbs.AST.Statement[]): void => {
    for (const node of nodes) {
      if (node.type === 'MustacheStatement' || node.type === 'PartialStatement')
        found.push({ node: node as AnyCall, text: texts.length });
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      const spoken = block.program.body.filter(
        (each): each is hbs.AST.BlockStatement =>
          each.type === 'BlockStatement' && languages.includes((each as hbs.AST.BlockStatement).path.original),
      );
      if (spoken.length > 0) {
        const lines = { file, first: block.loc.start.line, last: block.loc.end.line };
        texts.push({
          file,
          helper: block.path.original,
          start: at(block.loc.start),
          end: at(block.loc.end),
          lines,
          spoken: spoken.map((each) => speak(each, lines)),
        });
      } else {
        found.push({ node: block, text: texts.length });
        visit(block.program.body);
        visit(block.inverse?.body ?? []);
      }
    }
  };
  visit(program.body);
  const last = text.split('\n').length;
  // What stands between belongs to the text before it: the cells of a row to its name.
  const between = found.map(({ node, text: n }) => {
    const [before, after] = [texts[n - 1], texts[n]];
    return callOf(node, undefined, {
      file,
      first: before?.lines.first ?? 1,
      last: after ? Math.max(after.lines.first, node.loc.start.line) : last,
    });
  });
  return { file, text, texts, between };
}

/** Every template that the edition of a path-to-text map can read: its own first. */
export const templatesOf = (files: ReadonlyMap<string, string>, languages: readonly string[]): Template[] =>
  [...files.keys()]
    .filter((path) => path.endsWith('.hbs'))
    .sort()
    .map((path) => templateSites(files, path, languages));
