/** Proves what stands outside the structure: running titles, the page's own number, heads of tables said again, and nothing else. Part of `verify`. */
import type { PdfText } from '../model/pdf.ts';
import type { Difference } from './verify-text.ts';

const folded = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** The strings that a page's styles may put into margin boxes: `content: "…"`, escapes undone; longest first. */
export function marginStrings(html: string): string[] {
  const strings = [...html.matchAll(/\bcontent:\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\([0-9a-f]{1,6}) ?|\\(.)/gi, (_, code: string | undefined, letter: string | undefined) =>
      code === undefined ? (letter ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
  const distinct = new Set(strings.map(folded).filter((text) => text !== ''));
  return [...distinct].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** What is left of a line when everything that may stand there is taken away. */
function left(line: string, allowed: readonly string[]): string {
  let rest = folded(line);
  for (const text of allowed) rest = rest.split(text).join(' ');
  return rest.trim();
}

/**
 * Compares the text outside the structure tree with what the page's styles put there.
 * @param html the printed page, with its style element
 */
export function compareMargins({ pages, blocks }: PdfText, html: string): Difference[] {
  const strings = marginStrings(html);
  // A table that goes on overleaf has its head again, for the eye alone.
  const heads = new Set(
    blocks.flatMap(({ type, runs }) => (type === 'TH' ? runs.map(({ text }) => folded(text)) : [])),
  );
  return pages.flatMap(({ margins }, i) => {
    const page = i + 1;
    return margins.flatMap((line): Difference[] => {
      const rest = left(line, strings);
      if (/^\p{P}*$/u.test(rest) || rest === String(page) || heads.has(folded(line))) return [];
      const found = folded(line);
      return [
        {
          code: 'pdf-margin-differs',
          args: { page, text: found },
          ...{ block: undefined, lang: undefined, page, expected: undefined, found },
        },
      ];
    });
  });
}
