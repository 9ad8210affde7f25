/** Tables as Markdown that also reads well on a terminal. */

const width = (text) => [...text].length;

/** @param {string[]} head @param {string[][]} rows the first column is aligned left, the others right */
export function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(width(cell), ...rows.map((row) => width(row[column] ?? ''))));
  const pad = (text, column) => {
    const space = ' '.repeat(widths[column] - width(text));
    return column === 0 ? text + space : space + text;
  };
  const line = (cells) => `| ${cells.map((cell, column) => pad(cell ?? '', column)).join(' | ')} |`;
  const rule = widths.map((each, column) => (column === 0 ? '-'.repeat(each) : `${'-'.repeat(each - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

const span = (values, show) => (values ? `${show(values.median)} (${show(values.min)}–${show(values.max)})` : '');

export const seconds = (values) => span(values, (ms) => (ms / 1000).toFixed(2));
export const milliseconds = (values) => span(values, (ms) => ms.toFixed(0));
export const megabytes = (values) => span(values, (bytes) => (bytes / 1e6).toFixed(0));
export const times = (values) => span(values, (ratio) => ratio.toFixed(2));
