/** The shape of `usermeta.brief` as a JSON Schema, so that it is checked and its faults are told as the rest of a chart file's. Part of `chart`. */
import { FORMS } from '../model/forms.ts';
import { UNIT_NAMES } from '../model/unit.ts';
import type { Schema } from './schema.ts';

const TEXT: Schema = { type: 'string' };
const TEXTS: Schema = { type: 'array', items: TEXT };
const PIXELS: Schema = { type: 'number', minimum: 0 };
const YES: Schema = { type: 'boolean' };
const YEARS: Schema = { anyOf: [TEXT, { type: 'integer' }, { type: 'array', items: { type: ['string', 'integer'] } }] };

const closed = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const CASE = closed({ is: TEXT, years: YEARS, below: TEXT, above: TEXT, negative: YES, status: TEXT }, 'is');

const ROW: Record<string, Schema> = {
  fact: TEXT,
  family: TEXT,
  years: YEARS,
  name: TEXT,
  term: TEXT,
  wrap: PIXELS,
  label: { enum: [...FORMS] },
  unit: { enum: [...UNIT_NAMES] },
  with: { type: 'object', additionalProperties: TEXT },
  peak: TEXTS,
  trough: TEXTS,
  set: { type: 'object', additionalProperties: { anyOf: [TEXT, { type: 'array', items: CASE }] } },
  optional: YES,
};

const DATASET: Record<string, Schema> = {
  ...ROW,
  rows: { type: 'array', items: closed(ROW), minItems: 1 },
  sort: { enum: ['descending', 'ascending'] },
  stack: { anyOf: [YES, TEXT] },
};

const SPREADS: Schema = {
  type: 'array',
  items: closed({ labels: TEXT, leaders: TEXT, along: TEXTS, gap: PIXELS }, 'labels', 'gap'),
};

const SIDES: Record<string, Schema> = { left: PIXELS, right: PIXELS, top: PIXELS, bottom: PIXELS };
const FRAME = closed(
  { width: PIXELS, height: PIXELS, padding: closed(SIDES, ...Object.keys(SIDES)) },
  ...['width', 'height', 'padding'],
);

/** Merge patches have the names of what they patch, and nothing is required of them. */
const NARROW = closed({
  frame: closed({ width: PIXELS, height: PIXELS, padding: closed(SIDES) }),
  datasets: { type: 'object', additionalProperties: closed(DATASET) },
  spread: SPREADS,
  spec: { type: 'object' },
});

/** The shape of `usermeta.brief`, checked as the rest of the file is. */
export const BRIEF_SCHEMA: Schema = closed(
  {
    point: TEXT,
    frame: FRAME,
    narrow: NARROW,
    datasets: { type: 'object', additionalProperties: closed(DATASET) },
    alternative: closed({ type: TEXT, datasets: TEXTS }, 'type', 'datasets'),
    allow: TEXTS,
    optional: TEXTS,
    spread: SPREADS,
  },
  'frame',
  'datasets',
  'alternative',
);
