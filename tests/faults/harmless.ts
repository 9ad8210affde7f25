/** Edits that change nothing of what the brief says: whoever is told of one is told wrongly. */
import { contextsOf } from './context.ts';
import type { Edit } from './fault.ts';
import type { Variant } from './project.ts';
import { pick } from './seed.ts';
import { figuresRead } from './sites/figures.ts';

export interface Harmless {
  readonly operator: string;
  readonly file: string;
  readonly edits: readonly Edit[];
}

const whole = (file: string, before: string, text: string): Edit => ({ file, start: 0, end: before.length, text });

/** One edit of each kind in every file that can have it. */
export function harmless(variant: Variant): Harmless[] {
  const contexts = contextsOf(variant);
  const found: Harmless[] = [];
  const add = (operator: string, file: string, edits: readonly Edit[]) => void found.push({ operator, file, edits });
  for (const [file, text] of variant.files) {
    const yaml = file.endsWith('.yaml');
    if (yaml)
      add('a comment at the end', file, [{ file, start: text.length, end: text.length, text: '\n# Checked again.\n' }]);
    if (yaml || file.endsWith('.csv') || file.endsWith('.hbs'))
      add('lines that end as on Windows', file, [whole(file, text, text.replaceAll('\n', '\r\n'))]);
    const flow = [...text.matchAll(/\{ ?(vi: [^{},"]+), (en: [^{},"]+?) ?\}/g)];
    const exchanged = pick(flow, 'flow', file);
    if (yaml && exchanged) {
      const start = exchanged.index + exchanged[0].indexOf('vi:');
      const inner = `${exchanged[1]}, ${exchanged[2]}`;
      add('keys in another order', file, [
        { file, start, end: start + inner.length, text: `${exchanged[2]}, ${exchanged[1]}` },
      ]);
    }
  }
  const figures = contexts.flatMap(figuresRead).filter(({ written }) => written.includes('.'));
  for (const file of new Set(figures.map((figure) => figure.file))) {
    const one = pick(
      figures.filter((figure) => figure.file === file),
      'zero',
      file,
    );
    if (one) add('a zero behind the decimals', file, [{ file, start: one.end, end: one.end, text: '0' }]);
  }
  for (const template of contexts.flatMap(({ templates }) => templates)) {
    const words = template.texts
      .flatMap(({ spoken }) => spoken.flatMap((each) => each.words))
      .filter(({ text }) => /\p{L} \p{L}/u.test(text));
    const one = pick(words, 'wrap', template.file);
    if (one) {
      const at = one.start + one.text.search(/(?<=\p{L}) \p{L}/u);
      add('a line broken between words', template.file, [
        { file: template.file, start: at, end: at + 1, text: '\n    ' },
      ]);
    }
    add('a comment in a template', template.file, [
      { file: template.file, start: 0, end: 0, text: '{{!-- Read again. --}}' },
    ]);
  }
  return found;
}
