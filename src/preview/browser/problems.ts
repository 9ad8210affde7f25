/** The problems laid over the page: by file and line, each with a link that opens the editor there. Runs in the browser. */
import type { PreviewState } from '../state.ts';

type Problem = PreviewState['problems'][number];

const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** Makes an element with a class and texts or elements in it. */
function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** `data/series/exports.yaml:12:3`, as far as it is known. */
const placeOf = ({ file, line, column }: Problem): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

function item(each: Problem): HTMLElement {
  const place = placeOf(each);
  const head = make('p', 'place', make('span', 'severity', each.severity), ' ');
  if (place !== '') {
    const link = make('a', '', place) as HTMLAnchorElement;
    link.href = `/open?file=${encodeURIComponent(place)}`;
    link.title = 'Open in the editor';
    head.append(link, ' ');
  }
  head.append(make('code', '', each.code));
  const said = make('li', each.severity, head, make('p', 'message', each.message));
  if (each.hint !== undefined) said.append(make('p', 'hint', each.hint));
  return said;
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** `2 errors, 1 warning`. */
function summary(problems: readonly Problem[]): string {
  const kinds = ['error', 'warning', 'note'] as const;
  return kinds
    .map((kind) => [problems.filter(({ severity }) => severity === kind).length, kind] as const)
    .flatMap(([number, kind]) => (number === 0 ? [] : [count(number, kind)]))
    .join(', ');
}

let last = '[]';
/** True where the list opened by itself: then it goes by itself, too. */
let opened = false;

/** Shows or hides the list. What has the focus comes back to where it was. */
export function toggle(open: boolean): void {
  const panel = byId('problems');
  const button = byId('problems-button');
  if (panel.hidden === !open) return;
  panel.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
  if (open) panel.focus({ preventScroll: true });
  else if (panel.contains(document.activeElement) || document.activeElement === document.body) button.focus();
}

/**
 * Writes the list anew. It opens by itself where something new stops the page, and goes when nothing does any more;
 * what the reader closed stays closed until the problems change.
 */
export function showProblems({ problems, stopped, page }: PreviewState): void {
  const now = JSON.stringify(problems);
  if (now === last) return;
  last = now;
  const panel = byId('problems');
  const button = byId('problems-button');
  button.hidden = problems.length === 0;
  button.textContent = summary(problems);
  const errors = problems.some(({ severity }) => severity === 'error');
  button.className = errors ? 'error' : '';
  byId('problems-title').textContent = summary(problems);
  byId('problems-said').textContent = stopped
    ? page > 0
      ? 'Below is the last page without an error. It follows as soon as these are mended.'
      : 'The page appears as soon as these are mended.'
    : errors
      ? 'The page shows what was saved last. A build waits for these.'
      : 'The page shows what was saved last.';
  byId('problems-list').replaceChildren(...problems.map(item));
  panel.className = stopped ? 'error' : '';
  if (stopped) toggle(true);
  else if (opened || problems.length === 0) toggle(false);
  opened = stopped;
}
