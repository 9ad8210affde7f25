/** The rounds: every contestant once to warm up, which is dropped, then all in turn, again and again. */
import { existsSync, rmSync } from 'node:fs';
import { measure } from './measure.mjs';
import { missing, readPdf } from './pdf.mjs';
import { isQuiet, quiet } from './quiet.mjs';

/** What was wrong with a run, or what it made; looked at after each run, outside the measured time. */
async function judge(contestant, result) {
  const { pdf, wanted = [], json, unchanged } = contestant;
  const first = (text) => text.trim().split('\n').slice(-3).join(' ').slice(0, 300);
  if (result.code !== 0) return { fault: `ended with ${result.code}: ${first(result.stderr || result.stdout)}` };
  const timings = json ? JSON.parse(result.stdout).editions[0]?.timings : undefined;
  if (unchanged && Object.keys(timings ?? {}).length > 0) return { fault: 'built again although nothing changed' };
  if (!pdf) return { timings };
  if (!existsSync(pdf)) return { fault: 'wrote no PDF' };
  const { pages, bytes, text } = await readPdf(pdf);
  const lacking = missing(text, wanted);
  if (lacking.length > 0)
    return { fault: `its PDF lacks ${lacking.length} of ${wanted.length} texts, first “${lacking[0]}”` };
  return { timings, pages, bytes };
}

/** How often a run is repeated because the machine was busy around it. */
const REPEATS = 4;

/** One measured run. A patient one waits for a quiet machine, and is repeated where it was not quiet afterwards, whatever the figure was. */
async function run({ run, clean }, folder, patient) {
  for (let repeats = 0; ; repeats += 1) {
    if (clean) rmSync(clean, { recursive: true, force: true });
    if (patient) await quiet();
    const result = await measure(run, folder);
    if (!patient || repeats === REPEATS || (await isQuiet())) return result;
  }
}

/**
 * Runs everybody. A fault of a peer makes it absent, with the reason; a fault of ours or of the floor ends the bench.
 * @param {import('./contestants.mjs').Contestant[]} contestants
 * @returns {Promise<{ id: string, label: string, group: string, absent?: string, pages?: number, bytes?: number, rounds: { wall: number, memory: number, timings?: Record<string, number> }[] }[]>}
 */
export async function contest(contestants, { runs, folder, patient, say }) {
  const results = contestants.map(({ id, label, group, absent }) => ({ id, label, group, absent, rounds: [] }));
  for (let round = 0; round <= runs; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const result = results[index];
      if (result.absent !== undefined) continue;
      let found = await run(contestant, folder, patient && round > 0);
      // Only a build that is there already can be found unchanged.
      if (round === 0 && contestant.unchanged && found.code === 0) found = await measure(contestant.run, folder);
      const { fault, timings, pages, bytes } = await judge(contestant, found);
      if (fault !== undefined) {
        if (contestant.group !== 'peer') throw new Error(`${contestant.label}: ${fault}`);
        Object.assign(result, { absent: fault, rounds: [] });
        say(`  ${contestant.label}: ${fault}`);
        continue;
      }
      Object.assign(result, { pages, bytes });
      if (round > 0) result.rounds.push({ wall: found.wall, memory: found.memory, timings });
    }
    say(round === 0 ? 'warm-up done' : `round ${round} of ${runs} done`);
  }
  return results;
}
