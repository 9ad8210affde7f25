import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // On two cores vitest would leave one idle, and the whole would take more than five minutes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Real prints in a real browser take seconds on a small machine; the limit only ends what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
});
