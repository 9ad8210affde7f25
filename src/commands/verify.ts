/** `brief verify`: proves a PDF from what is attached to it; needs no project and no network. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { journal } from '../journal.ts';
import { type Problem, problem, stops } from '../problem.ts';
import type { Proof } from '../prove.ts';
import { exitStatus } from '../world/exit.ts';
import { readFonts } from '../world/fonts.ts';
import { reasonOf } from '../world/reason.ts';
import { openTerminal, type Terminal } from '../world/terminal.ts';
import { makeWorld, usedFonts } from '../world/world.ts';
import { report } from './report.ts';

export interface VerifyOptions {
  readonly json?: boolean;
}

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Nothing is printed again: the page that was printed is what is judged. */
const noPrinter = { print: () => Promise.reject(new Error('verify prints nothing')) };

/** Runs the command; gives the exit code. @param path of the PDF, from the folder where one stands */
export async function verifyCommand(path: string, options: VerifyOptions): Promise<number> {
  const { env } = process;
  const terminal = openTerminal(process.stdout, process.stderr, env);
  const ending = { strict: false, json: options.json === true, folder: () => '' };
  const bytes = await readFile(path).catch((error: unknown) =>
    problem('usage-file', undefined, { path, reason: reasonOf(error) }),
  );
  if ('code' in bytes) return report(terminal, [], [bytes], ending);
  const fonts = await readFonts(usedFonts());
  if (stops(fonts.problems)) return report(terminal, [], fonts.problems, ending);
  terminal.progress(`reading ${basename(path)}`);
  const { prove } = await import('../prove.ts');
  const proof = await prove(bytes, {
    // SOURCE_DATE_EPOCH and the like are about building.
    world: (files) =>
      makeWorld({ files, fontFiles: fonts.files, printer: noPrinter, signal: new AbortController().signal, env: {} }),
    journal: journal(
      () => performance.now(),
      (stage) => terminal.progress(`${basename(path)}: ${stage}`),
    ),
    version,
  });
  terminal.quiet();
  return tell(terminal, path, proof, options.json === true);
}

function tell(terminal: Terminal, path: string, proof: Proof, json: boolean): number {
  const { findings, counts, edition, languages, pages, version: made } = proof;
  const ok = !stops(findings);
  if (json) {
    terminal.json({
      ok,
      problems: findings,
      editions: [],
      proof: { edition, languages, pages, version: made, ...(ok && { proven: counts }) },
      findings,
    });
    return exitStatus(findings);
  }
  const what = [
    edition === undefined ? undefined : `edition ${edition}`,
    languages.length > 0 ? languages.join(' and ') : undefined,
    pages > 0 ? `${pages} pages` : undefined,
    made === undefined ? undefined : `made by version ${made}`,
  ].filter((part) => part !== undefined);
  if (what.length > 0) terminal.say(`${path}: ${what.join(', ')}`);
  if (ok && counts) for (const line of proven(counts)) terminal.say(line);
  terminal.problems(findings.map((each): Problem => ({ ...each, file: each.file ?? basename(path) })));
  if (!ok) terminal.say('Not proven.');
  return exitStatus(findings);
}

/** What was proven, in words. */
function proven(counts: NonNullable<Proof['counts']>): string[] {
  const { numbers, facts, cells, claims, charts, rules } = counts;
  const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
  return [
    'Proven from its own attachments:',
    `  ${many(numbers, 'number')} on the pages, in texts, tables and ${many(charts, 'chart')}: each is one of ${many(facts, 'fact')}`,
    `  ${many(facts, 'fact')} reckoned again from ${many(cells, 'figure')}, which keep ${many(rules, 'rule')}`,
    ...(claims > 0 ? [`  ${many(claims, 'claim')} with verdicts`] : []),
    '  every word on the pages, made again from the attached templates',
    'This is no signature: it does not say who made the file, nor that the sources are right.',
  ];
}
