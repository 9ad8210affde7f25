/**
 * Watching a project: whatever a save looks like (written in place, written beside and renamed, deleted and made again,
 * a branch switched), it becomes one word “touched” at once and one “settled” when it is over. Part of `world/`.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
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
const SECOND_LOOK_MS = 120;
const LOOK_MS = 1_000;

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

/** What stands below the watched names, each with what changes when it is written. */
type Look = ReadonlyMap<string, string>;

async function look(root: string): Promise<Look> {
  const ignored = unwatched(root);
  const seen = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    if (ignored(path)) return;
    const found = await stat(path).catch(() => undefined);
    if (!found) return;
    if (found.isDirectory()) {
      const names = await readdir(path).catch(() => []);
      await Promise.all(names.map((name) => visit(join(path, name))));
    } else
      seen.set(
        relative(root, path).split(sep).join('/'),
        `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`,
      );
  };
  await Promise.all(WATCHED.map((name) => visit(join(root, name))));
  return seen;
}

/** The files that differ between two looks, sorted. */
const differing = (before: Look, now: Look): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path)).sort();

/**
 * Listens to a watcher that was made with `unwatched` as its `ignored`. Its word is a hint, since it loses some where files
 * are renamed within a moment, on network drives and in containers: what changed is what differs on disk, looked at when it
 * speaks, once more a moment later, and every second.
 * @returns a function that ends it; what is not yet told is never told then
 */
export async function watchProject(watcher: Watcher, root: string, listener: Listener): Promise<() => void> {
  const lock = await gitLock(root);
  let last = await look(root);
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let ended = false;
  let locked = 0;
  /** One look at a time, or an older one could overwrite what a newer one saw. */
  let turn: Promise<void> = Promise.resolve();

  /** @param asked true where the listener was told that something was written, and waits for the end of it */
  const inspect = (asked: boolean): Promise<void> => {
    turn = turn.then(async () => {
      if (ended) return;
      if (lock !== undefined && (await stat(lock).catch(() => undefined))) {
        locked ||= performance.now();
        if (performance.now() - locked < LOCK_MS) {
          if (asked) soon(LOCK_POLL_MS);
          return;
        }
      } else locked = 0;
      const now = await look(root);
      const changed = differing(last, now);
      last = now;
      if (ended || (!asked && changed.length === 0)) return;
      if (!asked) listener.touched();
      listener.settled(changed);
    });
    return turn;
  };
  const soon = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void inspect(true), ms);
  };
  watcher.on('all', (_, path) => {
    if (ended || path === root || unwatched(root)(path)) return;
    listener.touched();
    soon(QUIET_MS);
    clearTimeout(again);
    again = setTimeout(() => void inspect(false), SECOND_LOOK_MS);
  });
  const always = setInterval(() => void inspect(false), LOOK_MS);
  watcher.add(root);
  return () => {
    ended = true;
    clearTimeout(timer);
    clearTimeout(again);
    clearInterval(always);
  };
}
