/** `brief accept`: a reviewed translation or verdict is good as it stands. What it writes is plain text, visible in git. */
import { type Problem, stops } from '../problem.ts';
import { writeDataFiles } from '../world/data-files.ts';
import { openTerminal } from '../world/terminal.ts';
import { openProject } from './project.ts';
import { report } from './report.ts';

/** Runs the command; gives the exit code. */
export async function acceptCommand(asked: readonly string[]): Promise<number> {
  const terminal = openTerminal(process.stdout, process.stderr, process.env);
  const ending = { strict: false, json: false, folder: () => '' };
  const project = await openProject(process.cwd(), asked);
  if (stops(project.problems)) return report(terminal, [], project.problems, ending);
  const { acceptable } = await import('../pipeline.ts');
  const files = new Map(project.files);
  const changed = new Set<string>();
  const problems: Problem[] = [];
  for (const edition of project.editions) {
    const found = acceptable(files, edition);
    problems.push(...found.problems);
    for (const [path, text] of found.files) {
      if (files.get(path) === text) continue;
      files.set(path, text);
      changed.add(path);
    }
    for (const line of found.said) terminal.say(line);
  }
  if (stops(problems)) return report(terminal, [], problems, ending);
  const written = new Map([...changed].map((path) => [path, files.get(path) ?? '']));
  problems.push(...(await writeDataFiles(project.root, written)));
  terminal.say(
    changed.size === 0
      ? 'Nothing to accept: every text and verdict is as it was accepted.'
      : `Written: ${[...changed].join(', ')}. Review the change in git.`,
  );
  return report(terminal, [], problems, ending);
}
