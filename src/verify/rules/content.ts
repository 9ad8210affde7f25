/** Rules about page content: everything is tagged or an artifact, and only known operators with known resources draw. */
import { numberAt } from '../objects.ts';
import type { Rule } from './rule.ts';

export const CONTENT: readonly Rule[] = [
  {
    code: 'pdf-content-unmarked',
    clauses: ['ua:7.1-3'],
    find: ({ painted }) =>
      painted
        .filter((p) => p.loose.text + p.loose.graphics > 0)
        .map((p) => ({ page: p.page, text: p.loose.text, graphics: p.loose.graphics })),
  },
  {
    code: 'pdf-artifact-nesting',
    clauses: ['ua:7.1-1', 'ua:7.1-2'],
    find: ({ painted }) => painted.filter((p) => p.mixed.size > 0).map((p) => ({ page: p.page })),
  },
  {
    code: 'pdf-form-parents',
    clauses: ['ua:7.20-2'],
    find: ({ painted }) =>
      painted.flatMap((p) =>
        [...p.forms.values()]
          .filter((form) => form.marked && (form.uses > 1 || numberAt(form.dict, 'StructParents') === undefined))
          .map(() => ({ page: p.page })),
      ),
  },
  {
    code: 'pdf-operator',
    clauses: ['a:6.2.2-1'],
    find: ({ painted }) =>
      painted.flatMap((p) => [...p.unknownOperators].map((operator) => ({ page: p.page, operator }))),
  },
  {
    code: 'pdf-content-broken',
    clauses: [],
    find: ({ painted }) => painted.filter((p) => p.broken).map((p) => ({ page: p.page })),
  },
  {
    code: 'pdf-resource-missing',
    clauses: ['a:6.2.2-2'],
    find: ({ painted }) => painted.flatMap((p) => [...p.missingResources].map((name) => ({ page: p.page, name }))),
  },
];
