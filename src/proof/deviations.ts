/** Compares two JSON values that should be equal, and tells where they are not. Part of `proof`. */
import { isJson } from './enclosed.ts';

/** A value that differs, by the names on the way to it: `['facts', 'exports', 'value']`. Undefined where there is none. */
export interface Deviation {
  readonly path: readonly string[];
  readonly found: unknown;
  readonly expected: unknown;
}

/** What an element of a list is known by: its id, the cell or fact that was read, the block that prints, or its place. */
function nameOf(element: unknown, index: number): string {
  if (!isJson(element)) return String(index + 1);
  const { id, fact, series, item, vintage, period, block, lang } = element;
  if (id !== undefined) return String(id);
  if (block !== undefined) return `${block}-${lang}`;
  if (series !== undefined)
    return `${series}${item === undefined ? '' : `.${item}`}${vintage === undefined ? '' : `@${vintage}`}[${period}]`;
  return fact === undefined ? String(index + 1) : String(fact);
}

/** The elements by name; one whose name stands before gets a number. */
function named(list: readonly unknown[]): Map<string, unknown> {
  const seen = new Map<string, number>();
  return new Map(
    list.map((element, index) => {
      const name = nameOf(element, index);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [count === 1 ? name : `${name} #${count}`, element];
    }),
  );
}

const partsOf = (value: unknown): Map<string, unknown> | undefined =>
  Array.isArray(value) ? named(value) : isJson(value) ? new Map(Object.entries(value)) : undefined;

/** Every place where the two differ, as deep as both have parts; in the order of what is expected. */
export function deviations(found: unknown, expected: unknown, path: readonly string[] = []): Deviation[] {
  if (Object.is(found, expected)) return [];
  const [left, right] = [partsOf(found), partsOf(expected)];
  if (!left || !right || Array.isArray(found) !== Array.isArray(expected)) return [{ path, found, expected }];
  const names = new Set([...right.keys(), ...left.keys()]);
  return [...names].flatMap((name) => deviations(left.get(name), right.get(name), [...path, name]));
}
