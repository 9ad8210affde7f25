/** Starts a local browser and talks to it through a pipe; ends it, with everything it started. Part of `world/`. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Browser } from 'puppeteer';
import { type Problem, problem } from '../problem.ts';
import { browserArgs, browserEnvironment } from './browser-args.ts';
import type { Environment } from './cache-folder.ts';
import type { BrowserChoice } from './find-browser.ts';
import { atEnd } from './interrupt.ts';
import { pipeTransport } from './pipe.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { reasonOf } from './reason.ts';
import { sandboxFor, whyNotStarted } from './sandbox.ts';
import { within } from './within.ts';

/** A browser that runs. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** What people should know about how it runs. */
  readonly notes: readonly Problem[];
  /** Ends it, kindly for a moment and then by force, and removes its profile. Never fails, may be called twice. */
  close(): Promise<void>;
  /** Ends it by force at once. */
  kill(): Promise<void>;
}

const START_MS = 30_000;
const CLOSE_MS = 2_000;

/** Ends the browser and all its helpers: it leads a process group of its own (not on Windows). */
function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Starts the browser at `choice.path`. */
export async function launch(
  choice: Extract<BrowserChoice, { kind: 'local' }>,
  env: Environment,
): Promise<RunningBrowser | Problem> {
  const sandbox = sandboxFor(process.getuid?.());
  const profile = await makeProfile();
  const child = spawn(choice.path, browserArgs(profile, sandbox.args), {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: browserEnvironment(env, profile, choice.env),
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-20_000);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(reasonOf(error)));
    child.once('close', (code, signal) =>
      resolve(code === null ? `it was ended by ${signal}` : `it ended with status ${code}`),
    );
  });
  const clean = () => {
    kill(child);
    removeProfile(profile);
  };
  const keep = atEnd(clean);
  const stop = async () => {
    kill(child);
    await within(CLOSE_MS, ended);
    removeProfile(profile);
    keep();
  };
  const failed = ended.then((how) => whyNotStarted(choice.path, said, how));
  const connected = connect(child);
  connected.catch(() => undefined);
  try {
    const first = await within(START_MS, Promise.race([connected, failed]));
    if (first === undefined || 'code' in first) {
      await stop();
      return (
        first ??
        problem('browser-not-started', undefined, { path: choice.path, reason: 'it did not answer in 30 seconds' })
      );
    }
    const forced = async () => {
      await stop();
      await first.disconnect().catch(() => undefined);
    };
    const close = async () => {
      await within(CLOSE_MS, Promise.all([first.close(), ended])).catch(() => undefined);
      await forced();
    };
    return { browser: first, notes: sandbox.notes, close, kill: forced };
  } catch {
    // The connection broke: the browser is ending, and what it said tells why.
    const why = await within(CLOSE_MS, failed);
    await stop();
    return why ?? whyNotStarted(choice.path, said, 'it closed the connection');
  }
}

/** Connects Puppeteer, which is loaded while the browser starts. */
async function connect(child: ChildProcess): Promise<Browser> {
  const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { default: puppeteer } = await import('puppeteer');
  return puppeteer.connect({ transport, defaultViewport: null });
}

/** Connects to a browser that runs elsewhere. Closing leaves it running. */
export async function attach(choice: Extract<BrowserChoice, { kind: 'remote' }>): Promise<RunningBrowser | Problem> {
  try {
    const { default: puppeteer } = await import('puppeteer');
    const where = /^ws/.test(choice.address) ? { browserWSEndpoint: choice.address } : { browserURL: choice.address };
    const browser = await within(START_MS, puppeteer.connect({ ...where, defaultViewport: null }));
    if (!browser)
      return problem('browser-unreachable', undefined, { address: choice.address, reason: 'no answer in 30 seconds' });
    const leave = () => browser.disconnect().catch(() => undefined);
    return { browser, notes: [], close: leave, kill: leave };
  } catch (error) {
    return problem('browser-unreachable', undefined, { address: choice.address, reason: reasonOf(error) });
  }
}
