/** Keeps the time of each stage and tells progress to whoever listens; the terminal shows it, `--json` reports it. */

export type StageName =
  | 'load'
  | 'validate'
  | 'derive'
  | 'chart'
  | 'render'
  | 'assemble'
  | 'audit'
  | 'print'
  | 'finish'
  | 'verify';

export interface Journal {
  /** Runs one stage, keeping its time. */
  stage<T>(name: StageName, run: () => T | Promise<T>): Promise<T>;
  /** Milliseconds by stage, in the order of the line. Never part of an output: bytes would not repeat. */
  readonly timings: ReadonlyMap<StageName, number>;
}

/**
 * @param clock milliseconds from any origin
 * @param onStage called when a stage begins
 */
export function journal(clock: () => number, onStage: (name: StageName) => void = () => {}): Journal {
  const timings = new Map<StageName, number>();
  return {
    timings,
    async stage(name, run) {
      onStage(name);
      const start = clock();
      try {
        return await run();
      } finally {
        timings.set(name, (timings.get(name) ?? 0) + clock() - start);
      }
    },
  };
}
