/** What is loaded only when there is something to draw: Vega, Vega-Lite, fontkit, and Vega-Lite's schema. Part of `chart`. */
import type { Schema } from './schema.ts';

export { briefFor, compiled } from './compile.ts';
export { drawer } from './draw.ts';
export { drawing } from './drawing.ts';
export { measurer } from './measure.ts';

/** Vega-Lite's own JSON Schema as scripts/compile.mjs left it beside dist/ and src/. */
export async function vegaLiteSchema(): Promise<Schema> {
  const made = new URL('../../generated/vega-lite-schema.mjs', import.meta.url);
  return ((await import(made.href)) as { default: Schema }).default;
}
