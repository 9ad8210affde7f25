/** Exit statuses: part of the contract, so they never change their meaning. Part of `world/`. */
import { type Problem, stops } from '../problem.ts';

export const EXIT = {
  fine: 0,
  /** Problems in data, templates, claims, languages or the printed page. */
  problems: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** This machine: no browser, an output folder that cannot be written. */
  machine: 3,
  /** A bug in Export Brief. */
  bug: 4,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Codes that begin so are about how the command was called, and about this machine. */
const USAGE = [
  'usage-',
  'edition-unknown',
  'document-unknown',
  'fact-not-known',
  'series-not-known',
  'refresh-none',
  'refresh-no-source',
  'project-missing',
];
const MACHINE = ['refresh-unreachable', 'browser-', 'cache-', 'output-', 'font-package-', 'node-', 'port-'];

/**
 * The exit status that a run's problems mean. What is wrong with the tool comes before what is wrong with the machine,
 * that before how the command was called, that before the project.
 * @param strict warnings count as errors
 */
export function exitStatus(problems: readonly Problem[], strict = false): ExitStatus {
  const codes = problems.filter((each) => stops([each], strict)).map(({ code }) => code);
  const any = (prefixes: readonly string[]) => codes.some((code) => prefixes.some((prefix) => code.startsWith(prefix)));
  if (codes.length === 0) return EXIT.fine;
  if (codes.includes('bug')) return EXIT.bug;
  if (any(MACHINE)) return EXIT.machine;
  return any(USAGE) ? EXIT.usage : EXIT.problems;
}
