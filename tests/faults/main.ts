/**
 * `npm run faults`: puts every fault of the corpus into the project, and prints what was caught by class.
 *
 *   --sample N     so many of them, spread by the seed
 *   --only TEXT    those whose group, class or operator has this text
 *   --jobs N       so many processes side by side
 *   --write        writes docs/faults.md
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { corpus, type Grouped } from './corpus.ts';
import { page } from './docs.ts';
import { judgeAll } from './judge.ts';
import { readReal } from './project.ts';
import { sample } from './seed.ts';
import { byClass, byGroup, byOperator, type Outcome, plainTable, survivorLines } from './table.ts';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    only: { type: 'string' },
    jobs: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
    write: { type: 'boolean', default: false },
    part: { type: 'string' },
  },
});

const name = (fault: Grouped): string =>
  `${fault.group} ${fault.class} ${fault.operator} ${fault.file}:${fault.line} ${fault.change}`;

const project = await readReal();
const all = corpus(project.accepted);
const wanted = all.filter((fault) => options.only === undefined || name(fault).includes(options.only));
const chosen = options.sample === undefined ? wanted : sample(wanted, Number(options.sample), name);

if (options.part !== undefined) {
  // A process of several: its share goes to the one that started it.
  const [i = 0, n = 1] = options.part.split('/').map(Number);
  await judgeAll(
    project,
    chosen.filter((_, k) => k % n === i),
    (outcome) => process.send?.(outcome),
  );
  process.disconnect();
} else {
  const { alarms } = project.accepted;
  for (const { code, file, line, message } of alarms)
    console.log(`false alarm: ${file ?? ''}:${line ?? ''} ${message} [${code}]`);
  const outcomes: Outcome[] = [];
  const heard = (outcome: Outcome) => {
    outcomes.push(outcome);
    if (outcomes.length % 250 === 0) console.error(`${outcomes.length} of ${chosen.length}`);
  };
  const jobs = Math.max(1, Math.min(Number(options.jobs), Math.ceil(chosen.length / 50)));
  if (jobs === 1) await judgeAll(project, chosen, heard);
  else await Promise.all(Array.from({ length: jobs }, (_, i) => share(`${i}/${jobs}`, heard)));
  // Processes end in any order; the tables do not depend on it.
  const order = new Map(chosen.map((fault, i) => [name(fault), i]));
  const keyOf = (each: Outcome) =>
    order.get(`${each.group} ${each.class} ${each.operator} ${each.file}:${each.line} ${each.change}`) ?? 0;
  outcomes.sort((a, b) => keyOf(a) - keyOf(b));
  console.log(plainTable('operator', byOperator(outcomes)), '\n');
  console.log(plainTable('place', byGroup(outcomes)), '\n');
  console.log(plainTable('class', byClass(outcomes)), '\n');
  const survivors = survivorLines(outcomes);
  console.log(survivors.length === 0 ? 'No survivors.' : ['Survivors:', ...survivors].join('\n'));
  console.log(`False alarms on the untouched editions: ${alarms.length}`);
  if (options.write && options.only === undefined) {
    const editions = project.accepted.editions.map(({ id }) => id);
    writeFileSync(
      new URL('../../docs/faults.md', import.meta.url),
      page(outcomes, all.length, editions, alarms.length),
    );
  } else if (options.write)
    console.error('docs/faults.md is not written: it tells of the whole corpus, or of a sample of it');
  const caught = outcomes.length - survivors.length;
  process.exitCode = alarms.length === 0 && caught >= 0.99 * outcomes.length ? 0 : 1;
}

/** Judges one share in a process of its own. */
function share(part: string, heard: (outcome: Outcome) => void): Promise<void> {
  const given = [
    ...(options.sample === undefined ? [] : ['--sample', options.sample]),
    ...(options.only === undefined ? [] : ['--only', options.only]),
  ];
  // Runs make much that is soon forgotten: room for it spares half of the collecting.
  const child = fork(process.argv[1] ?? '', ['--part', part, ...given], { execArgv: ['--max-semi-space-size=128'] });
  return new Promise((done, failed) => {
    child.on('message', (outcome) => heard(outcome as Outcome));
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`share ${part} ended with ${code}`))));
  });
}
