/** The files of an edition: PDFs, the page, drawings, the ledger, the inputs, and the manifest that lists them. Pure. */
import { sha256 } from './inputs.ts';
import { type Document, type Drawing, LETTER, type Pdf } from './model/document.ts';
import { ENCLOSED } from './model/enclosed.ts';
import { documentName } from './model/language.ts';
import type { Attachment } from './model/pdf.ts';
import type { Problem } from './problem.ts';

export interface Output {
  /** Below the edition's folder: `brief-2005.pdf`, `charts/scale.vi-en.svg`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a PDF. */
  readonly pages?: number;
}

export interface Manifest {
  readonly edition: string;
  /** Hash of inputs.json: the edition is unchanged where it is what it was. */
  readonly inputs: string;
  readonly outputs: readonly { path: string; bytes: number; sha256: string; pages?: number }[];
  /** Document → anchor → page: the next build's first guess for the contents. */
  readonly anchors: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly problems: readonly Problem[];
}

const encoder = new TextEncoder();
const text = (path: string, content: string): Output => ({ path, bytes: encoder.encode(content) });

/** `brief-2005.pdf` for the pair, `brief-2005.vi.pdf` for one language, `letter-2005.pdf` for the covering letter. */
export const pdfName = ({
  edition,
  languages,
  name,
}: Pick<Document, 'edition' | 'languages'> & { readonly name?: string }): string =>
  name === LETTER
    ? `letter-${edition}.pdf`
    : languages.length === 2
      ? `brief-${edition}.pdf`
      : `brief-${edition}.${documentName(languages)}.pdf`;

export interface Made {
  readonly edition: string;
  readonly facts: string;
  readonly inputs: string;
  readonly screen: Document | undefined;
  readonly drawings: readonly Drawing[];
  readonly pdfs: readonly Pdf[];
  readonly problems: readonly Problem[];
}

/** What goes into a PDF: its ledger, its inputs and their hashes, so that the file can be proven by itself. */
export function attachments(made: Pick<Made, 'facts' | 'inputs'> & { readonly source: string }): Attachment[] {
  return [
    {
      name: ENCLOSED.facts,
      bytes: encoder.encode(made.facts),
      mime: 'application/json',
      description: 'Every number of the brief: value, unit, period, formula, source',
      relationship: 'Data',
    },
    {
      name: ENCLOSED.inputs,
      bytes: encoder.encode(made.inputs),
      mime: 'application/json',
      description: 'What the brief was made from, as hashes',
      relationship: 'Supplement',
    },
    {
      name: ENCLOSED.source,
      bytes: encoder.encode(made.source),
      mime: 'application/json',
      description: 'What the brief was made from: every file of its data and templates',
      relationship: 'Source',
    },
  ];
}

/** Every output of an edition, the manifest last. */
export function outputs(made: Made): Output[] {
  const files: Output[] = [
    ...made.pdfs.map(({ document, bytes, pages }) => ({ path: pdfName(document), bytes, pages })),
    ...(made.screen ? [text(`brief-${made.edition}.html`, made.screen.html)] : []),
    ...made.drawings.map((drawing) =>
      text(`charts/${drawing.chart}.${drawing.document}${drawing.narrow ? '.narrow' : ''}.svg`, drawing.svg),
    ),
    text('facts.json', made.facts),
    text('inputs.json', made.inputs),
  ];
  const manifest: Manifest = {
    edition: made.edition,
    inputs: sha256(made.inputs),
    outputs: files.map(({ path, bytes, pages }) => ({
      path,
      bytes: bytes.length,
      sha256: sha256(bytes),
      ...(pages !== undefined && { pages }),
    })),
    anchors: Object.fromEntries(
      made.pdfs.map(({ document, destinations }) => [document.name, Object.fromEntries(destinations)]),
    ),
    problems: made.problems,
  };
  return [...files, text('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)];
}
