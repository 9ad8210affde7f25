/** The private cache folder of this user, where the packaged browser is unpacked. Part of `world/`. */
import { access, chmod, constants, lstat, mkdir } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Problem, problem } from '../problem.ts';
import { reasonOf } from './reason.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where caches live on this platform, the first that can be used wins; the last is the temporary folder, by user. */
function candidates(env: Environment): string[] {
  const name = 'export-brief';
  const usual =
    env.XDG_CACHE_HOME ??
    (process.platform === 'darwin'
      ? join(homedir(), 'Library', 'Caches')
      : process.platform === 'win32'
        ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
        : join(homedir(), '.cache'));
  return [join(usual, name), join(tmpdir(), `${name}-${process.getuid?.() ?? userInfo().username}`)];
}

/**
 * Makes the folder if need be and makes sure that nobody else can put a program into it: a real folder, not a link,
 * owned by this user, mode 0700. Windows keeps profiles apart by itself.
 * @throws where one of these does not hold
 */
async function makePrivate(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stat = await lstat(folder);
  if (!stat.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (process.getuid && stat.uid !== process.getuid()) throw new Error(`${folder} belongs to another user`);
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) await chmod(folder, 0o700);
  await access(folder, constants.W_OK | constants.X_OK);
  return folder;
}

/** The private cache folder: below XDG_CACHE_HOME, the platform's own place, or the temporary folder. */
export async function privateCache(env: Environment): Promise<string | Problem> {
  let reason = '';
  for (const folder of candidates(env)) {
    try {
      return await makePrivate(folder);
    } catch (error) {
      reason ||= reasonOf(error);
    }
  }
  return problem('cache-unusable', undefined, { reason });
}
