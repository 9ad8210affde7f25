/** What a system error says, short enough for a sentence. Part of `world/`. */

/** What was thrown as text: errors, the error events of sockets, which are no errors, and anything else. */
function messageOf(thrown: unknown): string {
  const { message, error } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Record<string, unknown>;
  if (typeof message === 'string' && message !== '') return message;
  return error === undefined ? String(thrown) : messageOf(error);
}

/** The first line of an error's message, without Node's code in front, the path behind, or a full stop. */
export function reasonOf(error: unknown): string {
  const line = messageOf(error).split('\n')[0] ?? '';
  return line
    .replace(/^E[A-Z]+: /, '')
    .replace(/, \w+ '[^']*'$/, '')
    .replace(/[.\s]+$/, '');
}
