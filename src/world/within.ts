/** Waiting no longer than so long. Part of `world/`. */

/** The promise's value, or undefined where it takes longer than `ms` milliseconds; the promise itself goes on. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
