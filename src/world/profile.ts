/** The browser's profile: a temporary folder of this run alone, and the removal of what killed runs left. Part of `world/`. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'export-brief-profile-';
const DAY_MS = 86_400_000;

/** Removes a profile. Its browser has just ended, so files may still be closing: tries a few times. */
export const removeProfile = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });

/** Removes profiles that are older than a day: only a run that was killed (SIGKILL, power cut) leaves one behind. */
function sweep(now: number): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (now - statSync(folder).mtimeMs > DAY_MS) removeProfile(folder);
    } catch {
      // another user's, or already gone
    }
  }
}

/** Makes an empty profile folder that only this user can enter. */
export async function makeProfile(): Promise<string> {
  sweep(Date.now());
  return mkdtemp(join(tmpdir(), PREFIX));
}
