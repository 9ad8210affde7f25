/**
 * A problem is a value: what is wrong, where, and what to do. Stages gather problems; printing them is
 * `world/`'s and `commands/`' job. Codes never change; the sentences (messages.ts) may.
 */
import { type Code, MESSAGES } from './messages.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Where something stands: project-relative file with forward slashes, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint?: string;
  /** Of a printed document, counted from 1. */
  readonly page?: number;
  /** Id of the block of the printed page that it is about, until the line has found the block's place. */
  readonly block?: string;
}

export type Args = Readonly<Record<string, string | number | undefined>>;

/** Replaces each `{name}` of a sentence by its argument; an argument that is missing leaves the hint out (undefined). */
function say(sentence: string, args: Args): string | undefined {
  let whole = true;
  const said = sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) whole = false;
    return String(value);
  });
  return whole ? said : undefined;
}

/**
 * Makes a problem from its code. Severity and sentences come from messages.ts.
 * @param place where it stands; a file alone is allowed (a missing file has no line)
 * @param args the values named in the sentences; a hint whose argument is undefined is left out
 */
export function problem(code: Code, place: Partial<Place> | undefined, args: Args = {}): Problem {
  const { severity, message, hint } = MESSAGES[code] as { severity: Severity; message: string; hint?: string };
  const said = hint === undefined ? undefined : say(hint, args);
  return {
    code,
    severity,
    ...(place?.file !== undefined && { file: place.file }),
    ...(place?.line !== undefined && { line: place.line }),
    ...(place?.column !== undefined && { column: place.column }),
    message: say(message, args) ?? message,
    ...(said !== undefined && { hint: said }),
  };
}

/** True where a problem stops the line; with `strict`, warnings do too, notes never. */
export function stops(problems: readonly Problem[], strict = false): boolean {
  return problems.some((p) => p.severity === 'error' || (strict && p.severity === 'warning'));
}

/** File, then line, then page, then column, then code; problems without a file come last. Stable for equal places. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem) => p.file ?? '\uffff';
  return [...problems].sort(
    (a, b) =>
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.page ?? 0) - (b.page ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
