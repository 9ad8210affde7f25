/** Chromium's tagged PDF becomes PDF/UA-1 and PDF/A-3a: this file tells the steps in order, each has its own. */
import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Code } from '../messages.ts';
import type { Attachment, PdfMeta } from '../model/pdf.ts';
import { type Args, type Problem, problem } from '../problem.ts';
import { attachFiles } from './attach.ts';
import { judgeMarks, numberMarks, prune, writeContent } from './content.ts';
import { mergeFigures } from './figures.ts';
import { hoistMarks } from './forms.ts';
import { mendLetters } from './letters.ts';
import { describeLinks, tiedAnnotations } from './links.ts';
import { mendLists } from './lists.ts';
import { momentOf, writeMetadata } from './metadata.ts';
import { arrayAt, nameAt } from './objects.ts';
import { save } from './save.ts';
import { settle } from './settle.ts';
import { type Element, readStructure } from './structure-tree.ts';
import { mendTables } from './tables.ts';
import { characterMaps, textOf } from './text-of.ts';
import { readPage, type Unit, unitsBelow } from './units.ts';
import { writeStructure } from './write-structure.ts';

export interface Finished {
  /** The finished file; the raw one where it could not be read. */
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

export interface FinishOptions {
  /** Seconds since 1970, from the environment variable SOURCE_DATE_EPOCH; replaces the edition's date in the file. */
  readonly sourceDateEpoch?: number;
  /** The file's name in problems. */
  readonly file?: string;
}

type Report = (code: Code, args?: Args) => void;

/** `name/subtype`, as RFC 6838 restricts it and ISO 19005-3, 6.8 wants it. */
const MIME = /^[-\w+.]+\/[-\w+.]+$/;

function checkAttachments(files: readonly Attachment[], report: Report): Attachment[] {
  const seen = new Set<string>();
  return files.filter(({ name, mime }) => {
    const twice = seen.has(name);
    seen.add(name);
    if (twice) report('finish-attachment-twice', { name });
    if (!MIME.test(mime)) report('finish-attachment-type', { name, mime });
    return !twice;
  });
}

async function load(raw: Uint8Array): Promise<PDFDocument | string> {
  try {
    const document = await PDFDocument.load(raw, { updateMetadata: false, throwOnInvalidObject: true });
    return document.getPageCount() > 0 ? document : 'it has no pages';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The tree in its final shape, its marks judged. */
function reshape(document: PDFDocument, root: Element, pages: readonly Unit[], lang: string, report: Report): void {
  pages.forEach(hoistMarks);
  const all = pages.flatMap(unitsBelow);
  judgeMarks(all);
  const fonts = characterMaps();
  for (const mark of all.flatMap((u) => u.marks)) {
    if (!mark.owner && mark.text && mark.fate !== 'strip')
      report('finish-text-untied', { page: mark.unit.page + 1, text: textOf(mark, fonts).slice(0, 60) });
  }
  prune(root);
  settle(document, root, lang);
  mergeFigures(document, root, lang);
  mendTables(document, root, (found) => report('finish-table-row', { found }));
  mendLists(document, root);
  prune(root);
  describeLinks(document, root, fonts, (target) => report('finish-link-silent', { target }));
}

/** Annotations that no structure element holds. */
function reportUntied(document: PDFDocument, root: Element, report: Report): void {
  const tied = tiedAnnotations(root);
  document.getPages().forEach((page, i) => {
    for (const ref of arrayAt(page.node, 'Annots')?.asArray() ?? []) {
      const annotation = document.context.lookup(ref);
      const type = annotation instanceof PDFDict ? nameAt(annotation, 'Subtype') : undefined;
      if (!(ref instanceof PDFRef) || !tied.has(ref))
        report('finish-annotation-untied', { page: i + 1, type: type ?? 'unknown' });
    }
  });
}

/** Bookmarks point to structure elements too (SE); an element that is gone is no longer pointed to. */
function mendOutline(document: PDFDocument, root: Element): void {
  const kept = new Set<PDFRef>();
  const visit = (element: Element): void => {
    if (element.ref) kept.add(element.ref);
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid);
  };
  visit(root);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const se = object instanceof PDFDict ? object.get(PDFName.of('SE')) : undefined;
    if (se instanceof PDFRef && !kept.has(se)) (object as PDFDict).delete(PDFName.of('SE'));
  }
}

/**
 * Turns a tagged PDF as Chromium 147 prints it into one that follows PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).
 * Painting is not touched. The same input gives the same bytes: no clock, no chance, no number left over from printing.
 * What it does not know becomes a problem and stays as it is; nothing is thrown.
 */
export async function finish(
  raw: Uint8Array,
  meta: PdfMeta,
  attachments: readonly Attachment[],
  { sourceDateEpoch, file }: FinishOptions = {},
): Promise<Finished> {
  const problems: Problem[] = [];
  const report: Report = (code, args) => problems.push(problem(code, file === undefined ? undefined : { file }, args));
  const document = await load(raw);
  if (typeof document === 'string') {
    report('finish-unreadable', { reason: document });
    return { bytes: raw, problems };
  }
  const moment = momentOf(meta.date, sourceDateEpoch);
  if (!moment) report('finish-date', { date: sourceDateEpoch ?? meta.date });
  mendLetters(document);
  const pages = document.getPages().map(readPage);
  const root = readStructure(document, pages);
  if (!root) {
    report('finish-untagged');
    return { bytes: raw, problems };
  }
  reshape(document, root, pages, meta.languages[0], report);
  reportUntied(document, root, report);
  const units = pages.flatMap(unitsBelow);
  for (const unit of units)
    for (const oddity of unit.oddities) report('finish-content-odd', { page: unit.page + 1, oddity });
  const kept = new Map(pages.flatMap((page) => [...numberMarks(page)]));
  mendOutline(document, root);
  for (const type of writeStructure(document, root, pages, kept)) report('finish-type-unknown', { type });
  const forms = units.filter((unit) => unit.form !== undefined);
  writeContent(document, pages, forms);
  const at = moment ?? { iso: '1970-01-01T00:00:00Z', pdf: 'D:19700101000000Z' };
  writeMetadata(document, meta, at);
  attachFiles(document, checkAttachments(attachments, report), at.pdf);
  return { bytes: await save(document.context), problems };
}
