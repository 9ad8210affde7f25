/** The chain of a fact down to the cells that it was computed from. Pure. */
import type { Fact, Ledger } from './ledger.ts';
import type { Cell } from './series.ts';

export interface Trace {
  readonly fact: Fact;
  readonly from: readonly (Trace | { readonly cell: Cell })[];
}

/** Follows a fact's inputs to their ends; derive has refused cycles. */
export function trace(ledger: Ledger, fact: Fact): Trace {
  const from = fact.inputs.flatMap((input): (Trace | { readonly cell: Cell })[] => {
    if ('cell' in input) return [{ cell: input.cell }];
    const found = ledger.facts.get(input.fact);
    return found ? [trace(ledger, found)] : [];
  });
  return { fact, from } satisfies Trace;
}

const at = (place: { file: string; line: number; column: number }): string =>
  `${place.file}:${place.line}:${place.column}`;

/** A value with all its digits, as stored; rounding is for the page. */
const shown = (value: number | boolean): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value);

/** A rank reads hundreds of cells; the tree names the first of them and says how many more there are. */
const CELLS_SHOWN = 8;

/** The chain as an indented tree, a line or two a step; what stands above in full is only named again. */
export function traceLines(root: Trace): string[] {
  const lines: string[] = [];
  const told = new Set<string>();
  const write = (node: Trace | { cell: Cell }, first: string, rest: string): void => {
    if ('cell' in node) {
      const { cell } = node;
      const item = cell.item === undefined ? '' : `.${cell.item}`;
      const status = cell.status ? ` [${cell.status}]` : '';
      lines.push(
        `${first}${cell.series}${item} ${cell.period} = ${shown(cell.value)}${status}  (vintage ${cell.vintage}, source ${cell.source})  ${at(cell.place)}`,
      );
      return;
    }
    const { fact, from } = node;
    const status = fact.status ? ` [${fact.status}]` : '';
    const unit = fact.unit === 'truth' ? '' : ` ${fact.unit}`;
    const period = fact.period === '' ? '' : `  (${fact.period})`;
    lines.push(`${first}${fact.id} = ${shown(fact.value)}${unit}${status}${period}  ${at(fact.place)}`);
    if (told.has(fact.id) && from.length > 0) {
      lines.push(`${rest}  as above`);
      return;
    }
    told.add(fact.id);
    lines.push(`${rest}${from.length > 0 ? '│ ' : '  '}${fact.expression}`);
    // A number without cells was stated: its source is all that there is to tell.
    if (from.length === 0 && fact.sources.length > 0) lines.push(`${rest}  source ${fact.sources.join(', ')}`);
    const many = from.length > CELLS_SHOWN + 1 && from.every((each) => 'cell' in each);
    const listed = many ? from.slice(0, CELLS_SHOWN) : from;
    const more = from.length - listed.length;
    listed.forEach((each, i) => {
      const last = more === 0 && i === listed.length - 1;
      write(each, `${rest}${last ? '└─ ' : '├─ '}`, `${rest}${last ? '   ' : '│  '}`);
    });
    if (more > 0) lines.push(`${rest}└─ … and ${more} more cells; --json lists them all`);
  };
  write(root, '', '');
  return lines;
}

/** The chain as data, for `--json`. */
export function traceJson(node: Trace | { cell: Cell }): unknown {
  if ('cell' in node) {
    const { series, item, vintage, source, period, value, status, place } = node.cell;
    return {
      series,
      ...(item !== undefined && { item }),
      vintage,
      source,
      period,
      value,
      ...(status && { status }),
      place: at(place),
    };
  }
  const { fact, from } = node;
  return {
    fact: fact.id,
    value: fact.value,
    unit: fact.unit,
    period: fact.period,
    ...(fact.status && { status: fact.status }),
    expression: fact.expression,
    sources: fact.sources,
    place: at(fact.place),
    from: from.map(traceJson),
  };
}
