/** Rules about the structure tree: types, nesting, headings, figures, notes. */
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import { entry, has, textAt } from '../objects.ts';
import { attribute, kidNodes, type Node, roleOf, STANDARD_TYPES } from '../structure.ts';
import { type Rule, unless } from './rule.ts';

/** The nodes of the given roles in reading order; all where none is given. */
export const nodes = (file: PdfFile, ...roles: string[]): Node[] =>
  (file.structure?.nodes ?? []).filter((n) => roles.length === 0 || roles.includes(n.role ?? ''));

/** Where an element stands: its type and the page of its first content. */
export function placeOf(node: Node): { type: string; page: number | string } {
  const content = (n: Node): number | undefined => {
    for (const kid of n.kids) {
      const page = kid.kind === 'content' ? kid.content.page : kid.kind === 'node' ? content(kid.node) : undefined;
      if (page !== undefined) return page;
    }
    return undefined;
  };
  const page = content(node);
  return { type: node.type, page: page === undefined ? '?' : page + 1 };
}

function headingFaults(file: PdfFile): Args[] {
  let before = 0;
  return nodes(file, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6').flatMap((node) => {
    const level = Number(node.role!.slice(1));
    const faults = unless(level <= before + 1, { ...placeOf(node), before: before === 0 ? 'nothing' : `H${before}` });
    before = level;
    return faults;
  });
}

/** One kind of heading in the whole file, and one `H` in each element at most. */
function headingKindFaults(file: PdfFile): Args[] {
  const plain = nodes(file, 'H');
  const numbered = nodes(file, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6');
  const crowded = nodes(file).filter((n) => kidNodes(n).filter((k) => k.role === 'H').length > 1);
  const [first] = plain;
  return [...(first && numbered.length > 0 ? [placeOf(first)] : []), ...crowded.map(placeOf)];
}

/** A figure's or formula's alternative; empty where it says none. */
const alternativeOf = (node: Node): string => textAt(node.dict, 'Alt') ?? textAt(node.dict, 'ActualText') ?? '';

const hasAlternative = (node: Node): boolean =>
  (textAt(node.dict, 'Alt') ?? '') !== '' || textAt(node.dict, 'ActualText') !== undefined;

/** Shorter than this, an alternative names a picture rather than telling what it shows. */
const SHORTEST_ALTERNATIVE = 20;

function noteFaults(file: PdfFile): Args[] {
  const seen = new Set<string>();
  return nodes(file, 'Note').flatMap((node) => {
    const id = textAt(node.dict, 'ID') ?? '';
    const fine = id !== '' && !seen.has(id);
    seen.add(id);
    return unless(fine, placeOf(node));
  });
}

const validUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

export const STRUCTURE: readonly Rule[] = [
  {
    code: 'pdf-structure-missing',
    clauses: ['ua:7.1-11', 'a:6.7.3.3-1'],
    find: ({ structure }) => unless((structure?.nodes.length ?? 0) > 0),
  },
  {
    code: 'pdf-type-unmapped',
    clauses: ['ua:7.1-5', 'ua:7.1-6', 'a:6.7.3.4-1', 'a:6.7.3.4-2'],
    find: (file) => {
      const used = new Set(
        nodes(file)
          .filter((n) => n.role === undefined)
          .map((n) => n.type),
      );
      const circles = [...(file.structure?.roleMap.keys() ?? [])].filter(
        (t) => roleOf(t, file.structure!.roleMap) === undefined,
      );
      return [...new Set([...used, ...circles])].map((type) => ({ type }));
    },
  },
  {
    code: 'pdf-type-remapped',
    clauses: ['ua:7.1-7', 'a:6.7.3.4-3'],
    find: ({ structure }) =>
      [...(structure?.roleMap.keys() ?? [])].filter((type) => STANDARD_TYPES.has(type)).map((type) => ({ type })),
  },
  {
    code: 'pdf-name-encoding',
    clauses: ['a:6.1.8-1'],
    find: (file) =>
      [...nodes(file).map((n) => dictName(n)), ...file.fonts.map((f) => entry(f.dict, 'BaseFont'))]
        .flatMap((name) =>
          name && 'asBytes' in name && !validUtf8((name as { asBytes(): Uint8Array }).asBytes()) ? [name] : [],
        )
        .map((name) => ({ name: name.toString() })),
  },
  {
    code: 'pdf-parent-missing',
    clauses: ['ua:7.1-12'],
    find: (file) => [
      ...nodes(file)
        .filter((n) => !has(n.dict, 'P'))
        .map(placeOf),
      ...unless((file.structure?.repeated ?? 0) === 0, { type: 'an element reached twice', page: '?' }),
    ],
  },
  { code: 'pdf-heading-levels', clauses: ['ua:7.4.2-1'], find: headingFaults },
  { code: 'pdf-heading-kinds', clauses: ['ua:7.4.4-1', 'ua:7.4.4-2', 'ua:7.4.4-3'], find: headingKindFaults },
  {
    code: 'pdf-figure-alternative',
    clauses: ['ua:7.3-1', 'ua:7.7-1'],
    find: (file) =>
      nodes(file, 'Figure', 'Formula')
        .filter((n) => !hasAlternative(n))
        .map(placeOf),
  },
  {
    code: 'pdf-figure-short',
    clauses: [],
    find: (file) =>
      nodes(file, 'Figure')
        .filter((n) => hasAlternative(n) && alternativeOf(n).length < SHORTEST_ALTERNATIVE)
        .map((n) => ({ ...placeOf(n), text: alternativeOf(n), least: SHORTEST_ALTERNATIVE })),
  },
  {
    code: 'pdf-figure-box',
    clauses: [],
    find: (file) =>
      nodes(file, 'Figure')
        .filter((n) => boxOf(n).length !== 4)
        .map(placeOf),
  },
  { code: 'pdf-note-id', clauses: ['ua:7.9-1', 'ua:7.9-2'], find: noteFaults },
];

const dictName = (node: Node) => entry(node.dict, 'S');

function boxOf(node: Node): number[] {
  const box = attribute(node, 'BBox');
  return box && 'asArray' in box ? (box as { asArray(): unknown[] }).asArray().map(Number) : [];
}
