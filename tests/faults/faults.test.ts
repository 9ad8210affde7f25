/**
 * A sample of the fault corpus, spread over its operators by the seed; the whole is `npm run faults`. The project is read as
 * it stands, so that a text or figure that changes is tried as it is now.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { journal } from '../../src/journal.ts';
import { draft } from '../../src/pipeline.ts';
import type { Problem } from '../../src/problem.ts';
import { corpus, type Grouped } from './corpus.ts';
import { CLASSES, faulted } from './fault.ts';
import { harmless } from './harmless.ts';
import { judgeAll } from './judge.ts';
import { type Project, readReal, requestFor } from './project.ts';
import { runnerOf, within } from './run.ts';
import { sample } from './seed.ts';
import { survivorLines } from './table.ts';

/** So many faults are tried here; more would make every test run wait. */
const SAMPLE = 48;

const nameOf = (fault: Grouped): string =>
  `${fault.group} ${fault.operator} ${fault.file}:${fault.line} ${fault.change}`;

let project: Project;
let all: Grouped[];

beforeAll(async () => {
  project = await readReal();
  all = corpus(project.accepted);
});

describe('the corpus', () => {
  it('tells of nothing in the untouched editions', () => {
    expect(project.accepted.alarms).toEqual([]);
    expect(project.unguarded.alarms).toEqual([]);
  });

  it('has every class of fault, thousands of them, no two alike', () => {
    expect(all.length).toBeGreaterThan(10_000);
    expect(new Set(all.map(({ edits }) => JSON.stringify(edits))).size).toBe(all.length);
    expect(new Set(all.map((fault) => fault.class)).size).toBe(CLASSES.length);
    for (const fault of all) {
      for (const { file, start, end, text } of fault.edits) {
        expect(project.accepted.files.get(file)?.slice(start, end), nameOf(fault)).not.toBe(text);
      }
    }
  });

  it('is the same every time', () => {
    expect(corpus(project.accepted).map(nameOf)).toEqual(all.map(nameOf));
  });
});

it('lets no fault of a sample through', async () => {
  const operators = [
    ...new Map(sample(all, all.length, nameOf).map((fault) => [`${fault.group} ${fault.operator}`, fault])).values(),
  ];
  const outcomes = await judgeAll(project, sample(operators, SAMPLE, nameOf));
  expect(outcomes).toHaveLength(Math.min(SAMPLE, operators.length));
  expect(survivorLines(outcomes)).toEqual([]);
});

it('says nothing of edits that change nothing', async () => {
  const runner = runnerOf(project);
  const edits = sample(harmless(project.accepted), 8, (each) => `${each.operator} ${each.file}`);
  for (const { operator, file, edits: changes } of edits) {
    expect(await runner.told(changes), `${operator} in ${file}`).toEqual([]);
  }
});

it('judges with a memory as the line does without one', async () => {
  const runner = runnerOf(project);
  const groups = [...new Map(sample(all, all.length, nameOf).map((fault) => [fault.group, fault])).values()];
  const told = (problems: readonly Problem[]) =>
    problems
      .filter(({ severity }) => severity !== 'note')
      .map((each) => `${each.file}:${each.line} ${each.code} ${each.message}`)
      .sort();
  const fresh = async ({ edits }: Grouped) => {
    const world = project.world(faulted(project.accepted.files, edits));
    const runs = project.accepted.editions.map(({ id }) =>
      draft(
        requestFor(id),
        world,
        journal(() => 0),
      ),
    );
    return (await Promise.all(runs)).flatMap(({ problems }) => problems);
  };
  for (const fault of sample(groups, 3, nameOf))
    expect(told(await runner.told(fault.edits))).toEqual(told(await fresh(fault)));
  // Of figures only the rules are asked first: what they say is said by the whole line, too.
  const figures = all.filter(({ group }) => group === 'figures');
  for (const fault of sample(figures, 3, nameOf)) {
    const pointed = (await fresh(fault)).some((each) => each.severity === 'error' && within(each, fault.blocks));
    expect((await runner.judge(fault, fault.edition)).caught !== 'none', nameOf(fault)).toBe(pointed);
  }
});
