/** The page around the page: a bar with what is going on, the brief in a frame, a PDF beside it, and the problems over both. */
import type { PreviewState } from './state.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * The shell as HTML. What changes is filled in by the script, from the state that stands in it and the states that follow.
 * @param script the address of the client's script
 */
export function shell(state: PreviewState, script: string): string {
  const data = JSON.stringify(state).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(state.title || `Brief ${state.edition}`)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/shell.css">
</head>
<body>
<header>
<strong>${escaped(state.edition)}</strong>
<span id="status" role="status" aria-live="polite"></span>
<button type="button" id="problems-button" aria-expanded="false" aria-controls="problems" title="Problems (e)" hidden></button>
<span class="pdf">
<select id="document" aria-label="Document" title="Which PDF"></select>
<button type="button" id="pdf-button" aria-pressed="false" title="PDF beside the page (p)">PDF</button>
<a id="pdf-alone" target="_blank" rel="noopener" title="The PDF in a tab of its own">↗</a>
</span>
</header>
<main>
<iframe id="page" title="The brief"></iframe>
<iframe id="pdf" title="The PDF" hidden></iframe>
<section id="problems" role="alertdialog" aria-labelledby="problems-title" tabindex="-1" hidden>
<header><h1 id="problems-title"></h1><button type="button" id="problems-close" title="Close (Esc)" aria-label="Close">×</button></header>
<p id="problems-said"></p>
<ol id="problems-list"></ol>
</section>
</main>
<script type="application/json" id="state">${data}</script>
<script type="module" src="${script}"></script>
</body>
</html>
`;
}
