/**
 * chart: the ledger's facts become drawings, one SVG a chart and document (and phone), in Node, without a browser.
 * Vega, Vega-Lite and fontkit are imported when there is something to draw: starting up is part of the speed.
 */
import type { ChartSpec, Content } from '../model/content.ts';
import type { Drawing, Drawings } from '../model/document.ts';
import { type Format, formatter } from '../model/format.ts';
import type { Lang, Languages } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Problem } from '../problem.ts';
import type { Brief } from './brief.ts';
import { checkSpec } from './check-spec.ts';
import type { Context } from './context.ts';
import type { Draw } from './draw.ts';
import type { FontFile } from './measure.ts';
import { remembered } from './remember.ts';
import { type Tokens, tokensOf } from './tokens.ts';

export type { FontFile } from './measure.ts';
export { themed } from './tokens.ts';

export interface ChartRequest {
  readonly documents: readonly { readonly name: string; readonly languages: Languages }[];
  /** True where each chart is drawn a second time for a phone, 358 px wide. */
  readonly narrow: boolean;
}

/**
 * Draws every chart that the edition's points show, for every document asked for.
 * @param fonts the faces that the page embeds; labels are measured in them
 * @returns the drawings that succeeded, in order of charts and documents, and all problems, each once
 */
export async function chart(
  content: Content,
  ledger: Ledger,
  request: ChartRequest,
  fonts: readonly FontFile[],
): Promise<{ drawings: Drawings; problems: Problem[] }> {
  const drawers = await import('./drawers.ts');
  const schema = await drawers.vegaLiteSchema();
  const tokens = tokensOf(content.styles);
  const measure = drawers.measurer(fonts);
  const formats = new Map<Lang, Format>([...content.locales].map(([lang, locale]) => [lang, formatter(locale)]));
  const shared = { content, ledger, tokens, measure, formatOf: (lang: Lang) => formats.get(lang) as Format };
  const faces = fonts.map(({ family, weight, bytes }) => [family, weight, bytes.length]);
  const drawn: Drawing[] = [];
  const problems: Problem[] = [];
  /** The documents that have problems, as messages name them. */
  const named: string[] = [];
  for (const spec of wanted(content)) {
    const found = soundIn(tokens, spec) ? [] : checkSpec(spec, schema, tokens);
    if (found.length === 0) sound.set(spec.placed, [...tokens].join());
    problems.push(...found);
    if (found.length > 0) continue;
    // The page and the phone share one compiled chart unless a patch changes the specification.
    let wide: Draw | undefined;
    const drawerFor = (narrow: boolean, brief: Brief): Draw => {
      const shared = narrow && brief.narrow?.spec === undefined ? wide : undefined;
      const draw =
        shared ??
        remembered([spec.placed.file, spec.placed.text, tokens, narrow, faces], () =>
          drawers.drawer(drawers.compiled(spec, narrow, tokens)),
        );
      wide ??= draw;
      return draw;
    };
    for (const narrow of request.narrow ? [false, true] : [false]) {
      const brief = drawers.briefFor(spec, narrow);
      const draw = drawerFor(narrow, brief);
      for (const { name, languages } of request.documents) {
        // A phone shows one language: two lines a label have no room there.
        if (narrow && languages.length > 1) continue;
        const context: Context = { ...shared, chart: spec, document: name, languages, narrow };
        const one = await drawers.drawing(brief, draw, context);
        problems.push(...one.problems);
        if (one.problems.length > 0) named.push(narrow ? `${name} (narrow)` : name);
        if (one.drawing) drawn.push(one.drawing);
      }
    }
  }
  return { drawings: drawings(drawn), problems: once(problems, [...new Set(named)]) };
}

/** Files in which nothing was found, with the colours that they were held against: they are not checked again in a process. */
const sound = new WeakMap<ChartSpec['placed'], string>();
const soundIn = (tokens: Tokens, { placed }: ChartSpec): boolean => sound.get(placed) === [...tokens].join();

/** The charts of the edition's points and of the cover, in order of their names; a chart without a point is always drawn. */
function wanted({ charts, edition }: Content): ChartSpec[] {
  const points = new Set(['cover', ...edition.points.map(({ id }) => id)]);
  return [...charts.values()]
    .filter(({ placed }) => {
      const { point } = ((placed.value.usermeta ?? {}) as { brief?: Partial<Brief> }).brief ?? {};
      return point === undefined || points.has(point);
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function drawings(all: readonly Drawing[]): Drawings {
  const key = (chart: string, document: string, narrow: boolean) => `${chart} ${document} ${narrow}`;
  const known = new Map(all.map((each) => [key(each.chart, each.document, each.narrow), each]));
  return { all, get: (chart, document, narrow = false) => known.get(key(chart, document, narrow)) };
}

/** A fault of the file or of a name shows in every document: it is told once, with the documents that it shows in. */
function once(problems: readonly Problem[], documents: readonly string[]): Problem[] {
  const names = documents.map((name) => name.replace(/[()]/g, '\\$&')).join('|');
  const named = new RegExp(`(?<= in |\\()(?:${names || '(?!)'})(?=[.:)])`);
  const told = new Map<string, { problem: Problem; documents: Set<string> }>();
  for (const each of problems) {
    const document = named.exec(each.message)?.[0];
    const message = document === undefined ? each.message : each.message.replace(named, '{document}');
    const key = JSON.stringify([each.code, each.file, each.line, each.column, message]);
    const same = told.get(key) ?? { problem: { ...each, message }, documents: new Set() };
    told.set(key, same);
    if (document !== undefined) same.documents.add(document);
  }
  return [...told.values()].map(({ problem, documents: shown }) => ({
    ...problem,
    message: shown.size === 0 ? problem.message : problem.message.replace('{document}', [...shown].join(', ')),
  }));
}
