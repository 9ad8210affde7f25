#!/usr/bin/env node
/** The command line: what each command accepts. Each command is loaded only when it runs, since starting up is part of the speed. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { TOOL } from './world/tool.ts';

function list(text: string): string[] {
  const names = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (names.length === 0) throw new InvalidArgumentError('Give one name or more, with commas between.');
  return names;
}

function count(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 64) throw new InvalidArgumentError('Give a whole number from 1 to 64.');
  return n;
}

function port(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65_535) throw new InvalidArgumentError('Give a port from 1 to 65535.');
  return n;
}

const json = () => new Option('--json', 'print one JSON object on standard output, progress on standard error');
const strict = () => new Option('--strict', 'let warnings count as errors (notes never do)');

/** What a CI job shows of a run; each names a file to write. */
const reports = (): Option[] => [
  new Option('--sarif <file>', 'write the problems as SARIF, for code scanning'),
  new Option('--code-quality <file>', 'write the problems as GitLab’s Code Quality report'),
  new Option('--summary <file>', 'write a summary in Markdown: documents, verdicts, problems'),
];
const withReports = (command: Command): Command => reports().reduce((made, option) => made.addOption(option), command);

/** Makes the program; `run` is told the exit code that the command ended with. */
function program(run: (code: number) => void): Command {
  const brief = new Command('brief')
    .description(
      'Makes bilingual statistical briefs, HTML and PDF, from YAML data and Handlebars templates; every number is proven from its source.',
    )
    .version(TOOL.version)
    .showHelpAfterError('Run “brief --help” or “brief <command> --help” for what there is.')
    .exitOverride();

  withReports(brief.command('build'))
    .argument('[edition...]', 'editions to build; none means all of brief.yaml')
    .description('make the HTML page and the PDFs of an edition in output/<edition>/')
    .option('--lang <documents>', 'documents to print: vi-en,vi,en', list)
    .option('--format <formats>', 'html,pdf', list)
    .option('--out <folder>', 'where outputs go', 'output')
    .option('--jobs <n>', 'documents printed side by side', count)
    .option('--force', 'build even where nothing changed')
    .option('--no-verify', 'skip reading the printed PDF back')
    .option('--no-finish', 'leave the PDF as the browser wrote it (for measuring)')
    .option('--browser <path>', 'browser to print with, or the ws:// address of one')
    .addOption(strict())
    .addOption(json())
    .action(async (editions: string[], options) =>
      run(await (await import('./commands/build.ts')).buildCommand(editions, options)),
    );

  withReports(brief.command('check'))
    .argument('[edition...]', 'editions to check; none means all of brief.yaml')
    .description('find everything that is wrong without a browser; writes nothing')
    .addOption(strict())
    .addOption(json())
    .action(async (editions: string[], options) =>
      run(await (await import('./commands/check.ts')).checkCommand(editions, options)),
    );

  brief
    .command('preview')
    .argument('[edition]', 'the edition; none means the last one of brief.yaml')
    .description('show an edition in the browser, built again after each save, with its problems over it')
    .option('--port <n>', 'port on this machine; else the first that is free from 4400', port)
    .option('--browser <path>', 'browser to print the PDF with, or the ws:// address of one')
    .action(async (edition: string | undefined, options) =>
      run(await (await import('./commands/preview.ts')).previewCommand(edition, options)),
    );

  brief
    .command('accept')
    .argument('[edition...]', 'editions; none means all of brief.yaml')
    .description(
      'accept reviewed translations and verdicts as they stand; writes templates/accepted.yaml and data/claims',
    )
    .action(async (editions: string[]) => run(await (await import('./commands/accept.ts')).acceptCommand(editions)));

  brief
    .command('trace')
    .argument('<edition>', 'the edition')
    .argument('<fact>', 'a fact, or one year of a family: exports_growth.2005')
    .description('show where a number comes from, down to the cells')
    .addOption(json())
    .action(async (edition: string, fact: string, options) =>
      run(await (await import('./commands/trace.ts')).traceCommand(edition, fact, options)),
    );

  brief
    .command('refresh')
    .argument('[series...]', 'series to refresh; none means all that say where they come from')
    .description('fetch new vintages from where the series came; never touches the text')
    .option('--dry-run', 'show what would change, write nothing')
    .addOption(json())
    .action(async (series: string[], options) =>
      run(await (await import('./commands/refresh.ts')).refreshCommand(series, options)),
    );

  brief
    .command('verify')
    .argument('<file.pdf>', 'a PDF that brief build made')
    .description(
      'prove a PDF from what is attached to it: every number, word and verdict, in any folder and offline; no signature',
    )
    .addOption(json())
    .action(async (file: string, options) =>
      run(await (await import('./commands/verify.ts')).verifyCommand(file, options)),
    );

  brief
    .command('doctor')
    .description('say whether this machine can print a brief, and what to do if not')
    .option('--browser <path>', 'browser to try')
    .addOption(json())
    .action(async (options) => run(await (await import('./commands/doctor.ts')).doctorCommand(options)));

  return brief;
}

function bug(error: unknown): void {
  console.error(
    `A bug in Export Brief; please report it with what you ran.\n${error instanceof Error ? error.stack : String(error)}`,
  );
}

/** What is thrown where nobody waits for it is a bug as well; leaving through `exit` ends the browser. */
const atLarge = (error: unknown): void => {
  bug(error);
  process.exit(4);
};

// A reader that has seen enough (`brief trace … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

let code = 0;
process.once('uncaughtException', atLarge);
try {
  await program((ended) => {
    code = ended;
  }).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2;
  else {
    bug(error);
    code = 4;
  }
} finally {
  process.off('uncaughtException', atLarge);
}
process.exitCode = code;
