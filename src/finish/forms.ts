/** Marks inside form XObjects (Chromium draws what is translucent as a group): moved out to where the form is drawn. */
import type { Element, Kid } from './structure-tree.ts';
import type { Mark, Unit, Use } from './units.ts';

/** Puts `mark` where the first of `old` stood among its owner's kids, and takes the rest out. */
function replaceKids(owner: Element, old: readonly Mark[], mark: Mark | undefined): void {
  let rest = mark;
  owner.kids = owner.kids.flatMap((kid): Kid[] => {
    if (kid.kind !== 'mark' || !old.includes(kid.mark)) return [kid];
    const kept: Kid[] = rest ? [{ kind: 'mark', mark: rest }] : [];
    rest = undefined;
    return kept;
  });
}

/** The one element that owns all of these marks; undefined where there are several. */
function soleOwner(marks: readonly Mark[]): Element | undefined {
  const owner = marks[0]?.owner;
  return marks.every((m) => m.owner === owner) ? owner : undefined;
}

function hoistUse(unit: Unit, use: Use): void {
  hoistMarks(use.form);
  const { marks } = use.form;
  if (marks.length === 0) return;
  const owner = soleOwner(marks);
  if (!owner) {
    // Several elements share the form: its marks stay, and the tree names the form (MCR with Stm).
    if (use.inside) unit.oddities.push('a group that several elements share inside tagged content');
    return;
  }
  for (const mark of marks) mark.fate = 'strip';
  if (use.inside) {
    if (use.inside.owner !== owner) unit.oddities.push('a group of one element inside the content of another');
    replaceKids(owner, marks, undefined);
    return;
  }
  const at = { begin: use.operation, end: use.operation };
  const whole: Mark = {
    ...{ unit, ...at, mcid: marks[0]!.mcid, font: undefined, owner, fate: 'content', number: -1 },
    ...{ text: marks.some((m) => m.text), graphics: true },
  };
  unit.marks.push(whole);
  replaceKids(owner, marks, whole);
}

/**
 * Gives a form whose marks all belong to one element a single mark around the operation that draws it (ISO 32000-1,
 * 14.7.4.3: content of a form is either marked where it is drawn, or inside with the form's own StructParents).
 * A plain number among an element's kids means the page's own content, which is what Chromium wrote wrongly.
 */
export function hoistMarks(unit: Unit): void {
  const drawn = unit.uses.map((use) => use.form.form);
  for (const use of unit.uses) {
    if (use.form.marks.length > 0 && drawn.filter((form) => form === use.form.form).length > 1)
      unit.oddities.push('a tagged group that is drawn twice');
    hoistUse(unit, use);
  }
}
