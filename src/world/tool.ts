/** The tool's own name and version, as package.json says them. Part of `world/`. */
import { createRequire } from 'node:module';

export const TOOL = createRequire(import.meta.url)('../../package.json') as {
  readonly name: string;
  readonly version: string;
};
