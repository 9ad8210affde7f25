/** Paths into a spec: what stands there, and everything that stands below. Part of `chart`. */
import type { Path } from './schema.ts';

/** What stands at a path; undefined where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | null | undefined)?.[key], value);
}

/** Every value below (and with) this one, with its path, parents first. */
export function* walk(value: unknown, path: Path = []): Generator<{ value: unknown; path: Path }> {
  yield { value, path };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value))
    yield* walk(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The same tree with every value replaced that `change` gives another for; parents are asked before their children. */
export function mapped(value: unknown, change: (value: unknown, path: Path) => unknown, path: Path = []): unknown {
  const now = change(value, path);
  if (typeof now !== 'object' || now === null) return now;
  if (Array.isArray(now)) return now.map((each, index) => mapped(each, change, [...path, index]));
  return Object.fromEntries(Object.entries(now).map(([key, each]) => [key, mapped(each, change, [...path, key])]));
}
