/** Templates parsed and compiled: each text once in a process, since compiling costs more than running. Part of `render`. */
import Handlebars from 'handlebars';
import type { TextFile } from '../model/content.ts';

export interface Template {
  /** The tree. `checkTemplate` turns bare names in it into text; doing so twice changes nothing. */
  readonly program: hbs.AST.Program;
  /** Runs it; helpers and partials are given with each call, so that no run sees another's. */
  readonly run: Handlebars.TemplateDelegate;
}

/** An environment without helpers of its own: `each`, `lookup`, `log` and the like do not exist in our templates. */
const ENVIRONMENT = Handlebars.create();
for (const name of Object.keys(ENVIRONMENT.helpers)) ENVIRONMENT.unregisterHelper(name);

const OPTIONS = { strict: true, knownHelpersOnly: false, noEscape: false };
/** More texts than any project has; a long preview forgets the oldest. */
const KEPT = 1000;
const known = new Map<string, Template>();

/**
 * The template of a file. The same file and text give the same template.
 * @throws Handlebars' syntax error
 */
export function templateOf({ file, text }: TextFile): Template {
  const key = `${file}\n${text}`;
  const found = known.get(key);
  if (found) return found;
  const program = Handlebars.parse(text, { srcName: file });
  // Compiled when it first runs: by then its names are checked.
  const made: Template = { program, run: ENVIRONMENT.compile(program, OPTIONS) };
  if (known.size >= KEPT) known.delete(known.keys().next().value ?? '');
  known.set(key, made);
  return made;
}
