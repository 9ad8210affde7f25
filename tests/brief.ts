/** The command line run inside the test's process, as a shell would run it, with all that it said. */
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables of the machine that change what is said or which browser prints. */
const NEUTRAL = {
  BRIEF_UI: 'en',
  GITHUB_ACTIONS: undefined,
  BRIEF_BROWSER: undefined,
  PUPPETEER_EXECUTABLE_PATH: undefined,
  SOURCE_DATE_EPOCH: undefined,
} satisfies Readonly<Record<string, string | undefined>>;

/** Sets variables of the environment; gives the function that sets them back. */
function withVariables(wanted: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.keys(wanted).map((name) => [name, process.env[name]] as const);
  const put = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(wanted)) put(name, value);
  return () => {
    for (const [name, value] of before) put(name, value);
  };
}

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
let runs = 0;

/** The listeners that a run leaves on the streams, which a process of its own would take with it. */
function withoutListeners(): () => void {
  const streams = [process.stdout, process.stderr];
  const before = streams.map((stream) => stream.listeners('error'));
  return () => {
    for (const [i, stream] of streams.entries())
      for (const listener of stream.listeners('error'))
        if (!before[i]?.includes(listener)) stream.off('error', listener as () => void);
  };
}

/**
 * Runs `brief` in a folder. One at a time: the folder and the streams belong to the whole process.
 * @param line the arguments, `check --strict 2005`; split at spaces
 */
export async function brief(line: string, folder: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const [argv, cwd] = [process.argv, process.cwd()];
  const restore = withVariables({ ...NEUTRAL, ...env });
  const forget = withoutListeners();
  const said = { stdout: '', stderr: '' };
  const gather = (stream: 'stdout' | 'stderr') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    });
  const spies = [
    gather('stdout'),
    gather('stderr'),
    vi.spyOn(console, 'error').mockImplementation((text) => {
      said.stderr += `${String(text)}\n`;
    }),
  ];
  process.argv = [process.execPath, 'brief', ...line.split(/\s+/).filter(Boolean)];
  process.chdir(folder);
  try {
    runs += 1;
    // a module runs once for each name that it is imported by
    await import(/* @vite-ignore */ `${CLI}?run=${runs}`);
    return { status: Number(process.exitCode ?? 0), ...said };
  } finally {
    process.exitCode = undefined;
    process.argv = argv;
    process.chdir(cwd);
    for (const spy of spies) spy.mockRestore();
    restore();
    forget();
  }
}
