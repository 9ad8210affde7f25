/** The ledger: facts and claims as later stages look them up. */
import type { Claim, Fact, Ledger, Revision, RevisionRow, Window } from '../model/ledger.ts';
import { yearNamed } from './years.ts';

/**
 * Builds the ledger of an edition.
 * @param names single facts and families, without years, in order of declaration
 * @param revisions finds the revisions, once, when they are asked for
 * @param revisionRows the rows of the revision table; their facts are among `facts`
 * @param families the facts of each family, in ascending years
 */
export function ledgerOf(
  window: Window,
  facts: ReadonlyMap<string, Fact>,
  families: ReadonlyMap<string, readonly Fact[]>,
  claims: readonly Claim[],
  names: readonly string[],
  revisions: () => readonly Revision[],
  revisionRows: readonly RevisionRow[],
): Ledger {
  let found: readonly Revision[] | undefined;
  return {
    window,
    facts,
    claims,
    names,
    revisionRows,
    find(name, year) {
      // A whole id is understood as well: `exports_growth.end`.
      const dot = name.indexOf('.');
      const [family, wanted] = dot < 0 ? [name, year] : [name.slice(0, dot), name.slice(dot + 1)];
      if (wanted === undefined) return facts.get(family);
      const named = yearNamed(wanted, window);
      return named === undefined ? undefined : facts.get(`${family}.${named}`);
    },
    family: (name) => families.get(name) ?? [],
    revisions() {
      found ??= revisions();
      return found;
    },
  };
}
