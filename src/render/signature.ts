/** What each helper accepts, so that a template can be checked before it runs: part of `render`. */

import { FORMS } from '../model/forms.ts';
import { VERDICTS } from '../model/ledger.ts';
import { UNIT_NAMES } from '../model/unit.ts';

/** Arguments with a few possible values. */
export const CHOICES = {
  form: FORMS,
  length: ['short', 'long'],
  decimals: ['0', '1', '2', '3', '4', '5', '6'],
  sign: ['always'],
  unit: UNIT_NAMES,
  side: ['positive'],
  element: ['p', 'div', 'span', 'h2', 'h3', 'h4', 'li', 'dt', 'dd', 'td', 'th', 'caption', 'figcaption'],
  status: ['e', 'p', 'r', 'a', 'b', 'x'],
  verdict: VERDICTS,
  'kind of revision': ['since', 'first_print'],
  'text of a claim': ['text', 'stated', 'recomputed', 'basis'],
  'text of the letter': ['authority', 'office', 'number', 'symbol', 'place', 'position', 'name'],
  'list of the letter': ['to', 'copies'],
  'text of the project': ['publisher', 'disclaimer', 'contact', 'licence'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** fact: a fact's name; year: end, base … or a number; classes: names of CSS classes, or an id; text: a literal; any: whatever the template has in scope. */
export type ParamKind =
  | 'fact'
  | 'year'
  | 'phrase'
  | 'term'
  | 'chart'
  | 'section'
  | 'part'
  | 'claims'
  | 'classes'
  | 'text'
  | 'any'
  | keyof typeof CHOICES;

export interface Signature {
  readonly params: readonly ParamKind[];
  /** How many of the params must be given. Default: all. */
  readonly required?: number;
  readonly hash?: Readonly<Record<string, ParamKind>>;
  readonly block?: boolean;
  /** Only inside a language ({{#vi}}): its output is words of one language. */
  readonly language?: boolean;
  /** A block whose text must be given in every language. */
  readonly pair?: boolean;
  /** The fields of the block parameter: `{{#each_claim as |c|}} {{c.id}}`. */
  readonly fields?: readonly string[];
}

const pair: Signature = { params: [], block: true, pair: true, hash: { class: 'classes', id: 'classes' } };

/** Every helper of the template language but the languages themselves, which come from brief.yaml. */
export const SIGNATURES: Readonly<Record<string, Signature>> = {
  // Texts in every language
  title: pair,
  standfirst: pair,
  kicker: pair,
  heading: pair,
  subheading: pair,
  subtitle: pair,
  paragraph: pair,
  note: pair,
  source_note: pair,
  small: pair,
  item: pair,
  label: pair,
  pair: { ...pair, params: ['element'] },
  stack: { ...pair, hash: { class: 'classes' } },
  main_point: { ...pair, hash: { to: 'section' } },
  // Numbers and words that know their language
  fact: {
    params: ['fact', 'year'],
    required: 1,
    hash: { decimals: 'decimals', as: 'unit', unit: 'side', form: 'form' },
  },
  change: { params: ['fact', 'year'], required: 1, hash: { decimals: 'decimals' }, language: true },
  range: { params: ['fact', 'fact'], hash: { decimals: 'decimals' }, language: true },
  rank: { params: ['fact', 'year'], required: 1 },
  word: { params: ['fact', 'year'], required: 1, hash: { capital: 'text' }, language: true },
  direction: { params: ['fact', 'text', 'text', 'text'], required: 3, language: true },
  year: { params: ['year'] },
  fact_year: { params: ['fact'] },
  period: { params: ['fact', 'year'], required: 1, hash: { form: 'length', capital: 'text' } },
  vintage: { params: ['fact', 'text'], language: true },
  span: { params: ['year', 'year'] },
  date: { params: [], hash: { form: 'length' } },
  term: { params: ['term'], hash: { capital: 'text' } },
  say: { params: ['phrase'] },
  document_number: { params: ['text'] },
  status: { params: ['status'] },
  // Words bound to data
  when: { params: ['fact', 'year'], required: 1, block: true },
  ensure: { params: ['fact', 'year'], required: 1 },
  has: { params: ['part'], block: true },
  // Shared objects
  cell: { params: ['fact', 'year'], required: 1, hash: { decimals: 'decimals', sign: 'sign', as: 'unit' } },
  dash: { params: [] },
  verdict: { params: ['verdict'] },
  mark: { params: ['verdict'] },
  claim_text: { params: ['any', 'text of a claim'] },
  source_text: { params: ['any'] },
  project: { params: ['text of the project'] },
  letter: { params: ['text of the letter'], hash: { capitals: 'text' } },
  numbers: { params: ['chart'] },
  source: { params: ['chart', 'chart'], required: 0, hash: { also: 'text', calc: 'text' } },
  // Structure
  chart: { params: ['chart'], hash: { class: 'classes' } },
  section: { params: ['section'] },
  page: { params: ['section'] },
  facts_table: { params: [] },
  print: { params: [], block: true },
  screen: { params: [], block: true },
  bilingual: { params: [], block: true },
  legend_line: { params: [] },
  // Lists
  each_point: { params: [], block: true, hash: { only: 'text' }, fields: ['id', 'number', 'name'] },
  each_claim: {
    params: ['claims'],
    required: 0,
    block: true,
    hash: { point: 'text', strip: 'text', verdict: 'verdict', without: 'verdict' },
    fields: ['id', 'number', 'of', 'point', 'verdict'],
  },
  each_left_out: { params: [], block: true, fields: ['id'] },
  left_out_text: { params: ['any'] },
  each_verdict: { params: [], block: true, fields: ['id', 'fact'] },
  each_revision: {
    params: [],
    block: true,
    hash: { kind: 'kind of revision' },
    fields: ['kind', 'name', 'earlier', 'later', 'change', 'effects'],
  },
  each_letter: { params: ['list of the letter'], block: true, fields: ['name'] },
  each_year: { params: ['year', 'year'], block: true, fields: [] },
  each_source: { params: [], block: true, fields: ['id', 'certainty', 'licence'] },
  each_term: { params: ['text'], block: true, fields: [] },
};

/** What stands in an attribute of the page as it is written. */
export const CLASSES = /^[\w-]+( [\w-]+)*$/;
export const FACT_NAME = /^[a-z_][a-z0-9_]*$/i;
/** end, base, start, prev, end-3, end+1, 1996 */
export const YEAR_NAME = /^(?:(?:base|start|end|prev|last_start|last_end)(?:[+-]\d+)?|\d{4})$/;
