/** What a system error says, short enough for a sentence. Part of `world/`. */

/** The first line of an error's message, without Node's code in front, the path behind, or a full stop. */
export function reasonOf(error: unknown): string {
  const line = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return line.replace(/^E[A-Z]+: /, '').replace(/[.\s]+$/, '');
}
