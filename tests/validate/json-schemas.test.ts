import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import { kindOf } from '../../src/validate/files.ts';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { ROOT, shippedFiles } from '../load/read.ts';

const schemas = jsonSchemas();
const files = [...shippedFiles()].filter(([path]) => path.endsWith('.yaml'));
const ajv = new Ajv2020({ strict: false, formats: { date: true } });

/** Every schema of an object's key, however deep. */
function keysWithout(description: string, schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) => {
    const here = `${path}/${name}`;
    const missing = path.endsWith('/properties') && !(description in (inner as object)) ? [here] : [];
    return [...missing, ...keysWithout(description, inner, here)];
  });
}

describe('the JSON Schemas', () => {
  it.each([...schemas])('%s is as the zod schema makes it: run scripts/schemas.mjs where it is not', (name, text) => {
    expect(readFileSync(join(ROOT, 'schemas', name), 'utf8')).toBe(text);
  });

  it('are all that stand in the folder, but for those of charts', () => {
    const others = readdirSync(join(ROOT, 'schemas')).filter((name) => !schemas.has(name));
    expect(others.filter((name) => !name.startsWith('chart'))).toEqual([]);
  });

  it.each([...schemas])('%s has a help text for every key', (_, text) => {
    const schema = JSON.parse(text);
    expect([typeof schema.$id, typeof schema.title, typeof schema.description]).toEqual(['string', 'string', 'string']);
    const plurals = /\/(zero|one|two|few|many|other)$/;
    expect(keysWithout('description', schema).filter((key) => !plurals.test(key))).toEqual([]);
  });

  it.each(files.filter(([path]) => (kindOf(path) ?? 'chart') !== 'chart'))('accept the shipped %s', (path, text) => {
    const schema = JSON.parse(schemas.get(`${kindOf(path)}.schema.json`) ?? '');
    const check = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
    const { sources } = load(new Map([[path, text]]));
    // Ajv wants ordinary objects.
    expect(check(JSON.parse(JSON.stringify(sources.yaml.get(path)?.value))), JSON.stringify(check.errors)).toBe(true);
  });
});

describe('shipped YAML files', () => {
  it.each(files)('%s names its schema in the first line', (path, text) => {
    // A chart is a Vega-Lite specification and says so in a key of its own.
    const named =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? /^\$schema: (http\S+)$/m.exec(text)?.[1];
    expect(named).toBeDefined();
    if (named?.startsWith('http')) return;
    const file = normalize(join(dirname(path), named ?? ''))
      .split('\\')
      .join('/');
    expect(existsSync(join(ROOT, file)), `${file} is not there`).toBe(true);
    if (kindOf(path) !== 'chart') expect(file).toBe(`schemas/${kindOf(path)}.schema.json`);
  });
});
