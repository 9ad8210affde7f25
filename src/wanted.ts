/** Which facts an edition needs: the names that its templates, charts, claims and phrases mention. Pure. */
import type { Content } from './model/content.ts';
import { wordsOfTemplates } from './render/render.ts';

/**
 * Every word of the texts that may name a fact. More than enough is harmless: a name that is no fact is not evaluated;
 * a fact that nothing names may lack its figures without stopping the edition. What an edition does not run, a branch of
 * `has`, a point it leaves out, a row of a chart that is optional, asks for nothing.
 */
export function wantedNames(content: Content): ReadonlySet<string> {
  const words = wordsOfTemplates(content);
  const charts = [...content.charts].filter(([id]) => words.has(id));
  const drawn = new Map(charts.map(([id, { placed }]) => [id, textsIn(placed.value).join('\n')]));
  const texts = [...words, ...drawn.values()];
  const everywhere = [...content.templates.values()].map(({ text }) => text).join('\n');
  for (const locale of content.locales.values()) {
    for (const [key, { text }] of locale.phrases) {
      // A phrase that templates name is wanted where the edition runs them; what they do not name, code says.
      if (words.has(key) || inChart(key, drawn) || !(key.startsWith('chart.') || everywhere.includes(key)))
        texts.push(text);
    }
  }
  for (const claim of content.edition.claims) {
    for (const text of [claim.text, claim.stated, claim.recomputed, claim.basis]) texts.push(...Object.values(text));
  }
  for (const { reason } of content.edition.leftOut) texts.push(...Object.values(reason));
  return new Set(texts.join('\n').match(/[A-Za-z_]\w*/g));
}

/** Whether a chart that is drawn says a phrase: `chart.growth.average` by its last part, or any by its whole key. */
function inChart(key: string, drawn: ReadonlyMap<string, string>): boolean {
  const [, chart = '', name = ''] = key.split('.');
  const text = drawn.get(chart);
  return (
    (text !== undefined && new RegExp(`\\b${name}\\b`).test(text)) ||
    [...drawn.values()].some((each) => each.includes(key))
  );
}

/** Keys and texts of a value in YAML, without what is optional. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [String(value)];
  if ('optional' in value && value.optional === true) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}
