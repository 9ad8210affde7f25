/** The script of the shell: takes each state that the preview sends, and brings page, PDF, bar and problems up to it. Runs in the browser. */
import type { PreviewState } from '../state.ts';
import { keepChoices, showPage } from './frames.ts';
import { showProblems, toggle } from './problems.ts';

declare global {
  interface ImportMeta {
    /** Vite's channel to the server; it connects again by itself. */
    readonly hot?: {
      on(event: string, listen: (data: never) => void): void;
      send(event: string, data?: unknown): void;
    };
  }
}

const byId = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const pdf = byId<HTMLIFrameElement>('pdf');
const documents = byId<HTMLSelectElement>('document');

let state = JSON.parse(byId('state').textContent ?? '{}') as PreviewState;
/** The number of the page in the frame; 0 for none. */
let shown = 0;
let beside = sessionStorage.getItem('brief-pdf') === 'yes';

/** Keys work wherever the focus is, and links to elsewhere leave the frame alone. */
function prepare(doc: Document): void {
  doc.addEventListener('keydown', keys);
  doc.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || !/^https?:/.test(link.getAttribute('href') ?? '')) return;
    event.preventDefault();
    window.open(link.href, '_blank', 'noopener');
  });
}

/** Brings the frame to the page of the state. Where another page follows meanwhile, that one is fetched next. */
let bringing = false;
async function bring(): Promise<void> {
  if (bringing) return;
  bringing = true;
  try {
    while (shown !== state.page) await bringOne();
  } finally {
    bringing = false;
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  document.body.dataset.page = String(shown);
  document.body.dataset.shownAfter = String(Date.now() - state.saved);
  status();
}

async function bringOne(): Promise<void> {
  const wanted = state.page;
  await showPage(`/page?${wanted}`, prepare);
  shown = wanted;
}

function status(): void {
  const after = Number(document.body.dataset.shownAfter);
  const waiting = state.documents.some(({ printing }) => printing) ? ' · printing…' : '';
  byId('status').textContent =
    (state.page === 0
      ? 'No page yet'
      : state.stopped
        ? 'Last good page'
        : state.page === 1
          ? `Built in ${state.took} ms`
          : `Shown ${after} ms after saving`) + waiting;
}

/** Shows or hides the PDF; asks the server for it, which prints it again after each save from now on. */
function besideOrNot(): void {
  const document_ = documents.value;
  byId('pdf-button').setAttribute('aria-pressed', String(beside));
  document.body.classList.toggle('beside', beside);
  pdf.hidden = !beside;
  sessionStorage.setItem('brief-pdf', beside ? 'yes' : 'no');
  if (!beside) pdf.removeAttribute('src');
  import.meta.hot?.send('brief:pdf', { document: beside ? document_ : null });
  showPdf();
}

function showPdf(): void {
  const chosen = state.documents.find(({ document }) => document === documents.value);
  byId<HTMLAnchorElement>('pdf-alone').href = `/pdf/${documents.value}.pdf`;
  if (!beside || !chosen || chosen.page === 0) return;
  const address = `/pdf/${chosen.document}.pdf?${chosen.page}#view=FitH`;
  if (pdf.getAttribute('src') !== address) pdf.src = address;
}

function update(next: PreviewState): void {
  state = next;
  if (state.title !== '') document.title = state.title;
  const names = state.documents.map(({ document }) => document);
  if (names.join() !== [...documents.options].map(({ value }) => value).join()) {
    const { value } = documents;
    documents.replaceChildren(...names.map((name) => new Option(name, name, false, name === value)));
  }
  showProblems(state);
  status();
  showPdf();
  if (shown !== state.page) void bring();
  document.body.dataset.state = state.stopped ? 'stopped' : 'good';
}

function keys(event: KeyboardEvent): void {
  const typing = (event.target as Element).closest?.('input:not([type=radio]), select, textarea');
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
  if (event.key === 'Escape') toggle(false);
  if (event.key === 'e') toggle(byId('problems').hidden && state.problems.length > 0);
  if (event.key === 'p') byId('pdf-button').click();
}

document.addEventListener('keydown', keys);
byId('problems-button').addEventListener('click', () => toggle(byId('problems').hidden));
byId('problems-close').addEventListener('click', () => toggle(false));
byId('problems-list').addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="/open"]');
  if (!link) return;
  event.preventDefault();
  void fetch(link.href);
});
byId('pdf-button').addEventListener('click', () => {
  beside = !beside;
  besideOrNot();
});
documents.addEventListener('change', () => {
  pdf.removeAttribute('src');
  besideOrNot();
});
window.addEventListener('pagehide', keepChoices);
import.meta.hot?.on('brief:state', update);
// A server that was away may have gone on without us, and has forgotten what is shown here.
import.meta.hot?.on('vite:ws:connect', () => {
  import.meta.hot?.send('brief:hello');
  if (beside) besideOrNot();
});
update(state);
if (beside) besideOrNot();
