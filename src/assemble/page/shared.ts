/**
 * What the parts of the page's script share. Each function of this folder runs in the reader's browser and may use nothing
 * from outside but its argument: `script.ts` joins their texts into one script. Without it everything can be read, too:
 * numbers lead to the table of facts, charts have their tables, language and theme are switched by styles. Part of `assemble`.
 */

/** Handed to every part. */
export interface Page {
  /** The words for a button or a hint, in every language of the page; the styles show those wanted. */
  words(name: string): HTMLElement;
  /** What stands in an element, without ids, to be shown elsewhere. */
  copy(from: Element | null | undefined): DocumentFragment;
  /** The row of the table of facts that a link to a fact leads to. */
  row(fact: string): HTMLTableRowElement | undefined;
}

/** Makes what is shared. */
export function shared(): Page {
  const template = document.querySelector<HTMLTemplateElement>('#words');
  const copy = (from: Element | null | undefined): DocumentFragment => {
    const copied = document.createDocumentFragment();
    for (const node of Array.from(from?.childNodes ?? [])) copied.append(node.cloneNode(true));
    for (const element of Array.from(copied.querySelectorAll('[id]'))) element.removeAttribute('id');
    // A copy leads nowhere.
    for (const link of Array.from(copied.querySelectorAll('a[href^="#f-"]'))) {
      const span = document.createElement('span');
      span.className = link.className;
      span.append(...Array.from(link.childNodes));
      link.replaceWith(span);
    }
    return copied;
  };
  return {
    copy,
    words(name) {
      const span = document.createElement('span');
      span.className = 'in-line';
      span.append(copy(template?.content.querySelector(`[data-say="${name}"]`)));
      return span;
    },
    row(fact) {
      const row = document.getElementById(`f-${fact}`);
      return row instanceof HTMLTableRowElement ? row : undefined;
    },
  };
}
