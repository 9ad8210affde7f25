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

/** The facts that each fact of a ledger reads. */
function readBy(ledger: Json): Map<string, string[]> {
  const facts = Array.isArray(ledger.facts) ? (ledger.facts as unknown[]) : [];
  return new Map(
    facts.flatMap((fact): [string, string[]][] => {
      if (!isJson(fact)) return [];
      const inputs = Array.isArray(fact.inputs) ? (fact.inputs as unknown[]) : [];
      const read = inputs.flatMap((input) => (isJson(input) && input.fact !== undefined ? [String(input.fact)] : []));
      return [[String(fact.id), read]];
    }),
  );
}

export interface Compared {
  readonly findings: readonly Finding[];
  /** Facts that differ only because something before them does. */
  readonly following: number;
}

/**
 * Compares the ledgers entry by entry. A fact that differs because a cell or a fact that it reads does is not told again:
 * the cell is, and how many figures follow.
 */
export function compareLedger(found: Json, expected: Json): Compared {
  const all = deviations(found, expected);
  const ofFacts = all.filter(({ path }) => path[0] === 'facts' && path[1] !== undefined);
  const differing = new Set(ofFacts.filter(({ path }) => path[2] === 'value').map(({ path }) => path[1] ?? ''));
  const otherCells = new Set(ofFacts.filter(({ path }) => path[2] === 'inputs').map(({ path }) => path[1] ?? ''));
  const reads = readBy(expected);
  const follows = (id: string): boolean =>
    otherCells.has(id) || (reads.get(id) ?? []).some((read) => differing.has(read) || otherCells.has(read));
  const following = new Set([...differing].filter(follows));
  const cells = new Set<string>();
  const kept = all.filter(({ path }) => {
    const [list, id = '', part, name = ''] = path;
    if (list === 'revisions' && differing.size > 0) return false;
    if (list !== 'facts') return true;
    if (part === 'inputs') {
      // A cell that ten facts read is one cell.
      const cell = [name, ...path.slice(4)].join(' ');
      const told = cells.has(cell);
      cells.add(cell);
      return !told;
    }
    return !(following.has(id) && (part === 'value' || part === 'uses'));
  });
  return { findings: kept.map(tell), following: following.size };
}
