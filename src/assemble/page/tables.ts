/** In the reader's browser: a button under each table that saves it as a file of comma-separated values. Part of `assemble`. */
import type { Page } from './shared.ts';

/**
 * Gives every table its button. The file follows RFC 4180 and begins with a byte order mark, so that spreadsheets read
 * Vietnamese; words are those shown, numbers stand with a decimal point and all their digits.
 */
export function tables(page: Page): void {
  const spaced = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

  /** The words of an element that show; where two languages do, with a stroke between them. */
  const said = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node instanceof SVGElement || node.matches('.card-label')) return '';
    if (getComputedStyle(node).display === 'none') return '';
    const parts = Array.from(node.childNodes).map(said);
    return node.matches('.stack') ? parts.map(spaced).filter(Boolean).join(' / ') : parts.join('');
  };

  /** A cell that is one number of a fact gives that number, before it was rounded, and its status mark. */
  const exactly = (cell: Element): string => {
    const text = spaced(said(cell));
    const [link, ...others] = Array.from(cell.querySelectorAll('a[href^="#f-"]'));
    const [, printed = '', status = ''] = /^([\d.,\u2212+-]+)( \[[a-z]\])?$/.exec(text) ?? [];
    if (link && others.length === 0 && printed !== '') {
      const fact = (link.getAttribute('href') ?? '').slice('#f-'.length);
      const value = link.getAttribute('data-value') ?? page.row(fact)?.getAttribute('data-value');
      if (value) return value + status;
    }
    // What a spreadsheet would take for a formula is a text.
    return /^[=+@\t]/.test(text) ? `'${text}` : text;
  };

  const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

  const csvOf = (table: HTMLTableElement): string =>
    Array.from(table.rows)
      .map((row) =>
        Array.from(row.cells)
          .flatMap((cell) => [field(exactly(cell)), ...Array.from({ length: cell.colSpan - 1 }, () => '')])
          .join(','),
      )
      .join('\r\n');

  const used = new Map<string, number>();
  const nameOf = (table: Element): string => {
    const section = (table.closest('section[id]')?.id ?? 'facts').replace('point-', '');
    const number = (used.get(section) ?? 0) + 1;
    used.set(section, number);
    const edition = document.documentElement.getAttribute('data-edition');
    return `brief-${edition}-${section}${number === 1 ? '' : `-${number}`}.csv`;
  };

  for (const table of Array.from(document.querySelectorAll('table'))) {
    // What is there for paper alone has its like on the screen.
    if (table.closest('.on-paper')) continue;
    const name = nameOf(table);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'save';
    button.append(page.words('save'));
    button.addEventListener('click', () => {
      const file = new Blob([`\ufeff${csvOf(table)}\r\n`], { type: 'text/csv;charset=utf-8' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
    table.after(button);
  }
}
