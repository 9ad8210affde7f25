/** Says of a YAML syntax error what the writer probably did, and what to write instead. */
import type { YAMLError } from 'yaml';
import { YAML_MISTAKES } from '../messages.ts';

type Mistake = keyof typeof YAML_MISTAKES;
type Gaps = Readonly<Record<string, string>>;

/** The line of the text around an offset, the one after it, and what stands in the line before the offset. */
function linesAt(text: string, offset: number): [line: string, next: string, before: string] {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = '', next = ''] = text.slice(from, from + 2000).split('\n', 2);
  return [line, next, text.slice(from, offset)];
}

const indent = (line: string) => line.search(/\S|$/);

/** A line that should be a key and is none: the mistakes that look alike to the parser. */
function notAKey(line: string): [Mistake, Gaps] {
  const key = /^\s*(?:- +)?["']?([\p{L}\w.-]+)["']?\s*([:=])(?=\S|\s*$|\s)/u.exec(line);
  if (/^\s*-[^\s-]/.test(line)) return ['dashSpace', {}];
  if (key?.[2] === ':') return ['colonSpace', { key: key[1] ?? '' }];
  if (key?.[2] === '=') return ['equals', { key: key[1] ?? '' }];
  return ['keyAlone', {}];
}

/** What stands after the first colon of a line. */
const behindColon = (line: string) => /:\s+(.*)$/.exec(line)?.[1] ?? '';

function mistake({ code, message }: YAMLError, text: string, at: number): [Mistake, Gaps] {
  const [line, next, before] = linesAt(text, at);
  const mark = text[at] ?? '';
  if (code === 'RESOURCE_EXHAUSTION') return ['deep', {}];
  if (code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) return ['tab', {}];
  if (code === 'BAD_SCALAR_START') return ['start', { mark }];
  if (code === 'BAD_DQ_ESCAPE') return ['escape', { mark: text.slice(at, at + 2) }];
  if (code === 'TAG_RESOLVE_FAILED') return ['tag', { mark: /^\S*/.exec(text.slice(at))?.[0] ?? '!' }];
  if (code === 'MULTIPLE_DOCS') return ['documents', {}];
  if (code === 'NON_STRING_KEY') return ['key', {}];
  if (/closing ["']/.test(message)) return ['quoteOpen', {}];
  if (/^Comments must/.test(message)) return ['comment', {}];
  const open = /end with an? ([}\]])/.exec(message)?.[1];
  if (open) return ['bracketOpen', { mark: open === '}' ? '{' : '[', close: open }];
  if (/^Block scalar header/.test(message)) return ['start', { mark: behindColon(line).charAt(0) }];
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const under = indent(next) > indent(line) && !/: /.test(behindColon(line));
    return [under ? 'indentedUnderValue' : 'secondColon', {}];
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' && /[{[,]/.test(before)) return ['comma', {}];
  if (code === 'MULTILINE_IMPLICIT_KEY' || /^Implicit map keys/.test(message)) return notAKey(line);
  if (code === 'BAD_INDENT') return /^\s*-[^\s-]/.test(line) ? ['dashSpace', {}] : ['indent', {}];
  if (/at node end$/.test(message)) return ['afterEnd', {}];
  return ['other', { message: message.charAt(0).toLowerCase() + message.slice(1) }];
}

const filled = (sentence: string, gaps: Gaps) =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);

/**
 * Reason and advice for an error of the YAML parser.
 * @param at the offset that the problem names: the error's own, or that of the quotation mark left open
 */
export function syntaxAdvice(
  error: YAMLError,
  text: string,
  at: number,
): { reason: string; advice: string | undefined } {
  const [name, gaps] = mistake(error, text, at);
  const { reason, advice } = YAML_MISTAKES[name];
  return { reason: filled(reason, gaps), advice: advice && filled(advice, gaps) };
}
