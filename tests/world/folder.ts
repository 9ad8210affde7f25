/** A temporary folder for one test file, removed when its tests have run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

export interface TestFolder {
  readonly path: string;
  /** A path below it. */
  at(...names: string[]): string;
  /** Writes a file below it, making folders; gives its path. */
  write(name: string, content: string | Uint8Array, mode?: number): string;
}

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'brief-test-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const at = (...names: string[]) => join(path, ...names);
  return {
    path,
    at,
    write(name, content, mode = 0o644) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content, { mode });
      return at(name);
    },
  };
}
