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
