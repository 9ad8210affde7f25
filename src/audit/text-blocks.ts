/** The text of a document as a reader meets it: one entry a block of text, in order. What `verify` holds the PDF against. Part of `audit`. */
import { Parser } from 'htmlparser2';

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
  /** Index of the block element (p, h2, td …) that it belongs to. */
  readonly block: number;
}

const BLOCKS = new Set('p h1 h2 h3 h4 td th caption li figcaption summary dt dd div section header footer main nav label button'.split(' '));
const SILENT = new Set(['style', 'script', 'title']);

/** Reads the runs of text of a page in document order; styles, scripts and the title are left out. */
export function textRuns(html: string): TextRun[] {
  const runs: TextRun[] = [];
  const open: { name: string; id: string; lang: string; fact: string | undefined; time: boolean; exempt: string | undefined; drawing: boolean; silent: boolean }[] = [];
  let block = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const outer = open.at(-1);
      if (BLOCKS.has(name)) block++;
      open.push({
        name,
        id: attributes.id ?? outer?.id ?? '',
        lang: attributes.lang ?? outer?.lang ?? '',
        fact: attributes['data-fact'] ?? outer?.fact,
        time: name === 'time' || (outer?.time ?? false),
        exempt: attributes['data-exempt'] ?? outer?.exempt,
        drawing: name === 'svg' || (outer?.drawing ?? false),
        silent: SILENT.has(name) || (outer?.silent ?? false),
      });
    },
    onclosetag(name) {
      open.pop();
      if (BLOCKS.has(name)) block++;
    },
    ontext(text) {
      const at = open.at(-1);
      if (!at || at.silent || text === '') return;
      const last = runs.at(-1);
      const run = { text, id: at.id, lang: at.lang, fact: at.fact, time: at.time, exempt: at.exempt, drawing: at.drawing, block };
      // The parser gives entities as pieces of their own; they belong to the run before.
      if (last && last.block === block && last.id === run.id && last.fact === run.fact && last.exempt === run.exempt && last.time === run.time && last.drawing === run.drawing) {
        runs[runs.length - 1] = { ...last, text: last.text + text };
      } else runs.push(run);
    },
  });
  parser.write(html);
  parser.end();
  return runs;
}

/** One block of a document's text, as the PDF must carry it. */
export interface TextBlock {
  /** Id of the element, or of the nearest one around it. */
  readonly id: string;
  readonly lang: string;
  readonly text: string;
}

/** The text blocks of a document in order; drawings are left out (a PDF has their alternative instead). */
export function textBlocks(html: string): TextBlock[] {
  const blocks = new Map<number, TextBlock>();
  for (const run of textRuns(html)) {
    if (run.drawing) continue;
    const before = blocks.get(run.block);
    blocks.set(run.block, before ? { ...before, text: before.text + run.text } : { id: run.id, lang: run.lang, text: run.text });
  }
  return [...blocks.values()]
    .map((block) => ({ ...block, text: block.text.replace(/[ \t\r\n]+/g, ' ').trim() }))
    .filter((block) => block.text !== '');
}
