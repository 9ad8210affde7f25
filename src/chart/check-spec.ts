/** Checks a chart file before anything is drawn: its shape, its names, and that no number enters but through facts. Part of `chart`. */
import { ADVICE } from '../messages.ts';
import type { ChartSpec } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { BRIEF_SCHEMA } from './brief-schema.ts';
import { fieldProblems } from './check-fields.ts';
import { mergePatch } from './merge-patch.ts';
import { valueAt, walk } from './path.ts';
import { FIELDS } from './row.ts';
import { type Fault, faults, type Path, type Schema } from './schema.ts';
import { type Tokens, tokenName } from './tokens.ts';

/** Transforms that only choose or rearrange rows; every other makes numbers that no fact proves. */
const HARMLESS = new Set(['filter', 'fold', 'flatten', 'lookup', 'from', 'as', 'default', 'groupby']);
/** Keys of an encoding that compute. */
const COMPUTING = ['aggregate', 'bin', 'timeUnit', 'impute'] as const;
/** Where Vega-Lite takes data from when it does not take a named dataset. */
const FOREIGN = ['url', 'values', 'sequence', 'graticule', 'sphere'] as const;
/** Keys whose text is an expression on data, where a number would be one of the data's. */
const TESTS = new Set(['filter', 'test', 'calculate', 'labelExpr']);

/**
 * Every problem of the file itself. Where there are any, the chart is not drawn.
 * @param schema Vega-Lite's own JSON Schema
 */
export function checkSpec(chart: ChartSpec, schema: Schema, tokens: Tokens): Problem[] {
  const { value } = chart.placed;
  const page = [
    ...faults(schema, value).map((fault) => ({ fault, at: fault.path })),
    ...briefFaults(value).map((fault) => ({ fault, at: ['usermeta', 'brief', ...fault.path] })),
  ];
  const shape = page.length > 0 ? page : narrowFaults(value, schema);
  return [
    ...shapeProblems(shape, chart),
    ...nameProblems(chart, tokens),
    ...fieldProblems(chart),
    ...numberProblems(chart),
  ];
}

function briefFaults(value: unknown): Fault[] {
  const brief = valueAt(value, ['usermeta', 'brief']);
  return brief === undefined ? [{ kind: 'missing', path: [], key: 'usermeta.brief' }] : faults(BRIEF_SCHEMA, brief);
}

/** What the phone's patch breaks; the place is the patch's where the fault stands in it. */
function narrowFaults(value: unknown, schema: Schema): { fault: Fault; at: Path }[] {
  const patch = ['usermeta', 'brief', 'narrow', 'spec'];
  const spec = valueAt(value, patch);
  const found = spec === undefined ? [] : faults(schema, mergePatch(value, spec));
  return found.map((fault) => ({ fault, at: [...patch, ...fault.path] }));
}

/** A name that is missing because it was misspelt is told once, as the misspelling. */
function shapeProblems(found: readonly { fault: Fault; at: Path }[], { placed }: ChartSpec): Problem[] {
  const near = (fault: Fault) => (fault.kind === 'unknown' ? closest(fault.key, fault.known) : undefined);
  const misspelt = new Set(found.map(({ fault, at }) => JSON.stringify([at.slice(0, -1), near(fault)])));
  return found.flatMap(({ fault, at }): Problem[] => {
    if (fault.kind === 'unknown') {
      return [problem('shape-unknown-key', placed.keyAt(at), { key: fault.key, near: near(fault) })];
    }
    if (fault.kind === 'missing') {
      if (misspelt.has(JSON.stringify([at, fault.key]))) return [];
      return [problem('shape-missing-key', placed.at(at), { key: fault.key })];
    }
    return [problem('shape-wrong-value', placed.at(at), wrongValue(fault))];
  });
}

/** Names are listed as advice, so that the message stays short; types are its message. */
function wrongValue({ expected, found }: Extract<Fault, { kind: 'value' }>) {
  const names = expected.filter((each) => each.startsWith('"')).map((each) => String(JSON.parse(each)));
  const types = expected.filter((each) => !each.startsWith('"'));
  const near = typeof found === 'string' ? closest(found, names) : undefined;
  const advice =
    near === undefined ? ADVICE.one_of.replace('{names}', names.join(', ')) : ADVICE.near.replace('{near}', near);
  return {
    expected: names.length > 0 ? 'Expected another value' : `Expected ${types.join(' or ')}`,
    found: String(JSON.stringify(found)),
    advice: names.length > 0 ? advice : undefined,
  };
}

/** Colours and datasets that a spec names and nobody has made. */
function nameProblems({ placed }: ChartSpec, tokens: Tokens): Problem[] {
  const datasets = Object.keys((valueAt(placed.value, ['usermeta', 'brief', 'datasets']) as object | undefined) ?? {});
  const unknown = (what: string, name: string, path: Path, known: Iterable<string>) =>
    problem('unknown-name', placed.at(path), { what, name, near: closest(name, known) });
  return [...walk(placed.value)].flatMap(({ value, path }) => {
    const token = tokenName(value);
    if (token !== undefined && !tokens.has(token)) return [unknown('colour token', token, path, tokens.keys())];
    const isField = path[2] === 'datasets' && (path.at(-2) === 'with' || path.at(-2) === 'set');
    if (isField && FIELDS.includes(String(path.at(-1)))) {
      return [problem('chart-field-taken', placed.keyAt(path), { field: String(path.at(-1)) })];
    }
    const isData = path.at(-2) === 'data' && path.at(-1) === 'name' && typeof value === 'string';
    return isData && !datasets.includes(value) ? [unknown('dataset', value, path, datasets)] : [];
  });
}

/** Numbers that would not come from facts: other data, transforms that compute, and figures typed into the file. */
function numberProblems({ placed }: ChartSpec): Problem[] {
  const allow = (valueAt(placed.value, ['usermeta', 'brief', 'allow']) ?? []) as readonly string[];
  const refuse = (what: string, path: Path): Problem[] =>
    allow.includes(what) ? [] : [problem('chart-transform-refused', placed.keyAt(path), { transform: what })];
  return [...walk(placed.value)].flatMap(({ value, path }): Problem[] => {
    if (path[0] === 'usermeta' && path[2] !== 'narrow') return [];
    const [last, before] = [path.at(-1), path.at(-2)];
    if (before === 'transform' && typeof value === 'object' && value !== null) {
      return Object.keys(value)
        .filter((key) => !HARMLESS.has(key))
        .slice(0, 1)
        .flatMap((key) => refuse(key, [...path, key]));
    }
    if (path.includes('encoding') && COMPUTING.some((key) => key === last)) {
      return value === false || value === null ? [] : refuse(String(last), path);
    }
    if ((before === 'data' && FOREIGN.some((key) => key === last)) || (path.length === 1 && last === 'datasets')) {
      return [problem('chart-data-refused', placed.keyAt(path), { found: `data.${last}` })];
    }
    if (last === 'datum' && typeof value === 'number' && value !== 0) {
      return [problem('chart-typed-number', placed.at(path), { number: value })];
    }
    const typed = typeof value === 'string' && TESTS.has(String(last)) ? numberIn(value) : undefined;
    return typed === undefined ? [] : [problem('chart-typed-number', placed.at(path), { number: typed })];
  });
}

/** A number other than 0 and 1 in an expression, outside its strings. */
function numberIn(expression: string): string | undefined {
  const bare = expression.replace(/'[^']*'|"[^"]*"/g, "''");
  return [...bare.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?!\w)/g)]
    .map(([number]) => number)
    .find((number) => Number(number) > 1);
}
