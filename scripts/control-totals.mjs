// Records the control totals of series in data/rules/control_totals.yaml (compiled: run scripts/compile.mjs first).
// A vintage that has totals keeps them, since they guard it against accidents; name its series to record them anew:
//   node scripts/control-totals.mjs exports_wits gdp
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlTotalsOf } from '../dist/derive/sense/control.js';
import { load } from '../dist/load/load.js';
import { validate } from '../dist/validate/validate.js';
import { findProject, readProject } from '../dist/world/files.js';

const FILE = 'data/rules/control_totals.yaml';
const HEAD = `# yaml-language-server: $schema=../../schemas/rules.schema.json
# What the figures of each vintage added up to when they were taken over from the source: the sum, and the sum weighted by
# 1, 2, 3 … in the order of years (in a panel, of codes). Written by scripts/control-totals.mjs.
`;
const WHY = 'These are the figures that were taken over from the source; if a change is meant, record the totals anew.';

const anew = new Set(process.argv.slice(2));
const root = await findProject(process.cwd());
if (typeof root !== 'string') throw new Error(root.message);
const { files } = await readProject(root);
const edition = [...files.keys()].flatMap((path) => /^data\/editions\/(.+)\.yaml$/.exec(path)?.[1] ?? [])[0] ?? '';
const { content, problems } = validate(load(files).sources, edition);
if (!content) throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));

// Fifteen digits: what a computer adds beyond them is noise.
const pair = (totals) => `[${totals.map((total) => Number(total.toPrecision(15))).join(', ')}]`;
const rules = [...content.series.values()].flatMap((series) =>
  series.vintages.map((vintage) => {
    const id = `control_${series.id}_${vintage.id.replace(/[^A-Za-z0-9]/g, '_')}`;
    const known = content.rules.get(id);
    const kept = known?.kind === 'control' && !anew.has(series.id);
    const totals = kept ? known.totals : controlTotalsOf(series, vintage);
    const years = (vintage.items.length > 0 ? vintage.items : [undefined])
      .flatMap((item) => vintage.periods(item))
      .flatMap((period) => period.split('/'))
      .map((period) => Number(period.slice(0, 4)));
    const [from, to] = kept ? [known.from, known.to] : [Math.min(...years), Math.max(...years)];
    const only = totals.get(undefined);
    const control = `control: '${series.id}["${vintage.id}"]'`;
    if (only) return `${id}: {why: *why, ${control}, years: ${from}..${to}, totals: ${pair(only)}}\n`;
    const each = [...totals].map(([name, both]) => `    ${name}: ${pair(both)}\n`).join('');
    return `${id}:\n  why: *why\n  ${control}\n  years: ${from}..${to}\n  totals:\n${each}`;
  }),
);
const [first = '', ...others] = rules;
writeFileSync(join(root, FILE), HEAD + [first.replace('*why', `&why "${WHY}"`), ...others].join(''));
process.stdout.write(`${FILE}: ${rules.length} vintages\n`);
