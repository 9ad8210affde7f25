/** The comparable document as Typst source, its charts as files beside it. */

const text = (value) => `#${JSON.stringify(value)}`;

/** Typst finds fonts by the names inside the files, so its charts ask for those. */
export const svgForTypst = (svg) =>
  svg.replaceAll('Brief Sans', 'Source Sans 3').replaceAll('Brief Serif', 'Source Serif 4');

export function asTypst({ title, points, head, rows }) {
  return [
    '#set page(paper: "a4", margin: (x: 18mm, y: 20mm))',
    '#set text(font: "Source Sans 3", size: 10pt, lang: "vi", hyphenate: false)',
    `#set document(title: ${JSON.stringify(title.vi)}, date: none)`,
    `#text(size: 20pt, weight: 700)[${text(title.vi)} ${text(title.en)}]`,
    ...points.flatMap(({ vi, en, file }) => [
      `#grid(columns: (1fr, 1fr), column-gutter: 10mm, ${[vi, en].map((part) => `[== ${text(part.heading)}\n#text(font: "Source Serif 4")[${text(part.text)}]]`).join(', ')})`,
      `#figure(image("charts/${file}", width: 100%))`,
    ]),
    `#table(columns: ${head.length}, table.header(${head.map((cell) => `[${text(cell)}]`).join(', ')}), ${rows
      .flat()
      .map((cell) => `[${text(cell)}]`)
      .join(', ')})`,
    '',
  ].join('\n');
}
