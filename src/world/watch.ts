/**
 * Watching a project: whatever a save looks like (written in place, written beside and renamed, deleted and made again,
 * a branch switched), it becomes one word “touched” at once and one “settled” when it is over. Part of `world/`.
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What of chokidar is used; Vite brings it. */
export interface Watcher {
  add(path: string): unknown;
  on(event: 'all', listen: (event: string, path: string) => void): unknown;
}

export interface Listener {
  /** Something was written. */
  touched(): void;
  /** Writing has ended; `changed` names files and folders, project-relative with forward slashes. */
  settled(changed: readonly string[]): void;
}

/** What a project is made of; everything else in its folder (outputs, git, packages) is not looked at. */
export const WATCHED = ['brief.yaml', 'data', 'templates'] as const;

/** So long nothing else is written: a save that truncates and then writes is one, and so are many files at once. */
const QUIET_MS = 15;
/** Git holds its lock while it writes a branch; longer than this it was left behind by a git that died. */
const LOCK_MS = 5_000;
const LOCK_POLL_MS = 20;

/** True for paths below a project's folder that are not watched: chokidar's `ignored`. */
export function unwatched(root: string): (path: string) => boolean {
  const folder = resolve(root);
  return (path) => {
    const inside = relative(folder, resolve(path));
    if (inside === '') return false;
    const [first = '', ...rest] = inside.split(sep);
    return !(WATCHED as readonly string[]).includes(first) || rest.some((name) => name.startsWith('.'));
  };
}

/** Where git keeps the lock of the index, upwards from a folder; undefined where there is no repository. */
export async function gitLock(start: string): Promise<string | undefined> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    const found = await stat(git).catch(() => undefined);
    if (found?.isDirectory()) return join(git, 'index.lock');
    if (found) {
      // A worktree: the file says where its folder is.
      const to = /^gitdir: (.+)$/m.exec(await readFile(git, 'utf8').catch(() => ''))?.[1];
      return to === undefined ? undefined : join(resolve(folder, to), 'index.lock');
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Listens to a watcher that was made with `unwatched` as its `ignored`.
 * @returns a function that ends it; what is not yet told is never told then
 */
export async function watchProject(watcher: Watcher, root: string, listener: Listener): Promise<() => void> {
  const lock = await gitLock(root);
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const tell = async (since: number): Promise<void> => {
    const locked = lock !== undefined && (await stat(lock).catch(() => undefined)) !== undefined;
    if (ended) return;
    if (locked && performance.now() - since < LOCK_MS) {
      timer = setTimeout(() => void tell(since), LOCK_POLL_MS);
      return;
    }
    const paths = [...changed].sort();
    changed.clear();
    if (paths.length > 0) listener.settled(paths);
  };
  watcher.on('all', (_, path) => {
    if (ended || unwatched(root)(path)) return;
    const inside = relative(root, path).split(sep).join('/');
    if (inside === '' || inside.startsWith('..')) return;
    changed.add(inside);
    listener.touched();
    clearTimeout(timer);
    timer = setTimeout(() => void tell(performance.now()), QUIET_MS);
  });
  watcher.add(root);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
