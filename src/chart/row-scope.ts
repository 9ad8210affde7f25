/** Where one row of a dataset stands in its file, and how an unknown name in it is told. Part of `chart`. */
import { closest } from '../model/nearest.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { RowSpec } from './brief.ts';
import type { Context } from './context.ts';
import type { Path } from './schema.ts';

/** What a row's parts need: its spec with where it stands, and a list to gather problems in. */
export interface Scope {
  readonly spec: RowSpec;
  readonly path: Path;
  readonly context: Context;
  readonly problems: Problem[];
}

/** The place of a key of the row's spec: `placeAt(scope, 'set', 'role', '0', 'years')`. */
export const placeAt = ({ context, path }: Scope, ...keys: string[]): Place =>
  context.chart.placed.at([...path, ...keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))]);

/** Says that a name is unknown, unless the row is optional and the name at least declared in data/facts. */
export function missing(name: string, key: string, scope: Scope): [] {
  const { ledger, content } = scope.context;
  const declared = content.facts.has(name.split('.')[0] ?? name);
  if (!(scope.spec.optional && declared)) {
    const near = closest(name, [...ledger.names, ...content.facts.keys()]);
    const what = key === 'family' ? 'family of facts' : 'fact';
    scope.problems.push(problem('unknown-name', placeAt(scope, ...key.split('/')), { what, name, near }));
  }
  return [];
}

/** Says that names mean no year here. */
export function unknownYears(names: readonly string[], scope: Scope, ...keys: string[]): void {
  const known = ['first', 'last', 'start', 'end', 'base', 'prev', ...scope.context.ledger.names];
  for (const name of names) {
    scope.problems.push(
      problem('unknown-name', placeAt(scope, ...keys), { what: 'year', name, near: closest(name, known) }),
    );
  }
}
