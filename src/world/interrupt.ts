/** Cleaning up when the process ends early: Ctrl-C, a CI job that is cancelled, a thrown error. Part of `world/`. */

/** Exit statuses by the shell's custom: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs `clean` when the process ends, whatever ends it but SIGKILL. `clean` must be synchronous: nothing else runs then.
 * @returns a function that takes the promise back, once all is clean
 */
export function atEnd(clean: () => unknown): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, status]) => ({ signal, listen: () => process.exit(status) }));
  process.on('exit', clean);
  for (const { signal, listen } of listeners) process.on(signal, listen);
  return () => {
    process.off('exit', clean);
    for (const { signal, listen } of listeners) process.off(signal, listen);
  };
}

/**
 * From now on the signals that end a program are its ordinary end, status 0: what runs until somebody stops it has not failed.
 * What was given to `atEnd` is cleaned, whenever it was given.
 */
export function endsWhenStopped(): void {
  for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[])
    process.prependListener(signal, () => process.exit(0));
}
