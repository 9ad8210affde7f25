/** Whether the machine is ours: how busy it is while we do nothing. Linux only; elsewhere nothing is known and nothing is waited for. */
import { readFileSync } from 'node:fs';

/** What the cores may do while we only look: a tenth. */
const TOLERATED = 0.1;
const LOOK_MS = 500;
const PATIENCE_MS = 300_000;

/** Hundredths of a second since the start of the machine, over all cores: all of them, and those that were idle. */
function cores() {
  try {
    const ticks = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))[1].split(' ').map(Number);
    return { all: ticks.slice(0, 8).reduce((sum, each) => sum + each, 0), idle: ticks[3] + ticks[4] };
  } catch {
    return { all: 0, idle: 0 };
  }
}

/** Looks for half a second whether anybody else is at work. */
export async function isQuiet() {
  const before = cores();
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const after = cores();
  const all = after.all - before.all;
  return all === 0 || 1 - (after.idle - before.idle) / all < TOLERATED;
}

/** Waits until the machine is quiet, five minutes at most. */
export async function quiet() {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isQuiet()) && performance.now() < end);
}
