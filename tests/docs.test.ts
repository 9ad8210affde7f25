/**
 * The documents are held against the code: tables against what they list, links against files, examples against what the
 * tool says. An example is a `console` block that begins with `$ brief …`; comments before it prepare a copy of the project:
 *
 *   <!-- change: FILE | OLD | NEW -->   replaces a text that stands once or more in the file, the first time
 *   <!-- append: FILE | LINE -->        adds a line at the end
 *   <!-- file: FILE -->                 the next block is the file's content
 *   <!-- run: COMMAND -->               runs `brief COMMAND`
 *
 * What the block shows must stand in the output, as it is.
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { usageOf } from '../src/derive/call-function.ts';
import { FUNCTIONS } from '../src/derive/functions/index.ts';
import { SPECIAL_FORMS } from '../src/derive/special-forms.ts';
import { FORMS } from '../src/model/forms.ts';
import { VERDICTS } from '../src/model/ledger.ts';
import { UNIT_NAMES } from '../src/model/unit.ts';
import { ledgerOf } from '../src/pipeline.ts';
import { SIGNATURES } from '../src/render/signature.ts';
import { EXIT } from '../src/world/exit.ts';
import { readProject } from '../src/world/files.ts';
import { brief } from './brief.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...inDocs.map((file) => `docs/${file.replaceAll('\\', '/')}`),
];

/** The text of one heading, up to the next of its level or a higher one; code blocks hold no headings. */
function section(file: string, heading: string): string {
  const lines = textOf(file).split('\n');
  const from = lines.indexOf(heading);
  expect(from, `${file} has the heading “${heading}”`).toBeGreaterThanOrEqual(0);
  const level = heading.indexOf(' ');
  let code = false;
  const to = lines.findIndex((line, i) => {
    if (line.trim().startsWith('```')) code = !code;
    const own = code ? undefined : /^(#+) /.exec(line)?.[1];
    return i > from && own !== undefined && own.length <= level;
  });
  return lines.slice(from, to < 0 ? undefined : to).join('\n');
}

/** The cells of every row of the tables in a text; an escaped bar is a bar. Heads are rows too. */
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .replace(/^\| | \|$/g, '')
        .split(/(?<!\\) \| /)
        .map((cell) => cell.replaceAll('\\|', '|').trim()),
    );

/** What stands in backticks, blocks of code left out. */
const codes = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('the template guide', () => {
  const guide = section('docs/template-guide.md', '## Helpers');

  it('lists every helper, and no other', () => {
    const listed = rows(guide).flatMap(([first = '']) => /^`\{\{#?(\w+)/.exec(first)?.[1] ?? []);
    expect(sorted(listed)).toEqual(sorted(Object.keys(SIGNATURES)));
  });

  it('writes as a block what is one', () => {
    const blocks = rows(guide).flatMap(([first = '']) => /^`\{\{#(\w+)/.exec(first)?.[1] ?? []);
    const wanted = Object.entries(SIGNATURES).flatMap(([name, { block }]) => (block ? [name] : []));
    expect(sorted(blocks)).toEqual(sorted(wanted));
  });

  it('names the options of each helper in its row, or for all texts together, and no other', () => {
    const forAll = guide.slice(0, guide.indexOf('| helper'));
    const named = (text: string) => [...text.matchAll(/\b(\w+)=/g)].map(([, option = '']) => option);
    for (const [first = '', second = ''] of rows(guide)) {
      const name = /^`\{\{#?(\w+)/.exec(first)?.[1] ?? '';
      const signature = SIGNATURES[name];
      const options = Object.keys(signature?.hash ?? {});
      const own = named(first + second);
      const all = signature?.pair ? [...own, ...named(forAll)] : own;
      expect([name, options.filter((option) => !all.includes(option))]).toEqual([name, []]);
      expect([name, own.filter((option) => !options.includes(option))]).toEqual([name, []]);
    }
  });

  it('lists every form', () => {
    const listed = rows(section('docs/template-guide.md', '### Forms')).flatMap(([first = '']) => codes(first));
    expect(sorted(listed)).toEqual(sorted(FORMS));
  });
});

describe('the data guide', () => {
  const guide = section('docs/data-guide.md', '### Functions');
  const functions = rows(guide).filter(([first = '']) => /^`\w+\(/.test(first));
  const outOfTable = guide
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join('\n');

  it('lists every function of formulas, and no other', () => {
    const listed = [
      ...functions.map(([first = '']) => first),
      ...codes(outOfTable).filter((code) => code.endsWith('(n)')),
    ];
    expect(sorted(listed.map((code) => code.replace(/^`?(\w+)\(.*$/s, '$1')))).toEqual(
      sorted([...FUNCTIONS.keys(), ...SPECIAL_FORMS]),
    );
  });

  it('shows functions as messages do', () => {
    const shown = functions
      .map(([first = '']) => codes(first)[0] ?? '')
      .filter((usage) => FUNCTIONS.has(usage.replace(/\(.*/s, '')));
    expect(shown).toEqual(shown.map((usage) => usageOf(FUNCTIONS.get(usage.replace(/\(.*/s, ''))!)));
  });

  it('gives for every example what the tool computes', async () => {
    const { files } = await readProject(ROOT);
    const examples = functions.map(([, , , example = '', gives = ''], i) => {
      const [, value = '', unit = ''] = /^(\S+) (\w+)$/.exec(gives) ?? [];
      return { name: `example_${i}`, formula: codes(example)[0] ?? '', value, unit };
    });
    const facts = examples.map(({ name, formula, unit }) => `${name}: { is: '${formula}', unit: ${unit} }\n`).join('');
    const { ledger, problems } = ledgerOf(
      new Map([...files, ['data/facts/examples.yaml', facts]]),
      '2005',
      new Set(examples.map(({ name }) => name)),
    );
    expect(problems).toEqual([]);
    const computed = examples.map(({ name, formula, value }) => {
      const found = ledger?.find(name)?.value;
      const decimals = value.split('.')[1]?.length ?? 0;
      return [formula, typeof found === 'number' ? String(Number(found.toFixed(decimals))) : String(found)];
    });
    expect(computed).toEqual(examples.map(({ formula, value }) => [formula, value]));
  });

  it('lists every unit', () => {
    const listed = rows(section('docs/data-guide.md', '### Units').split('| operation')[0] ?? '').flatMap(
      ([, second = '']) => codes(second),
    );
    expect(sorted(listed)).toEqual(sorted(UNIT_NAMES));
  });

  it('lists every kind of rule', () => {
    const kinds = [...textOf('src/model/rules.ts').matchAll(/readonly kind: ([^;]+);/g)].flatMap(
      ([, names = '']) => names.match(/\w+/g) ?? [],
    );
    const listed = rows(section('docs/data-guide.md', '## Statistical sense')).flatMap(([first = '']) => codes(first));
    expect(sorted(listed)).toEqual(sorted(kinds));
  });

  it('names every verdict among the results of checks', () => {
    const said = codes(section('docs/data-guide.md', '### Checks'));
    expect(VERDICTS.filter((verdict) => !said.includes(verdict))).toEqual([]);
  });
});

describe('the README', () => {
  const readme = textOf('README.md');

  it('lists every exit status', () => {
    const listed = rows(section('README.md', '### The CI job')).flatMap(([first = '']) => codes(first));
    expect(listed).toEqual(Object.values(EXIT).map(String).sort());
  });

  it('names every command and every option, and no other', async () => {
    const { stdout } = await brief('--help', ROOT);
    const commands = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}(\w+)/gm)].map(
      ([, name = '']) => name,
    );
    const options: string[] = [];
    for (const command of commands.filter((name) => name !== 'help')) {
      const help = await brief(`${command} --help`, ROOT);
      options.push(...[...help.stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = '']) => option));
    }
    const own = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = '']) => option);
    const tables = rows(section('README.md', '## Commands')).flatMap(([first = '']) => codes(first));
    expect(sorted(tables.flatMap((code) => /^brief (\w+)/.exec(code)?.[1] ?? []))).toEqual(
      sorted(commands.filter((name) => name !== 'help')),
    );
    expect(readme).toContain('brief help');
    expect(sorted(tables.flatMap((code) => /^--[\w-]+/.exec(code)?.[0] ?? []))).toEqual(sorted([...options, ...own]));
  });

  it('gives the test command that continuous integration runs', () => {
    expect(readme).toContain('npm ci && npm test');
    expect(textOf('.ci/run')).toMatch(/^npm ci\b[\s\S]*\bnpm test\b/m);
  });
});

describe('the architecture', () => {
  it('has a heading for every stage, in the order of the line', () => {
    const stages = [...textOf('src/journal.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map(([, stage = '']) => stage);
    const headings = [...textOf('docs/architecture.md').matchAll(/^## ([a-z]+)$/gm)].map(([, heading = '']) => heading);
    expect(stages.length).toBeGreaterThan(0);
    expect(headings).toEqual(stages);
  });
});

/** A heading as a link names it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

describe.each(DOCUMENTS)('%s', (file) => {
  it('links to files and headings that are there', () => {
    const text = textOf(file).replace(/^```[\s\S]*?^```/gm, '');
    const broken = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
      ([, path = '', anchor]) => {
        const target = path === '' ? file : join(dirname(file), path);
        if (!existsSync(join(ROOT, target))) return [path];
        if (anchor === undefined) return [];
        const headings = [...textOf(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
        return headings.includes(anchor) ? [] : [`${path}#${anchor}`];
      },
    );
    expect(broken).toEqual([]);
  });
});

interface Example {
  readonly line: number;
  readonly command: string;
  readonly shown: string;
  /** Prepares the project in a folder. */
  readonly prepare: readonly ((folder: string) => unknown)[];
}

const PIECE = /<!-- (change|append|file|run): ([\s\S]*?) -->|^```(\w*)\n([\s\S]*?)^```$/gm;

/** The examples of a document. */
function examplesOf(file: string): Example[] {
  const text = textOf(file);
  const examples: Example[] = [];
  let prepare: Example['prepare'] = [];
  let next: string | undefined;
  for (const { 1: action, 2: args = '', 3: language, 4: code = '', index } of text.matchAll(PIECE)) {
    const [path = '', old = '', fresh = ''] = args.split(' | ');
    if (action === 'file') next = path;
    else if (action === 'run') prepare = [...prepare, (folder) => brief(path, folder)];
    else if (action === 'append') prepare = [...prepare, (folder) => appendFileSync(join(folder, path), `${old}\n`)];
    else if (action === 'change') prepare = [...prepare, (folder) => change(join(folder, path), old, fresh)];
    else if (next !== undefined) {
      const into = next;
      prepare = [...prepare, (folder) => write(join(folder, into), code)];
      next = undefined;
    } else if (language === 'console' && code.startsWith('$ brief ')) {
      const [command = '', ...shown] = code.trimEnd().split('\n');
      const line = text.slice(0, index).split('\n').length;
      examples.push({ line, command: command.slice('$ brief '.length), shown: shown.join('\n'), prepare });
      prepare = [];
    }
  }
  return examples;
}

function change(path: string, old: string, fresh: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text, path).toContain(old);
  writeFileSync(
    path,
    text.replace(old, () => fresh),
  );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('an example', () => {
  const all = DOCUMENTS.flatMap((file) => examplesOf(file).map((example) => ({ ...example, file })));

  it.each(all.map((example) => [`${example.file}:${example.line}`, example] as const))(
    'of %s says what the tool says',
    async (_, example) => {
      const folder = mkdtempSync(join(tmpdir(), 'brief-docs-'));
      try {
        for (const part of ['brief.yaml', 'data', 'templates'])
          cpSync(join(ROOT, part), join(folder, part), { recursive: true });
        // What was accepted would tell of every change too; an example that is about it accepts first.
        for (const record of ['data/accepted', 'templates/accepted.yaml'])
          rmSync(join(folder, record), { recursive: true, force: true });
        for (const step of example.prepare) await step(folder);
        const { stdout, stderr } = await brief(example.command, folder);
        // A document has ordinary spaces where the tool ties number and unit together.
        expect(`${stdout}${stderr}`.replaceAll('\u00a0', ' ')).toContain(example.shown.replaceAll('\u00a0', ' '));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
