/** The walk over Vega-Lite's schema: it agrees with a full validator on what is valid, and blames in one line what is not. */
import Ajv from 'ajv';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { vegaLiteSchema } from '../../src/chart/drawers.ts';
import { faults, type Schema } from '../../src/chart/schema.ts';

let schema: Schema;
beforeAll(async () => {
  schema = await vegaLiteSchema();
});

const MARK = {
  type: 'bar',
  color: '#00566a',
  cornerRadius: 2,
  dx: { expr: 'width / 2' },
  height: { band: 0.5 },
  fill: null,
  style: ['a', 'b'],
  tooltip: false,
  opacity: 0.5,
};

const SPEC = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: 'x' },
  layer: [
    {
      mark: MARK,
      encoding: { x: { field: 'a', type: 'ordinal', axis: { labelAngle: 0 } }, color: { field: 'b', legend: null } },
    },
    { mark: 'text', encoding: { text: { field: 'label' } } },
  ],
};

/** A copy of the value with what stands at the path replaced, or removed where `other` is undefined. */
function changed(value: unknown, path: (string | number)[], other: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  const last = String(path.at(-1));
  if (other === undefined) delete parent[last];
  else parent[last] = other;
  return copy;
}

const told = (value: unknown) =>
  faults(schema, value).map((fault) => [fault.path.join('.'), fault.kind, 'key' in fault ? fault.key : fault.found]);

describe('the faults of a Vega-Lite spec', () => {
  it('are none where it is valid', () => {
    expect(told(SPEC)).toEqual([]);
  });

  it('are one for one misspelt property, wherever it stands', () => {
    expect(told(changed(SPEC, ['layer', 0, 'mark', 'strokeWidht'], 2))).toEqual([
      ['layer.0.mark.strokeWidht', 'unknown', 'strokeWidht'],
    ]);
    expect(told(changed(SPEC, ['layer', 0, 'encoding', 'x', 'axis', 'labelAngel'], 2))).toEqual([
      ['layer.0.encoding.x.axis.labelAngel', 'unknown', 'labelAngel'],
    ]);
    expect(told(changed(SPEC, ['layer', 1, 'encodng'], {}))).toEqual([['layer.1.encodng', 'unknown', 'encodng']]);
    expect(told(changed(SPEC, ['config'], { bar: { colour: 'red' } }))).toEqual([
      ['config.bar.colour', 'unknown', 'colour'],
    ]);
  });

  it('hold the names that were possible', () => {
    const [fault] = faults(schema, changed(SPEC, ['layer', 0, 'mark', 'strokeWidht'], 2));
    expect(fault).toMatchObject({ kind: 'unknown', known: expect.arrayContaining(['strokeWidth', 'strokeDash']) });
  });

  it('are one for a value of the wrong kind, with the values that were possible', () => {
    const [fault, ...more] = faults(schema, changed(SPEC, ['layer', 0, 'encoding', 'x', 'type'], 'ordnal'));
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ path: ['layer', 0, 'encoding', 'x', 'type'], kind: 'value', found: 'ordnal' });
    expect(fault).toMatchObject({ expected: expect.arrayContaining(['"ordinal"', '"quantitative"']) });
  });

  it('are one for each of several mistakes', () => {
    const two = changed(changed(SPEC, ['layer', 0, 'mark', 'colr'], 'red'), ['layer', 1, 'encoding', 'txt'], {});
    expect(told(two).map(([path]) => path)).toEqual(['layer.0.mark.colr', 'layer.1.encoding.txt']);
  });

  it('name either of two keys that could be missing', () => {
    expect(told(changed(SPEC, ['layer', 1, 'mark'], undefined))).toEqual([['layer.1', 'missing', 'layer” or “mark']]);
  });
});

it('judges marks as a full validator does, whatever is changed in them', () => {
  const definition = { $ref: '#/definitions/MarkDef', definitions: schema.definitions };
  const full = new Ajv.default({ strict: false, validateSchema: false }).compile(definition);
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      'bar',
      'left',
      null,
      true,
      -1,
      0.5,
      7,
      {},
      [],
      { expr: 'a' },
      { expr: 1 },
      ['a'],
      { band: 0.2 },
      { band: 3 },
    ),
    fc.anything({ maxDepth: 2, maxKeys: 3 }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
  );
  const keys = fc.constantFrom(
    ...Object.keys(MARK),
    'width',
    'angle',
    'orient',
    'strokeDash',
    'unknownKey',
    'interpolate',
    'line',
    'point',
  );
  fc.assert(
    fc.property(keys, values, (key, value) => {
      const mark = { ...MARK, [key]: value };
      expect(faults(definition as Schema, mark).length === 0).toBe(full(mark));
    }),
    { numRuns: 1000, seed: 5 },
  );
});
