/**
 * One run, side by side: our builds, the floor (the browser alone on the same HTML), what is inside both, and the tools
 * somebody would take instead. Rounds are interleaved, A B C A B C …, so that a machine that slows down slows all alike.
 *
 *   node bench.mjs [--edition 2005] [--runs 5] [--no-peers] [--quiet] [--save figures.json]
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { template } from './lib/as-html.mjs';
import { asTypst, svgForTypst } from './lib/as-typst.mjs';
import { comparable, expected } from './lib/comparable.mjs';
import { contest } from './lib/contest.mjs';
import { floor, ours, parts, peers } from './lib/contestants.mjs';
import { browser as findBrowser, fonts, Handlebars, headings, readyHtml } from './lib/main-package.mjs';
import { measure } from './lib/measure.mjs';
import { report } from './lib/report.mjs';

const { values: options } = parseArgs({
  options: {
    edition: { type: 'string', default: '2005' },
    runs: { type: 'string', default: '5' },
    peers: { type: 'boolean', default: true },
    quiet: { type: 'boolean', default: false },
    save: { type: 'string' },
  },
  allowNegative: true,
});
const { edition } = options;
const runs = Math.max(1, Number(options.runs));
const folder = mkdtempSync(join(tmpdir(), 'export-brief-bench-'));
const say = (text) => process.stderr.write(`${text}\n`);

/** Writes a text, and the fonts beside it where a page asks for them. */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
function fontsInto(place) {
  for (const { path, file } of fonts) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    cpSync(file, join(place, path));
  }
}

try {
  const browser = await findBrowser();

  say('preparing: one build of everything, the ready HTML, the comparable document');
  const html = await readyHtml(edition, 'vi-en');
  const ready = join(folder, 'ready', 'brief.html');
  write(ready, html);
  fontsInto(dirname(ready));
  const wanted = headings(html);
  const own = ours({ edition, folder, wanted });
  const everything = own.find(({ id }) => id === 'all');
  const built = await measure(everything.run, folder);
  if (built.code !== 0) throw new Error(`The edition does not build:\n${built.stdout}\n${built.stderr}`);

  const document = comparable(dirname(everything.pdf));
  const place = join(folder, 'comparable');
  write(join(place, 'brief.html'), Handlebars.compile(template)(document));
  // jsreport prints from a folder of its own, so there the fonts are named in full.
  write(join(place, 'brief.hbs'), template.replaceAll("url('fonts/", `url('${pathToFileURL(place).href}/fonts/`));
  write(join(place, 'data.json'), JSON.stringify(document));
  write(join(place, 'brief.typ'), asTypst(document));
  for (const { file, svg } of document.points) write(join(place, 'charts', file), svgForTypst(svg));
  fontsInto(place);

  const contestants = [
    floor({ browser, ready, folder, wanted }),
    ...own,
    ...parts({ browser }),
    ...(options.peers ? peers({ browser, folder: place, wanted: expected(document) }) : []),
  ];
  const before = loadavg();
  const results = await contest(contestants, { runs, folder, patient: options.quiet, say });
  const machine = { node: process.version, cores: availableParallelism(), load: [before[0], loadavg()[0]] };
  console.log(report(results, { edition, runs, machine }));
  if (options.save) writeFileSync(options.save, `${JSON.stringify({ edition, runs, machine, results }, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
