/** Holds the attached ledger against the one that the attached sources give. Part of `proof`. */
import { type Deviation, deviations } from './deviations.ts';
import { isJson, type Json } from './enclosed.ts';
import { type Finding, finding } from './found.ts';

/** A value as a sentence shows it. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** What of an entry it is about; `value` of the figure, `text` of its printing. */
function partOf(rest: readonly string[]): string {
  const [kind, name, ...more] = rest;
  if (kind === undefined) return 'the whole entry';
  if (kind === 'uses' && name !== undefined)
    return more[0] === 'text' ? `the text printed in ${name}` : `the printing in ${name}`;
  if (kind === 'inputs' && name !== undefined) return `the ${more.join(' ') || 'reading'} of ${name}`;
  return rest.join(' ');
}

const ENTRIES: Readonly<Record<string, string>> = {
  facts: 'the fact',
  claims: 'the claim',
  revisions: 'the revision',
  sources: 'the source',
};

function tell({ path, found, expected }: Deviation): Finding {
  const [list = '', entry, ...rest] = path;
  const of = entry === undefined ? 'the ledger' : `${ENTRIES[list] ?? list} ${entry}`;
  const part = entry === undefined ? list : partOf(rest);
  const block = rest[0] === 'uses' ? rest[1] : undefined;
  const about = {
    expected: shown(expected),
    found: shown(found),
    ...(list === 'facts' && { fact: entry }),
    ...(block !== undefined && { block }),
  };
  if (entry !== undefined && rest.length === 0 && (found === undefined || expected === undefined))
    return finding(found === undefined ? 'proof-ledger-lacks' : 'proof-ledger-adds', { of }, about);
  return finding('proof-ledger-differs', { of, part, found: about.found, expected: about.expected }, about);
}

const listAt = (json: unknown, key: string): readonly unknown[] => {
  const value = isJson(json) ? json[key] : undefined;
  return Array.isArray(value) ? (value as unknown[]) : [];
};

const idOf = (entry: unknown): string => (isJson(entry) ? String(entry.id) : '');

/** The facts that each fact of a ledger reads; those that each claim compares. */
const readsOf = (ledger: Json): Map<string, string[]> =>
  new Map(
    listAt(ledger, 'facts').map((fact) => [
      idOf(fact),
      listAt(fact, 'inputs').flatMap((input) =>
        isJson(input) && input.fact !== undefined ? [String(input.fact)] : [],
      ),
    ]),
  );
const comparedBy = (ledger: Json): Map<string, string[]> =>
  new Map(
    listAt(ledger, 'claims').map((claim) => [
      idOf(claim),
      listAt(claim, 'checks').flatMap((check) => listAt(check, 'facts').map(String)),
    ]),
  );

/** `claims_verified` and its like count the claims of each verdict. */
const COUNTS_CLAIMS = /^claims_/;
/** What of a fact moves with its inputs. */
const MOVES = new Set(['value', 'uses', 'expression']);

export interface Compared {
  readonly findings: readonly Finding[];
  /** Facts and claims that differ only because something before them does. */
  readonly following: number;
}

/**
 * Compares the ledgers entry by entry. What differs because a cell or a fact that it reads does is not told again: the cell
 * is, and how much follows.
 */
export function compareLedger(found: Json, expected: Json): Compared {
  const all = deviations(found, expected);
  const idsWith = (list: string, part: string): Set<string> =>
    new Set(all.flatMap(({ path }) => (path[0] === list && path[2] === part ? [path[1] ?? ''] : [])));
  const [values, readings, verdicts] = [
    idsWith('facts', 'value'),
    idsWith('facts', 'inputs'),
    idsWith('claims', 'verdict'),
  ];
  const [reads, compares] = [readsOf(expected), comparedBy(expected)];
  const other = (ids: readonly string[] = []): boolean => ids.some((id) => values.has(id) || readings.has(id));
  const following = new Set([
    ...[...values].filter(
      (id) => readings.has(id) || other(reads.get(id)) || (COUNTS_CLAIMS.test(id) && verdicts.size > 0),
    ),
    ...[...verdicts].filter((id) => other(compares.get(id))),
  ]);
  const cells = new Set<string>();
  const kept = all.filter(({ path }) => {
    const [list, id = '', part = '', name = ''] = path;
    if (list === 'revisions') return values.size === 0;
    if (list === 'claims') return !following.has(id);
    if (list !== 'facts') return true;
    if (part !== 'inputs') return !(following.has(id) && MOVES.has(part));
    // A cell that ten facts read is one cell.
    const cell = [name, ...path.slice(4)].join(' ');
    const before = cells.has(cell);
    cells.add(cell);
    return !before;
  });
  return { findings: kept.map(tell), following: following.size };
}
