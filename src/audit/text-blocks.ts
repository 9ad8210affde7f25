/** The text of a document as a reader meets it: one entry a block of text, in order. What `verify` holds the PDF against. Part of `audit`. */
import { Parser } from 'htmlparser2';
import type { TextBlock } from '../model/pdf.ts';

/** A run of text in the page, and what surrounds it. */
export interface TextRun {
  readonly text: string;
  /** Id of the nearest element that has one; empty outside any. */
  readonly id: string;
  readonly lang: string;
  /** The fact that a `<data>` around it names. */
  readonly fact: string | undefined;
  /** True inside `<time>`: a year or a date printed by a helper. */
  readonly time: boolean;
  /** `list`, `document`, `source` …: why a numeral here belongs to no fact. */
  readonly exempt: string | undefined;
  /** True inside an SVG: its numbers are audited from the scenegraph. */
  readonly drawing: boolean;
  /** True for the text alternative of an SVG, which stands in the PDF where the drawing is. */
  readonly alternative: boolean;
  /** Index of the block element (p, h2, td …) that it belongs to. */
  readonly block: number;
}

const BLOCKS = new Set(
  'p h1 h2 h3 h4 td th caption li figcaption summary dt dd div section header footer main nav label button'.split(' '),
);
const SILENT = new Set(['style', 'script', 'title']);

/** The fact whose row a link leads to: on screen that is how a number tells its fact. */
const factOf = (href: string | undefined): string | undefined =>
  href?.startsWith('#f-') ? href.slice('#f-'.length) : undefined;

/** Reads the runs of text of a page in document order; styles, scripts and the title are left out. */
export function textRuns(html: string): TextRun[] {
  const runs: TextRun[] = [];
  const open: {
    name: string;
    id: string;
    lang: string;
    fact: string | undefined;
    time: boolean;
    exempt: string | undefined;
    drawing: boolean;
    silent: boolean;
  }[] = [];
  let block = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const outer = open.at(-1);
      if (BLOCKS.has(name)) block++;
      open.push({
        name,
        id: attributes.id ?? outer?.id ?? '',
        lang: attributes.lang ?? outer?.lang ?? '',
        fact: attributes['data-fact'] ?? factOf(attributes.href) ?? outer?.fact,
        time: name === 'time' || (outer?.time ?? false),
        exempt: attributes['data-exempt'] ?? outer?.exempt,
        drawing: name === 'svg' || (outer?.drawing ?? false),
        silent: SILENT.has(name) || (outer?.silent ?? false),
      });
      const label = attributes['aria-label'];
      if (name === 'svg' && attributes.role === 'img' && label !== undefined) {
        const at = open[open.length - 1]!;
        block++;
        runs.push({
          text: label,
          id: at.id,
          lang: at.lang,
          fact: undefined,
          time: false,
          exempt: 'alternative',
          drawing: true,
          alternative: true,
          block: block++,
        });
      }
    },
    onclosetag(name) {
      open.pop();
      if (BLOCKS.has(name)) block++;
    },
    ontext(text) {
      const at = open.at(-1);
      if (!at || at.silent || text === '') return;
      const last = runs.at(-1);
      const run = {
        text,
        id: at.id,
        lang: at.lang,
        fact: at.fact,
        time: at.time,
        exempt: at.exempt,
        drawing: at.drawing,
        alternative: false,
        block,
      };
      // The parser gives entities as pieces of their own; they belong to the run before.
      if (
        last &&
        last.block === block &&
        last.id === run.id &&
        last.lang === run.lang &&
        last.fact === run.fact &&
        last.exempt === run.exempt &&
        last.time === run.time &&
        last.drawing === run.drawing
      ) {
        runs[runs.length - 1] = { ...last, text: last.text + text };
      } else runs.push(run);
    },
  });
  parser.write(html);
  parser.end();
  return runs;
}

/**
 * The text of a document in order, as its PDF must carry it: one entry a block and language, words of another language
 * inside a block apart. A drawing gives its text alternative, and the words drawn in it beside.
 */
export function textBlocks(html: string): TextBlock[] {
  const blocks: (TextBlock & { block: number })[] = [];
  for (const run of textRuns(html)) {
    const last = blocks.at(-1);
    if (run.drawing && !run.alternative) {
      if (last?.kind === 'alternative') blocks[blocks.length - 1] = { ...last, drawn: (last.drawn ?? '') + run.text };
      continue;
    }
    if (last && last.block === run.block && last.lang === run.lang)
      blocks[blocks.length - 1] = { ...last, text: last.text + run.text };
    else
      blocks.push({
        id: run.id,
        lang: run.lang,
        text: run.text,
        block: run.block,
        ...(run.alternative && { kind: 'alternative' }),
      });
  }
  return blocks
    .map(({ block: _, ...each }) => ({ ...each, text: each.text.replace(/[ \t\r\n]+/g, ' ').trim() }))
    .filter((each) => each.text !== '');
}
