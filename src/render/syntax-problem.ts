/** Says in words why a template does not parse: Handlebars names tokens of its grammar, and a column of its own excerpt. Part of `render`. */
import { TEMPLATE_MISTAKES } from '../messages.ts';
import { type Problem, problem } from '../problem.ts';

type Mistake = keyof typeof TEMPLATE_MISTAKES;
type Found = { readonly mistake: Mistake; readonly offset: number; readonly gaps?: Readonly<Record<string, string>> };

/** A block that was opened, or its end. Comments hold no blocks. */
const TAG = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{\{?~?(?<kind>[#^/])\*?>?\s*(?<name>[^\s}~|]+)|\{\{\{?/g;

/** The block that is still open at the end of the text, or the braces that are. */
function openAtEnd(text: string): Found {
  const open: { name: string; offset: number }[] = [];
  let last = 0;
  for (const { index, groups = {} } of text.matchAll(TAG)) {
    last = index;
    const { kind, name = '' } = groups;
    if (kind === '/') open.pop();
    else if (kind !== undefined) open.push({ name, offset: index });
  }
  const block = open.at(-1);
  if (block) return { mistake: 'blockOpen', offset: block.offset, gaps: { name: block.name } };
  return { mistake: 'bracesOpen', offset: last };
}

/**
 * Where the parser stood. Its message shows up to 20 characters before and after, line breaks taken out, with a pointer
 * between them; its line may be that of the token before.
 */
function offsetOf(text: string, line: number, shown: string, pointer: number): number {
  const before = shown.slice(0, pointer).replace(/^\.\.\./, '');
  const after = shown.slice(pointer).replace(/\.\.\.$/, '');
  const from = text
    .split('\n')
    .slice(0, Math.max(0, line - 2))
    .join('\n').length;
  const flat = (part: string) => part.replace(/\n/g, '');
  for (let offset = from; offset <= text.length; offset += 1) {
    if (text[offset] === '\n' || !flat(text.slice(offset, offset + after.length + 40)).startsWith(after)) continue;
    if (flat(text.slice(Math.max(0, offset - before.length - 40), offset)).endsWith(before)) return offset;
  }
  return from;
}

function found(text: string, error: unknown): Found {
  const { message, lineNumber = 1, column = 0 } = error as { message: string; lineNumber?: number; column?: number };
  const start = (line: number) =>
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  if (error instanceof RangeError) return { mistake: 'deep', offset: 0 };
  const twisted = /^(\S+) doesn't match (\S+)/.exec(message);
  if (twisted) {
    const [, name = '', other = ''] = twisted;
    return { mistake: 'otherEnd', offset: start(lineNumber) + column, gaps: { name, found: other } };
  }
  const parsed = /^Parse error on line (\d+):\n(.*)\n(-*)\^\n[\s\S]*got '(\w+)'/.exec(message);
  if (!parsed)
    return {
      mistake: 'other',
      offset: start(lineNumber) + column,
      gaps: { reason: message.replace(/ - \d+:\d+$/, '') },
    };
  const [, line = '1', shown = '', pointer = '', token = ''] = parsed;
  if (token === 'EOF') return openAtEnd(text);
  const offset = offsetOf(text, Number(line), shown, pointer.length);
  const [word = ''] = /^(?:\{\{\/[^}]*\}\}|[^\s}]+|.)/.exec(text.slice(offset)) ?? [];
  if (token === 'OPEN_ENDBLOCK') return { mistake: 'endAlone', offset, gaps: { found: word } };
  if (token === 'NUMBER' && text[offset - 1] === '.') {
    const [name = ''] = /[\w.]*(?=\.$)/.exec(text.slice(0, offset)) ?? [];
    return { mistake: 'yearAfterDot', offset, gaps: { name, found: word } };
  }
  if (/^["']/.test(word)) return { mistake: 'quoteOpen', offset };
  if (token === 'INVALID' && /^[{}]/.test(word)) return { mistake: 'bracesOpen', offset };
  return { mistake: 'misplaced', offset, gaps: { found: word } };
}

/** The problem of a template that Handlebars refused. */
export function syntaxProblem(file: string, text: string, error: unknown): Problem {
  const { mistake, offset, gaps = {} } = found(text, error);
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
  const lines = text.slice(0, offset).split('\n');
  const place = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const { reason, advice } = TEMPLATE_MISTAKES[mistake];
  return problem('template-syntax', place, { reason: fill(reason), advice: advice && fill(advice) });
}
