/** What the source article stated: each figure becomes a fact of its own, marked [a], never a cell of a series. */
import type { FormulaText, StatedSpec } from '../model/content.ts';
import type { Fact } from '../model/ledger.ts';
import { call } from './canonical.ts';
import type { Reckoned } from './fact-of.ts';
import { type Span, spanText } from './period.ts';
import type { Quantity } from './quantity.ts';

/**
 * A stated figure as a fact. Its expression is `stated("name")`, its only source the article, its status [a]: nobody can
 * recompute it, and whatever is reckoned from it carries the mark too.
 * @param article the id of the article's source; undefined in an edition without one
 * @param yearOf reads a year formula, `end`, and reports where it gives none
 */
export function statedFigure(
  { name, value, unit, decimals, years: formulas, place }: StatedSpec,
  article: string | undefined,
  yearOf: (text: FormulaText) => number | undefined,
): Reckoned | undefined {
  const found = formulas.map(yearOf);
  const years = [...new Set(found.flatMap((year) => year ?? []))].sort((a, b) => a - b);
  if (found.includes(undefined)) return undefined;
  const [first, last] = [years[0], years.at(-1)];
  const span: Span | undefined =
    first === undefined || last === undefined ? undefined : { from: String(first), to: String(last) };
  const expression = call('stated', [JSON.stringify(name)]);
  const sources = article === undefined ? [] : [article];
  const fact: Fact = {
    id: name,
    expression: expression.text,
    value,
    unit,
    decimals,
    period: span ? spanText(span) : '',
    years,
    status: 'a',
    vintages: [],
    sources,
    inputs: [],
    place,
  };
  const trace: Quantity['trace'] = { inputs: [{ fact: name }], years, span, vintages: [], sources, status: 'a' };
  return { fact, quantity: { type: 'quantity', value, unit, literal: false, expression, trace } };
}
