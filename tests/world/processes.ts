/** The browsers that a process started, as Linux lists them in /proc. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Process ids of browsers (not their helpers) started by `parent`, or those whose profile lies below `folder`. */
export function browsersOf(by: { parent?: number; folder?: string }): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      if (!Number.isInteger(pid) || !command.includes('--user-data-dir=')) return false;
      if (by.folder !== undefined) return command.includes(`--user-data-dir=${by.folder}`);
      return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]) === by.parent;
    });
}

/** Process ids of the pages of a browser: it leads the group that they are in. */
export function pagesOf(browser: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .filter((pid) => Number(read(`/proc/${pid}/stat`).replace(/^.*\) \S+ \d+ (\d+) .*$/s, '$1')) === browser);
}

/** Waits until `holds`, up to ten seconds. */
export async function until(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return holds();
}
