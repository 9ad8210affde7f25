/** The comparable document as HTML with charts inside and fonts beside; and as a Handlebars template of the same shape. */

const STYLES = `
@font-face { font-family: 'Brief Sans'; font-weight: 400; src: url('fonts/BriefSans-400.ttf') format('truetype') }
@font-face { font-family: 'Brief Sans'; font-weight: 600; src: url('fonts/BriefSans-600.ttf') format('truetype') }
@font-face { font-family: 'Brief Sans'; font-weight: 700; src: url('fonts/BriefSans-700.ttf') format('truetype') }
@font-face { font-family: 'Brief Serif'; font-weight: 400; src: url('fonts/BriefSerif-400.ttf') format('truetype') }
@page { size: A4; margin: 20mm 18mm }
html { font: 10pt/15pt 'Brief Sans'; color: #1b1b1b }
body { margin: 0 }
h1 { font-size: 20pt; line-height: 25pt } h2 { font-size: 12pt; line-height: 15pt }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 10mm }
.pair > div { min-width: 0 }
p { font-family: 'Brief Serif'; margin: 0 }
figure { margin: 5mm 0; break-inside: avoid } figure svg { width: 100%; height: auto }
table { width: 100%; border-collapse: collapse } th, td { text-align: left; border-bottom: .5pt solid #888 }
`;

/** The page of a tool that fills templates with Handlebars. */
export const template = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{title.vi}}</title><style>${STYLES}</style></head><body>
<h1>{{title.vi}} <span lang="en">{{title.en}}</span></h1>
{{#each points}}<section>
<div class="pair"><div><h2>{{vi.heading}}</h2><p>{{vi.text}}</p></div><div lang="en"><h2>{{en.heading}}</h2><p>{{en.text}}</p></div></div>
<figure>{{{svg}}}</figure></section>
{{/each}}
<table><thead><tr>{{#each head}}<th>{{this}}</th>{{/each}}</tr></thead><tbody>
{{#each rows}}<tr>{{#each this}}<td>{{this}}</td>{{/each}}</tr>
{{/each}}</tbody></table></body></html>
`;
