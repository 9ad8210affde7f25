/** In the reader's browser: what stands behind a number, on hover, focus or tap, made from its row in the table of facts. Part of `assemble`. */
import type { Page } from './shared.ts';

/** Something that a reader points at: a number in a text, or a mark of a chart. */
export interface Pointed {
  readonly fact: string;
  /** Where it stands in the window. */
  readonly box: DOMRect;
  /** What it is called and how it is printed there, where a table says so: the heads of its row and column, its cell. */
  readonly name?: Element | null | undefined;
  readonly period?: Element | null | undefined;
  readonly value?: Element | null | undefined;
  /** True where formula and source are left out until it is asked for them. */
  readonly brief: boolean;
}

export interface Cards {
  show(what: Pointed, options?: { pin?: boolean }): void;
  hide(): void;
}

/** Makes the card and shows it for numbers; gives what charts need to show theirs. */
export function cards(page: Page): Cards {
  const card = document.createElement('section');
  card.className = 'card';
  card.hidden = true;
  card.setAttribute('aria-labelledby', 'card-value');
  card.setAttribute('aria-live', 'polite');
  document.body.append(card);
  let pinned = false;
  let from: HTMLElement | undefined;
  let timer = 0;

  const part = (className: string, ...nodes: (Node | string)[]): HTMLElement => {
    const element = document.createElement('p');
    element.className = className;
    element.append(...nodes);
    return element;
  };

  /** The entry of a source in the list of sources, a line a language. */
  const source = (link: Element): Node => {
    const entry = document.getElementById((link.getAttribute('href') ?? '').slice(1))?.nextElementSibling;
    if (!entry) return document.createTextNode(link.textContent ?? '');
    const stack = document.createElement('span');
    const lines = entry.hasAttribute('lang') ? [entry] : Array.from(entry.children);
    if (lines.length > 1) stack.className = 'stack';
    for (const line of lines) {
      const span = document.createElement('span');
      span.lang = line.getAttribute('lang') ?? '';
      span.append(page.copy(line));
      span.querySelector('.certainty')?.remove();
      stack.append(span);
    }
    return stack;
  };

  const fill = ({ fact, name, period, value, brief }: Pointed): boolean => {
    const row = page.row(fact);
    if (!row) return false;
    const [id, exact, when, formula, figures, sources] = Array.from(row.cells);
    const title = part('card-value in-line', page.copy(value ?? exact), ' · ', page.copy(period ?? when));
    title.id = 'card-value';
    card.replaceChildren(title);
    if (name) card.append(part('card-name', page.copy(name)));
    if (!brief) {
      if (value) card.append(part('card-exact', page.copy(exact)));
      const code = document.createElement('code');
      code.append(page.copy(id), ' = ', page.copy(formula));
      card.append(part('card-formula', code), part('card-formula', page.copy(figures)));
      for (const link of Array.from(sources?.querySelectorAll('a') ?? []))
        card.append(part('card-source', source(link)));
      const close = document.createElement('button');
      close.type = 'button';
      close.append(page.words('close'));
      close.addEventListener('click', () => {
        hide();
        from?.focus();
      });
      card.append(close);
    }
    return true;
  };

  /** Under what it tells of, above it where there is no room; the styles put it at the foot of a phone. */
  const place = (box: DOMRect): void => {
    const { offsetWidth, offsetHeight } = card;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - offsetWidth - 8));
    const below = box.bottom + 6;
    const top = below + offsetHeight > innerHeight - 8 ? box.top - offsetHeight - 6 : below;
    card.style.left = `${left}px`;
    card.style.top = `${Math.max(8, top)}px`;
  };

  const show: Cards['show'] = (what, { pin = false } = {}) => {
    clearTimeout(timer);
    if (!fill(what)) return;
    pinned = pin;
    card.classList.toggle('pinned', pin);
    card.hidden = false;
    place(what.box);
  };
  const hide = (): void => {
    clearTimeout(timer);
    pinned = false;
    card.hidden = true;
  };
  /** A moment later, so that a pointer may go over to the card. */
  const leave = (): void => {
    clearTimeout(timer);
    if (!pinned) timer = window.setTimeout(hide, 300);
  };

  const numberAt = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('a[href^="#f-"]') : null;
  const pointed = (link: HTMLElement): Pointed => ({
    fact: (link.getAttribute('href') ?? '').slice('#f-'.length),
    box: link.getBoundingClientRect(),
    brief: false,
  });

  document.addEventListener('pointerover', (event) => {
    const link = numberAt(event);
    if (link && event.pointerType === 'mouse' && !pinned) {
      clearTimeout(timer);
      timer = window.setTimeout(() => show(pointed(link)), 120);
    } else if (event.target instanceof Node && card.contains(event.target)) clearTimeout(timer);
  });
  document.addEventListener('pointerout', (event) => {
    if (numberAt(event) || (event.target instanceof Node && card.contains(event.target))) leave();
  });
  document.addEventListener('focusin', (event) => {
    const link = numberAt(event);
    if (link?.matches(':focus-visible')) show(pointed(link));
  });
  document.addEventListener('focusout', (event) => {
    if (numberAt(event)) leave();
  });
  document.addEventListener('click', (event) => {
    const link = numberAt(event);
    if (link) {
      event.preventDefault();
      from = link;
      show(pointed(link), { pin: true });
    } else if (pinned && event.target instanceof Node && !card.contains(event.target)) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !card.hidden) hide();
  });
  return { show, hide };
}
