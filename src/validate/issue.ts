/** Turns what zod found into problems: at the place of the value, with our own sentences and the nearest right name. */
import type * as z from 'zod';
import { ADVICE, EXPECTED } from '../messages.ts';
import type { Placed } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { languageName } from './language-name.ts';
import { numberAdvice } from './number-advice.ts';
import { isMap, type Path, valueAt } from './raw.ts';
import type { Expectation } from './schemas/parts.ts';

type Issue = z.core.$ZodIssue;
type Wanted = { readonly what: Expectation | undefined; readonly names: readonly string[] };

/** Reads what `expect` (schemas/parts.ts) gave to zod. */
function wantedBy({ message }: { message: string }): Wanted {
  const found = /^@(\w+)(?::(.*))?$/s.exec(message);
  const what = found?.[1];
  if (what === undefined || !Object.hasOwn(EXPECTED, what)) return { what: undefined, names: [] };
  return { what: what as Expectation, names: found?.[2]?.split(',') ?? [] };
}

const fill = (sentence: string, gaps: Readonly<Record<string, string>>) =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);

/** At most so many characters of a value are shown. */
const SHOWN = 40;

function described(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value).trim();
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return typeof value === 'string' ? `“${cut}”` : cut;
}

const NUMBERS: ReadonlySet<Expectation> = new Set(['number', 'whole', 'decimals', 'size', 'year']);
const TEXTS: ReadonlySet<Expectation> = new Set([
  'text',
  'translation',
  'identifier',
  'formula',
  'pattern',
  'phrase',
  'language',
]);
const LISTS: ReadonlySet<Expectation> = new Set(['list', 'documents', 'months']);

/** Advice that depends on what was found, if there is any. */
function adviceFor(what: Expectation, value: unknown): string | undefined {
  if (NUMBERS.has(what)) {
    if (value === null) return ADVICE.number_empty;
    return typeof value === 'string' ? numberAdvice(value, ADVICE.number_missing_line) : undefined;
  }
  if (TEXTS.has(what)) {
    if (value === null || value === '') return ADVICE.text_empty;
    return typeof value === 'string' || typeof value === 'object'
      ? undefined
      : fill(ADVICE.text_quotes, { found: String(value) });
  }
  if (typeof value !== 'string') return undefined;
  if (LISTS.has(what)) return /^-\S/.test(value) ? ADVICE.list_dash : undefined;
  return /^[\w-]+:\S/.test(value) && !/^\w+:\/\//.test(value) ? ADVICE.map_colon : undefined;
}

function wrongValue(issue: Issue, value: unknown, placed: Placed, path: Path): Problem {
  const { what = 'map' } = wantedBy(issue);
  const { expected, advice } = EXPECTED[what];
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const near = typeof value === 'string' ? closest(value, options) : undefined;
  const chosen =
    near === undefined
      ? (adviceFor(what, value) ??
        advice ??
        (options.length > 0 ? fill(ADVICE.one_of, { names: options.join(', ') }) : undefined))
      : fill(ADVICE.near, { near });
  return problem('shape-wrong-value', placed.at(path), { expected, found: described(value), advice: chosen });
}

function missing(issue: Issue, placed: Placed, path: Path): Problem {
  const key = String(path.at(-1));
  if (wantedBy(issue).what !== 'translation') return problem('shape-missing-key', placed.at(path), { key });
  return problem('translation-missing', placed.at(path), { language: languageName(key), key });
}

type UnknownKeys = Issue & { code: 'unrecognized_keys' };

/** The key that a misspelt one was most probably meant to be; none that is there already. */
function meant(key: string, issue: UnknownKeys, present: unknown): string | undefined {
  const { names } = wantedBy(issue);
  return closest(
    key,
    names.filter((name) => !isMap(present) || !Object.hasOwn(present, name)),
  );
}

function unknownKeys(issue: UnknownKeys, placed: Placed, path: Path): Problem[] {
  const { what } = wantedBy(issue);
  const present = valueAt(placed.value, path);
  return issue.keys.map((key) => {
    const place = placed.keyAt([...path, key]);
    // `{en: Coffee, tea}`: the comma ends the text, and what follows becomes a key.
    if (key.includes(' ') && valueAt(present, [key]) === null) return problem('text-comma', place, { key });
    const near = meant(key, issue, present);
    return what === 'translations'
      ? problem('unknown-name', place, { what: 'language', name: key, near })
      : problem('shape-unknown-key', place, { key, near });
  });
}

function invalidKey(issue: Issue & { code: 'invalid_key' }, placed: Placed, path: Path): Problem {
  const { what = 'identifier' } = wantedBy(issue.issues[0] ?? issue);
  const { expected, advice } = EXPECTED[what];
  return problem('shape-wrong-value', placed.keyAt(path), { expected, found: described(String(path.at(-1))), advice });
}

const kindOf = (value: unknown) => (isMap(value) ? 'map' : typeof value === 'number' ? 'number' : 'text');

/** How far a value is from one branch of a union; undefined where it is of another kind altogether. */
function distanceFrom(issues: readonly Issue[], value: unknown): number | undefined {
  if (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)) return undefined;
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  // A map none of whose keys belongs to the branch was not meant to be one.
  if (isMap(value) && unknown.length === Object.keys(value).length) return undefined;
  const weights = issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return 2 * issue.keys.length;
    if (issue.code === 'invalid_key')
      return wantedBy(issue).names[0] === kindOf(valueAt(value, issue.path as Path)) ? 1 : 3;
    return valueAt(value, issue.path as Path) === undefined ? 2 : 1 / (issue.path.length + 1);
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The problems of the branch that was most probably meant; of the union itself where none was. */
function unionProblems(issue: Issue & { code: 'invalid_union' }, placed: Placed, path: Path): Problem[] {
  const value = valueAt(placed.value, path);
  const near = issue.errors
    .map((issues) => ({ issues, distance: distanceFrom(issues, value) }))
    .filter((branch): branch is { issues: Issue[]; distance: number } => branch.distance !== undefined)
    .sort((a, b) => a.distance - b.distance)[0];
  return near ? allProblemsOf(near.issues, placed, path) : [wrongValue(issue, value, placed, path)];
}

/**
 * The problems behind one finding of zod.
 * @param placed the file that was looked at
 * @param base the path that the issue's own path is below
 */
export function problemsOf(issue: Issue, placed: Placed, base: Path = []): Problem[] {
  const path = [...base, ...issue.path] as Path;
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, placed, path);
  if (issue.code === 'invalid_key') return [invalidKey(issue, placed, path)];
  const value = valueAt(placed.value, path);
  if (value === undefined && path.length > 0) return [missing(issue, placed, path)];
  if (issue.code === 'invalid_union') return unionProblems(issue, placed, path);
  return [wrongValue(issue, value, placed, path)];
}

/**
 * The problems behind all findings in one value. A key that is missing because it was misspelt is told once, as the
 * misspelling.
 */
export function allProblemsOf(issues: readonly Issue[], placed: Placed, base: Path = []): Problem[] {
  const pathOf = ({ path }: Issue) => [...base, ...path] as Path;
  const misspelt = new Set(
    issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return [];
      const present = valueAt(placed.value, pathOf(issue));
      return issue.keys.map((key) => JSON.stringify([...pathOf(issue), meant(key, issue, present)]));
    }),
  );
  const told = (issue: Issue) =>
    misspelt.has(JSON.stringify(pathOf(issue))) && valueAt(placed.value, pathOf(issue)) === undefined;
  return issues.flatMap((issue) => (told(issue) ? [] : problemsOf(issue, placed, base)));
}

/** The problem of a value that should be a map; none where it is one, or is not there. */
export function wrongMap(placed: Placed, path: Path): Problem[] {
  const value = valueAt(placed.value, path);
  if (isMap(value) || (value === undefined && path.length > 0)) return [];
  const { expected } = EXPECTED.map;
  return [
    problem('shape-wrong-value', placed.at(path), {
      expected,
      found: described(value),
      advice: adviceFor('map', value),
    }),
  ];
}
