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
  const points = new Set(['cover', ...content.edition.points.map(({ id }) => id)]);
  const charts = [...content.charts].filter(([id, { placed }]) => words.has(id) && points.has(pointOf(placed)));
  const said = new Set(charts.flatMap(([id, { placed }]) => namesSaid(placed).map((name) => phraseKey(id, name))));
  const texts = [...words, ...charts.flatMap(([, { placed }]) => [...wordsOf(placed)])];
  const everywhere = [...content.templates.values()].map(namesIn);
  for (const locale of content.locales.values()) {
    for (const [key, { text }] of locale.phrases) {
      // A phrase that templates name is wanted where the edition runs them; what they do not name, code says.
      const code = !key.startsWith('chart.') && !everywhere.some((names) => names.has(key));
      if (code || words.has(key) || said.has(key)) texts.push(text);
    }
  }
  for (const claim of content.edition.claims) {
    for (const text of [claim.text, claim.stated, claim.recomputed, claim.basis]) texts.push(...Object.values(text));
  }
  for (const { reason } of content.edition.leftOut) texts.push(...Object.values(reason));
  return new Set(texts.join('\n').match(/[A-Za-z_]\w*/g));
});

type Placed = ChartSpec['placed'];
interface Brief {
  readonly point?: unknown;
  readonly datasets?: unknown;
  readonly narrow?: unknown;
}

const briefOf = ({ value }: Placed): Brief => (value.usermeta as { brief?: Brief } | undefined)?.brief ?? {};

/** The section that shows a chart; without one it may stand on the cover. */
const pointOf = (placed: Placed): string => String(briefOf(placed).point ?? 'cover');

/** A chart's own phrase by its last part, any other by its whole key. */
const phraseKey = (chart: string, name: string): string => (name.includes('.') ? name : `chart.${chart}.${name}`);

/** The names of a chart's rows, but for those that an edition may lack, and what it shows. */
const namesSaid = once((placed: Placed): readonly string[] => {
  const names = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(names);
    if (!isWanted(value)) return [];
    return Object.entries(value).flatMap(([key, each]) =>
      key === 'name' && typeof each === 'string' ? [each] : names(each),
    );
  };
  const { datasets, narrow } = briefOf(placed);
  return ['alt', ...names(datasets), ...names(narrow)];
});

/** Names as they stand in a text: `scale`, and with their dots `chart.growth.average`. */
const namesOf = (text: string): string[] => [...(text.match(/[A-Za-z_][\w.]*/g) ?? []), ...(text.match(/\w+/g) ?? [])];

const namesIn = once(({ text }: TextFile): ReadonlySet<string> => new Set(namesOf(text)));
const wordsOf = once(({ value }: Placed): ReadonlySet<string> => new Set(textsIn(value).flatMap(namesOf)));

/** A map whose row is not optional. */
const isWanted = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !('optional' in value && value.optional === true);

/** Keys and texts of a value in YAML, without what is optional. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [String(value)];
  return isWanted(value) ? Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]) : [];
}
