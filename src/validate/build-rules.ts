/** Makes the rules of data/rules of files that were found right, with every default decided. */
import type { FormulaText, Placed } from '../model/content.ts';
import type { ControlTotals, Exception, RuleSpec, Tolerance } from '../model/rules.ts';
import { formulaAt } from './formula-text.ts';
import { firstOf, isMap, mapOf, type Path, valueAt } from './raw.ts';
import type { RuleShape } from './schemas/rules.ts';
import type { Shaped } from './shape.ts';

/** A figure of so many digits seldom stands beside itself by chance. */
const DIGITS = 4;
/** Equal to the last digit that a computer keeps. */
const EXACT: Tolerance = { amount: 0, relative: false };

/** `0.5` is an amount, `0.5%` a part of the figure. */
function tolerance(written: string | number | undefined): Tolerance {
  if (written === undefined) return EXACT;
  if (typeof written === 'number') return { amount: written, relative: false };
  return { amount: Number.parseFloat(written) / 100, relative: true };
}

/** One formula, or each of a list. */
function formulas(placed: Placed, path: Path): FormulaText[] {
  const value = valueAt(placed.value, path);
  return Array.isArray(value) ? value.map((_, i) => formulaAt(placed, [...path, i])) : [formulaAt(placed, path)];
}

function exceptions(placed: Placed, path: Path): Exception[] {
  const written = mapOf(valueAt(placed.value, path));
  const row = (item: string | undefined, reasons: unknown, at: Path): Exception[] =>
    Object.entries(mapOf(reasons)).map(([period, reason]) => ({
      item,
      period,
      reason: String(reason).trim(),
      get place() {
        return placed.keyAt([...at, period]);
      },
    }));
  if (!isMap(firstOf(written))) return row(undefined, written, path);
  return Object.entries(written).flatMap(([item, reasons]) => row(item, reasons, [...path, item]));
}

function controlTotals(totals: readonly number[] | Readonly<Record<string, readonly number[]>>) {
  const pair = ([sum = 0, weighted = 0]: readonly number[]): ControlTotals => [sum, weighted];
  if (Array.isArray(totals)) return new Map([[undefined, pair(totals)]]);
  return new Map(Object.entries(totals).map(([name, written]) => [name, pair(written)] as const));
}

function buildRule(id: string, shape: RuleShape, placed: Placed): RuleSpec {
  const [from, to] = shape.years?.split('..').map(Number) ?? [];
  const of = (key: string) => formulas(placed, [id, key]);
  const common = {
    id,
    why: shape.why.trim(),
    from,
    to,
    except: shape.except === undefined ? [] : exceptions(placed, [id, 'except']),
    place: placed.keyAt([id]),
  };
  if ('holds' in shape) return { ...common, kind: 'holds', of: of('holds'), within: tolerance(shape.within) };
  if ('range' in shape) return { ...common, kind: 'range', of: of('range'), between: shape.between };
  if ('growth' in shape) return { ...common, kind: 'growth', of: of('growth'), between: shape.between };
  if ('unbroken' in shape) return { ...common, kind: 'unbroken', of: of('unbroken') };
  if ('whole' in shape) return { ...common, kind: 'whole', of: of('whole') };
  if ('distinct' in shape) return { ...common, kind: 'distinct', of: of('distinct'), digits: shape.digits ?? DIGITS };
  if ('smooth' in shape) {
    return { ...common, kind: 'smooth', of: of('smooth'), within: tolerance(shape.within), times: shape.times };
  }
  const totals = controlTotals(shape.totals);
  return { ...common, kind: 'control', of: [formulaAt(placed, [id, 'control'])], totals };
}

/** The rules of all files, by name, in the order of the files. */
export function buildRules(files: readonly Shaped<'rules'>[]): Map<string, RuleSpec> {
  return new Map(
    files.flatMap(({ placed, value }) =>
      Object.entries(value).map(([id, shape]): [string, RuleSpec] => [id, buildRule(id, shape, placed)]),
    ),
  );
}
