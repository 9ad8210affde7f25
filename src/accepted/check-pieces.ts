/** Holds the pieces of a project against what a person accepted in templates/accepted.yaml. Part of acceptance. */
import type { Part, Piece } from '../model/accepted.ts';
import type { Content } from '../model/content.ts';
import { type Place, type Problem, problem } from '../problem.ts';

/** What was accepted: file → piece → language, or name of a shared part → hash. */
export type AcceptedPieces = Content['accepted'];

/**
 * A text that stayed while its twin changed is stale: an error at the text that must be looked at. What changed in every
 * language, or beside the words, is an error where it stands, until it is accepted. What is new waits, a warning.
 */
export function checkPieces(pieces: readonly Piece[], accepted: AcceptedPieces): Problem[] {
  // A project that never accepted anything is told so once, not once a piece.
  if (Object.keys(accepted).length === 0) {
    const count = pieces.filter(({ texts }) => texts.size > 1).length;
    return count === 0 ? [] : [problem('translations-never-accepted', undefined, { count })];
  }
  return [
    ...pieces.flatMap((piece) => checkPiece(piece, own(own(accepted, piece.file), piece.key))),
    ...gone(pieces, accepted),
  ];
}

function checkPiece({ key, texts, shared }: Piece, before: Readonly<Record<string, string>> | undefined): Problem[] {
  const parts: readonly Part[] = [...texts.values(), ...shared.values()];
  if (!before) return parts[0] ? [problem('translation-new', parts[0].place, { block: key })] : [];
  const problems = [...shared].flatMap(([part, { hash, place }]) =>
    own(before, part) === hash ? [] : [problem('accepted-changed', place, { block: key, part })],
  );
  const names = new Set([...texts.keys(), ...shared.keys()]);
  const place = parts[0]?.place;
  const lost = Object.keys(before).filter((part) => !names.has(part));
  problems.push(
    ...lost.map((part) => problem('accepted-changed', besideOf(part, shared) ?? place, { block: key, part })),
  );
  const changed = [...texts].filter(([lang, text]) => own(before, lang) !== text.hash).map(([lang]) => lang);
  if (changed.length === 0) return problems;
  if (changed.length === texts.size) return [problem('translation-changed', place, { block: key }), ...problems];
  const stale = [...texts].filter(([language]) => !changed.includes(language));
  return [
    ...stale.map(([language, text]) =>
      problem('translation-stale', text.place, { block: key, language, other: changed.join(', ') }),
    ),
    ...problems,
  ];
}

/** Where a part stood that is gone: at the last of its list, `_rows.3` for `_rows.4`. */
function besideOf(part: string, shared: ReadonlyMap<string, Part>): Place | undefined {
  const list = part.slice(0, part.lastIndexOf('.') + 1);
  return list === '' ? undefined : [...shared].findLast(([name]) => name.startsWith(list))?.[1].place;
}

/** Pieces that were accepted and are gone, told at the one that they stood behind, or before; files that are gone altogether are not looked at. */
function gone(pieces: readonly Piece[], accepted: AcceptedPieces): Problem[] {
  const files = new Map<string, Map<string, Place | undefined>>();
  for (const { file, key, texts, shared } of pieces) {
    const known = files.get(file) ?? new Map<string, Place | undefined>();
    known.set(key, [...texts.values(), ...shared.values()][0]?.place);
    files.set(file, known);
  }
  return Object.entries(accepted).flatMap(([file, before]) => {
    const now = files.get(file);
    if (!now) return [];
    const keys = Object.keys(before);
    return keys.flatMap((block, i) => {
      if (now.has(block)) return [];
      const near = keys.slice(0, i).findLast((key) => now.has(key)) ?? keys.slice(i).find((key) => now.has(key));
      return [problem('accepted-gone', near === undefined ? undefined : now.get(near), { block })];
    });
  });
}

/** A key that the object itself has: `constructor` is no piece. */
const own = <T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;

/** Files that only another edition reads: what was accepted of them stays. */
const OF_EDITIONS = /^(?:editions|data\/(?:claims|editions))\//;

/** A key as YAML reads it back: quoted where it is more than a name. */
const keyText = (key: string): string => (/^[A-Za-z_][\w./-]*$/.test(key) ? key : JSON.stringify(key));

/**
 * The text of templates/accepted.yaml for these pieces: files in order, one piece a line, so that a diff shows what was accepted.
 * @param elsewhere files that only another edition reads: what was accepted of them stays
 */
export function piecesText(
  pieces: readonly Piece[],
  before: AcceptedPieces,
  elsewhere: ReadonlySet<string> = new Set(),
): string {
  const lines = [
    '# yaml-language-server: $schema=../schemas/accepted.schema.json',
    '# Texts that a person accepted as translations of each other, with what stands beside them, by hash. Written by `brief accept`; do not edit.',
  ];
  const files = new Map<string, Map<string, Readonly<Record<string, string>>>>();
  for (const [file, kept] of Object.entries(before)) {
    if ((OF_EDITIONS.test(file) || elsewhere.has(file)) && !pieces.some((piece) => piece.file === file))
      files.set(file, new Map(Object.entries(kept)));
  }
  for (const { file, key, texts, shared } of pieces) {
    const known = files.get(file) ?? new Map<string, Readonly<Record<string, string>>>();
    known.set(key, Object.fromEntries([...texts, ...shared].map(([name, { hash }]) => [name, hash])));
    files.set(file, known);
  }
  for (const [file, own] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`${keyText(file)}:`);
    for (const [key, hashes] of own) {
      lines.push(
        `  ${keyText(key)}: { ${Object.entries(hashes)
          .map(([name, hash]) => `${keyText(name)}: "${hash}"`)
          .join(', ')} }`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
