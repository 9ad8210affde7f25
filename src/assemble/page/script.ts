/** The one script of the screen edition, made of the functions of this folder, and its hash for the page's policy. Part of `assemble`. */
import { createHash } from 'node:crypto';
import { cards } from './cards.ts';
import { chartValues } from './chart-values.ts';
import { shared } from './shared.ts';
import { switches } from './switches.ts';
import { tables } from './tables.ts';

/** Comments and indents are for those who read the source. */
const compact = (text: string): string =>
  text
    .replace(/^\s*\/\*\*[\s\S]*?\*\/$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');

/** The script's text: each function with what it needs, in a scope of its own. */
export const SCRIPT: string = [
  '(() => {',
  ...[shared, cards, chartValues, tables, switches].map((part) => `const ${part.name} = ${compact(part.toString())};`),
  'const page = shared();',
  'switches();',
  'chartValues(page, cards(page));',
  'tables(page);',
  '})();',
].join('\n');

/** What the policy names to let this script run and no other. */
export const SCRIPT_HASH: string = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`;
