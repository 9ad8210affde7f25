// Writes schemas/*.schema.json from the zod schemas (compiled: run scripts/compile.mjs first). A test says when they are old.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../dist/validate/json-schemas.js';

const folder = new URL('../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(new URL(name, folder), text);
