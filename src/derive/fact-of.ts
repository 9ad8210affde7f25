/** From a reckoned quantity to a fact: declared unit, period, years, status. */
import type { FactSpec } from '../model/content.ts';
import type { Fact } from '../model/ledger.ts';
import { convert, UNIT_NAMES, UNITS } from '../model/unit.ts';
import { type Problem, problem } from '../problem.ts';
import { spanText } from './period.ts';
import type { Quantity, Trace } from './quantity.ts';
import { fitsUnit } from './unit-rules.ts';

/** A fact, and the quantity that other formulas read when they name it. */
export interface Reckoned {
  readonly fact: Fact;
  readonly quantity: Quantity;
}

/** The period as printed: of a family's member its year, else from the first to the last that was read or spoken of. */
function periodOf(trace: Trace, year: number | undefined): string {
  if (year !== undefined) return String(year);
  if (trace.span) return spanText(trace.span);
  const [first, last] = [trace.years[0], trace.years.at(-1)];
  return first === undefined || last === undefined ? '' : spanText({ from: String(first), to: String(last) });
}

/**
 * Makes the fact that a specification declares from what its formula gave. The value is converted into the declared unit,
 * which must be of the same kind; nothing is rounded. The status is the declared one, else the weakest of the inputs'.
 * @param year the member's year; undefined outside a family
 */
export function factOf(
  id: string,
  spec: FactSpec,
  quantity: Quantity,
  year: number | undefined,
  report: (found: Problem) => void,
): Reckoned | undefined {
  const { unit, decimals, formula } = spec;
  if (!fitsUnit(quantity, unit)) {
    const { kind } = UNITS[quantity.unit];
    const units = UNIT_NAMES.filter((name) => UNITS[name].kind === kind).join(', ');
    report(problem('fact-unit', formula.place, { found: quantity.unit, declared: unit, kind, units }));
    return undefined;
  }
  const number = Number(quantity.value);
  const value =
    typeof quantity.value === 'boolean' || quantity.literal ? quantity.value : convert(number, quantity.unit, unit);
  const { trace } = quantity;
  const years = year === undefined ? trace.years : [...new Set([...trace.years, year])].sort((a, b) => a - b);
  const status = spec.status ?? trace.status;
  const fact: Fact = {
    id,
    expression: quantity.expression.text,
    value,
    unit,
    decimals,
    period: periodOf(trace, year),
    years,
    status,
    vintages: trace.vintages,
    sources: trace.sources,
    inputs: trace.inputs,
    place: formula.place,
  };
  return { fact, quantity: quantityOf(fact, quantity, year) };
}

/** What a formula reads that names the fact: its value in the declared unit, traced to the fact and no further. */
function quantityOf(fact: Fact, { expression, trace }: Quantity, year: number | undefined): Quantity {
  const span = year === undefined ? trace.span : { from: String(year), to: String(year) };
  const { value, unit, years, status } = fact;
  const inputs = [{ fact: fact.id }];
  return {
    type: 'quantity',
    value,
    unit,
    literal: false,
    expression,
    trace: { ...trace, inputs, years, span, status },
  };
}
