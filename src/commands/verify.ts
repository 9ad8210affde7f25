/** `brief verify`: proves a PDF from what is attached to it; needs no project and no network. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { journal } from '../journal.ts';
import { problem, stops } from '../problem.ts';
import type { Proof } from '../prove.ts';
import type { Ui } from '../ui.ts';
import { exitStatus } from '../world/exit.ts';
import { readFonts } from '../world/fonts.ts';
import { reasonOf } from '../world/reason.ts';
import { openTerminal, type Terminal } from '../world/terminal.ts';
import { TOOL } from '../world/tool.ts';
import { makeWorld, usedFonts } from '../world/world.ts';
import { report, spoken } from './report.ts';

export interface VerifyOptions {
  readonly json?: boolean;
}

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
    version: TOOL.version,
  });
  terminal.quiet();
  return tell(terminal, path, proof, options.json === true);
}

async function tell(terminal: Terminal, path: string, proof: Proof, json: boolean): Promise<number> {
  const { findings, counts, edition, languages, pages, version: made } = proof;
  const ok = !stops(findings);
  if (json) {
    terminal.json({
      ok,
      problems: await spoken(findings, terminal.ui),
      editions: [],
      proof: { edition, languages, pages, version: made, ...(ok && { proven: counts }) },
      findings,
    });
    return exitStatus(findings);
  }
  const say = WORDS[terminal.ui];
  const what = [
    edition === undefined ? undefined : say.edition(edition),
    languages.length > 0 ? languages.join('–') : undefined,
    pages > 0 ? say.pages(pages) : undefined,
    made === undefined ? undefined : say.made(made),
  ].filter((part) => part !== undefined);
  if (what.length > 0) terminal.say(`${path}: ${what.join(', ')}`);
  if (ok && counts) for (const line of say.proven(counts)) terminal.say(line);
  const problems = await spoken(findings, terminal.ui);
  terminal.problems(problems.map((each) => ({ ...each, file: each.file ?? basename(path) })));
  if (!ok) terminal.say(say.not);
  return exitStatus(findings);
}

interface Words {
  edition(name: string): string;
  pages(count: number): string;
  made(version: string): string;
  proven(counts: NonNullable<Proof['counts']>): string[];
  readonly not: string;
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const WORDS: Readonly<Record<Ui, Words>> = {
  en: {
    edition: (name) => `edition ${name}`,
    pages: (count) => many(count, 'page'),
    made: (by) => `made by version ${by}`,
    proven: ({ numbers, facts, cells, claims, charts, rules }) => [
      'Proven from its own attachments:',
      `  ${many(numbers, 'number')} on the pages, in texts, tables and ${many(charts, 'chart')}: each is one of ${many(facts, 'fact')}`,
      `  ${many(facts, 'fact')} reckoned again from ${many(cells, 'figure')}, which keep ${many(rules, 'rule')}`,
      ...(claims > 0 ? [`  ${many(claims, 'claim')} with verdicts`] : []),
      '  every word on the pages, made again from the attached templates',
      'This is no signature: it does not say who made the file, nor that the sources are right.',
    ],
    not: 'Not proven.',
  },
  vi: {
    edition: (name) => `ấn bản ${name}`,
    pages: (count) => `${count} trang`,
    made: (by) => `do phiên bản ${by} tạo`,
    proven: ({ numbers, facts, cells, claims, charts, rules }) => [
      'Đã chứng minh từ chính các tệp đính kèm:',
      `  ${numbers} số trên trang, trong lời văn, bảng và ${charts} biểu đồ: mỗi số là một trong ${facts} dữ kiện`,
      `  ${facts} dữ kiện tính lại từ ${cells} số liệu gốc, thỏa ${rules} quy tắc`,
      ...(claims > 0 ? [`  ${claims} nhận định kèm kết luận`] : []),
      '  mọi chữ trên trang, lập lại từ các mẫu đính kèm',
      'Đây không phải chữ ký: không cho biết ai lập tệp, cũng không bảo đảm nguồn đúng.',
    ],
    not: 'Chưa chứng minh được.',
  },
};
