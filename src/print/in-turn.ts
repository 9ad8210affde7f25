/** Bounds what a printer does at a time when several editions share it. Part of `print`. */
import pLimit from 'p-limit';
import type { Printer } from '../model/document.ts';

/**
 * A printer that prints at most so many documents at a time, whoever asks: the others wait for their turn.
 * @param jobs 1 or more
 */
export function inTurn(printer: Printer, jobs: number): Printer {
  const limit = pLimit(jobs);
  return { print: (html, assets, options) => limit(() => printer.print(html, assets, options)) };
}
