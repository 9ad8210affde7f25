/** Reads one YAML file: every mistake in it as a problem with its place, and what could be read with places. */
import { isCollection, isPair, isScalar, parseDocument, type YAMLError } from 'yaml';
import { NOT_ALLOWED } from '../messages.ts';
import type { Placed } from '../model/content.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { places } from './lines.ts';
import { placed } from './placed.ts';
import { quickYaml } from './quick-yaml.ts';
import { syntaxAdvice } from './syntax-advice.ts';
import { type Node, toValue } from './to-value.ts';

/** Keys are texts as written; doubled keys are found by `toValue`, which knows the line of the first. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  strict: true,
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** An error of the parser, where a reader would look for it. */
interface Found {
  readonly error: YAMLError;
  readonly offset: number;
  readonly place: Place;
}

/** After so many mistakes in one file the rest is most likely their consequence. */
const MOST = 10;

/** The start of the quoted text that is still open at the end of the file; errors name the end, the reader wants the start. */
function openQuote(node: Node, end: number): number | undefined {
  if (isScalar(node)) return /^QUOTE/.test(node.type ?? '') && node.range[1] >= end ? node.range[0] : undefined;
  if (!isCollection(node)) return undefined;
  const items = (node.items as unknown[]).flatMap((item) => (isPair(item) ? [item.key, item.value] : [item]));
  for (const item of items.reverse()) {
    const found = openQuote(item as Node, end);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A line's first mistake; whatever follows a nesting too deep to read is one. */
function distinct(found: readonly Found[]): Found[] {
  const deep = found.find(({ error }) => error.code === 'RESOURCE_EXHAUSTION');
  if (deep) return [deep];
  const seen = new Set<number>();
  return found.filter(({ place: { line } }) => !seen.has(line) && seen.add(line)).slice(0, MOST);
}

/**
 * A directive line (`%YAML 1.1`) would change how the file is read: `yes` becomes true, keys merge.
 * Found in the text, since the parser obeys it without a word.
 */
function directive(text: string): number | undefined {
  const found = /^(?:(?:#.*|[ \t]*)\n)*(?=%)/.exec(text);
  return found ? found[0].length : undefined;
}

/**
 * One YAML file as a value with places, read by the YAML library.
 * @param file project-relative path
 * @param text its contents, normalised
 */
export function readFully(file: string, text: string): { placed: Placed; problems: Problem[] } {
  const placeOf: (offset: number) => Place = places(file, text);
  const changed = directive(text);
  if (changed !== undefined) {
    const refused = problem('yaml-not-allowed', placeOf(changed), NOT_ALLOWED.directive);
    return { placed: placed(file, text, toValue(null, text, placeOf), placeOf), problems: [refused] };
  }
  const document = parseDocument(text, OPTIONS);
  const root = document.contents;
  const found = [...document.errors, ...document.warnings].map((error): Found => {
    const end = error.pos[0];
    const offset = (/closing ["']/.test(error.message) ? openQuote(root, end) : undefined) ?? end;
    return { error, offset, place: placeOf(offset) };
  });
  const problems = distinct(found).map(({ error, offset, place }) =>
    problem('yaml-syntax', place, syntaxAdvice(error, text, offset)),
  );
  const read = toValue(root, text, placeOf);
  return { placed: placed(file, text, read, placeOf), problems: [...problems, ...read.problems] };
}

/** The same, by the quick reader where the file is plain; then nothing is wrong with it. */
export function readYaml(file: string, text: string): { placed: Placed; problems: Problem[] } {
  const quick = quickYaml(text);
  return quick ? { placed: placed(file, text, quick, places(file, text)), problems: [] } : readFully(file, text);
}
