/** The source line under a chart, written from the facts that the chart drew: no source is named by hand. Part of `render`. */
import type { Lang } from '../model/language.ts';
import { closest } from '../model/nearest.ts';
import type { Source } from '../model/series.ts';
import { problem } from '../problem.ts';
import { fixedText } from './phrase-html.ts';
import { escapeHtml, everyLanguage, type Helper, nextId, type Options, place, placeOf, type State } from './state.ts';

/** `{{source "scale" also="press_2006"}}`: "Nguồn: …; tính toán của nhóm biên soạn." in every language. */
export function sourceHelper(state: State): Helper {
  return ((...args: unknown[]) => {
    const options = args.at(-1) as Options;
    const charts = args.slice(0, -1).map(String);
    const facts = new Set(charts.flatMap((chart) => factsOf(state, chart)));
    const ids = new Set([...facts].flatMap((id) => state.ledger.facts.get(id)?.sources ?? []));
    for (const id of String(options.hash.also ?? '')
      .split(/\s+/)
      .filter(Boolean)) {
      if (state.content.sources.has(id)) ids.add(id);
      else
        state.problems.push(
          problem('template-unknown', placeOf(options), {
            what: 'source',
            name: id,
            near: closest(id, state.content.sources.keys()),
          }),
        );
    }
    const sources = [...state.content.sources.values()].filter((source) => ids.has(source.id));
    const computed = [...facts].some((id) => isComputed(state, id));
    const line = (lang: Lang): string => {
      const parts = linesOf(sources, lang);
      if (computed) parts.push(fixedText(state, 'page.calc', lang));
      // Dates of releases are part of a source's name, not figures of the brief.
      return `${escapeHtml(fixedText(state, 'page.source', lang))}: <span data-exempt="source">${escapeHtml(parts.join('; '))}</span>.`;
    };
    const id = nextId(state, 's');
    return place(state, {
      id,
      kind: 'pair',
      tag: 'p',
      className: 'source',
      text: everyLanguage(state, line),
      target: undefined,
      attributes: {},
      section: state.section,
      place: placeOf(options),
    });
  }) as Helper;
}

/** The sources' own lines, without doubles; a publisher is named once for those of its sources that follow each other. */
function linesOf(sources: readonly Source[], lang: Lang): string[] {
  const lines = sources.map((source, i) => {
    const line = source.line[lang] ?? '';
    const publisher = `${source.publisher[lang] ?? ''}, `;
    const again = sources[i - 1]?.publisher[lang] === source.publisher[lang];
    return again && line.startsWith(publisher) ? line.slice(publisher.length) : line;
  });
  return [...new Set(lines)];
}

function factsOf(state: State, chart: string): string[] {
  const drawing = state.drawings.all.find((each) => each.chart === chart);
  return drawing ? [...drawing.uses.map((use) => use.fact), ...drawing.table.map((row) => row.fact)] : [];
}

/** A fact is computed unless it is one cell, printed as it stands. */
function isComputed(state: State, id: string): boolean {
  const fact = state.ledger.facts.get(id);
  return (
    fact !== undefined &&
    !(
      fact.inputs.length === 1 &&
      fact.inputs[0] !== undefined &&
      'cell' in fact.inputs[0] &&
      !fact.expression.includes('(')
    )
  );
}
