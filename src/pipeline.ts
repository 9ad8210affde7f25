/**
 * The whole line, top to bottom:
 *
 *   load ─► validate ─► derive ─► chart ─► render ─► assemble ─► audit ─► print ─► finish ─► verify
 *   Sources  Content    Ledger   Drawings  Sections  Documents  Problem[]  raw PDF   Pdf     Problem[]
 *
 * Each stage gathers every problem that it can find; the line stops after the first stage that found an error.
 * `check` ends after audit: until there no browser is needed and nothing is written.
 */
import { acceptedFiles, checkAccepted } from './accepted/accepted.ts';
import { assemble, FONTS_HERE, published } from './assemble/assemble.ts';
import { assembleLetter } from './assemble/letter.ts';
import { audit } from './audit/audit.ts';
import { textBlocks } from './audit/text-blocks.ts';
import { chart, themed } from './chart/chart.ts';
import { derive } from './derive/derive.ts';
import { factsText } from './facts-json.ts';
import { filesOfEdition } from './inputs.ts';
import type { Journal } from './journal.ts';
import { load } from './load/load.ts';
import { located } from './located.ts';
import type { Content, Sources } from './model/content.ts';
import { type Document, type Drawings, LETTER, type Medium, type Pdf, type Sections } from './model/document.ts';
import { type Format, formatter } from './model/format.ts';
import { documentName, type Lang, type Languages } from './model/language.ts';
import type { Ledger } from './model/ledger.ts';
import { closest } from './model/nearest.ts';
import { attachments, type Output, outputs, pdfName } from './outputs.ts';
import { print } from './print/print.ts';
import { type Problem, problem, stops } from './problem.ts';
import type { Refreshable } from './refresh/refresh.ts';
import { piecesOfTemplates, render } from './render/render.ts';
import { sourceText } from './source-json.ts';
import { sharedContent, validate } from './validate/validate.ts';
import { wantedNames } from './wanted.ts';
import type { World } from './world/world.ts';

/** What is asked for. */
export interface Request {
  readonly edition: string;
  /** Names of the PDFs wanted, `vi-en`, `vi`; undefined: those of brief.yaml. */
  readonly documents: readonly string[] | undefined;
  readonly pdf: boolean;
  readonly html: boolean;
  readonly finish: boolean;
  readonly verify: boolean;
  readonly strict: boolean;
  /** True where what nobody has accepted yet is made all the same, and told apart: somebody is still writing. */
  readonly trial?: boolean;
  readonly jobs: number;
  /** The text of inputs.json. */
  readonly inputs: string;
  /** Document → anchor → page, as the last build found them. */
  readonly firstGuess?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Goes on behind an error as far as there is something to go on with; later stages then add no problems. */
  readonly onward?: boolean;
}

/** What became of one edition. Outputs are empty where a problem stopped the line. */
export interface Outcome {
  readonly problems: readonly Problem[];
  readonly outputs: readonly Output[];
}

/** What `check` knows at its end: everything but bytes. */
export interface Draft {
  readonly content: Content;
  readonly ledger: Ledger;
  readonly drawings: Drawings;
  readonly sections: Sections;
  readonly screen: Document;
  readonly printed: readonly Document[];
}

/** What the line has made so far. */
export interface Begun {
  sources?: Sources;
  content?: Content;
  ledger?: Ledger;
  sections?: Sections;
  draft?: Draft;
}

/** Stages that a caller who runs the line over and over may bring with a memory of their own. */
export interface Stages {
  readonly load: typeof load;
  readonly derive: typeof derive;
  readonly chart: typeof chart;
}

const loaded = new WeakMap<ReadonlyMap<string, string>, ReturnType<typeof load>>();

/** The same files are read once, however many editions are made of them. */
function loadOnce(files: ReadonlyMap<string, string>): ReturnType<typeof load> {
  const known = loaded.get(files) ?? load(files);
  loaded.set(files, known);
  return known;
}

/** The stages themselves. */
export const STAGES: Stages = { load, derive, chart };

/** From files to audited documents, without a browser. The draft is undefined where a problem stopped the line. */
export async function draft(
  request: Request,
  world: World,
  journal: Journal,
  stages: Stages = { ...STAGES, load: loadOnce },
): Promise<{ draft?: Draft; problems: Problem[]; unaccepted: readonly Problem[] }> {
  const begun: Begun = {};
  const problems = await upToAudit(request, world, journal, stages, begun);
  const waiting = unaccepted(begun);
  // What nobody has accepted is told last: it holds the line, but hides nothing that the stages find.
  if (!request.trial) problems.push(...waiting);
  const held = request.trial ? waiting : [];
  return begun.draft && !stops(problems, request.strict)
    ? { draft: begun.draft, problems, unaccepted: held }
    : { problems, unaccepted: held };
}

/**
 * Makes again what a brief was made from, whatever is wrong with it: what `verify` compares a PDF with.
 * The problems are those of the first stage that found an error, and of the stages before.
 */
export async function remake(
  request: Omit<Request, 'onward'>,
  world: World,
  journal: Journal,
): Promise<{ made: Begun; problems: Problem[] }> {
  const made: Begun = {};
  const problems = await upToAudit({ ...request, onward: true }, world, journal, { load, derive, chart }, made);
  return { made, problems };
}

/** The stages in order. Leaves what they made in `begun`; gives the problems that they found. */
async function upToAudit(
  request: Request,
  world: World,
  journal: Journal,
  stages: Stages,
  begun: Begun,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const given = <T extends { problems: readonly Problem[] }>(result: T): T => {
    if (!(request.onward && stops(problems))) problems.push(...result.problems);
    return result;
  };
  const stopped = () => !request.onward && stops(problems, request.strict);

  const { sources } = given(await journal.stage('load', () => stages.load(world.files)));
  begun.sources = sources;
  if (stopped()) return problems;
  const { content } = given(await journal.stage('validate', () => validate(sources, request.edition)));
  if (content) {
    problems.push(...unknownDocuments(content, request));
    begun.content = content;
  }
  if (stopped() || !content) return problems;
  const { ledger } = given(await journal.stage('derive', () => stages.derive(content, wantedNames(content))));
  begun.ledger = ledger;
  if (stopped()) return problems;

  const languages = wantedLanguages(content, request);
  const { drawings } = given(
    await journal.stage('chart', () =>
      stages.chart(content, ledger, { documents: languages.drawn, narrow: request.html }, world.faces),
    ),
  );
  if (stopped()) return problems;
  const { sections } = given(
    await journal.stage('render', () => render(content, ledger, drawings, formatsOf(content))),
  );
  if (stopped()) return problems;
  begun.sections = sections;

  const fontFaces = (medium: Medium) => (medium === 'print' ? world.fontFaces : FONTS_HERE);
  const parts = { content, ledger, sections, drawings, fontFaces, dress: themed(content.styles) };
  const { screen, printed, letter } = await journal.stage('assemble', () => ({
    screen: assemble(parts, languages.screen, 'screen'),
    printed: languages.printed.map((each) => assemble(parts, each, 'print')),
    letter: wantsLetter(request) ? assembleLetter(parts, content.project.languages[0] ?? '') : undefined,
  }));
  const all = letter ? [...printed, letter] : printed;
  given({ problems: await journal.stage('audit', () => audit(sections, ledger, drawings, screen, letter)) });
  begun.draft = { content, ledger, drawings, sections, screen, printed: all };
  return problems;
}

const formatsOf = ({ locales }: Pick<Content, 'locales'>): Map<Lang, Format> =>
  new Map([...locales].map(([lang, locale]) => [lang, formatter(locale)]));

/** What is not as a person accepted it, as far as the line came. */
function unaccepted({ sources, content, ledger, sections }: Begun): Problem[] {
  if (!sources || !content || !ledger) return [];
  return checkAccepted({ ...readable(sources, content, ledger), sections });
}

/** What acceptance looks at. */
const readable = (sources: Sources, content: Content, ledger: Ledger) => ({
  sources,
  content,
  ledger,
  templates: piecesOfTemplates(content).pieces,
  formats: formatsOf(content),
  named: wantedNames(content),
});

/** The ledger of an edition alone: what `trace` asks. `wanted` names the facts whose figures must be there. */
export function ledgerOf(
  files: ReadonlyMap<string, string>,
  edition: string,
  wanted: ReadonlySet<string>,
): { ledger?: Ledger; content?: Content; sources?: Sources; problems: readonly Problem[] } {
  const { sources, problems: loading } = load(files);
  if (stops(loading)) return { problems: loading };
  const { content, problems: shapes } = validate(sources, edition);
  if (!content || stops(shapes)) return { problems: [...loading, ...shapes] };
  const { ledger, problems: deriving } = derive(content, wanted, wantedNames(content));
  return { ledger, content, sources, problems: [...loading, ...shapes, ...deriving] };
}

/** What `refresh` works on: the series and publishers, how a month is written, and whether changed files still are right. */
export function refreshable(files: ReadonlyMap<string, string>): {
  parts?: Refreshable;
  month: (lang: Lang, date: string) => string;
  checked: (changed: ReadonlyMap<string, string>) => Problem[];
  problems: readonly Problem[];
} {
  const before = load(files);
  const { content, problems } = sharedContent(before.sources);
  const formats = content && formatsOf(content);
  return {
    ...(content && { parts: { ...content, files: before.sources.yaml } }),
    month: (lang, date) =>
      (formats?.get(lang)?.period(date.slice(0, 7), 'long') ?? date.slice(0, 7)).replaceAll('\u00a0', ' '),
    checked: (changed) => {
      const { sources, problems: loading } = load(new Map([...files, ...changed]), before);
      return [...loading, ...sharedContent(sources).problems].filter((each) => stops([each]));
    },
    problems: [...before.problems, ...problems],
  };
}

/** The files that `accept` would write for an edition: accepted texts and numbers, and claims with the verdicts as computed. */
export function acceptable(
  files: ReadonlyMap<string, string>,
  edition: string,
): { files: Map<string, string>; said: string[]; problems: Problem[] } {
  const said: string[] = [];
  const { ledger, content, sources, problems: found } = ledgerOf(files, edition, new Set());
  const problems = found.filter((each) => each.code !== 'claim-verdict-moved');
  if (!ledger || !content || !sources) return { files: new Map(), said, problems };
  problems.push(...piecesOfTemplates(content).problems);
  const written = acceptedFiles(readable(sources, content, ledger));
  const verdicts = ledger.claims.map((claim) => claim.verdict);
  content.edition.claims.forEach((claim, i) => {
    const verdict = verdicts[i] ?? claim.verdict;
    if (verdict === claim.verdict) return;
    const { file, line, column } = claim.verdictPlace;
    const lines = (written.get(file) ?? files.get(file) ?? '').split('\n');
    const at = column - 1;
    lines[line - 1] = `${lines[line - 1]?.slice(0, at)}${lines[line - 1]?.slice(at).replace(claim.verdict, verdict)}`;
    written.set(file, lines.join('\n'));
    said.push(`${file}:${line}: ${claim.id} ${claim.verdict} → ${verdict}`);
  });
  return { files: written, said, problems };
}

/** Documents asked for that brief.yaml does not have: they would be left out without a word. */
function unknownDocuments({ project, edition }: Content, { documents = [] }: Request): Problem[] {
  const known = [...project.documents.map(documentName), ...(edition.letter ? [LETTER] : [])];
  const unknown = documents.filter((name) => !known.includes(name));
  return unknown.map((name) =>
    problem('document-unknown', undefined, { name, near: closest(name, known), known: known.join(', ') }),
  );
}

/** The letter goes with the PDFs, where nobody named those that are wanted, or named it. */
const wantsLetter = ({ pdf, documents }: Request): boolean => pdf && (documents?.includes(LETTER) ?? true);

/** The screen shows the first pair and each language alone; the printed documents are those asked for. */
function wantedLanguages(content: Content, request: Request) {
  const { documents, languages } = content.project;
  const screen: Languages = documents.find((each) => each.length === 2) ?? [languages[0] ?? ''];
  const printed = request.pdf
    ? documents.filter((each) => request.documents?.includes(documentName(each)) ?? true)
    : [];
  const shown: Languages[] = request.html ? [screen, ...languages.map((lang): Languages => [lang])] : [screen];
  const drawn = new Map([...printed, ...shown].map((each) => [documentName(each), each]));
  return { screen, printed, drawn: [...drawn].map(([name, each]) => ({ name, languages: each })) };
}

/** The screen page with the @font-face rules that it is read with. */
export const withFonts = (screen: Document, rules: string): string => screen.html.replace(FONTS_HERE, () => rules);

/** The whole line for one edition: what `build` runs. */
export async function build(request: Request, world: World, journal: Journal, stages?: Stages): Promise<Outcome> {
  const { draft: made, problems } = await draft(request, world, journal, stages);
  const stopped = () => stops(problems, request.strict);
  if (!made) return { problems, outputs: [] };
  const { content, ledger, drawings, sections, screen } = made;
  const facts = factsText(content, ledger, sections, drawings);

  const { pdfs: raw, problems: printing } = await journal.stage('print', () =>
    print(made.printed, world.printer, world.fontFiles, {
      jobs: request.jobs,
      signal: world.signal,
      ...(request.firstGuess && { firstGuess: request.firstGuess }),
    }),
  );
  problems.push(...located(printing, sections, content));
  if (stopped()) return { problems, outputs: [] };

  const source = sourceText(world.files, content.edition.id, filesOfEdition(world.files, content.edition.id));
  const enclosed = attachments({ facts, inputs: request.inputs, source });
  const pdfs: Pdf[] = request.finish ? [] : [...raw];
  if (request.finish) {
    await journal.stage('finish', async () => {
      // Loaded when used: `check` needs no PDF writer.
      const { finish } = await import('./finish/finish.ts');
      for (const pdf of raw) {
        const meta = { ...pdf.document, title: pdf.document.titles, documentName: pdf.document.name };
        const epoch = world.epoch === undefined ? {} : { sourceDateEpoch: world.epoch };
        const finished = await finish(pdf.bytes, meta, enclosed, { ...epoch, file: pdfName(pdf.document) });
        problems.push(...finished.problems);
        pdfs.push({ ...pdf, bytes: finished.bytes });
      }
    });
  }
  if (stopped()) return { problems, outputs: [] };

  if (request.verify && request.finish) {
    await journal.stage('verify', async () => {
      const { verify } = await import('./verify/verify.ts');
      for (const pdf of pdfs) {
        const { problems: found } = await verify(
          pdf.bytes,
          { blocks: textBlocks(pdf.document.html), html: pdf.document.html },
          {
            file: pdfName(pdf.document),
            fonts: world.fontNames,
          },
        );
        problems.push(...located(found, sections, content));
      }
    });
  }
  if (stopped()) return { problems, outputs: [] };

  const fonts = request.html ? await world.embeddedFonts(screen.html) : '';
  const page = request.html ? { ...screen, html: published(screen.html, fonts) } : undefined;
  const { id } = content.edition;
  return {
    problems,
    outputs: outputs({
      edition: id,
      facts,
      inputs: request.inputs,
      screen: page,
      drawings: drawings.all,
      pdfs,
      problems,
    }),
  };
}
