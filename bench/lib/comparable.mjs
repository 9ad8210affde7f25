/**
 * The comparable document, for tools that cannot read our templates: made from the same facts.json and the same SVG
 * files. A title, ten headings, a paragraph in two languages side by side under each, a chart, and one table.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const POINTS = 10;
const ROWS = 24;

/** Phrases name their facts in braces; here the sentence around them is enough. */
const plain = (phrase) =>
  String(phrase ?? '')
    .replace(/\{[^}]*\}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();

/** The printed uses of facts, in order: what a section says. */
const said = (facts, block, lang) =>
  facts.flatMap((fact) =>
    fact.uses
      .filter((use) => use.lang === lang && block(use.block))
      .map((use) => `${fact.id} ${fact.period}: ${use.text}`),
  );

/**
 * @param {string} folder an edition's outputs
 * @returns {{ title: { vi: string, en: string }, points: { vi: { heading: string, text: string }, en: { heading: string, text: string }, svg: string, file: string }[], head: string[], rows: string[][] }}
 */
export function comparable(folder) {
  const { edition, window, facts, claims } = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
  const charts = readdirSync(join(folder, 'charts'))
    .filter((name) => name.endsWith('.vi-en.svg'))
    .sort();
  const ids = [...new Set(claims.map((claim) => claim.point))].slice(0, POINTS);
  const points = ids.map((id, index) => {
    const own = claims.filter((claim) => claim.point === id);
    const part = (lang) => ({
      heading: `${index + 1}. ${plain(own[0]?.text[lang])}`,
      text: [
        ...own.slice(1).map((claim) => plain(claim.text[lang])),
        ...said(facts, (block) => block.startsWith(`${id}-`), lang).slice(0, 20),
      ].join('; '),
    });
    // Fewer charts than points: from the start again, so that there are always ten.
    const file = charts[index % charts.length] ?? '';
    return { vi: part('vi'), en: part('en'), file, svg: readFileSync(join(folder, 'charts', file), 'utf8') };
  });
  const rows = facts
    .filter((fact) => typeof fact.value === 'number')
    .slice(0, ROWS)
    .map((fact) => [fact.id, String(fact.period), String(Math.round(fact.value * 1000) / 1000), unit(fact.unit)]);
  const years = `${window.start}–${window.end}`;
  return {
    title: { vi: `Xuất khẩu hàng hóa ${years}`, en: `Goods exports ${years}, edition ${edition}` },
    points,
    head: ['Chỉ tiêu / Indicator', 'Kỳ / Period', 'Giá trị / Value', 'Đơn vị / Unit'],
    rows,
  };
}

const unit = (value) => (typeof value === 'string' ? value : (value?.id ?? Object.values(value ?? {}).join(' ')));

/** What must be found in a PDF of it: the titles, every heading, the last row of the table. */
export const expected = ({ title, points, rows }) => [
  title.vi,
  title.en,
  ...points.flatMap(({ vi, en }) => [vi.heading, en.heading]),
  ...(rows.at(-1) ?? []).slice(0, 3),
];
