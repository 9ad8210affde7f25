/** Turns the page that is shown into the page that was built, touching only what differs: scrolling and choices stay. Runs in the browser. */

/**
 * Changes a document in place. What a reader opened stays open, which button is pressed stays pressed.
 * @returns the innermost elements of the body that changed
 */
export function morph(shown: Document, built: Document): HTMLElement[] {
  keepOpen(shown, built);
  attributes(shown.documentElement, built.documentElement);
  shown.title = built.title;
  const [before, after] = [shown.querySelector('style'), built.querySelector('style')];
  if (before && after && before.textContent !== after.textContent) before.textContent = after.textContent;
  const changed: HTMLElement[] = [];
  element(shown.body, built.body, changed);
  return changed;
}

/** A `details` that the reader opened is open in the new page, too. */
function keepOpen(shown: Document, built: Document): void {
  const [before, after] = [shown.querySelectorAll('details'), built.querySelectorAll('details')];
  if (before.length !== after.length) return;
  for (const [i, each] of [...after].entries()) each.toggleAttribute('open', before[i]?.open === true);
}

function attributes(before: Element, after: Element): void {
  for (const { name } of [...before.attributes]) if (!after.hasAttribute(name)) before.removeAttribute(name);
  for (const { name, value } of [...after.attributes])
    if (before.getAttribute(name) !== value) before.setAttribute(name, value);
}

function element(before: Element, after: Element, changed: HTMLElement[]): void {
  if (before.isEqualNode(after)) return;
  attributes(before, after);
  const [old, now] = [[...before.childNodes], [...after.childNodes]];
  const same = (a: ChildNode | undefined, b: ChildNode | undefined) => a && b && a.isEqualNode(b);
  while (same(old[0], now[0])) {
    old.shift();
    now.shift();
  }
  while (same(old.at(-1), now.at(-1))) {
    old.pop();
    now.pop();
  }
  const paired = old.length === now.length && old.every((node, i) => node.nodeName === now[i]?.nodeName);
  const elements = paired && old.every((node) => node.nodeType === Node.ELEMENT_NODE);
  if (elements) {
    for (const [i, node] of old.entries()) element(node as Element, now[i] as Element, changed);
    return;
  }
  for (const node of now) before.insertBefore(before.ownerDocument.importNode(node, true), old[0] ?? null);
  for (const node of old) node.remove();
  const block = before.closest<HTMLElement>(
    'p, li, h1, h2, h3, h4, td, th, figure, figcaption, dd, dt, section, div, body',
  );
  if (block && block.localName !== 'body') changed.push(block);
}
