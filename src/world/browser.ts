/**
 * The browser of a run: chosen and started when the first page is printed, shared by all, closed at the end. One that
 * ends by itself is reported by the jobs it was printing and started once more for the remaining ones. Part of `world/`.
 */
import type { Html, Printer, PrintOptions, PrintResult } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { type BrowserWish, findBrowser } from './find-browser.ts';
import { attach, launch, type RunningBrowser } from './launch.ts';
import { PageCrashed, printPage } from './printer.ts';
import { reasonOf } from './reason.ts';
import { within } from './within.ts';

export interface BrowserSession extends AsyncDisposable {
  readonly printer: Printer;
  /** Starts the browser without waiting for it: it comes up while the charts are drawn. */
  warm(): void;
  /** Ends the browser if it was started. May be called twice; printing afterwards is a mistake of the caller. */
  close(): Promise<void>;
}

type Assets = ReadonlyMap<string, Uint8Array>;

const ANSWER_MS = 2_000;
const STARTS = 2;

const failure = (...problems: Problem[]): PrintResult => ({ bytes: new Uint8Array(), problems });

/** What ends a job from outside. */
class TooLate extends Error {}

/** Rejects when the time of a job is over or its caller stops it; `clear` takes that back. */
function deadline({ timeoutMs, signal }: PrintOptions): { ended: Promise<never>; clear: () => void } {
  let end = (_: unknown): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  const timer = setTimeout(() => end(new TooLate()), timeoutMs);
  const abort = () => end(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  // Nobody may be waiting any more when it rejects.
  ended.catch(() => undefined);
  const clear = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  };
  return { ended, clear };
}

/** Why a print failed, as a problem. A browser that does not answer at all is ended, or every other job would be late too. */
async function whyFailed(
  error: unknown,
  running: RunningBrowser,
  { document, timeoutMs }: PrintOptions,
): Promise<Problem> {
  if (error instanceof TooLate) {
    const answer = await within(
      ANSWER_MS,
      running.browser.version().catch(() => undefined),
    );
    if (answer === undefined) {
      await running.kill();
      return problem('browser-hung', undefined, { document });
    }
    return problem('print-timeout', undefined, { document, seconds: timeoutMs / 1000 });
  }
  if (error instanceof PageCrashed) return problem('print-crashed', undefined, { document });
  if (!running.browser.connected) return problem('browser-died', undefined, { document });
  return problem('print-failed', undefined, { document, reason: reasonOf(error) });
}

/** Prints in a browser that runs; every ending but the caller's own signal is a result. */
async function printIn(
  running: RunningBrowser,
  html: Html,
  assets: Assets,
  options: PrintOptions,
): Promise<PrintResult> {
  const { ended, clear } = deadline(options);
  try {
    const printing = printPage(running.browser, html, assets, options.document, ended);
    const result = await Promise.race([printing, ended]);
    return { ...result, problems: [...running.notes, ...result.problems] };
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    return failure(...running.notes, await whyFailed(error, running, options));
  } finally {
    clear();
  }
}

/**
 * Makes the browser session of a run. Nothing starts before the first page is printed.
 * The printer rejects only with the reason of the caller's own signal; every other trouble is a problem of the result.
 */
export function openBrowser(wish: BrowserWish): BrowserSession {
  let starts = 0;
  let current: Promise<RunningBrowser | Problem> | undefined;

  /** Starts a browser, after what is left of the one before it is gone. */
  const start = async (before: RunningBrowser | undefined): Promise<RunningBrowser | Problem> => {
    await before?.close();
    const choice = await findBrowser(wish);
    if ('code' in choice) return choice;
    return choice.kind === 'remote' ? attach(choice) : launch(choice, wish.env);
  };

  /** The browser that runs, or a fresh one; a problem where it does not start; undefined where it ended too often. */
  const session = async (): Promise<RunningBrowser | Problem | undefined> => {
    const known = current;
    const running = await known;
    if (running && ('code' in running || running.browser.connected)) return running;
    if (current !== known) return session();
    if (starts === STARTS) return undefined;
    starts += 1;
    current = start(running);
    return current;
  };

  const close = async (): Promise<void> => {
    const running = await current;
    current = undefined;
    starts = STARTS;
    if (running && !('code' in running)) await running.close();
  };

  const print = async (html: Html, assets: Assets, options: PrintOptions): Promise<PrintResult> => {
    options.signal.throwIfAborted();
    const running = await session();
    if (running === undefined) return failure(problem('browser-gone', undefined, { document: options.document }));
    if ('code' in running) return failure(running);
    return printIn(running, html, assets, options);
  };

  // A browser that cannot start says so when it is asked to print.
  const warm = (): void => void session().catch(() => undefined);

  return { printer: { print }, warm, close, [Symbol.asyncDispose]: close };
}
