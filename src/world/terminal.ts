/**
 * What a run says while it works and at its end. Results go to standard output; problems, progress and timings go to
 * standard error, so that `--json` leaves standard output to exactly one object. Part of `world/`.
 */
import type { Ora } from 'ora';
import pc from 'picocolors';
import type { Problem } from '../problem.ts';
import { type Ui, uiLanguage } from '../ui.ts';
import type { Environment } from './cache-folder.ts';
import { annotationText, type JsonReport, jsonText, type Paint, problemText, timingText } from './report.ts';

/** A stream to write on; `process.stdout` and `process.stderr` are such. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Terminal {
  /** The language in which people are spoken to. */
  readonly ui: Ui;
  /** Colours for standard output, or none. */
  readonly paint: Paint;
  /** Shows what is being done: a spinner where people look on, nothing elsewhere. */
  progress(text: string): void;
  /** Takes the spinner away. Everything that is written does so first. */
  quiet(): void;
  /** A line of the result, on standard output. */
  say(line: string): void;
  problems(problems: readonly Problem[]): void;
  timings(timings: ReadonlyMap<string, number>): void;
  json(report: JsonReport): void;
}

/** Colours where a person looks on and did not refuse them (https://no-color.org). */
const wantsColour = (stream: Stream, env: Environment): boolean =>
  stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';

/**
 * Opens the terminal.
 * @param env NO_COLOR and TERM turn colours off, CI the spinner; GITHUB_ACTIONS adds annotations; BRIEF_UI and the locale choose the language
 */
export function openTerminal(stdout: Stream, stderr: Stream, env: Environment): Terminal {
  const paint = pc.createColors(wantsColour(stderr, env));
  const moves = stderr.isTTY === true && env.TERM !== 'dumb' && (env.CI ?? '') === '';
  const ui = uiLanguage(env);
  let doing = '';
  let spinner: Ora | undefined;
  let asked = false;

  /** ora is loaded when there is somebody to look at it; a quick run is over before. */
  const spin = async (): Promise<void> => {
    const { default: ora } = await import('ora');
    if (doing === '') asked = false;
    else spinner = ora({ text: doing, stream: stderr as NodeJS.WriteStream, discardStdin: false }).start();
  };
  const quiet = (): void => {
    doing = '';
    if (spinner) asked = false;
    spinner?.stop();
    spinner = undefined;
  };
  const write = (stream: Stream, text: string): void => {
    quiet();
    if (text !== '') stream.write(text);
  };

  return {
    ui,
    paint: pc.createColors(wantsColour(stdout, env)),
    quiet,
    progress(text) {
      doing = text;
      if (spinner) spinner.text = text;
      else if (moves && !asked) {
        asked = true;
        void spin();
      }
    },
    say: (line) => write(stdout, `${line}\n`),
    problems(problems) {
      write(stderr, problemText(problems, paint, ui));
      if (env.GITHUB_ACTIONS === 'true') write(stderr, annotationText(problems));
    },
    timings: (timings) => write(stderr, timingText(timings, paint, ui)),
    json: (report) => write(stdout, jsonText(report)),
  };
}
