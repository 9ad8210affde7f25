/**
 * The line from its end: a printed PDF is held against what its own attachments give. The attached files go through the
 * line again, as far as audit; the ledger that comes out must be the attached one, and the page that comes out must be the
 * printed one, word by word.
 */
import { textBlocks } from './audit/text-blocks.ts';
import { factsText } from './facts-json.ts';
import type { Journal } from './journal.ts';
import { type Document, LETTER } from './model/document.ts';
import type { Use } from './model/ledger.ts';
import type { PdfText } from './model/pdf.ts';
import { type Begun, remake } from './pipeline.ts';
import { fillPageNumbers } from './print/page-numbers.ts';
import { stops } from './problem.ts';
import { type Counts, countsOf } from './proof/counts.ts';
import { type Enclosed, isJson, openEnclosed } from './proof/enclosed.ts';
import { compareFiles } from './proof/files.ts';
import { type Finding, finding, told } from './proof/found.ts';
import { compareLedger } from './proof/ledger.ts';
import { type Difference, pageFindings } from './proof/pages.ts';
import { weighed } from './proof/weigh.ts';
import { compare, type Examined, examine } from './verify/verify.ts';
import type { World } from './world/world.ts';

export interface Proof {
  readonly edition: string | undefined;
  /** The languages of the document, in order. */
  readonly languages: readonly string[];
  readonly pages: number;
  /** The version of the tool that made the file. */
  readonly version: string | undefined;
  /** What was proven; undefined where the brief could not be made again. */
  readonly counts: Counts | undefined;
  readonly findings: readonly Finding[];
}

export interface Proving {
  /** The world for the files that were attached. */
  readonly world: (files: ReadonlyMap<string, string>) => World;
  readonly journal: Journal;
  /** The version of this tool. */
  readonly version: string;
}

/** Proves a PDF from what is attached to it. Reads nothing but its bytes; what cannot be proven is a finding. */
export async function prove(bytes: Uint8Array, { world, journal, version }: Proving): Promise<Proof> {
  const nothing = { edition: undefined, languages: [], pages: 0, version: undefined, counts: undefined };
  const unread = unreadable(bytes);
  if (unread) return { ...nothing, findings: [unread] };
  const read = await examine(bytes, { fonts: world(new Map()).fontNames });
  if (typeof read === 'string') {
    const code = /encrypt|password/i.test(read) ? 'proof-encrypted' : 'pdf-unreadable';
    return { ...nothing, findings: [finding(code, { reason: read })] };
  }
  const { text } = read;
  const enclosed = openEnclosed(text);
  const proof = { ...nothing, pages: text.pages.length, version: enclosed.version };
  const opened = [...enclosed.findings, ...strangers(enclosed)];
  if (!enclosed.source || stops(enclosed.findings)) return { ...proof, findings: [...opened, ...own(read)] };

  const { made, problems } = await remake(requestOf(enclosed), world(complete(enclosed)), journal);
  const errors: Finding[] = problems.filter(({ severity }) => severity === 'error');
  const files = compareFiles(enclosed);
  const ledger = heldAgainst(enclosed, made);
  const document = documentOf(text, made);
  const pages = document && made.sections ? printedAs(text, document, usesOf(made)) : [];
  const foreign = document && isForeign(pages, document);
  const findings = [
    ...opened,
    ...(foreign ? [finding('proof-other-edition', { title: text.title ?? '', own: document.title })] : []),
    ...files,
    ...weighed(files, ledger, foreign ? [] : pages, enclosed.facts),
    ...errors.filter(({ code }) => files.length === 0 || code !== 'claim-verdict-moved'),
    ...(document ? [] : [finding('proof-text-unproven', {})]),
  ];
  return {
    ...proof,
    edition: made.content?.edition.id ?? enclosed.editions.inputs,
    languages: document?.languages ?? [],
    counts: made.draft && document && countsOf(made.draft, document),
    findings: told([...findings, ...otherVersion(findings, enclosed.version, version), ...own(read)]),
  };
}

/** Not a PDF at all. */
const unreadable = (bytes: Uint8Array): Finding | undefined =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-') ? undefined : finding('proof-no-pdf', {});

/** What can be told of a file by itself: standards, checksums, and whether it is as it was written. */
const own = ({ problems, changed, asWritten }: Examined): Finding[] => [
  ...problems,
  ...changed.map((name) => finding('proof-attachment-changed', { name })),
  ...(asWritten ? [] : [finding('proof-bytes-changed', {})]),
];

/** Attachments that are not all of one edition. */
function strangers({ editions, source }: Enclosed): Finding[] {
  const edition = editions.inputs ?? editions.facts ?? editions.source;
  const named = [
    ['facts.json', editions.facts],
    ['source.json', editions.source],
  ] as const;
  const others = named.filter(([, its]) => its !== undefined && its !== edition);
  const without =
    source && edition !== undefined && !source.has(`data/editions/${edition}.yaml`) && others.length === 0;
  return [
    ...others.map(([name, its]) => finding('proof-attachment-stranger', { name, its, edition })),
    ...(without ? [finding('proof-attachment-stranger', { name: 'source.json', its: 'another', edition })] : []),
  ];
}

/** What the build was asked for, as inputs.json has it. */
function requestOf({ inputs, editions }: Enclosed) {
  const asked = isJson(inputs?.request) ? inputs.request : {};
  const documents = Array.isArray(asked.documents) ? asked.documents.map(String) : ['all'];
  return {
    edition: editions.source ?? editions.inputs ?? '',
    documents: documents.includes('all') ? undefined : documents,
    pdf: true,
    html: asked.html !== false,
    ...{ finish: false, verify: false, strict: false, jobs: 1, inputs: '' },
  };
}

/** The attached files, and an empty one for each other edition of the project: brief.yaml names them, this one does not read them. */
function complete({ source = new Map() }: Enclosed): ReadonlyMap<string, string> {
  const listed = source.get('brief.yaml')?.match(/^editions:(.*(?:\n(?:[ \t-].*)?)*)/m)?.[1] ?? '';
  const others = [...listed.matchAll(/[\w][\w.-]*/g)].map(([name]) => `data/editions/${name}.yaml`);
  return new Map([...others.map((path): [string, string] => [path, '']), ...source]);
}

/** The attached ledger against the one that was made again. */
function heldAgainst({ facts }: Enclosed, { content, ledger, sections, draft }: Begun): Finding[] {
  if (!facts || !content || !ledger || !sections || !draft) return [];
  const again: unknown = JSON.parse(factsText(content, ledger, sections, draft.drawings));
  if (!isJson(again)) return [];
  const { findings, following } = compareLedger(facts, again);
  return [...findings, ...(following > 0 ? [finding('proof-ledger-follows', { count: following })] : [])];
}

/** The document that the PDF is: its first language, and whether its headings speak a second. */
function documentOf(text: PdfText, { draft }: Begun): Document | undefined {
  const spoken = new Set(text.headings.map(({ lang }) => lang));
  const printed = draft?.printed ?? [];
  return (
    printed.find(({ name, title }) => name === LETTER && title === text.title) ??
    printed.find(({ languages }) => languages[0] === text.lang && languages.length === spoken.size) ??
    printed.find(({ languages }) => languages[0] === text.lang)
  );
}

const usesOf = ({ sections, draft }: Begun): Use[] => [
  ...(sections?.uses ?? []),
  ...(draft?.drawings.all.flatMap(({ uses }) => uses) ?? []),
];

/** What the pages say otherwise. Page numbers in the contents are those of the file's own destinations. */
function printedAs(text: PdfText, document: Document, uses: readonly Use[]): Finding[] {
  const html = fillPageNumbers(document.html, text.destinations);
  const differences: Difference[] = compare(text, { blocks: textBlocks(html), html });
  const title =
    text.title === document.title ? [] : [finding('proof-title', { title: text.title, own: document.title })];
  return [...pageFindings(differences, uses), ...title];
}

/** True where most of the text is another: the attachments belong to another brief. */
const isForeign = (findings: readonly Finding[], document: Document): boolean =>
  new Set(findings.map(({ block, message }) => block ?? message)).size > textBlocks(document.html).length / 3;

/** Another version of the tool may say things otherwise: told only where something is. */
const otherVersion = (findings: readonly Finding[], made: string | undefined, version: string): Finding[] =>
  findings.length > 0 && made !== undefined && made !== version
    ? [finding('proof-other-version', { made, version })]
    : [];
