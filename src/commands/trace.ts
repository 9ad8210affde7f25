/** `brief trace`: where a number comes from, down to the cells. */
import { closest } from '../model/nearest.ts';
import { trace, traceJson, traceLines } from '../model/trace.ts';
import { problem, stops } from '../problem.ts';
import { openTerminal } from '../world/terminal.ts';
import { openProject } from './project.ts';
import { report } from './report.ts';

export interface TraceOptions {
  readonly json?: boolean;
}

/**
 * Runs the command; gives the exit code.
 * @param name a fact, or one year of a family: `exports_growth.2005`, `exports_growth.end`
 */
export async function traceCommand(edition: string, name: string, options: TraceOptions): Promise<number> {
  const terminal = openTerminal(process.stdout, process.stderr, process.env);
  const ending = { strict: false, json: options.json === true, folder: () => '' };
  const project = await openProject(process.cwd(), [edition]);
  if (stops(project.problems)) return report(terminal, [], project.problems, ending);
  const { ledgerOf } = await import('../pipeline.ts');
  const { ledger, problems } = ledgerOf(project.files, edition, new Set([name.split('.')[0] ?? name]));
  if (!ledger || stops(problems)) return report(terminal, [], problems, ending);

  const [head = '', year] = name.split('.');
  const fact = ledger.find(head, year);
  if (!fact) {
    const family = ledger.family(head).map((each) => each.id);
    const near = family.length > 0 ? `${family[0]} … ${family.at(-1)}` : closest(head, ledger.names);
    return report(terminal, [], [problem('fact-not-known', undefined, { name, near })], ending);
  }
  const chain = trace(ledger, fact);
  if (options.json) process.stdout.write(`${JSON.stringify(traceJson(chain), null, 2)}\n`);
  else for (const line of traceLines(chain)) terminal.say(line);
  return 0;
}
