/** Rules about annotations: our files have links and nothing else. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFDict as Dict } from '@cantoo/pdf-lib';
import type { Args } from '../../problem.ts';
import type { Annotation, PdfFile } from '../file.ts';
import { dictAt, entry, has, nameAt, numberAt, textAt } from '../objects.ts';
import type { Rule } from './rule.ts';

const HIDDEN = 2;
const PRINT = 4;
/** Invisible, Hidden, NoView, ToggleNoView. */
const FORBIDDEN_FLAGS = 1 | HIDDEN | 32 | 256;

const place = ({ page, dict }: Annotation): Args => ({ page, type: nameAt(dict, 'Subtype') ?? 'unknown' });

/** The structure type of the element that the annotation's StructParent leads to. */
function parentRole(file: PdfFile, dict: PDFDict): string | undefined {
  const at = numberAt(dict, 'StructParent');
  const element = at === undefined ? undefined : dict.context.lookup(file.parentTree.get(at));
  return file.structure?.nodes.find((n) => n.dict === element)?.role;
}

const ACTIONS = new Set(['GoTo', 'URI']);

/** All actions in the file: those of annotations and bookmarks, and what follows them. */
function actions(file: PdfFile): PDFDict[] {
  const holders = file.objects.flatMap(([, o]) => (o instanceof Dict ? [o] : []));
  const found = holders.flatMap((h) => [dictAt(h, 'A'), dictAt(h, 'OpenAction')]).filter((a) => a !== undefined);
  const isAction = (d: PDFDict) =>
    nameAt(d, 'Type') === 'Action' || (nameAt(d, 'S') !== undefined && !has(d, 'P') && !has(d, 'O'));
  return [...new Set(found.filter(isAction).flatMap((a) => [a, ...next(a)]))];
}

function next(action: PDFDict, depth = 0): PDFDict[] {
  const follower = entry(action, 'Next');
  const list = follower instanceof Dict ? [follower] : [];
  return depth > 50 ? [] : list.flatMap((a) => [a, ...next(a, depth + 1)]);
}

export const ANNOTATIONS: readonly Rule[] = [
  {
    code: 'pdf-annotation-type',
    clauses: [
      ...['ua:7.18.1-1', 'ua:7.18.1-3', 'ua:7.18.2-1', 'ua:7.18.4-1', 'ua:7.18.4-2', 'ua:7.18.8-1'],
      ...['a:6.3.1-1', 'a:6.3.3-1', 'a:6.3.3-2', 'a:6.3.3-3', 'a:6.3.3-4', 'a:6.4.1-1'],
    ],
    find: ({ annotations }) =>
      annotations.filter((a) => nameAt(a.dict, 'Subtype') !== 'Link' || has(a.dict, 'AP')).map(place),
  },
  {
    code: 'pdf-link-silent',
    clauses: ['ua:7.18.1-2', 'ua:7.18.5-2'],
    find: ({ annotations }) => annotations.filter((a) => (textAt(a.dict, 'Contents') ?? '') === '').map(place),
  },
  {
    code: 'pdf-link-untied',
    clauses: ['ua:7.18.5-1'],
    find: (file) => file.annotations.filter((a) => parentRole(file, a.dict) !== 'Link').map(place),
  },
  {
    code: 'pdf-tab-order',
    clauses: ['ua:7.18.3-1'],
    find: ({ annotations, pages }) =>
      [...new Set(annotations.map((a) => a.page))]
        .filter((page) => nameAt(pages[page - 1], 'Tabs') !== 'S')
        .map((page) => ({ page })),
  },
  {
    code: 'pdf-annotation-flags',
    clauses: ['a:6.3.2-1', 'a:6.3.2-2'],
    find: ({ annotations }) =>
      annotations
        .filter(({ dict }) => {
          const flags = numberAt(dict, 'F');
          return flags === undefined || (flags & PRINT) === 0 || (flags & FORBIDDEN_FLAGS) !== 0;
        })
        .map(place),
  },
  {
    code: 'pdf-action',
    clauses: ['a:6.5.1-1', 'a:6.5.1-2'],
    find: (file) =>
      actions(file)
        .map((a) => nameAt(a, 'S') ?? 'unknown')
        .filter((type) => !ACTIONS.has(type))
        .map((type) => ({ type })),
  },
];
