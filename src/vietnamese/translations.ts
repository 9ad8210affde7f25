/** The form of the translated sentences: message, then hint where there is one; the same gaps as in messages.ts. */
import type { Code } from '../messages.ts';

/** Not every code need be here: a sentence that nobody has translated is said in English. A test names those. */
export type Translations = Readonly<Partial<Record<Code, readonly [message: string, hint?: string]>>>;
