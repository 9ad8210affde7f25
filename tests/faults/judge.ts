/** Judges many faults, one after another. */
import type { Grouped } from './corpus.ts';
import type { Project } from './project.ts';
import { runnerOf } from './run.ts';
import { type Outcome, outcomeOf } from './table.ts';

/** The outcome of each fault, in order. `onEach` hears of every one. */
export async function judgeAll(
  project: Project,
  faults: readonly Grouped[],
  onEach: (outcome: Outcome) => void = () => {},
): Promise<Outcome[]> {
  const runner = runnerOf(project);
  const outcomes: Outcome[] = [];
  for (const fault of faults) {
    const { caught, by } = await runner.judge(fault, fault.edition);
    const outcome = outcomeOf(
      fault,
      caught,
      by && `elsewhere: ${by.code} at ${by.file ?? 'no file'}${by.line === undefined ? '' : `:${by.line}`}`,
    );
    outcomes.push(outcome);
    onEach(outcome);
  }
  return outcomes;
}
