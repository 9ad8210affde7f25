/** The walk over a formula's tree: names resolved, cells read, operators and functions applied. No `eval`. */
import { closest } from '../model/nearest.ts';
import { problem } from '../problem.ts';
import { description, type Value } from './arguments.ts';
import { callFunction } from './call-function.ts';
import { atom } from './canonical.ts';
import type { Formula } from './formula.ts';
import { FUNCTIONS } from './functions/index.ts';
import { arithmetic, comparison, logic, minus, not } from './operators.ts';
import { joined, literal, type Quantity, yearQuantity } from './quantity.ts';
import type { Scope } from './scope.ts';
import { type SeriesRef, yearly } from './series-values.ts';
import { specialForm } from './special-forms.ts';
import { isWindowWord, plainYear, WINDOW_WORDS } from './years.ts';

type Node<T extends Formula['type']> = Extract<Formula, { type: T }>;

/** The value of a node; undefined where anything in it is at fault, which has then been reported, once, at its place. */
export function evaluate(node: Formula, scope: Scope): Value | undefined {
  switch (node.type) {
    case 'number':
      return literal(node.value);
    case 'text': {
      const args = { wanted: 'A value', found: 'a text', advice: 'Texts stand in brackets, as the name of a vintage.' };
      return scope.report(problem('formula-value', node.place, args));
    }
    case 'name':
      return named(node, scope);
    case 'item':
      return item(node, scope);
    case 'index':
      return node.index.type === 'text'
        ? ofVintage(node, { id: node.index.value, place: node.index.place }, scope)
        : ofYear(node, scope);
    case 'call':
      return specialForm(node.name)?.(node, scope, evaluate) ?? ordinaryCall(node, scope);
    case 'arithmetic':
    case 'comparison':
    case 'logic': {
      const left = evaluateQuantity(node.left, scope);
      const right = evaluateQuantity(node.right, scope);
      return left && right && infixed(node, left, right, scope);
    }
    case 'minus':
    case 'not': {
      const of = evaluateQuantity(node.of, scope);
      return of && (node.type === 'minus' ? minus(node, of, scope) : not(node, of, scope));
    }
  }
}

function infixed(node: Node<'arithmetic' | 'comparison' | 'logic'>, left: Quantity, right: Quantity, scope: Scope) {
  if (node.type === 'arithmetic') return arithmetic(node, left, right, scope);
  return node.type === 'comparison' ? comparison(node, left, right, scope) : logic(node, left, right, scope);
}

/** A special form that failed has reported; only other names are looked up among the functions. */
const ordinaryCall = (node: Node<'call'>, scope: Scope) =>
  specialForm(node.name) ? undefined : callFunction(node, scope, evaluate);

/** The value of a node where one number or truth is wanted; a series or a family is reported. */
export function evaluateQuantity(node: Formula, scope: Scope): Quantity | undefined {
  const value = evaluate(node, scope);
  if (!value || value.type === 'quantity') return value;
  const advice = 'Choose a year in brackets, “[end]”, or use a function of several years.';
  return scope.report(
    problem('formula-value', node.place, { wanted: 'One number', found: description(value), advice }),
  );
}

/** In order: a word of the window, the family's year, a fact or family, a series, or the one that the edition reads for it. */
function named({ name, place }: Node<'name'>, scope: Scope): Value | undefined {
  const { content } = scope;
  if (isWindowWord(name)) {
    const year = content.edition.window[name];
    return year === undefined ? scope.report(problem('previous-missing', place, { name })) : yearQuantity(year);
  }
  if (name === 'year') {
    return scope.year === undefined ? scope.report(problem('year-outside-family', place)) : yearQuantity(scope.year);
  }
  const sort = scope.sort(name);
  if (sort === 'single') return scope.fact(name, place);
  if (sort === 'family') return { type: 'family', name, place };
  // The edition's own facts say which series they mean.
  const own = place.file.startsWith('data/editions/');
  const series = content.series.get((own ? undefined : content.edition.series.get(name)) ?? name);
  if (series) return { type: 'series', series, item: undefined, vintage: undefined, place };
  if (FUNCTIONS.has(name) || content.lists.has(name)) {
    const found = `the ${FUNCTIONS.has(name) ? 'function' : 'list'} ${name}`;
    return scope.report(problem('formula-value', place, { wanted: 'A value', found }));
  }
  const near = closest(name, [...scope.names, ...content.series.keys(), ...WINDOW_WORDS]);
  return scope.report(problem('unknown-name', place, { what: 'fact or series', name, near }));
}

function item(node: Node<'item'>, scope: Scope): Value | undefined {
  const of = evaluate(node.of, scope);
  if (!of) return undefined;
  if (of.type === 'series' && of.item === undefined) return { ...of, item: node.item, place: node.itemPlace };
  const found = description(of);
  const advice = of.type === 'family' ? 'Choose a year of a family in brackets: family[end].' : undefined;
  return scope.report(problem('formula-value', node.of.place, { wanted: 'A series with items', found, advice }));
}

function ofVintage(node: Node<'index'>, vintage: NonNullable<SeriesRef['vintage']>, scope: Scope): Value | undefined {
  const of = evaluate(node.of, scope);
  if (!of) return undefined;
  if (of.type === 'series' && of.vintage === undefined) return { ...of, vintage };
  const found = of.type === 'series' ? 'a series whose vintage is named already' : description(of);
  return scope.report(problem('formula-value', node.of.place, { wanted: 'A series without a vintage', found }));
}

/**
 * A literal year gives the cell alone; a computed one is traced as well. The status stays that of the figure itself: how the
 * year was found does not make the figure an estimate.
 */
function ofYear(node: Node<'index'>, scope: Scope): Quantity | undefined {
  const of = evaluate(node.of, scope);
  const index = evaluateQuantity(node.index, scope);
  if (!of || !index) return undefined;
  if (of.type === 'quantity') {
    const args = { wanted: 'A series or a family', found: description(of), advice: 'Leave the brackets out.' };
    return scope.report(problem('formula-value', node.of.place, args));
  }
  const year = plainYear(index);
  if (year === undefined) {
    return scope.report(problem('formula-value', node.index.place, { wanted: 'A year', found: description(index) }));
  }
  const series = yearly(of, scope);
  const quantity = series?.read(year);
  if (!series || !quantity || index.literal) return quantity;
  const expression = atom(`${series.text}[${index.expression.text}]`);
  const trace = joined([quantity.trace, index.trace]);
  return { ...quantity, expression, trace: { ...trace, status: quantity.trace.status } };
}
