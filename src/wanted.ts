/** Which facts an edition needs: the names that its templates, charts, claims and phrases mention. Pure. */
import type { Content } from './model/content.ts';

/**
 * Every word of the texts that may name a fact. More than enough is harmless: a name that is no fact is not evaluated;
 * a fact that nothing names may lack its figures without stopping the edition.
 */
export function wantedNames(content: Content): ReadonlySet<string> {
  const points = new Set(content.edition.points.map((point) => `points/${point.id}.hbs`));
  const texts: string[] = [];
  for (const [name, { text }] of content.templates)
    if (!name.startsWith('points/') || points.has(name)) texts.push(text);
  const placed = texts.join('\n');
  for (const [id, chart] of content.charts) if (new RegExp(`\\b${id}\\b`).test(placed)) texts.push(chart.placed.text);
  for (const locale of content.locales.values()) for (const { text } of locale.phrases.values()) texts.push(text);
  for (const claim of content.edition.claims) {
    for (const text of [claim.text, claim.stated, claim.recomputed, claim.basis]) texts.push(...Object.values(text));
  }
  return new Set(texts.join('\n').match(/[A-Za-z_]\w*/g));
}
