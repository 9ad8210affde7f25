/** Puts one fault into the project, runs the line, and judges whether an error points at it. */

import { journal } from '../../src/journal.ts';
import type { Code } from '../../src/messages.ts';
import { draft } from '../../src/pipeline.ts';
import type { Problem } from '../../src/problem.ts';
import { type Edit, type Fault, faulted, type Lines } from './fault.ts';
import { isEnd, type Memory, memoryOf, type Until } from './memory.ts';
import { type Project, requestFor, type Variant } from './project.ts';

/**
 * What caught a fault. proof: the error follows from what the project says now, nothing remembered · totals: control totals, a
 * record of what the figures were · acceptance: a record of what a person accepted · none.
 */
export const CAUGHT = ['proof', 'totals', 'acceptance', 'none'] as const;
export type Caught = (typeof CAUGHT)[number];

export interface Verdict {
  readonly caught: Caught;
  /** The error that points at the fault; for a survivor an error that points elsewhere, if there is one. */
  readonly by: Problem | undefined;
}

export interface Runner {
  /** @param first the edition that is asked first; another is asked only where it says nothing */
  judge(fault: Fault, first: string): Promise<Verdict>;
  /** Everything that every edition is told after these edits, warnings too. */
  told(edits: readonly Edit[]): Promise<readonly Problem[]>;
}

/** Whether a problem names a line of one of the blocks. */
export const within = ({ file, line }: Problem, blocks: readonly Lines[]): boolean =>
  line !== undefined && blocks.some((block) => block.file === file && block.first <= line && line <= block.last);

/** Told of the untouched project too: no answer to a fault. */
const known = (alarms: readonly Problem[]) => {
  const names = new Set(alarms.map((each) => `${each.code} ${each.message}`));
  return ({ code, message }: Problem): boolean => names.has(`${code} ${message}`);
};

/** Runs an edition on edited files; gives its new errors and warnings. */
function lineOver(variant: Variant, world: Project['world']) {
  const memories = new Map<string, Memory>(variant.editions.map((edition) => [edition.id, memoryOf(variant, edition)]));
  const before = known(variant.alarms);
  const editions = [...memories.keys()];
  const told = (problems: readonly Problem[]) =>
    problems.filter((each) => each.severity !== 'note' && !isEnd(each) && !before(each));
  const memoryFor = (id: string): Memory => {
    const memory = memories.get(id);
    if (!memory) throw new Error(`the untouched edition ${id} cannot be made`);
    return memory;
  };
  const sense = (id: string, edits: readonly Edit[]) => told(memoryFor(id).sense(faulted(variant.files, edits)));
  const run = async (id: string, edits: readonly Edit[], until: Until): Promise<Problem[]> => {
    const memory = memoryFor(id);
    memory.until = until;
    const made = await draft(
      requestFor(id),
      world(faulted(variant.files, edits)),
      journal(() => 0),
      memory,
    );
    return told(made.problems);
  };
  return { editions, run, sense };
}

/** What only a record of acceptance tells. */
const OF_ACCEPTANCE: ReadonlySet<Code> = new Set<Code>([
  'translation-stale',
  'translation-changed',
  'accepted-changed',
  'accepted-gone',
  'figure-moved',
  'fact-moved',
]);

/** Files with figures: what guards them are rules. */
const OF_FIGURES = /^data\/(?:series|panels)\//;

export function runnerOf({ accepted, unguarded, world }: Project): Runner {
  const [kept, proving] = [lineOver(accepted, world), lineOver(unguarded, world)];
  return {
    async told(edits) {
      const problems: Problem[] = [];
      for (const id of kept.editions) problems.push(...(await kept.run(id, edits, 'audit')));
      return problems;
    },
    async judge({ edits, blocks, early }, first) {
      const figures = edits.every(({ file }) => OF_FIGURES.test(file));
      const at = (problems: readonly Problem[], accepting: boolean) =>
        problems.find(
          (each) => each.severity === 'error' && within(each, blocks) && OF_ACCEPTANCE.has(each.code) === accepting,
        );
      let elsewhere: Problem | undefined;
      for (const id of [first, ...kept.editions.filter((other) => other !== first)]) {
        // Rules are held before anything is reckoned: they are asked alone, since they answer quickly.
        const sense = figures ? at(proving.sense(id, edits), false) : undefined;
        if (sense) return { caught: 'proof', by: sense };
        const totals = figures ? at(kept.sense(id, edits), false) : undefined;
        if (totals) return { caught: 'totals', by: totals };
        const problems = await proving.run(id, edits, early ? 'derive' : 'audit');
        const proof = at(problems, false);
        if (proof) return { caught: 'proof', by: proof };
        const difference = at(problems, true);
        if (difference) return { caught: 'acceptance', by: difference };
        elsewhere ??= problems[0];
      }
      return { caught: 'none', by: elsewhere };
    },
  };
}
