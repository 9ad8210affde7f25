/** The whole corpus: every operator at every place of the real editions, in a fixed order, none left out. */
import { contextsOf } from './context.ts';
import type { Fault } from './fault.ts';
import { charts } from './operators/charts.ts';
import { claims } from './operators/claims.ts';
import { figures } from './operators/figures.ts';
import { formulas } from './operators/formulas.ts';
import { phrases } from './operators/phrases.ts';
import { records } from './operators/records.ts';
import { templateShared } from './operators/template-shared.ts';
import { templateTexts } from './operators/template-texts.ts';
import type { Variant } from './project.ts';

/** Where a group of operators puts its faults. */
export const GROUPS = {
  'texts of templates': templateTexts,
  'shared parts of templates': templateShared,
  charts: charts,
  'phrases, terms and names': phrases,
  formulas: formulas,
  figures: figures,
  'sources, lists, editions': records,
  claims: claims,
} as const;
export type Group = keyof typeof GROUPS;

export interface Grouped extends Fault {
  readonly group: Group;
  /** The edition in which it is looked for first. */
  readonly edition: string;
}

/** Groups whose faults are named by the first stages or not at all. */
const EARLY: ReadonlySet<Group> = new Set<Group>(['formulas', 'figures', 'sources, lists, editions']);

/** Every fault once. The same files give the same faults; a place that several editions share is changed once. */
export function corpus(variant: Variant): Grouped[] {
  const faults = new Map<string, Grouped>();
  const contexts = contextsOf(variant);
  for (const [name, operators] of Object.entries(GROUPS)) {
    const group = name as Group;
    for (const context of contexts) {
      for (const fault of operators(context)) {
        // Two operators may come to the same edit: it is one fault.
        const key = JSON.stringify(fault.edits);
        if (!faults.has(key)) faults.set(key, { ...fault, group, early: EARLY.has(group), edition: context.edition });
      }
    }
  }
  return [...faults.values()];
}
