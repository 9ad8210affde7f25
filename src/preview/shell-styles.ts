/** The styles of the shell: the bar, the frames and the list of problems. A text, so that compiling is all that it needs. */
export const SHELL_STYLES = `
@font-face { font-family: 'Brief Sans'; font-weight: 400; src: url('/fonts/BriefSans-400.ttf') format('truetype'); }
@font-face { font-family: 'Brief Sans'; font-weight: 600; src: url('/fonts/BriefSans-600.ttf') format('truetype'); }
:root { color-scheme: light dark; --paper: #fff; --ink: #1d2630; --soft: #56616d; --line: #d5dae0; --bar: #f3f5f7; --error: #b3261e; --warning: #8a5a00; --note: #1f5f8b; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171c22; --ink: #e8ecf0; --soft: #a7b1bc; --line: #39424c; --bar: #20262d; --error: #ff8f85; --warning: #f0c060; --note: #8cc8f0; --link: #8fc2ff; }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font: 14px/1.45 'Brief Sans', system-ui, sans-serif; }
body > header { display: flex; align-items: center; gap: 12px; padding: 5px 12px; min-height: 38px; background: var(--bar); border-bottom: 1px solid var(--line); }
#status { color: var(--soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.pdf { margin-left: auto; display: flex; align-items: center; gap: 6px; white-space: nowrap; }
button, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 2px 10px; min-height: 26px; cursor: pointer; }
button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
#problems-button { color: var(--warning); border-color: currentColor; }
#problems-button.error { color: var(--error); font-weight: 600; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
a { color: var(--link); }
#pdf-alone { text-decoration: none; padding: 0 4px; }
main { position: relative; flex: 1; display: flex; min-height: 0; }
iframe { flex: 1; min-width: 0; width: 100%; border: 0; background: var(--paper); }
iframe.behind { position: absolute; inset: 0; height: 100%; visibility: hidden; }
body.beside iframe.behind { width: 50%; }
#pdf { border-left: 1px solid var(--line); }
[hidden] { display: none !important; }
#problems { position: absolute; inset: 24px 0 auto; margin: 0 auto; width: min(860px, 100% - 32px); max-height: calc(100% - 48px); overflow: auto; background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--warning); border-radius: 6px; box-shadow: 0 12px 40px rgb(0 0 0 / 30%); padding: 16px 22px 20px; }
#problems.error { border-top-color: var(--error); }
#problems header { display: flex; align-items: baseline; }
#problems h1 { font-size: 20px; line-height: 1.3; margin: 0; flex: 1; }
#problems-close { border: 0; background: none; font-size: 22px; line-height: 1; padding: 4px 10px; }
#problems-said { margin: 2px 0 12px; color: var(--soft); }
#problems ol { list-style: none; margin: 0; padding: 0; }
#problems li { padding: 10px 0 10px 12px; border-top: 1px solid var(--line); border-left: 3px solid var(--note); margin-left: -2px; }
#problems li.error { border-left-color: var(--error); }
#problems li.warning { border-left-color: var(--warning); }
#problems li p { margin: 0; overflow-wrap: anywhere; }
.severity { font-weight: 600; color: var(--note); }
.error > .place .severity { color: var(--error); }
.warning > .place .severity { color: var(--warning); }
.place a { font-weight: 600; }
.place code { float: right; color: var(--soft); font: 12px/20px ui-monospace, monospace; }
.message { font-size: 15px; }
.hint { color: var(--soft); }
@media (max-width: 800px) { body.beside #page { display: none; } }
`;
