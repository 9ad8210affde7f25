/**
 * Builds again after each save. The last save wins: a build that a newer save overtakes ends at its next stage and is
 * never shown. What breaks leaves the last good page in place, with its problems; the PDFs asked for follow the page.
 */
import type { Problem } from '../problem.ts';
import { inOrder } from '../problem.ts';
import type { PreviewPdf, PreviewState } from './state.ts';

/** A page that was built, or why not. */
export interface Built {
  /** Undefined where a problem stopped the line. */
  readonly page?: { readonly html: string; readonly title: string; readonly documents: readonly string[] };
  readonly problems: readonly Problem[];
}

export interface Printed {
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** What the loop asks of the world and of the line. */
export interface Work<Files> {
  /** What is on disk now. */
  read(): Promise<Files>;
  /** True where two readings hold the same. */
  same(a: Files, b: Files): boolean;
  /** Up to the page. Rejects with the reason of the signal where a newer save overtook it. */
  build(files: Files, signal: AbortSignal): Promise<Built>;
  /** The PDFs of some documents; rejects as `build` does. */
  print(files: Files, documents: readonly string[], signal: AbortSignal): Promise<Printed>;
  /** The documents whose PDF somebody looks at now. */
  shown(): readonly string[];
  /** Milliseconds since 1970. */
  now(): number;
  /** Tells whoever looks on; called after every change of the state. */
  tell(state: PreviewState): void;
  /** Tells the terminal of one rebuild, once it is over. */
  log(line: Rebuild): void;
}

export interface Rebuild {
  readonly what: 'page' | 'pdf';
  /** The files saved since the last one, project-relative, sorted. */
  readonly changed: readonly string[];
  readonly ms: number;
  readonly problems: readonly Problem[];
  /** False where the last good page still stands. */
  readonly good: boolean;
}

export interface Loop {
  readonly state: PreviewState;
  readonly html: string | undefined;
  /** Something was saved: a build that runs is out of date from now on. */
  touched(): void;
  /** Saving has ended: builds what is there now. Fulfilled when that, or what overtook it, is shown. */
  settled(changed: readonly string[]): Promise<void>;
  /** The PDF of a document for the page as it is shown, printed where it is not there yet; undefined where it cannot be made. */
  pdf(document: string): Promise<Uint8Array | undefined>;
  /** The last PDF of a document, whatever page it was printed from. */
  printed(document: string): Uint8Array | undefined;
  close(): void;
}

/** Why a build ended early. */
class Overtaken extends Error {}

const unique = (problems: readonly Problem[]): Problem[] =>
  inOrder([...new Map(problems.map((each) => [JSON.stringify(each), each])).values()]);

/** Makes the loop for one edition. Nothing is built before `settled` is called. */
export function previewLoop<Files>(edition: string, work: Work<Files>): Loop {
  let state: PreviewState = {
    edition,
    title: '',
    page: 0,
    fresh: false,
    problems: [],
    stopped: false,
    saved: work.now(),
    took: 0,
    documents: [],
  };
  let html: string | undefined;
  let files: Files | undefined;
  let abort = new AbortController();
  let saved: number | undefined;
  let closed = false;
  const pending = new Set<string>();
  /** One at a time: the next begins when the one before it has ended, early or not. */
  let turn: Promise<unknown> = Promise.resolve();
  let ofPage: readonly Problem[] = [];
  let ofPdfs: readonly Problem[] = [];
  const pdfs = new Map<string, { readonly page: number; readonly bytes: Uint8Array }>();
  const printing = new Set<string>();

  const update = (change: Partial<PreviewState>, names?: readonly string[]): void => {
    const documents = names ?? state.documents.map(({ document }) => document);
    const listed = documents.map(
      (document): PreviewPdf => ({
        document,
        page: pdfs.get(document)?.page ?? 0,
        printing: printing.has(document),
      }),
    );
    state = { ...state, problems: unique([...ofPage, ...ofPdfs]), ...change, documents: listed };
    work.tell(state);
  };

  const touched = (): void => {
    saved ??= work.now();
    abort.abort(new Overtaken());
  };

  /** One turn of the loop; leaves what was saved pending where it is overtaken. */
  const build = async (signal: AbortSignal): Promise<void> => {
    const since = work.now();
    const now = await work.read();
    signal.throwIfAborted();
    if (files !== undefined && work.same(files, now)) {
      // Written again as it was, or a file that no brief is made of.
      pending.clear();
      saved = undefined;
      return;
    }
    const { page, problems } = await work.build(now, signal);
    signal.throwIfAborted();
    files = now;
    ofPage = problems;
    ofPdfs = [];
    const changed = [...pending].sort();
    pending.clear();
    const ms = work.now() - since;
    const times = { saved: saved ?? since, took: ms };
    saved = undefined;
    if (page) {
      html = page.html;
      update({ ...times, page: state.page + 1, title: page.title, fresh: true, stopped: false }, page.documents);
    } else update({ ...times, fresh: false, stopped: true });
    work.log({ what: 'page', changed, ms, problems, good: page !== undefined });
  };

  const print = async (documents: readonly string[], signal: AbortSignal): Promise<void> => {
    const missing = documents.filter((document) => pdfs.get(document)?.page !== state.page);
    const known = missing.filter((document) => state.documents.some((each) => each.document === document));
    if (known.length === 0 || files === undefined || state.stopped) return;
    const since = work.now();
    for (const document of known) printing.add(document);
    update({});
    try {
      const made = await work.print(files, known, signal);
      signal.throwIfAborted();
      for (const [document, bytes] of made.pdfs) pdfs.set(document, { page: state.page, bytes });
      ofPdfs = made.problems;
      work.log({
        what: 'pdf',
        changed: known,
        ms: work.now() - since,
        problems: unique(made.problems),
        good: made.pdfs.size === known.length,
      });
    } finally {
      for (const document of known) printing.delete(document);
      update({});
    }
  };

  /** Runs after whatever runs now; being overtaken is no failure. */
  const next = (run: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const mine = turn.then(async () => {
      if (closed) return;
      try {
        await run(abort.signal);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    get state() {
      return state;
    },
    get html() {
      return html;
    },
    touched,
    settled(changed) {
      for (const file of changed) pending.add(file);
      touched();
      abort = new AbortController();
      return next(async (signal) => {
        await build(signal);
        await print(work.shown(), signal);
      });
    },
    async pdf(document) {
      await next((signal) => print([document], signal));
      const made = pdfs.get(document);
      return made?.page === state.page ? made.bytes : undefined;
    },
    printed: (document) => pdfs.get(document)?.bytes,
    close() {
      closed = true;
      abort.abort(new Overtaken());
    },
  };
}
