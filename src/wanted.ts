/** Which facts an edition needs: the names that its templates, charts, claims and phrases mention. Pure. */
import type { ChartSpec, Content, TextFile } from './model/content.ts';
import { once } from './model/once.ts';
import { wordsOfTemplates } from './render/render.ts';

/**
 * Every word of the texts that may name a fact. More than enough is harmless: a name that is no fact is not evaluated;
 * a fact that nothing names may lack its figures without stopping the edition. What an edition does not run, a branch of
 * `has`, a point it leaves out, a row of a chart that is optional, asks for nothing.
 */
export const wantedNames: (content: Content) => ReadonlySet<string> = once((content) => {
  const words = wordsOfTemplates(content);
  const drawn = new Map(
    [...content.charts].flatMap(([id, chart]) => (words.has(id) ? [[id, wordsOf(chart.placed)]] : [])),
  );
  const everyDrawn = new Set([...drawn.values()].flatMap((each) => [...each]));
  const everywhere = [...content.templates.values()].map(namesIn);
  const texts = [...words, ...everyDrawn];
  for (const locale of content.locales.values()) {
    for (const [key, { text }] of locale.phrases) {
      // A phrase that templates name is wanted where the edition runs them; what they do not name, code says.
      const said = words.has(key) || everyDrawn.has(key) || inChart(key, drawn);
      if (said || !(key.startsWith('chart.') || everywhere.some((names) => names.has(key)))) texts.push(text);
    }
  }
  for (const claim of content.edition.claims) {
    for (const text of [claim.text, claim.stated, claim.recomputed, claim.basis]) texts.push(...Object.values(text));
  }
  for (const { reason } of content.edition.leftOut) texts.push(...Object.values(reason));
  return new Set(texts.join('\n').match(/[A-Za-z_]\w*/g));
});

/** Whether a chart that is drawn says a phrase: `chart.growth.average` by its last part. */
function inChart(key: string, drawn: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [, chart = '', name = ''] = key.split('.');
  return drawn.get(chart)?.has(name) ?? false;
}

/** Names as they stand in a text: `scale`, and with their dots `chart.growth.average`. */
const namesOf = (text: string): string[] => [...(text.match(/[A-Za-z_][\w.]*/g) ?? []), ...(text.match(/\w+/g) ?? [])];

const namesIn = once(({ text }: TextFile): ReadonlySet<string> => new Set(namesOf(text)));
const wordsOf = once(({ value }: ChartSpec['placed']): ReadonlySet<string> => new Set(textsIn(value).flatMap(namesOf)));

/** Keys and texts of a value in YAML, without what is optional. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [String(value)];
  if ('optional' in value && value.optional === true) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}
