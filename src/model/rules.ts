/** Rules that figures must keep, declared in data/rules: what statistical sense says of series before any formula reads them. */
import type { Place } from '../problem.ts';
import type { FormulaText } from './content.ts';
import type { Period } from './series.ts';

/** How far a figure may be from right: an amount in its unit, or relative (0.01 for 1%). */
export interface Tolerance {
  readonly amount: number;
  readonly relative: boolean;
}

/** A check of the rule that a person took out, with the reason. */
export interface Exception {
  /** Undefined where it holds for every item. */
  readonly item: string | undefined;
  readonly period: Period;
  readonly reason: string;
  readonly place: Place;
}

/** The sum of figures, and their sum weighted by 1, 2, 3 …: together they tell which single figure changed. */
export type ControlTotals = readonly [sum: number, weighted: number];

interface Common {
  /** `sections_add_up`: how messages name the rule. */
  readonly id: string;
  /** What the rule says, in one sentence. */
  readonly why: string;
  /** The years it is checked in; undefined: from the first, to the last. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly except: readonly Exception[];
  /** Where its name stands. */
  readonly place: Place;
}

export type RuleSpec = Common &
  (
    | {
        /** Comparisons that are true in every year: `trade.exports - trade.imports == trade.balance`. */
        readonly kind: 'holds';
        readonly of: readonly FormulaText[];
        readonly within: Tolerance;
      }
    | {
        /** `range`: the figure itself lies between the two, `growth`: its change on the previous year in per cent does. */
        readonly kind: 'range' | 'growth';
        readonly of: readonly FormulaText[];
        readonly between: readonly [least: number, most: number];
      }
    | {
        /** The figure lies near the middle of its two neighbours in time. */
        readonly kind: 'smooth';
        readonly of: readonly FormulaText[];
        readonly within: Tolerance;
        /** Allows this many times the row's own usual distance where that is more; undefined: no more than `within`. */
        readonly times: number | undefined;
      }
    | {
        /** A figure for every year. */
        readonly kind: 'unbroken';
        readonly of: readonly FormulaText[];
      }
    | {
        /** Whole numbers alone. */
        readonly kind: 'whole';
        readonly of: readonly FormulaText[];
      }
    | {
        /** No figure stands twice side by side; those of fewer digits may. */
        readonly kind: 'distinct';
        readonly of: readonly FormulaText[];
        readonly digits: number;
      }
    | {
        readonly kind: 'control';
        readonly of: readonly [FormulaText];
        /** By item or by period; under `undefined` where the series has no items. */
        readonly totals: ReadonlyMap<string | undefined, ControlTotals>;
      }
  );

export type RuleKind = RuleSpec['kind'];
