/**
 * Checks a value against a JSON Schema and says what is wrong in as few words as possible. Part of `chart`: Vega-Lite's
 * schema is a tree of alternatives, and a list of every alternative that failed (dozens for one misspelt name) helps
 * nobody. So here the alternative that was meant is found first, and only its faults are told.
 */
import { closest } from '../model/nearest.ts';

/** The keywords that Vega-Lite's schema uses, and no others. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export type Path = readonly (string | number)[];

export type Fault = { readonly path: Path } & (
  | { readonly kind: 'unknown'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'missing'; readonly key: string }
  | { readonly kind: 'value'; readonly expected: readonly string[]; readonly found: unknown }
);

/**
 * The faults of a value, none where it is valid. Of several alternatives the one is blamed whose first fault lies
 * deepest, since everything above it fitted; among equals, the one with the fewest faults.
 * @param root holds the `definitions` that `$ref` points into
 */
export function faults(schema: Schema, value: unknown, root: Schema = schema, path: Path = []): Fault[] {
  const at = resolve(schema, root);
  const wrong = (...expected: string[]): Fault[] => [{ kind: 'value', path, expected, found: value }];
  const other = at.anyOf ? blamed(at.anyOf, value, root, path) : [];
  if (other.length > 0) return other;
  if ('const' in at && value !== at.const) return wrong(JSON.stringify(at.const));
  if (at.enum && !at.enum.includes(value)) return wrong(...at.enum.map((each) => JSON.stringify(each)));
  if (at.type && !([at.type].flat() as string[]).some((type) => isOf(type, value))) return wrong(...[at.type].flat());
  const [size, least, most] = measure(at, value);
  if (size < least || size > most) return wrong(`between ${least} and ${most}`);
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => (at.items ? faults(at.items, each, root, [...path, index]) : []));
  }
  return typeof value === 'object' && value !== null ? inObject(at, value, root, path) : [];
}

/** Follows references to the schema that they name. */
function resolve(schema: Schema, root: Schema): Schema {
  let at = schema;
  while (at.$ref !== undefined)
    at = root.definitions?.[decodeURIComponent(at.$ref.slice('#/definitions/'.length))] ?? {};
  return at;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

/** What counts of a value (its size, its length, its number of items) and the limits of that. */
function measure(at: Schema, value: unknown): [number, number, number] {
  if (typeof value === 'number') return [value, at.minimum ?? -Infinity, at.maximum ?? Infinity];
  if (typeof value === 'string') return [value.length, at.minLength ?? 0, at.maxLength ?? Infinity];
  if (Array.isArray(value)) return [value.length, at.minItems ?? 0, at.maxItems ?? Infinity];
  return [Object.keys(value ?? {}).length, at.minProperties ?? 0, Infinity];
}

function inObject(at: Schema, value: object, root: Schema, path: Path): Fault[] {
  const known = at.properties ?? {};
  const more = at.additionalProperties;
  const missing = (at.required ?? []).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key): Fault => ({ kind: 'missing', path, key })),
    ...Object.entries(value).flatMap(([key, each]): Fault[] => {
      const within = Object.hasOwn(known, key) ? known[key] : more;
      if (within === false) return [{ kind: 'unknown', path: [...path, key], key, known: Object.keys(known) }];
      return typeof within === 'object' ? faults(within, each, root, [...path, key]) : [];
    }),
  ];
}

/** The faults of the alternative that was meant; none as soon as one fits. */
function blamed(alternatives: readonly Schema[], value: unknown, root: Schema, path: Path): Fault[] {
  let best: Fault[] = [];
  for (const alternative of alternatives) {
    const found = faults(alternative, value, root, path);
    if (found.length === 0) return [];
    const nearer =
      best.length === 0 ? 1 : depth(found) - depth(best) || best.length - found.length || meant(found) - meant(best);
    if (nearer > 0) best = found;
    else if (nearer === 0) best = joined(best, found);
  }
  return best;
}

const depth = (found: readonly Fault[]): number => Math.min(...found.map(({ path }) => path.length));

/** How many unknown names are near a name that this alternative has: those were probably meant. */
const meant = (found: readonly Fault[]): number =>
  found.filter((fault) => fault.kind === 'unknown' && closest(fault.key, fault.known) !== undefined).length;

/** Two alternatives that fail alike in one respect: it could have been either's. */
function joined(one: Fault[], other: Fault[]): Fault[] {
  const [a, b] = [one[0], other[0]];
  if (one.length !== 1 || other.length !== 1 || !a || !b) return one;
  if (a.kind === 'value' && b.kind === 'value')
    return [{ ...a, expected: [...new Set([...a.expected, ...b.expected])] }];
  if (a.kind === 'missing' && b.kind === 'missing' && a.key !== b.key) return [{ ...a, key: `${a.key}” or “${b.key}` }];
  return one;
}
