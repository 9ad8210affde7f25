/** Puts one fault into the project, runs the line, and judges whether an error points at it. */

import { journal } from '../../src/journal.ts';
import type { Code } from '../../src/messages.ts';
import { draft } from '../../src/pipeline.ts';
import type { Problem } from '../../src/problem.ts';
import { type Edit, type Fault, faulted, type Lines } from './fault.ts';
import { isEnd, type Memory, memoryOf } from './memory.ts';
import { type Project, requestFor, type Variant } from './project.ts';

export interface Verdict {
  readonly fault: Fault;
  /** proof: an error without anything accepted · acceptance: an error since the accepted project was another · none. */
  readonly caught: 'proof' | 'acceptance' | 'none';
  /** The error that points at the fault; for a survivor an error that points elsewhere, if there is one. */
  readonly by: Problem | undefined;
}

export interface Runner {
  judge(fault: Fault): Promise<Verdict>;
  /** Everything that the kept project is told after these edits, warnings too. */
  told(edits: readonly Edit[]): Promise<readonly Problem[]>;
}

const within = ({ file, line }: Problem, blocks: readonly Lines[]): boolean =>
  line !== undefined && blocks.some((block) => block.file === file && block.first <= line && line <= block.last);

/** Told of the untouched project too: no answer to a fault. */
const known = (alarms: readonly Problem[]) => {
  const names = new Set(alarms.map((each) => `${each.code} ${each.message}`));
  return ({ code, message }: Problem): boolean => names.has(`${code} ${message}`);
};

/** Runs every edition on edited files; gives the new errors and warnings of all of them. */
function lineOver(variant: Variant, world: Project['world']) {
  const memories = new Map<string, Memory>(variant.editions.map((edition) => [edition.id, memoryOf(variant, edition)]));
  const before = known(variant.alarms);
  return async (edits: readonly Edit[], until: Memory['until'] = 'audit'): Promise<Problem[]> => {
    const files = faulted(variant.files, edits);
    const problems: Problem[] = [];
    for (const [id, memory] of memories) {
      memory.until = until;
      const run = await draft(
        requestFor(id),
        world(files),
        journal(() => 0),
        memory,
      );
      problems.push(...run.problems.filter((each) => each.severity !== 'note' && !isEnd(each) && !before(each)));
    }
    return problems;
  };
}

/** What only a record tells. */
const OF_ACCEPTANCE: ReadonlySet<Code> = new Set<Code>([
  'translation-stale',
  'translation-changed',
  'accepted-changed',
  'accepted-gone',
  'figure-moved',
  'fact-moved',
]);

export function runnerOf({ accepted, bare, world }: Project): Runner {
  const [prove, compare] = [lineOver(bare, world), lineOver(accepted, world)];
  return {
    told: (edits) => compare(edits),
    async judge(fault) {
      const at = (problems: readonly Problem[], proof: boolean) =>
        problems.find(
          (each) => each.severity === 'error' && within(each, fault.blocks) && OF_ACCEPTANCE.has(each.code) !== proof,
        );
      // Errors of later stages name templates, charts, phrases and claims: of a figure or a formula nothing more can come.
      const proved = fault.early ? [] : await prove(fault.edits);
      const before = at(proved, true);
      if (before) return { fault, caught: 'proof', by: before };
      const compared = await compare(fault.edits, 'derive');
      const proof = at(compared, true);
      if (proof) return { fault, caught: 'proof', by: proof };
      const difference = at(compared, false);
      if (difference) return { fault, caught: 'acceptance', by: difference };
      return { fault, caught: 'none', by: proved[0] ?? compared[0] };
    },
  };
}
