/** Looking into values of which nothing is known yet: YAML as it was read, with paths into it. */

export type Path = readonly (string | number)[];

/** A map as its keys and values; empty for anything else. */
export function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : {};
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list's items; none for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value at a path; undefined where the path ends early. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return isMap(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined;
  }, value);
}

/** A name as it may be written: a text, or a whole number that YAML read as one. */
export function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** The first value of a map; undefined where it is empty. Maps of figures are long, so the others are not looked at. */
export function firstOf<V>(map: Readonly<Record<string, V>>): V | undefined {
  for (const key in map) return map[key];
  return undefined;
}
