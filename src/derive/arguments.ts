/** Reading the arguments of a call: one reader for each kind that a function's parameters can have. */
import type { ListSpec } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { UNITS } from '../model/unit.ts';
import { type Place, problem } from '../problem.ts';
import type { Formula } from './formula.ts';
import type { Kind, Kinds } from './functions/define.ts';
import type { Quantity, Trace } from './quantity.ts';
import type { Scope } from './scope.ts';
import { type FamilyRef, type Items, items, type SeriesRef, type Yearly, yearly } from './series-values.ts';
import { plainYear } from './years.ts';

export type Value = Quantity | SeriesRef | FamilyRef;

/** What the readers need of the call that they read for. */
export interface Reading {
  readonly scope: Scope;
  evaluate(node: Formula): Value | undefined;
  /** Remembers the trace of something that was read. */
  traced(trace: Trace): void;
  /** Reports an argument of the wrong kind. */
  refuse(place: Place, wanted: string, found: string): undefined;
}

/** An argument as the computation sees it, and as the canonical expression writes it. */
export interface Argument<T> {
  readonly value: T;
  readonly text: string;
}

/** What a value is, for messages. */
export function description(value: Value): string {
  if (value.type === 'series') return value.item === undefined ? `the series ${value.series.id}` : 'a series';
  if (value.type === 'family') return `the family ${value.name}`;
  if (value.unit === 'truth') return 'a truth';
  return value.literal ? (value.unit === 'year' ? 'a year' : 'a plain number') : `a quantity in ${value.unit}`;
}

/** How each kind of parameter is called in messages. */
const WANTED: Readonly<Record<Kind, string>> = {
  series: 'a series or a family',
  items: 'a series with items',
  member: 'one item of a series with items',
  item: 'the name of an item',
  year: 'a year',
  quantity: 'a quantity',
  percent: 'a percentage',
  number: 'a plain number',
  level: 'a series or a quantity',
  list: 'the name of a list',
  'list?': 'the name of a list',
  quantities: 'a quantity',
};

const recorded = (series: Yearly, { traced }: Reading): Yearly => ({
  ...series,
  read(year) {
    const quantity = series.read(year);
    if (quantity) traced(quantity.trace);
    return quantity;
  },
});

const recordedItems = (all: Items, reading: Reading): Items => ({
  ...all,
  item: (name) => recorded(all.item(name), reading),
});

/** One quantity standing for every year. */
const constant = (quantity: Quantity, place: Place): Yearly => ({
  text: quantity.expression.text,
  place,
  unit: quantity.unit,
  years: () => [],
  has: () => true,
  read: () => quantity,
});

type Reader<K extends Kind> = (node: Formula, reading: Reading) => Argument<NonNullable<Kinds[K]>> | undefined;

/** Evaluates an argument; a value for which `accept` has no answer is refused as being of the wrong kind. */
const read =
  <K extends Kind>(
    kind: K,
    accept: (value: Value, reading: Reading, node: Formula) => Argument<NonNullable<Kinds[K]>> | 'refused' | undefined,
  ): Reader<K> =>
  (node, reading) => {
    const value = reading.evaluate(node);
    if (!value) return undefined;
    const argument = accept(value, reading, node);
    return argument === 'refused' ? reading.refuse(node.place, WANTED[kind], description(value)) : argument;
  };

const quantity = read('quantity', (value, { traced }) => {
  if (value.type !== 'quantity' || value.unit === 'truth') return 'refused';
  traced(value.trace);
  return { value, text: value.expression.text };
});

const series = read('series', (value, reading) => {
  if (value.type === 'quantity') return 'refused';
  const found = yearly(value, reading.scope);
  if (found?.unit === 'truth') return 'refused';
  return found && { value: recorded(found, reading), text: found.text };
});

const list = (node: Formula, { scope, refuse }: Reading): Argument<ListSpec> | undefined => {
  if (node.type !== 'name') return refuse(node.place, WANTED.list, 'something else');
  const { lists } = scope.content;
  const found = lists.get(node.name);
  if (found) return { value: found, text: node.name };
  const near = closest(node.name, lists.keys());
  return scope.report(problem('unknown-name', node.place, { what: 'list', name: node.name, near }));
};

export const READERS: { readonly [K in Kind]: Reader<K> } = {
  quantity,
  series,
  list,
  'list?': list,
  // The rest of the arguments is gathered by the caller, one reading each.
  quantities: (node, reading) => {
    const one = quantity(node, reading);
    return one && { value: [one.value], text: one.text };
  },
  items: read('items', (value, reading) => {
    if (value.type !== 'series' || value.item !== undefined) return 'refused';
    const found = items(value, reading.scope);
    if (!found) return undefined;
    return found.names.length === 0 ? 'refused' : { value: recordedItems(found, reading), text: found.text };
  }),
  member: read('member', (value, reading) => {
    if (value.type !== 'series' || value.item === undefined) return 'refused';
    const { item } = value;
    const [own, found] = [yearly(value, reading.scope), items(value, reading.scope)];
    return own && found && { value: { items: recordedItems(found, reading), item }, text: own.text };
  }),
  item: (node, { refuse }) =>
    node.type === 'name'
      ? { value: node.name, text: node.name }
      : refuse(node.place, WANTED.item, node.type === 'text' ? 'a text' : 'something else'),
  year: read('year', (value, { traced }) => {
    const year = value.type === 'quantity' ? plainYear(value) : undefined;
    if (year === undefined || value.type !== 'quantity') return 'refused';
    if (!value.literal) traced(value.trace);
    return { value: year, text: value.literal ? String(year) : value.expression.text };
  }),
  percent: read('percent', (value, { traced }) => {
    if (value.type !== 'quantity' || UNITS[value.unit].kind !== 'percent') return 'refused';
    traced(value.trace);
    return { value: Number(value.value), text: value.expression.text };
  }),
  number: read('number', (value, { traced }) => {
    if (value.type !== 'quantity' || value.unit !== 'count') return 'refused';
    traced(value.trace);
    return { value: Number(value.value), text: value.expression.text };
  }),
  level: read('level', (value, reading, node) => {
    if (value.type !== 'quantity') {
      const found = yearly(value, reading.scope);
      return found && { value: recorded(found, reading), text: found.text };
    }
    if (value.unit === 'truth') return 'refused';
    const text = value.expression.text;
    return { value: recorded(constant(value, node.place), reading), text };
  }),
};
