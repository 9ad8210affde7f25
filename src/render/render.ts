/**
 * render: templates become sections. Each template runs once and gives HTML with a placeholder for every text that
 * exists in several languages; which language, and where it stands on the page, is `assemble`'s business.
 */
import type Handlebars from 'handlebars';
import { ADVICE } from '../messages.ts';
import type { Piece } from '../model/accepted.ts';
import type { Content, TextFile } from '../model/content.ts';
import type { Drawings, Sections } from '../model/document.ts';
import type { Format } from '../model/format.ts';
import type { Lang } from '../model/language.ts';
import type { Ledger } from '../model/ledger.ts';
import { onceFor } from '../model/once.ts';
import { type Problem, problem } from '../problem.ts';
import { checkTemplate, type Names } from './check-template.ts';
import { factsTableHelper } from './facts-table.ts';
import { hasPart, liveWords, PARTS } from './live.ts';
import { numberHelpers } from './number-helpers.ts';
import { numbersHelper } from './numbers-table.ts';
import { fixedText, plainText } from './phrase-html.ts';
import { sharedHelpers } from './shared-helpers.ts';
import { sourceHelper } from './source-line.ts';
import { everyLanguage, type State } from './state.ts';
import { syntaxProblem } from './syntax-problem.ts';
import { type Template, templateOf } from './templates.ts';
import { anchorOf, textHelpers } from './text-helpers.ts';
import { templatePieces } from './translations.ts';

/** Pages around the points; each has a template of that name. `brief` is the frame that places them all. */
const PAGES = ['claims', 'notes', 'cover', 'brief', 'letter'] as const;

/** An edition that checks no article has no page of claims; one that sends no letter has no letter. */
const pagesOf = ({ edition }: Content): readonly string[] =>
  PAGES.filter((page) => (page !== 'claims' || hasPart(edition, 'article')) && (page !== 'letter' || edition.letter));

/**
 * Renders every section of an edition. All problems of all templates are reported; where there are any, the sections
 * hold what could be rendered.
 */
export function render(
  content: Content,
  ledger: Ledger,
  drawings: Drawings,
  formats: ReadonlyMap<Lang, Format>,
): { sections: Sections; problems: Problem[] } {
  const problems: Problem[] = [];
  const templates = parseAll(content.templates, problems);
  const programs = programsOf(templates);
  const names = namesOf(content, ledger, programs);
  const wanted = wantedTemplates(content, programs, problems);
  for (const { program } of wanted) problems.push(...checkTemplate(program, names));

  const state: State = {
    content,
    ledger,
    drawings,
    formats,
    languages: content.project.languages,
    blocks: new Map(),
    uses: [],
    problems,
    names: new Map(),
    sections: new Map(),
    section: '',
    counts: new Map(),
  };
  if (!problems.some((p) => p.severity === 'error')) {
    const run = runner(state, templates);
    for (const { section, name } of wanted) {
      state.section = section;
      const html = run(name);
      state.sections.set(section, section === name ? html : wrap(state, section, html));
    }
  }
  return { sections: finished(state), problems };
}

/** The pieces of every template that a person accepts, and the problems of templates that do not parse. */
export function piecesOfTemplates({ templates, project }: Content): { pieces: Piece[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const parsed = parseAll(templates, problems);
  const pieces = [...parsed].flatMap(([name]) => {
    const source = templates.get(`${name}.hbs`);
    return source ? piecesIn(source, project.languages.join(' ')) : [];
  });
  return { pieces, problems };
}

const piecesIn = onceFor((source: TextFile, languages: string) =>
  templatePieces(source, templateOf(source).program, languages.split(' ')),
);

function parseAll(files: ReadonlyMap<string, TextFile>, problems: Problem[]): Map<string, Template> {
  const templates = new Map<string, Template>();
  for (const [name, source] of files) {
    try {
      templates.set(name.replace(/\.hbs$/, ''), templateOf(source));
    } catch (error) {
      problems.push(syntaxProblem(source.file, source.text, error));
    }
  }
  return templates;
}

const programsOf = (templates: ReadonlyMap<string, Template>): Map<string, hbs.AST.Program> =>
  new Map([...templates].map(([name, { program }]) => [name, program]));

function namesOf(content: Content, ledger: Ledger, programs: ReadonlyMap<string, hbs.AST.Program>): Names {
  const partials = new Map<string, hbs.AST.Program>();
  for (const [name, program] of programs)
    if (name.startsWith('partials/')) partials.set(name.slice('partials/'.length), program);
  const locale = content.locales.get(content.project.languages[0] ?? '');
  return {
    languages: content.project.languages,
    facts: new Set(ledger.names),
    phrases: new Set(locale?.phrases.keys()),
    terms: new Set(content.terms.keys()),
    charts: new Set(content.charts.keys()),
    sections: new Set([...content.edition.points.map((point) => point.id), ...PAGES]),
    partials,
    parts: new Set([...PARTS, ...content.edition.leftOut.map(({ id }) => id), ...pointsOf(programs.keys())]),
    has: (part) => hasPart(content.edition, part),
  };
}

/** The points that there are templates for. */
const pointsOf = (names: Iterable<string>): string[] =>
  [...names].flatMap((name) => (name.startsWith('points/') ? [name.slice('points/'.length)] : []));

/** The words of the templates that the edition runs: names of facts, charts and phrases are among them. */
export const wordsOfTemplates = (content: Content): ReadonlySet<string> =>
  liveWords(content, [...content.edition.points.map(({ id }) => `points/${id}`), ...pagesOf(content)]);

interface Wanted {
  readonly section: string;
  readonly name: string;
  readonly program: hbs.AST.Program;
}

/** The templates of this edition in the order of rendering: points first, since the cover names them. */
function wantedTemplates(
  content: Content,
  programs: ReadonlyMap<string, hbs.AST.Program>,
  problems: Problem[],
): Wanted[] {
  const wanted: Wanted[] = [];
  const add = (section: string, name: string, missing: (path: string) => Problem): void => {
    const program = programs.get(name);
    if (program) wanted.push({ section, name, program });
    // A template that does not parse was reported already.
    else if (!content.templates.has(`${name}.hbs`)) problems.push(missing(`templates/${name}.hbs`));
  };
  for (const { id, place } of content.edition.points) {
    add(id, `points/${id}`, (path) => problem('template-missing', place, { what: 'point', name: id, path }));
  }
  for (const page of pagesOf(content))
    add(page, page, (path) => problem('file-missing', { file: path }, { path, what: ADVICE.write_page }));
  return wanted;
}

/** Makes the function that runs one template with every helper and partial of this run. */
function runner(state: State, templates: ReadonlyMap<string, Template>): (name: string) => string {
  const partials = Object.fromEntries(
    [...templates].flatMap(([name, { run }]) =>
      name.startsWith('partials/') ? [[name.slice('partials/'.length), run]] : [],
    ),
  );
  const run = (name: string): string =>
    templates
      .get(name)
      ?.run({}, { helpers, partials, allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false }) ?? '';
  const helpers = {
    ...textHelpers(state),
    ...numberHelpers(state),
    ...sharedHelpers(state, (name) => run(`partials/${name}`)),
    source: sourceHelper(state),
    numbers: numbersHelper(state),
    facts_table: factsTableHelper(state),
  } as unknown as Record<string, Handlebars.HelperDelegate>;
  return (name) => {
    try {
      return run(name);
    } catch (error) {
      state.problems.push(failure(state, name, error));
      return '';
    }
  };
}

/** What Handlebars throws names line and column ("… - 12:4"); the file is that of the template that ran. */
function failure(state: State, name: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column] = / - (\d+):(\d+)$/.exec(message) ?? [];
  const file = state.content.templates.get(`${name}.hbs`)?.file ?? `templates/${name}.hbs`;
  const at = line === undefined ? { file } : { file, line: Number(line), column: Number(column) + 1 };
  return problem('template-failed', at, { reason: message.replace(/ - \d+:\d+$/, '') });
}

/** A point is a section of the page, with an anchor that contents and main points link to. */
function wrap(state: State, section: string, html: string): string {
  const i = state.content.edition.points.findIndex((point) => point.id === section);
  return `<section class="point point-${section}" id="${anchorOf(section)}" data-number="${i + 1}">${html}</section>`;
}

function finished(state: State): Sections {
  const title = state.blocks.get('cover-title');
  const subject = state.blocks.get('cover-standfirst');
  const plain = (text: Readonly<Record<Lang, string>> | undefined): Record<Lang, string> =>
    Object.fromEntries(state.languages.map((lang) => [lang, plainText(text?.[lang] ?? '')]));
  return {
    html: state.sections.get('brief') ?? '',
    letter: state.sections.get('letter'),
    letterTitle: plain(state.blocks.get('letter-subject')?.text),
    blocks: state.blocks,
    uses: state.uses,
    title: plain(title?.text),
    description: plain(subject?.text),
    running: spoken(state, 'page.running'),
    edition: spoken(state, 'page.edition'),
  };
}

/** A fixed phrase in every language, as plain text. */
function spoken(state: State, key: string): Record<Lang, string> {
  return everyLanguage(state, (lang) => fixedText(state, key, lang));
}
