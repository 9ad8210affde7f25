/** The first step of `derive`: a formula's text becomes a tree, or problems at their line and column. */
import { type Expression, parseExpressionAt } from 'acorn';
import type { FormulaText } from '../model/content.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Arithmetic, Comparison, Formula, Logic } from './formula.ts';

export interface Parsed {
  /** Undefined where any part of the text is not a formula. */
  readonly formula: Formula | undefined;
  readonly problems: readonly Problem[];
}

const ARITHMETIC: ReadonlySet<string> = new Set<Arithmetic>(['+', '-', '*', '/']);
/** `===` is read as `==`: there is only one equality here. */
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['==', '=='],
  ['===', '=='],
  ['!=', '!='],
  ['!==', '!='],
]);

/**
 * The place of a character of the formula. A formula on several lines keeps its line numbers; in a YAML block text the
 * indentation is gone, so that columns count from the text's own edge.
 */
function placeAt({ text, place }: FormulaText, offset: number): Place {
  const before = text.slice(0, offset);
  const lines = before.split('\n').length - 1;
  if (lines === 0) return { ...place, column: place.column + offset };
  return { ...place, line: place.line + lines, column: offset - before.lastIndexOf('\n') };
}

/**
 * Parses a formula: JavaScript's expression syntax, of which only names, decimal numbers, texts, `a.b`, `a[b]`, calls of
 * named functions, `+ - * /`, comparisons, `&& || !` and parentheses are allowed. The whole text must be one expression;
 * chained comparisons are refused, since `1 < x < 9` would compare a truth with 9.
 */
export function parseFormula(source: FormulaText): Parsed {
  const problems: Problem[] = [];
  // The place of a formula is worked out when it is asked for; every node of the tree asks.
  const { text, place: start } = source;
  const at = (offset: number) => placeAt({ text, place: start }, offset);
  const refuse = (offset: number, found: string, advice?: string) => {
    problems.push(problem('formula-not-allowed', at(offset), { found, advice }));
    return undefined;
  };

  let tree: Expression;
  try {
    tree = parseExpressionAt(source.text, 0, {
      ecmaVersion: 2020,
      // Otherwise the tree would end before its last parenthesis.
      preserveParens: true,
      onComment: (_block, _text, start) => refuse(start, 'A comment', 'Write it as a YAML comment above the formula.'),
    });
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const { pos } = thrown as SyntaxError & { readonly pos: number };
    const reason = thrown.message.replace(/ \(\d+:\d+\)$/, '').replace(/^./, (c) => c.toLowerCase());
    return { formula: undefined, problems: [problem('formula-syntax', at(pos), { reason })] };
  }
  const rest = source.text.slice(tree.end);
  if (problems.length === 0 && rest.trim() !== '') {
    const reason = `“${rest.trim()}” follows a complete expression`;
    problems.push(problem('formula-syntax', at(tree.end + rest.search(/\S/)), { reason }));
  }

  const formula = convert(tree);
  return { formula: problems.length > 0 ? undefined : formula, problems };

  function convert(node: Expression): Formula | undefined {
    const place = at(node.start);
    switch (node.type) {
      case 'ParenthesizedExpression':
        return convert(node.expression);
      case 'Identifier':
        return { type: 'name', name: node.name, place };
      case 'Literal':
        if (typeof node.value === 'number' && /^\d+(\.\d+)?(e-?\d+)?$/i.test(node.raw ?? '')) {
          return { type: 'number', value: node.value, place };
        }
        if (typeof node.value === 'string') return { type: 'text', value: node.value, place };
        return refuse(node.start, `“${node.raw}”`, 'Write numbers in decimal notation; truths come from comparisons.');
      case 'MemberExpression':
        return convertMember(node, place);
      case 'CallExpression':
        return convertCall(node, place);
      case 'BinaryExpression':
        return convertBinary(node, place);
      case 'LogicalExpression': {
        const left = convert(node.left);
        const right = convert(node.right);
        if (node.operator === '??') return refuse(node.start, 'The operator “??”', 'Use &&, || and comparisons.');
        const operator: Logic = node.operator;
        return left && right && { type: 'logic', operator, left, right, place };
      }
      case 'UnaryExpression': {
        const of = convert(node.argument);
        if (node.operator !== '-' && node.operator !== '!') {
          return refuse(node.start, `The operator “${node.operator}”`, 'Only “-” and “!” may stand before a value.');
        }
        return of && { type: node.operator === '-' ? 'minus' : 'not', of, place };
      }
      default:
        return refuse(node.start, `“${source.text.slice(node.start, node.end)}”`, 'Use names, numbers and functions.');
    }
  }

  function convertMember(node: Extract<Expression, { type: 'MemberExpression' }>, place: Place): Formula | undefined {
    if (node.object.type === 'Super' || node.property.type === 'PrivateIdentifier') {
      return refuse(node.start, `“${source.text.slice(node.start, node.end)}”`);
    }
    const of = convert(node.object);
    if (node.computed) {
      const index = convert(node.property);
      return of && index && { type: 'index', of, index, place };
    }
    if (node.property.type !== 'Identifier') return refuse(node.property.start, 'This');
    return of && { type: 'item', of, item: node.property.name, itemPlace: at(node.property.start), place };
  }

  function convertCall(node: Extract<Expression, { type: 'CallExpression' }>, place: Place): Formula | undefined {
    const args = node.arguments.map((argument) =>
      argument.type === 'SpreadElement' ? refuse(argument.start, '“…”', 'Write the arguments out.') : convert(argument),
    );
    if (node.callee.type !== 'Identifier') {
      return refuse(
        node.callee.start,
        'A call of something other than a function’s name',
        'Call functions by their name.',
      );
    }
    const { name } = node.callee;
    const whole = args.filter((argument) => argument !== undefined);
    return whole.length === args.length ? { type: 'call', name, args: whole, place } : undefined;
  }

  function convertBinary(node: Extract<Expression, { type: 'BinaryExpression' }>, place: Place): Formula | undefined {
    const left = node.left.type === 'PrivateIdentifier' ? refuse(node.left.start, 'This') : convert(node.left);
    const right = convert(node.right);
    if (ARITHMETIC.has(node.operator)) {
      return left && right && { type: 'arithmetic', operator: node.operator as Arithmetic, left, right, place };
    }
    const operator = COMPARISONS.get(node.operator);
    if (!operator) {
      return refuse(node.start, `The operator “${node.operator}”`, 'Use + - * / and comparisons.');
    }
    if (left?.type === 'comparison' || right?.type === 'comparison') {
      problems.push(problem('formula-chained-comparison', place));
      return undefined;
    }
    return left && right && { type: 'comparison', operator, left, right, place };
  }
}
