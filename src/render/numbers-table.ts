/** The numbers behind a chart as a table, written from the facts that the chart drew. Part of `render`. */
import type { Lang } from '../model/language.ts';
import type { Fact } from '../model/ledger.ts';
import {
  bare,
  escapeHtml,
  everyLanguage,
  formatOf,
  type Helper,
  nextId,
  type Options,
  place,
  placeOf,
  printed,
  type State,
  safe,
} from './state.ts';

/** `{{numbers "scale"}}`: rows are the chart's series, columns the periods; a chart of one period has one column of values. */
export function numbersHelper(state: State): Helper {
  return ((chart: string, options: Options) => {
    const drawing = state.drawings.all.find((each) => each.chart === chart);
    if (!drawing) return '';
    const rows = new Map<string, Fact[]>();
    for (const { series, fact: id } of drawing.table) {
      const fact = state.ledger.facts.get(id);
      if (fact && typeof fact.value === 'number') rows.set(series, [...(rows.get(series) ?? []), fact]);
    }
    const periods = [...new Set([...rows.values()].flat().map((fact) => fact.period))].sort();
    const many = [...rows.values()].some((facts) => facts.length > 1);
    const head = many
      ? periods.map((period) => `<th scope="col">${periodOf(state, period, options)}</th>`).join('')
      : '';
    const body = [...rows].map(([series, facts]) => {
      const cells = many
        ? periods
            .map(
              (period) =>
                `<td>${cell(
                  state,
                  facts.find((fact) => fact.period === period),
                  options,
                )}</td>`,
            )
            .join('')
        : `<td>${cell(state, facts[0], options)}</td>`;
      return `<tr><th scope="row">${name(state, series, facts[0], options)}</th>${cells}</tr>`;
    });
    return safe(
      `<table class="numbers framed">${many ? `<thead><tr><th scope="col" class="stub">${name(state, 'numbers.name', undefined, options)}</th>${head}</tr></thead>` : ''}<tbody>${body.join('')}</tbody></table>`,
    );
  }) as Helper;
}

function block(
  state: State,
  kind: 'first' | 'stack',
  text: (lang: Lang, id: string) => string,
  options: Options,
): string {
  const id = nextId(state, 'n');
  const all = everyLanguage(state, (lang) => text(lang, id));
  return String(place(state, { ...bare(state, id, placeOf(options)), kind, text: all }));
}

const periodOf = (state: State, period: string, options: Options): string =>
  block(state, 'first', (lang) => `<time>${escapeHtml(formatOf(state, lang).period(period, 'short'))}</time>`, options);

function cell(state: State, fact: Fact | undefined, options: Options): string {
  if (!fact) return '–';
  return block(
    state,
    'first',
    (lang, id) =>
      printed(state, fact, formatOf(state, lang).number(Number(fact.value), fact.decimals), lang, id, placeOf(options)),
    options,
  );
}

/** The series' name and unit: a term, or a fixed phrase. */
function name(state: State, series: string, fact: Fact | undefined, options: Options): string {
  return block(
    state,
    'stack',
    (lang) => {
      const term =
        state.content.terms.get(series)?.[lang] ?? state.content.locales.get(lang)?.phrases.get(series)?.text ?? series;
      const unit = fact ? formatOf(state, lang).unitName(fact.unit) : '';
      return escapeHtml(unit ? `${term}, ${unit}` : term);
    },
    options,
  );
}
