/** The rows of the revision table: what was published otherwise, and what the brief would say with it. Part of `render`. */
import type { Block } from '../model/document.ts';
import type { Format } from '../model/format.ts';
import type { Lang } from '../model/language.ts';
import type { Fact, RevisionRow } from '../model/ledger.ts';
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

type Say = (format: Format, lang: Lang, block: string) => string;

/** `{{#each_revision kind="since" as |r|}}…{{else}}…{{/each_revision}}`: the block a row; without rows what follows `else`. */
export function revisionHelper(state: State): Helper {
  return function (this: unknown, options: Options) {
    const { kind } = options.hash;
    const rows = state.ledger.revisionRows.filter((row) => kind === undefined || row.kind === kind);
    if (rows.length === 0) return options.inverse(this, { data: options.data });
    return rows
      .map((row) => options.fn(this, { data: options.data, blockParams: [fieldsOf(state, row, options)] }))
      .join('');
  } as Helper;
}

/** What a template prints of a row; a figure or effect that there is not is a dash. */
function fieldsOf(state: State, row: RevisionRow, options: Options): Readonly<Record<string, unknown>> {
  const [earlier, later, change] = [row.figures?.earlier, row.figures?.later, row.figures?.change].map((id) =>
    id === undefined ? undefined : state.ledger.facts.get(id),
  );
  const block = (kind: Block['kind'], say: Say): unknown => {
    const id = nextId(state, kind === 'first' ? 'n' : 'k');
    const text = everyLanguage(state, (lang) => say(formatOf(state, lang), lang, id));
    return place(state, { ...bare(state, id, placeOf(options)), kind, text });
  };
  const print = (fact: Fact, text: string, lang: Lang, id: string) =>
    printed(state, fact, text, lang, id, placeOf(options));
  const figure = (fact: Fact | undefined) =>
    fact
      ? block('first', (format, lang, id) => print(fact, format.number(Number(fact.value), fact.decimals), lang, id))
      : safe('–');
  const moved = (fact: Fact | undefined) =>
    fact
      ? block('stack', (format, lang, id) =>
          print(fact, format.change(Number(fact.value), fact.unit, fact.decimals), lang, id),
        )
      : safe('–');

  return {
    kind: row.kind,
    name: block('stack', (format, lang) => nameOf(state, row, earlier, format, lang)),
    earlier: figure(earlier),
    later: figure(later),
    change: moved(change),
    effects: row.effects.length === 0 ? safe('–') : block('stack', effectsOf(state, row, print)),
  };
}

/** `Tổng sản phẩm trong nước (GDP), 2005, triệu USD`. */
function nameOf(state: State, row: RevisionRow, figure: Fact | undefined, format: Format, lang: Lang): string {
  const { content } = state;
  const item = row.item === undefined ? undefined : content.terms.get(row.item)?.[lang];
  const label = item === undefined ? (content.series.get(row.series)?.label[lang] ?? row.series) : format.capital(item);
  if (!figure) return escapeHtml(label);
  const period = `<time>${escapeHtml(format.period(figure.period, 'short'))}</time>`;
  // A sign alone never begins a line.
  const unit = format.unitName(figure.unit);
  return `${escapeHtml(label)}, ${period},${/\p{L}/u.test(unit) ? ' ' : '\u00a0'}${escapeHtml(unit)}`;
}

/** `Xuất khẩu so với GDP: 61,3% → 56,3%`, one after the other. */
function effectsOf(
  state: State,
  row: RevisionRow,
  print: (fact: Fact, text: string, lang: Lang, block: string) => string,
): Say {
  return (format, lang, id) =>
    row.effects
      .flatMap(({ fact, other }) => {
        const [now, then] = [state.ledger.facts.get(fact), state.ledger.facts.get(other)];
        if (!now || !then) return [];
        // The unit stands once, with the second number; a place in a ranking is no number without its word.
        const bare =
          now.unit === 'rank' ? format.ordinal(Number(now.value)) : format.number(Number(now.value), now.decimals);
        const whole = format.quantity(then.value, then.unit, then.decimals);
        const phrases = state.content.locales.get(lang)?.phrases;
        const name = phrases?.get(`revised.${fact}`) ?? phrases?.get(`revised.${fact.split('.')[0]}`);
        return [`${escapeHtml(name?.text ?? fact)}: ${print(now, bare, lang, id)} → ${print(then, whole, lang, id)}`];
      })
      .join('; ');
}
