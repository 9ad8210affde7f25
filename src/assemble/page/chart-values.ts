/** In the reader's browser: the value of each bar, point and part of a column, under the pointer, a finger or the arrow keys. Part of `assemble`. */
import type { Cards, Pointed } from './cards.ts';
import type { Page } from './shared.ts';

/** Makes every chart of the page tell its values. */
export function chartValues(page: Page, cards: Cards): void {
  /** A pointer so many pixels from a mark means it. */
  const REACH = 32;

  interface Mark {
    readonly fact: string;
    readonly element: Element;
    /** In the window; of a drawing that repeats another, the marks of that one, moved. */
    readonly box: DOMRect;
  }

  const shown = (element: Element): boolean =>
    element.getClientRects().length > 0 && element.getBoundingClientRect().width > 0;

  /** The marks of the drawing under a point, or of the first that shows, each fact once. */
  const marksOf = (chart: Element, event?: PointerEvent | MouseEvent): Mark[] => {
    const drawings = Array.from(chart.querySelectorAll('svg')).filter(shown);
    const drawing = drawings.find((svg) => {
      const { top, bottom } = svg.getBoundingClientRect();
      return event !== undefined && event.clientY >= top && event.clientY <= bottom;
    });
    const svg = drawing ?? drawings[0];
    if (!svg) return [];
    const origin = svg.querySelector('use') ? drawings[0] : svg;
    if (!origin) return [];
    const [to, at] = [svg.getBoundingClientRect(), origin.getBoundingClientRect()];
    const marks = new Map<string, Mark>();
    for (const element of Array.from(origin.querySelectorAll('[data-fact]'))) {
      const fact = element.getAttribute('data-fact') ?? '';
      if (marks.has(fact) || element.getClientRects().length === 0) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      marks.set(fact, { fact, element, box: new DOMRect(x + to.x - at.x, y + to.y - at.y, width, height) });
    }
    return Array.from(marks.values());
  };

  /** The nearest mark. Of bars that begin on one line only the way along the others counts in full. */
  const nearest = (marks: readonly Mark[], { clientX, clientY }: MouseEvent): Mark | undefined => {
    const first = marks[0]?.box;
    const lying =
      first !== undefined && marks.length > 1 && marks.every(({ box }) => Math.abs(box.left - first.left) < 1);
    const [across, down] = lying ? [0.2, 1] : [1, 0.2];
    let [found, least] = [undefined as Mark | undefined, REACH];
    for (const mark of marks) {
      const { left, right, top, bottom } = mark.box;
      const dx = Math.max(left - clientX, 0, clientX - right);
      const dy = Math.max(top - clientY, 0, clientY - bottom);
      const distance = Math.hypot(dx * across, dy * down);
      if (distance < least) [found, least] = [mark, distance];
    }
    return found;
  };

  /** What the chart's own table says of a fact: the names of row and column, and the number as it is printed. */
  const described = (chart: Element, { fact, box }: Mark): Pointed => {
    const table = chart.closest('.figure')?.querySelector('table.numbers');
    const cell = Array.from(table?.querySelectorAll('td') ?? []).find(
      (each) => each.querySelector('a')?.getAttribute('href') === `#f-${fact}`,
    );
    const row = cell?.parentElement;
    const name = row?.querySelector('th') ?? chart.closest('.key')?.querySelector('.label');
    const heads = table?.querySelectorAll('thead th');
    return {
      fact,
      box,
      brief: true,
      name,
      value: cell,
      period: cell && heads && heads.length > 0 ? heads[cell.cellIndex] : undefined,
    };
  };

  for (const chart of Array.from(document.querySelectorAll('.chart'))) {
    if (!chart.querySelector('[data-fact]')) continue;
    let current: Mark | undefined;
    const hint = document.createElement('span');
    hint.className = 'unseen';
    hint.id = `keys-${chart.id}`;
    hint.append(page.words('chart'));
    chart.append(hint);
    chart.setAttribute('tabindex', '0');
    chart.setAttribute('role', 'group');
    chart.setAttribute('aria-labelledby', hint.id);

    const light = (mark: Mark | undefined): void => {
      current?.element.classList.remove('lit');
      mark?.element.classList.add('lit');
      current = mark;
    };
    const tell = (mark: Mark | undefined, whole = false): void => {
      if (mark?.fact !== current?.fact || whole) {
        if (mark) cards.show({ ...described(chart, mark), brief: !whole }, { pin: whole });
        else cards.hide();
      }
      light(mark);
    };
    const off = (): void => tell(undefined);

    chart.addEventListener('pointermove', (event) => {
      if (event instanceof PointerEvent && event.pointerType === 'mouse') tell(nearest(marksOf(chart, event), event));
    });
    chart.addEventListener('pointerleave', (event) => {
      if (event instanceof PointerEvent && event.pointerType === 'mouse') off();
    });
    chart.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent)) return;
      const mark = nearest(marksOf(chart, event), event);
      if (!mark) return;
      event.stopPropagation();
      // The first touch tells the value, a second one everything.
      tell(mark, mark.fact === current?.fact);
    });
    chart.addEventListener('blur', off);
    chart.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent)) return;
      const marks = marksOf(chart);
      const at = marks.findIndex(({ fact }) => fact === current?.fact);
      const to: Record<string, number> = {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at < 0 ? marks.length - 1 : at - 1,
        ArrowUp: at < 0 ? marks.length - 1 : at - 1,
        Home: 0,
        End: marks.length - 1,
      };
      const index = to[event.key];
      if (index !== undefined) {
        event.preventDefault();
        tell(marks[Math.max(0, Math.min(index, marks.length - 1))]);
      } else if (event.key === 'Enter' && current) tell(current, true);
      else if (event.key === 'Escape') light(undefined);
    });
  }
}
