/** The catalog's and the trailer's share: title, language, dates, XMP, output intent. Nothing here asks the clock. */
import { type PDFDocument, PDFHeader, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PdfMeta } from '../model/pdf.ts';
import { PROFILE_NAME, srgbProfile } from './colour-profile.ts';
import { addStream, dictAt, key, text, textAt } from './objects.ts';
import { CREATOR, xmpPacket } from './xmp.ts';

/** One moment in the two spellings that a PDF wants. */
export interface Moment {
  /** `2026-11-22T00:00:00Z` */
  readonly iso: string;
  /** `D:20261122000000Z` */
  readonly pdf: string;
}

/**
 * The moment that every date in the file states: midnight UTC of the edition's date, or the seconds of SOURCE_DATE_EPOCH.
 * Undefined where that is no date.
 */
export function momentOf(date: string, sourceDateEpoch: number | undefined): Moment | undefined {
  const at = new Date(sourceDateEpoch === undefined ? `${date}T00:00:00Z` : sourceDateEpoch * 1000);
  if (Number.isNaN(at.getTime())) return undefined;
  const iso = at.toISOString();
  if (sourceDateEpoch === undefined && iso.slice(0, 10) !== date) return undefined;
  const seconds = `${iso.slice(0, 19)}Z`;
  return { iso: seconds, pdf: `D:${seconds.replace(/\D/g, '')}Z` };
}

/** The document's title: in each of its languages, the first one first. */
export const titleOf = (meta: PdfMeta): string =>
  [...new Set(meta.languages.map((lang) => meta.title[lang] ?? ''))].filter((t) => t !== '').join(' · ');

function writeInfo(document: PDFDocument, meta: PdfMeta, moment: Moment, producer: string): void {
  const { context } = document;
  const info = context.obj({
    Title: text(titleOf(meta)),
    Author: text(meta.publisher),
    Subject: text(meta.subject),
    Creator: PDFString.of(CREATOR),
    Producer: text(producer),
    CreationDate: PDFString.of(moment.pdf),
    ModDate: PDFString.of(moment.pdf),
  });
  context.trailerInfo.Info = context.register(info);
}

/** What Chromium says of itself: `Skia/PDF m147`. */
function producerOf(document: PDFDocument): string {
  const info = document.context.lookup(document.context.trailerInfo.Info);
  return (info && 'get' in info && textAt(info as never, 'Producer')) || CREATOR;
}

/** Writes Info, XMP, language, viewer preferences, marking and the output intent, and sets the version to 1.7. */
export function writeMetadata(document: PDFDocument, meta: PdfMeta, moment: Moment): void {
  const { context, catalog } = document;
  const producer = producerOf(document);
  context.header = PDFHeader.forVersion(1, 7);
  writeInfo(document, meta, moment, producer);
  // Left uncompressed, so that tools which know nothing of PDF can read it.
  const xmp = context.stream(new TextEncoder().encode(xmpPacket(meta, moment.iso, producer)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(key('Metadata'), context.register(xmp));
  catalog.set(key('Lang'), PDFString.of(meta.languages[0]));
  catalog.set(key('MarkInfo'), context.obj({ Marked: true }));
  const preferences = dictAt(catalog, 'ViewerPreferences') ?? context.obj({});
  preferences.set(key('DisplayDocTitle'), context.obj(true));
  catalog.set(key('ViewerPreferences'), preferences);
  const profile = addStream(context, srgbProfile(), { N: 3 });
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(PROFILE_NAME),
    Info: PDFString.of(PROFILE_NAME),
    DestOutputProfile: profile,
  });
  catalog.set(key('OutputIntents'), context.obj([context.register(intent)]));
  for (const page of document.getPages()) page.node.set(key('Tabs'), PDFName.of('S'));
}
