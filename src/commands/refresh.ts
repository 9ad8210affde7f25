/** `brief refresh`: new vintages from where the series came, written into data/ and shown as a list of changes. */
import { closest } from '../model/nearest.ts';
import { problem, stops } from '../problem.ts';
import type { Change } from '../refresh/changes.ts';
import { writeDataFiles } from '../world/data-files.ts';
import { download } from '../world/download.ts';
import { reasonOf } from '../world/reason.ts';
import { openTerminal } from '../world/terminal.ts';
import { openProject } from './project.ts';
import { report } from './report.ts';

export interface RefreshOptions {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** Changes shown one by one for a series; `--json` has all. */
const SHOWN = 12;

/** Runs the command; gives the exit code. */
export async function refreshCommand(asked: readonly string[], options: RefreshOptions): Promise<number> {
  const terminal = openTerminal(process.stdout, process.stderr, process.env);
  const ending = { strict: false, json: options.json === true, folder: () => '' };
  const project = await openProject(process.cwd(), []);
  if (stops(project.problems)) return report(terminal, [], project.problems, ending);
  const { refreshable } = await import('../pipeline.ts');
  const { refresh, Unreachable } = await import('../refresh/refresh.ts');
  const { parts, month, checked, problems: found } = refreshable(project.files);
  if (!parts) return report(terminal, [], found, ending);

  const able = [...parts.series.values()].filter((series) => series.fetch !== undefined);
  const names = able.map(({ id }) => id);
  const wrong = asked
    .filter((name) => !names.includes(name))
    .map((name) => {
      const series = parts.series.get(name);
      if (series) return problem('refresh-no-source', series.place, { name });
      return problem('series-not-known', undefined, { name, near: closest(name, names), known: names.join(', ') });
    });
  if (wrong.length > 0) return report(terminal, [], wrong, ending);
  if (able.length === 0) return report(terminal, [], [problem('refresh-none', { file: 'data/refresh.yaml' })], ending);

  const wanted = asked.length > 0 ? able.filter(({ id }) => asked.includes(id)) : able;
  const get = async (url: string, accept: string) => {
    terminal.progress(url);
    return download(url, accept).catch((error: unknown) => {
      throw new Unreachable(reasonOf(error));
    });
  };
  const { results, files, problems } = await refresh(parts, wanted, get, new Date().toISOString().slice(0, 10), month);
  terminal.quiet();
  // Nothing is written that the next `brief check` could not read.
  const unread = checked(files);
  problems.push(...unread);
  const write = options.dryRun !== true && !stops(unread);
  if (write) problems.push(...(await writeDataFiles(project.root, files)));

  const paths = [...files.keys()].sort();
  if (options.json) return report(terminal, [], problems, { ...ending, more: { series: results, files: paths } });
  for (const result of results) {
    if (result.outcome === 'failed') terminal.say(`${result.series}: not refreshed`);
    else if (result.outcome === 'unchanged') terminal.say(`${result.series}: unchanged since ${result.vintage}`);
    else {
      const { series, vintage, before, changes } = result;
      terminal.say(`${series}: ${vintage} differs from ${before} in ${changes.length} figures`);
      for (const change of changes.slice(-SHOWN)) terminal.say(`    ${changeLine(change)}`);
      if (changes.length > SHOWN) terminal.say(`    and ${changes.length - SHOWN} more; --json lists all`);
    }
  }
  if (files.size > 0) {
    terminal.say(`${write ? 'Written' : 'Not written'}: ${paths.join(', ')}.`);
    if (write) terminal.say('Editions keep the old vintage until its pin under “vintages:” is moved.');
  }
  return report(terminal, [], problems, ending);
}

/** `VNM 2024: 405535 → 405900 (+0.09 %)`. */
function changeLine({ item, period, before, after }: Change): string {
  const what = [item, period].filter(Boolean).join(' ');
  if (before === undefined) return `${what}: new, ${after}`;
  if (after === undefined) return `${what}: gone, was ${before}`;
  const share =
    before === 0 ? '' : ` (${after > before ? '+' : '−'}${Math.abs((after / before - 1) * 100).toPrecision(2)} %)`;
  return `${what}: ${before} → ${after}${share}`;
}
