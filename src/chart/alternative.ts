/** The text alternative of a chart: what it shows, and the numbers that a listener needs, written from the facts. Part of `chart`. */
import type { Lang } from '../model/language.ts';
import type { Fact, Ledger } from '../model/ledger.ts';
import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import type { Brief } from './brief.ts';
import type { Context } from './context.ts';
import type { Row } from './row.ts';
import { phraseKey, phraseWords } from './texts.ts';

export interface Alternative {
  /** In each language of the document. */
  readonly texts: Readonly<Record<Lang, string>>;
  /** The facts told or drawn, with the term or phrase of what they belong to. */
  readonly table: readonly { readonly series: string; readonly fact: string }[];
  readonly problems: readonly Problem[];
}

/** One line of the chart: the facts of one series, in order of years. */
interface Line {
  readonly series: string;
  readonly facts: readonly Fact[];
}

/**
 * "Type. What it shows. Series: first; highest; lowest; last." Sentences end in a full stop and members are divided by
 * semicolons in every language; all words are phrases: `chart.alt.<type>`, `chart.<chart>.alt`, `chart.alt.point`.
 */
export function alternativeOf(
  brief: Brief,
  rows: Readonly<Record<string, readonly Row[]>>,
  context: Context,
): Alternative {
  const problems: Problem[] = [];
  const { id, placed } = context.chart;
  const place = placed.at(['usermeta', 'brief', 'alternative']);
  const lines = linesOf(brief, rows, context);
  const say = (key: string, lang: Lang, ledger?: Ledger): string => {
    const words = phraseWords(key, [lang], place, context, ledger);
    problems.push(...words.problems);
    return words.lines[0] ?? '';
  };
  const nameOf = (series: string, lang: Lang): string => context.content.terms.get(series)?.[lang] ?? say(series, lang);
  const texts = context.languages.map((lang): [Lang, string] => {
    const { capital } = context.formatOf(lang);
    const told = lines.map(({ series, facts }) => {
      const points = pointsOf(facts).map(({ fact, key }) =>
        say(`chart.alt.${key}`, lang, onlyPoint(fact, context.ledger)),
      );
      return series === phraseKey(id, 'alt')
        ? points.join('; ')
        : `${capital(nameOf(series, lang))}: ${points.join('; ')}`;
    });
    const sentences = [say(`chart.alt.${brief.alternative.type}`, lang), say(phraseKey(id, 'alt'), lang), ...told];
    return [lang, sentences.map((sentence) => `${sentence}.`).join(' ')];
  });
  for (const dataset of brief.alternative.datasets) {
    if (!rows[dataset])
      problems.push(
        problem('unknown-name', place, { what: 'dataset', name: dataset, near: closest(dataset, Object.keys(rows)) }),
      );
  }
  const table = lines.flatMap(({ series, facts }) => facts.map((fact) => ({ series, fact: fact.id })));
  return { texts: Object.fromEntries(texts), table, problems };
}

function linesOf(brief: Brief, rows: Readonly<Record<string, readonly Row[]>>, { chart, ledger }: Context): Line[] {
  const lines = new Map<string, Fact[]>();
  for (const row of brief.alternative.datasets.flatMap((dataset) => rows[dataset] ?? [])) {
    const fact = row.fact === undefined ? undefined : ledger.facts.get(row.fact);
    const series = row.series ?? phraseKey(chart.id, 'alt');
    const known = lines.get(series) ?? [];
    if (fact && !known.includes(fact)) lines.set(series, [...known, fact]);
  }
  return [...lines].map(([series, facts]) => ({ series, facts }));
}

/** The first, the highest, the lowest and the last of a series, each once; of one fact alone, the value without its year. */
function pointsOf(facts: readonly Fact[]): { fact: Fact; key: string }[] {
  if (facts.length === 1) return facts.map((fact) => ({ fact, key: 'value' }));
  const values = facts.map((fact) => Number(fact.value));
  const highest = facts[values.indexOf(Math.max(...values))];
  const lowest = facts[values.indexOf(Math.min(...values))];
  return facts.flatMap((fact) => {
    const key = fact === highest ? 'point_highest' : fact === lowest ? 'point_lowest' : 'point';
    return key !== 'point' || fact === facts[0] || fact === facts.at(-1) ? [{ fact, key }] : [];
  });
}

/** A ledger in which a phrase's `{point}` is the fact to be told. */
const onlyPoint = (fact: Fact, ledger: Ledger): Ledger => ({
  ...ledger,
  find: (name) => (name === 'point' ? fact : undefined),
});
