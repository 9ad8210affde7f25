// Part of compile.mjs: Vega-Lite's own JSON Schema as a module of 0.3 MB, without its prose, so that a spec can be checked
// at run time in a millisecond: no schema compiler runs, and no reader of files is needed where the schema is used.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('../node_modules/vega-lite/build/vega-lite-schema.json', import.meta.url);
const folder = new URL('../generated/', import.meta.url);

/** Texts for people and formats of strings do not decide whether a spec is valid. */
const isProse = (key, value) => (key === 'description' || key === 'format') && typeof value === 'string';

const schema = JSON.parse(readFileSync(source, 'utf8'), (key, value) => (isProse(key, value) ? undefined : value));
mkdirSync(folder, { recursive: true });
writeFileSync(
  fileURLToPath(new URL('vega-lite-schema.mjs', folder)),
  `// Made by scripts/vega-lite-schema.mjs from vega-lite's own schema. Do not edit.\nexport default JSON.parse(${JSON.stringify(JSON.stringify(schema))});\n`,
);
