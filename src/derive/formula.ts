/** The tree of a formula, as `parse-formula.ts` makes it from text and `evaluate.ts` walks it. */
import type { Place } from '../problem.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type Arithmetic = '+' | '-' | '*' | '/';
export type Logic = '&&' | '||';

/** Every node knows where its text stands, so that a problem can point at it. */
export type Formula = { readonly place: Place } & (
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'name'; readonly name: string }
  /** `exports_by_market.japan` */
  | { readonly type: 'item'; readonly of: Formula; readonly item: string; readonly itemPlace: Place }
  /** `exports[end]`, `gdp["2012-09"]` */
  | { readonly type: 'index'; readonly of: Formula; readonly index: Formula }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Formula[] }
  | { readonly type: 'arithmetic'; readonly operator: Arithmetic; readonly left: Formula; readonly right: Formula }
  | { readonly type: 'comparison'; readonly operator: Comparison; readonly left: Formula; readonly right: Formula }
  | { readonly type: 'logic'; readonly operator: Logic; readonly left: Formula; readonly right: Formula }
  | { readonly type: 'minus'; readonly of: Formula }
  | { readonly type: 'not'; readonly of: Formula }
);
