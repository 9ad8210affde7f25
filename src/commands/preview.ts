/** `brief preview`: an edition in the browser, built again after each save, its problems laid over it. */

import { rebuildLine } from '../preview/line.ts';
import { previewLoop } from '../preview/loop.ts';
import { shell } from '../preview/shell.ts';
import { SHELL_STYLES } from '../preview/shell-styles.ts';
import { type Project, previewWork, sameProject } from '../preview/work.ts';
import { type Problem, stops } from '../problem.ts';
import { openBrowser } from '../world/browser.ts';
import { readProject } from '../world/files.ts';
import { browserIdentity } from '../world/find-browser.ts';
import { readFonts } from '../world/fonts.ts';
import { endsWhenStopped } from '../world/interrupt.ts';
import { openPreviewServer, type PreviewServer } from '../world/preview-server.ts';
import { openTerminal, type Terminal } from '../world/terminal.ts';
import { WATCHED, watchProject } from '../world/watch.ts';
import { makeWorld, usedFonts } from '../world/world.ts';
import { inputsOf } from './inputs.ts';
import { openProject } from './project.ts';
import { report } from './report.ts';

export interface PreviewOptions {
  readonly port?: number;
  readonly browser?: string;
}

export interface Preview {
  readonly address: string;
  close(): Promise<void>;
}

/** Runs the command until Ctrl-C, which ends the process; gives the exit code where it cannot start. */
export async function previewCommand(edition: string | undefined, options: PreviewOptions): Promise<number> {
  const terminal = openTerminal(process.stdout, process.stderr, process.env);
  endsWhenStopped();
  const started = await preview(edition, options, process.cwd(), process.env, terminal);
  if ('address' in started) return new Promise(() => undefined);
  return report(terminal, [], started, { strict: false, json: false, folder: () => '' });
}

/**
 * Starts a preview and builds the page for the first time.
 * @param folder a folder of the project
 * @returns the problems where it cannot start
 */
export async function preview(
  asked: string | undefined,
  options: PreviewOptions,
  folder: string,
  env: NodeJS.ProcessEnv,
  terminal: Pick<Terminal, 'say'>,
): Promise<Preview | readonly Problem[]> {
  const project = await openProject(folder, asked === undefined ? [] : [asked]);
  const edition = project.editions.at(-1);
  // What is wrong inside the files is shown in the page; without an edition there is no page.
  if (edition === undefined) return project.problems;
  const fonts = await readFonts(usedFonts());
  if (stops(fonts.problems)) return fonts.problems;

  let browser = openBrowser({ browser: options.browser, env });
  const world = makeWorld({
    files: project.files,
    fontFiles: fonts.files,
    printer: browser.printer,
    signal: new AbortController().signal,
    env,
  });
  const identity = await browserIdentity({ browser: options.browser, env });
  const printing = {
    printer: () => browser.printer,
    async renew() {
      await browser.close();
      browser = openBrowser({ browser: options.browser, env });
    },
  };
  const inputs = ({ files }: Project, documents: readonly string[]) =>
    inputsOf(
      { edition, documents, pdf: true, html: false, finish: true, verify: true },
      files,
      fonts.files,
      identity,
      world.epoch,
    );
  let server: PreviewServer | undefined;
  let files: ReadonlyMap<string, string> = project.files;
  const loop = previewLoop<Project>(edition, {
    ...previewWork(edition, world, printing, inputs),
    async read() {
      const now = await readProject(project.root);
      files = now.files;
      return now;
    },
    same: sameProject,
    shown: () => server?.shown() ?? [],
    now: () => Date.now(),
    tell: (state) => server?.tell(state),
    log: (line) => terminal.say(`${clock()}  ${rebuildLine(line)}`),
  });
  const opened = await openPreviewServer(
    {
      shell: (script) => shell(loop.state, script),
      styles: SHELL_STYLES,
      page: () => loop.html,
      pdf: (document) => loop.pdf(document),
      fonts: fonts.files,
      mayOpen: (file) => files.has(file),
      beside: (document) => void loop.pdf(document),
      state: () => loop.state,
    },
    project.root,
    options.port,
  );
  if ('code' in opened) {
    await browser.close();
    return [opened];
  }
  server = opened;
  const unwatch = await watchProject(opened.watcher, project.root, {
    touched: loop.touched,
    settled: (changed) => void loop.settled(changed),
  });
  terminal.say(`Preview of ${edition}: ${opened.address}`);
  const others = project.editions.filter((each) => each !== edition);
  if (others.length > 0) terminal.say(`There is also ${others.join(', ')}: brief preview <edition>`);
  terminal.say(`Watching ${WATCHED.join(', ')} in ${project.root}. Ctrl-C ends it.`);
  await loop.settled([]);
  return {
    address: opened.address,
    async close() {
      unwatch();
      loop.close();
      await Promise.all([opened.close(), browser.close()]);
    },
  };
}

/** The time of day, `14:03:27`. */
const clock = (): string => new Date().toTimeString().slice(0, 8);
