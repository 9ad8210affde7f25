/**
 * Chromium's sandbox stays on. It cannot work for root, so there it goes off and the run says so; where an ordinary
 * user is not allowed the namespaces it needs, the run stops with the remedy. Part of `world/`.
 */
import { type Problem, problem } from '../problem.ts';

export interface SandboxState {
  readonly args: readonly string[];
  /** The note for people where the sandbox is off. */
  readonly notes: readonly Problem[];
}

/** @param uid the user id of this process; undefined on Windows */
export const sandboxFor = (uid: number | undefined): SandboxState =>
  uid === 0 ? { args: ['--no-sandbox'], notes: [problem('browser-sandbox-off', undefined)] } : { args: [], notes: [] };

/** What Chromium says on standard error where it has no sandbox to start in, over the versions. */
const NO_SANDBOX = /No usable sandbox|Failed to move to new namespace|setuid sandbox|SUID sandbox|credentials\.cc/i;

/**
 * Why a browser that ended before it answered did so.
 * @param said what it wrote to standard error
 * @param how its exit code or signal, in words
 */
export function whyNotStarted(path: string, said: string, how: string): Problem {
  if (NO_SANDBOX.test(said)) return problem('browser-sandbox', undefined);
  const library = /error while loading shared libraries: (\S+?):/.exec(said)?.[1];
  const last = said
    .trim()
    .split('\n')
    .filter((line) => /ERROR|FATAL|error/.test(line))
    .at(-1);
  const reason =
    library === undefined ? (last?.replace(/^\[[^\]]*\]\s*/, '') ?? how) : `the library ${library} is missing`;
  return problem('browser-not-started', undefined, { path, reason: reason.replace(/[.\s]+$/, '') });
}
