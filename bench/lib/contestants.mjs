/** Who runs: our commands, the floor, the parts of both, and the peers that are here. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cli, root } from './main-package.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const script = (name) => join(here, 'peers', name);
const module = (name) => join(here, 'node_modules', name);

/**
 * @typedef {object} Contestant
 * @property {string} id
 * @property {string} label
 * @property {'ours' | 'floor' | 'part' | 'peer'} group
 * @property {{ program?: string, args: string[], cwd?: string, env?: Record<string, string> }} run
 * @property {string} [clean] a file or folder that is removed before each run
 * @property {string} [pdf] what it must write
 * @property {readonly string[]} [wanted] texts that the PDF must hold
 * @property {boolean} [json] it prints the report of `--json`
 * @property {boolean} [unchanged] it must find nothing to do
 * @property {string} [absent] why it cannot run here
 */

/** Our commands on one edition. Cold means: no outputs of an earlier build, everything made again. */
export function ours({ edition, folder, wanted }) {
  const build = (id, label, ...options) => {
    const output = join(folder, id);
    return {
      id,
      label,
      group: 'ours',
      run: { args: [cli, 'build', edition, '--out', output, '--json', ...options], cwd: root },
      clean: output,
      pdf: join(output, edition, `brief-${edition}.pdf`),
      wanted,
      json: true,
    };
  };
  const pair = ['--lang', 'vi-en', '--format', 'pdf'];
  const again = build('unchanged', 'unchanged: the same again', ...pair);
  return [
    build('cold', 'cold build, bilingual PDF', ...pair, '--force'),
    build('no-verify', '… --no-verify', ...pair, '--force', '--no-verify'),
    build('no-finish', '… --no-verify --no-finish', ...pair, '--force', '--no-verify', '--no-finish'),
    { ...again, clean: undefined, unchanged: true },
    build('all', 'all documents: 3 PDFs, page, charts', '--force'),
    {
      id: 'check',
      label: 'check',
      group: 'ours',
      run: { args: [cli, 'check', edition, '--json'], cwd: root },
      json: true,
    },
  ];
}

/** The browser alone on the HTML that our build prints. */
export function floor({ browser, ready, folder, wanted }) {
  const pdf = join(folder, 'floor.pdf');
  const args = [script('floor.mjs'), pathToFileURL(ready).href, pdf, browser.path];
  return {
    id: 'floor',
    label: 'floor: the browser alone, same HTML',
    group: 'floor',
    run: { args, env: browser.env },
    clean: pdf,
    pdf,
    wanted,
  };
}

/** What is in the floor and in every run of ours, to see where the time goes. */
export const parts = ({ browser }) => [
  { id: 'node', label: 'node starts and ends', group: 'part', run: { args: ['-e', '0'] } },
  { id: 'cli', label: 'our command line starts and ends', group: 'part', run: { args: [cli, '--version'] } },
  {
    id: 'browser',
    label: 'puppeteer starts and ends the browser',
    group: 'part',
    run: { args: [script('browser.mjs'), browser.path], env: browser.env },
  },
];

/** Where WeasyPrint would be: a program, or a module of Python. */
function weasyprint() {
  for (const [program, ...args] of [['weasyprint'], ['python3', '-m', 'weasyprint']]) {
    if (spawnSync(program, [...args, '--version'], { stdio: 'ignore' }).status === 0) return { program, args };
  }
  return undefined;
}

/** The peers on the comparable document. @param folder it lies in: brief.html, brief.typ, brief.hbs, data.json, charts/, fonts/ */
export function peers({ browser, folder, wanted }) {
  const environment = { ...browser.env, PUPPETEER_EXECUTABLE_PATH: browser.path };
  const sandbox = process.getuid?.() === 0 ? ['--browserArgs=--no-sandbox'] : [];
  const peer = (id, label, needs, run) => {
    const pdf = join(folder, `${id}.pdf`);
    const absent = needs.every((name) => existsSync(module(name)))
      ? undefined
      : `${needs.join(', ')} is not installed in bench/`;
    return {
      id,
      label,
      group: 'peer',
      run: { cwd: folder, env: environment, ...run(pdf) },
      clean: pdf,
      pdf,
      wanted,
      absent,
    };
  };
  const html = join(folder, 'brief.html');
  const python = weasyprint();
  return [
    peer('puppeteer', 'the browser alone (ten lines)', ['puppeteer'], (pdf) => ({
      args: [script('floor.mjs'), pathToFileURL(html).href, pdf, browser.path],
    })),
    peer('typst', 'Typst (npm compiler)', ['@myriaddreamin/typst-ts-node-compiler'], (pdf) => ({
      args: [script('typst.mjs'), folder, pdf],
    })),
    peer('pagedjs', 'pagedjs-cli', ['pagedjs-cli'], (pdf) => ({
      args: [module('pagedjs-cli/src/cli.js'), html, '-o', pdf, ...sandbox],
    })),
    peer('vivliostyle', 'Vivliostyle CLI', ['@vivliostyle/cli'], (pdf) => ({
      args: [
        module('@vivliostyle/cli/dist/cli.js'),
        'build',
        html,
        '--single-doc',
        '-o',
        pdf,
        '--executable-browser',
        browser.path,
      ],
    })),
    peer(
      'jsreport',
      'jsreport (handlebars, chrome-pdf)',
      ['@jsreport/jsreport-core', '@jsreport/jsreport-chrome-pdf', '@jsreport/jsreport-handlebars'],
      (pdf) => ({
        args: [script('jsreport.mjs'), folder, pdf, browser.path],
      }),
    ),
    {
      ...peer('weasyprint', 'WeasyPrint', [], (pdf) => ({
        program: python?.program,
        args: [...(python?.args ?? []), html, pdf],
        env: {},
      })),
      absent: python ? undefined : 'no WeasyPrint for Python on this machine, and npm has none',
    },
  ];
}
