/**
 * Walks a parsed template before it runs and reports every unknown helper, name, partial, fact, phrase, missing
 * language and typed numeral with its place: Handlebars' own strict mode prints `undefined`, passes `{{#if nosuch}}`
 * and stops at the first error. Names of facts and years are turned into text on the way, so that templates can
 * write `{{fact exports_growth.end}}` without quotes. Part of `render`.
 */
import { closest } from '../model/nearest.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { checkMarkup } from './check-markup.ts';
import { branches } from './live.ts';
import { CHOICES, CLASSES, type ParamKind, SIGNATURES, type Signature, YEAR_NAME } from './signature.ts';

/** What names a template may use. */
export interface Names {
  readonly languages: readonly string[];
  readonly facts: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly charts: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
  /** What `has` may ask for: points that some edition may have, `article`, `previous`. */
  readonly parts: ReadonlySet<string>;
  /** Whether the edition has it. */
  readonly has: (part: string) => boolean;
}

/** A name in sight: a block parameter with its fields (undefined: any), or a partial's argument with the text it was given. */
interface InSight {
  readonly fields?: readonly string[] | undefined;
  readonly given?: { readonly text: string; readonly node: hbs.AST.Node };
}
type Scope = ReadonlyMap<string, InSight>;

interface Walk {
  readonly names: Names;
  readonly problems: Problem[];
  /** Partials being walked, so that one that includes itself ends. */
  readonly open: readonly string[];
  readonly scope: Scope;
  /** The language we are inside of, if any. */
  readonly lang: string | undefined;
  /** True inside a block whose text must exist in every language. */
  readonly pair: boolean;
  /** Whether the text so far ends inside an HTML tag: `<p id="{{id}}-1">` comes in two pieces. Shared by the whole template. */
  readonly tag: { open: boolean };
}

/** The option by which a helper learns where it stands in the templates. */
export const PLACE = '@place';

const place = (node: hbs.AST.Node): Place => ({
  file: node.loc.source,
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

/** Checks one template and every partial it reaches; rewrites names in place. The order of problems is that of the text. */
export function checkTemplate(program: hbs.AST.Program, names: Names): Problem[] {
  const problems: Problem[] = [];
  statements(program, {
    names,
    problems,
    open: [],
    scope: new Map(),
    lang: undefined,
    pair: false,
    tag: { open: false },
  });
  return distinct(problems);
}

/** A partial used twice is walked twice; each of its problems is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((p) => {
    const key = [p.code, p.file, p.line, p.column, p.message].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

function statements(program: hbs.AST.Program | undefined, walk: Walk): void {
  for (const node of program?.body ?? []) statement(node, walk);
}

function statement(node: hbs.AST.Statement, walk: Walk): void {
  switch (node.type) {
    case 'ContentStatement':
      return content(node as hbs.AST.ContentStatement, walk);
    case 'CommentStatement':
      return;
    case 'MustacheStatement': {
      const mustache = node as hbs.AST.MustacheStatement;
      if (mustache.escaped === false) report(walk, node, 'template-raw', {});
      else call(mustache, walk);
      return;
    }
    case 'BlockStatement':
      return block(node as hbs.AST.BlockStatement, walk);
    case 'PartialStatement':
      return partial(node as hbs.AST.PartialStatement, walk);
    default:
      return report(walk, node, 'template-not-allowed', { what: BEYOND[node.type] ?? node.type });
  }
}

/** What Handlebars has and this language has not. */
const BEYOND: Readonly<Record<string, string>> = {
  DecoratorBlock: 'a partial written in the template',
  Decorator: 'a decorator',
  PartialBlockStatement: 'a block around a partial',
};

/** Blocks of Handlebars that people know, and what does their work here. */
const INSTEAD: Readonly<Record<string, string>> = { if: 'when', unless: 'when', each: 'each_point', log: 'ensure' };

function report(walk: Walk, node: hbs.AST.Node, code: Problem['code'], args: Record<string, string | undefined>): void {
  walk.problems.push(problem(code, place(node), args));
}

/** Markup that is not allowed, and numbers, which belong to facts: a digit in a language's text, outside its HTML tags, is refused where it stands. */
function content(node: hbs.AST.ContentStatement, walk: Walk): void {
  // As written: `value` lacks the white space around blocks that have a line to themselves.
  const written = String(node.original ?? node.value);
  const { source: file, start } = node.loc;
  const at = (offset: number): Place => {
    const lines = written.slice(0, offset).split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return { file, line: start.line + lines.length - 1, column: lines.length > 1 ? column : start.column + column };
  };
  walk.problems.push(...checkMarkup(written, walk.tag.open, at));
  const text = outsideTags(written, walk.tag).replace(/&#?\w+;/g, blank);
  for (const match of text.matchAll(/\p{Nd}[\p{Nd}.,]*/gu)) {
    walk.problems.push(problem('template-typed-number', at(match.index), { number: match[0] }));
  }
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The text with everything inside HTML tags blanked out, positions kept. */
function outsideTags(text: string, tag: { open: boolean }): string {
  return text.replace(/[^<>]+|[<>]/g, (piece) => {
    if (piece === '<') tag.open = true;
    const inside = tag.open;
    if (piece === '>') tag.open = false;
    return inside ? blank(piece) : piece;
  });
}

function block(node: hbs.AST.BlockStatement, walk: Walk): void {
  const name = node.path.original;
  if (walk.names.languages.includes(name)) {
    if (walk.lang !== undefined) report(walk, node, 'template-language-nested', { name, outer: walk.lang });
    else if (!walk.pair) report(walk, node, 'template-language-alone', { name });
    return statements(node.program, { ...walk, lang: name });
  }
  const signature = call(node, walk);
  if (!signature) {
    statements(node.program, walk);
    return statements(node.inverse, walk);
  }
  if (!signature.block) return report(walk, node.path, 'template-not-a-block', { name });
  if (signature.pair) {
    const given = languagesIn(node.program, walk.names.languages);
    const missing = given.length > 0 ? walk.names.languages.filter((lang) => !given.includes(lang)) : [];
    for (const language of missing) report(walk, node, 'template-language-missing', { name, language });
  }
  const scope = new Map(walk.scope);
  for (const param of node.program.blockParams ?? []) scope.set(param, { fields: signature.fields });
  // What this edition does not run may speak of what it has not; its names become text all the same, since the template
  // is compiled once and another edition runs it.
  const run = branches(node, walk.names.has);
  const quiet = (): Walk => ({ ...walk, problems: [], tag: { ...walk.tag } });
  const inner = run.includes(node.program) ? walk : quiet();
  statements(node.program, { ...inner, scope, pair: walk.pair || signature.pair === true });
  if (node.inverse) statements(node.inverse, run.includes(node.inverse) ? walk : quiet());
}

/** The languages whose blocks stand directly in a block. */
function languagesIn(program: hbs.AST.Program, languages: readonly string[]): string[] {
  return program.body
    .filter((node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement')
    .map((node) => node.path.original)
    .filter((name) => languages.includes(name));
}

function partial(node: hbs.AST.PartialStatement, walk: Walk): void {
  if (!('original' in node.name))
    return report(walk, node.name, 'template-not-allowed', { what: 'a partial whose name is computed' });
  const name = String(node.name.original);
  const program = walk.names.partials.get(name);
  if (!program) {
    return report(walk, node.name, 'template-unknown', {
      what: 'partial',
      name,
      near: closest(name, walk.names.partials.keys()),
    });
  }
  if (walk.open.includes(name)) return report(walk, node, 'template-partial-loop', { name });
  const scope = new Map<string, InSight>();
  for (const pair of node.hash?.pairs ?? []) {
    param(pair.value, 'any', walk, (value) => {
      pair.value = value;
    });
    const { type } = pair.value;
    if (type === 'PathExpression')
      scope.set(pair.key, walk.scope.get((pair.value as hbs.AST.PathExpression).parts[0] ?? '') ?? {});
    else
      scope.set(pair.key, { given: { text: String((pair.value as hbs.AST.StringLiteral).value), node: pair.value } });
  }
  statements(program, { ...walk, scope, open: [...walk.open, name] });
}

/** Checks a helper call or a plain name; gives the helper's signature where there is one. */
function call(
  node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression,
  walk: Walk,
): Signature | undefined {
  const path = node.path as hbs.AST.PathExpression;
  const name = path.original;
  if (path.type !== 'PathExpression') {
    report(walk, path, 'template-not-allowed', { what: 'a literal alone' });
    return undefined;
  }
  const signature = Object.hasOwn(SIGNATURES, name) ? SIGNATURES[name] : undefined;
  if (signature) mark(node);
  if (!signature) {
    if (node.params.length === 0 && node.type === 'MustacheStatement' && inScope(path, walk)) return undefined;
    const known = [...Object.keys(SIGNATURES), ...walk.names.languages, ...walk.scope.keys()];
    const what = node.params.length > 0 || node.type === 'BlockStatement' ? 'helper' : 'name';
    report(walk, path, 'template-unknown', {
      what,
      name,
      near: (Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined) ?? closest(name, known),
    });
    return undefined;
  }
  if (signature.block && node.type === 'MustacheStatement') report(walk, path, 'template-needs-block', { name });
  if (signature.language && walk.lang === undefined) report(walk, path, 'template-outside-language', { name });
  const required = signature.required ?? signature.params.length;
  if (node.params.length < required || node.params.length > signature.params.length) {
    report(walk, path, 'template-arguments', {
      name,
      wanted: signature.params.join(', ') || 'none',
      found: String(node.params.length),
    });
  }
  node.params.forEach((value, i) => {
    param(value, signature.params[i] ?? 'any', walk, (replaced) => {
      node.params[i] = replaced;
    });
  });
  for (const pair of node.hash?.pairs ?? []) {
    if (pair.key === PLACE) continue;
    const kind = signature.hash?.[pair.key];
    if (kind === undefined) {
      report(walk, pair, 'template-unknown', {
        what: `option of “${name}”`,
        name: pair.key,
        near: closest(pair.key, Object.keys(signature.hash ?? {})),
      });
      continue;
    }
    param(pair.value, kind, walk, (replaced) => {
      pair.value = replaced;
    });
  }
  return signature;
}

/** Gives a helper its own place: Handlebars tells it line and column, but not the file of a partial. */
function mark(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression): void {
  node.hash ??= { type: 'Hash', pairs: [], loc: node.loc };
  if (node.hash.pairs.some((pair) => pair.key === PLACE)) return;
  const { file, line, column } = place(node);
  const value = literal(node.path, `${file}:${line}:${column}`);
  node.hash.pairs.push({ type: 'HashPair', key: PLACE, value, loc: node.loc });
}

function inScope(path: hbs.AST.PathExpression, walk: Walk): boolean {
  if (path.data) return ['index', 'first', 'last'].includes(path.parts[0] ?? '');
  const [head, field, further] = path.parts;
  if (head === undefined || !walk.scope.has(head) || further !== undefined) return false;
  const fields = walk.scope.get(head)?.fields;
  if (field !== undefined && fields !== undefined && !fields.includes(field)) {
    report(walk, path, 'template-unknown', { what: `field of “${head}”`, name: field, near: closest(field, fields) });
  }
  return true;
}

/** Checks one argument; a bare name of a fact, year, phrase … becomes a text literal. */
function param(
  node: hbs.AST.Expression,
  kind: ParamKind,
  walk: Walk,
  replace: (node: hbs.AST.Expression) => void,
): void {
  if (node.type === 'SubExpression') {
    call(node as hbs.AST.SubExpression, walk);
    return;
  }
  let text: string | undefined;
  if (node.type === 'PathExpression') {
    const path = node as hbs.AST.PathExpression;
    if (walk.scope.has(path.parts[0] ?? '') || path.data) {
      inScope(path, walk);
      // What a partial was given is checked where it was given.
      const given = path.parts.length === 1 ? walk.scope.get(path.parts[0] ?? '')?.given : undefined;
      if (given) known(given.node, kind, given.text, walk);
      return;
    }
    text = path.parts.join('.');
    if (kind === 'any' || kind === 'text' || kind === 'classes') {
      report(walk, node, 'template-unknown', {
        what: 'name',
        name: path.original,
        near: closest(path.original, walk.scope.keys()),
      });
      return;
    }
    replace(literal(node, text));
  } else if (node.type === 'StringLiteral' || node.type === 'NumberLiteral') {
    text = String((node as hbs.AST.StringLiteral).value);
    if (node.type === 'NumberLiteral' && kind !== 'text') replace(literal(node, text));
  }
  if (text !== undefined) known(node, kind, text, walk);
}

const literal = (node: hbs.AST.Expression, value: string): hbs.AST.StringLiteral => ({
  type: 'StringLiteral',
  value,
  original: value,
  loc: node.loc,
});

const isChoice = (kind: ParamKind): kind is keyof typeof CHOICES => Object.hasOwn(CHOICES, kind);

function known(node: hbs.AST.Expression, kind: ParamKind, text: string, walk: Walk): void {
  const { names } = walk;
  const sets: Partial<Record<ParamKind, ReadonlySet<string>>> = {
    fact: names.facts,
    phrase: names.phrases,
    term: names.terms,
    chart: names.charts,
    section: names.sections,
    part: names.parts,
  };
  if (kind === 'year') {
    if (!YEAR_NAME.test(text))
      report(walk, node, 'template-unknown', {
        what: 'year',
        name: text,
        near: closest(text, ['base', 'start', 'prev', 'end', 'last_start', 'last_end']),
      });
    return;
  }
  if (kind === 'classes' && !CLASSES.test(text))
    return report(walk, node, 'template-unknown', { what: 'class', name: text });
  const set = isChoice(kind) ? new Set<string>(CHOICES[kind]) : sets[kind];
  if (!set) return;
  // A family is known by its name, its members by name and year.
  const name = kind === 'fact' ? (text.split('.')[0] ?? text) : text;
  if (!set.has(name)) {
    const near = closest(name, set);
    if (isChoice(kind) && near === undefined)
      report(walk, node, 'template-choice', { what: kind, name, names: CHOICES[kind].join(', ') });
    else report(walk, node, 'template-unknown', { what: kind, name, near });
  }
  const year = kind === 'fact' ? text.split('.')[1] : undefined;
  if (year !== undefined) known(node, 'year', year, walk);
}
