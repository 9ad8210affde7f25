/** One run of one program as a whole process: wall time from start to end, peak memory of that process, what it said. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PEAK = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));
/** Nothing here takes so long; a peer that hangs is ended and reported. */
const LIMIT_MS = 120_000;

/** Reads the peak of a process that is not Node's, again and again until it is gone. Linux only. */
function watchPeak(pid) {
  let peak = 0;
  const look = () => {
    try {
      const found = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
      peak = Math.max(peak, Number(found ?? 0));
    } catch {
      // it has ended
    }
  };
  const timer = setInterval(look, 10);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/**
 * Runs a program.
 * @param {{ program?: string, args: string[], cwd?: string, env?: Record<string, string> }} run no program means this Node
 * @param {string} folder a folder for what it says
 * @returns {Promise<{ wall: number, memory: number | undefined, code: number | null, stdout: string, stderr: string }>} wall in milliseconds, memory in bytes
 */
export async function measure(run, folder) {
  const files = { stdout: join(folder, 'stdout'), stderr: join(folder, 'stderr'), peak: join(folder, 'peak') };
  rmSync(files.peak, { force: true });
  const out = openSync(files.stdout, 'w');
  const err = openSync(files.stderr, 'w');
  const own = run.program === undefined;
  const env = { ...process.env, ...run.env, ...(own && { BENCH_PEAK_FILE: files.peak }) };
  const args = own ? ['--require', PEAK, ...run.args] : run.args;
  const start = performance.now();
  const child = spawn(run.program ?? process.execPath, args, { cwd: run.cwd, env, stdio: ['ignore', out, err] });
  const peak = own ? undefined : watchPeak(child.pid);
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const wall = performance.now() - start;
  clearTimeout(timer);
  closeSync(out);
  closeSync(err);
  return {
    wall,
    memory: 1024 * (peak ? peak() : Number(text(files.peak))) || undefined,
    code,
    stdout: text(files.stdout),
    stderr: text(files.stderr),
  };
}

function text(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
