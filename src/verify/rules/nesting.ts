/** Rules about what stands in what: the grammar of tables, lists and captions. */
import type { Args } from '../../problem.ts';
import type { PdfFile } from '../file.ts';
import { kidNodes } from '../structure.ts';
import { type Rule, unless } from './rule.ts';
import { nodes, placeOf } from './structure.ts';

/** What may stand in an element (ISO 32000-1, 14.8.4.3), with the rule of PDF/UA-1 that says so. */
const KIDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Table: ['7.2-3', 'TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['7.2-10', 'TH', 'TD'],
  L: ['7.2-19', 'L', 'LI', 'Caption'],
  LI: ['7.2-20', 'Lbl', 'LBody'],
  TOC: ['7.2-27', 'TOC', 'TOCI', 'Caption'],
  THead: ['7.2-36', 'TR'],
  TBody: ['7.2-37', 'TR'],
  TFoot: ['7.2-38', 'TR'],
};

/** In what an element must stand, with its rule. */
const PARENTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  TR: ['7.2-4', 'Table', 'THead', 'TBody', 'TFoot'],
  THead: ['7.2-5', 'Table'],
  TBody: ['7.2-6', 'Table'],
  TFoot: ['7.2-7', 'Table'],
  TH: ['7.2-8', 'TR'],
  TD: ['7.2-9', 'TR'],
  LI: ['7.2-17', 'L'],
  LBody: ['7.2-18', 'LI'],
  TOCI: ['7.2-26', 'TOC'],
};

const NESTING_CLAUSES = [...Object.values(KIDS), ...Object.values(PARENTS)].map(([clause]) => `ua:${clause}`);

function nestingFaults(file: PdfFile): Args[] {
  return nodes(file).flatMap((node) => {
    const role = node.role ?? '';
    const found: Args[] = [];
    const [kidClause, ...allowed] = KIDS[role] ?? [];
    const wrong = kidClause && kidNodes(node).find((kid) => !allowed.includes(kid.role ?? ''));
    if (wrong)
      found.push({ ...placeOf(node), outer: role, inner: wrong.role ?? wrong.type, clause: `PDF/UA-1 ${kidClause}` });
    const [parentClause, ...parents] = PARENTS[role] ?? [];
    const parent = node.parent?.role ?? 'nothing';
    if (parentClause && !parents.includes(parent))
      found.push({ ...placeOf(node), outer: parent, inner: role, clause: `PDF/UA-1 ${parentClause}` });
    return found;
  });
}

/** A caption is the first kid; of a table or figure it may be the last; there is one. */
function captionFaults(file: PdfFile): Args[] {
  return nodes(file, 'Table', 'L', 'TOC', 'Figure').flatMap((node) => {
    const kids = kidNodes(node).map((k) => k.role);
    const places = kids.flatMap((role, i) => (role === 'Caption' ? [i] : []));
    const last = node.role === 'Table' || node.role === 'Figure' ? kids.length - 1 : 0;
    return unless(places.length <= 1 && places.every((i) => i === 0 || i === last), placeOf(node));
  });
}

export const NESTING: readonly Rule[] = [
  {
    code: 'pdf-nesting',
    clauses: NESTING_CLAUSES,
    find: nestingFaults,
  },
  { code: 'pdf-caption', clauses: ['ua:7.2-16', 'ua:7.2-28', 'ua:7.2-39', 'ua:7.2-40'], find: captionFaults },
];
