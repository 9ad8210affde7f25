/** Texts from the network, for `brief refresh` alone: with a time limit, a size limit, and patience where waiting may help. Part of `world/`. */
import pRetry, { AbortError } from 'p-retry';
import { reasonOf } from './reason.ts';

export interface Patience {
  /** Milliseconds for one attempt, from the request to the last byte. */
  readonly limit: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Milliseconds before the second attempt; each further wait is twice as long. */
  readonly wait: number;
}

export const PATIENCE: Patience = { limit: 30_000, retries: 3, wait: 1_000 };

/** No answer of a statistics office is larger; what is would only fill the memory. */
const LARGEST = 64 * 1024 * 1024;
/** Longer than so a server may not make us wait. */
const LONGEST_WAIT = 60_000;

/** Answers after which a later attempt may succeed: too many requests, and faults of the server. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `Retry-After` in milliseconds: seconds or a date. */
function retryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), LONGEST_WAIT);
}

/** The body as text, given up where it grows too large. */
async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new AbortError(`the answer is larger than ${LARGEST / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/**
 * The text at an address, UTF-8.
 * @param accept what is asked for, as the header says it
 * @returns the text, and the day of `Last-Modified`
 * @throws Error whose message says what was tried and why it failed
 */
export async function download(
  url: string,
  accept: string,
  patience: Patience = PATIENCE,
): Promise<{ text: string; released?: string }> {
  let attempts = 0;
  const once = async () => {
    attempts += 1;
    const late = AbortSignal.timeout(patience.limit);
    const response = await fetch(url, { headers: { accept, 'user-agent': 'export-brief' }, signal: late }).catch(
      (error: unknown) => {
        if (late.aborted) throw new Error(`no answer within ${patience.limit / 1000} s`);
        const { cause } = error as { cause?: unknown };
        throw new Error(reasonOf(cause ?? error));
      },
    );
    if (!response.ok) {
      await response.body?.cancel();
      const said = `the server answered ${response.status} ${response.statusText}`.trim();
      if (!PASSING.has(response.status)) throw new AbortError(said);
      await sleep(retryAfter(response.headers.get('retry-after'), Date.now()));
      throw new Error(said);
    }
    const text = await bodyOf(response).catch((error: unknown) => {
      if (error instanceof AbortError) throw error;
      throw new Error(
        late.aborted ? `the answer did not end within ${patience.limit / 1000} s` : 'the answer broke off',
      );
    });
    const changed = Date.parse(response.headers.get('last-modified') ?? '');
    return { text, ...(!Number.isNaN(changed) && { released: new Date(changed).toISOString().slice(0, 10) }) };
  };
  try {
    return await pRetry(once, { retries: patience.retries, minTimeout: patience.wait, factor: 2 });
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`${url}: ${message}${attempts > 1 ? ` (${attempts} attempts)` : ''}`);
  }
}
