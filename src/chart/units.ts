/** The drawn layers of a spec, each given a name of its own so that a mark on the page leads back to its line in the file. Part of `chart`. */
import type { Path } from './schema.ts';

/** One view with a mark. */
export interface Unit {
  /** The name that Vega's marks begin with. */
  readonly id: string;
  /** Where it stands in the file. */
  readonly path: Path;
  /** The name that the file gives it. */
  readonly name: string | undefined;
}

type View = Readonly<Record<string, unknown>>;
const NESTS = ['layer', 'concat', 'hconcat', 'vconcat'] as const;

/** A copy of the spec whose units are named `u0`, `u1`, … in the order of the file, and the list of them. */
export function named(spec: View): { spec: View; units: readonly Unit[] } {
  const units: Unit[] = [];
  const visit = (view: View, path: Path): View => {
    if ('mark' in view) {
      const id = `u${units.length}`;
      units.push({ id, path, name: typeof view.name === 'string' ? view.name : undefined });
      return { ...view, name: id };
    }
    const nested = NESTS.flatMap((key) => {
      const views = view[key];
      return Array.isArray(views) ? [[key, views.map((each: View, index) => visit(each, [...path, key, index]))]] : [];
    });
    return { ...view, ...Object.fromEntries(nested) };
  };
  return { spec: visit(spec, []), units };
}

/** The unit that a mark of Vega belongs to: `u1_marks`, `u1_pathgroup`. */
export function unitOf(mark: string | undefined, units: readonly Unit[]): Unit | undefined {
  const id = /^u\d+(?=_)/.exec(mark ?? '')?.[0];
  return units.find((unit) => unit.id === id);
}
