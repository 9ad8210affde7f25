/**
 * What is looked at inside the page before it is printed. These functions run in the browser, each by itself: they may
 * not use anything from outside but their argument. They run although the page's own scripts are off; only callbacks that
 * the browser itself would call (`forEach` of a browser's list, listeners) do not. Part of `world/`.
 */

/** An `@font-face` face as CSS names it: `Brief Sans 600 normal`. */
export type Face = string;

/**
 * Loads every declared face and tells which ones failed. All of them, not only those that the text uses: what a margin
 * box of `@page` uses is not asked for before the paper is laid out, and would print in another font.
 */
export async function loadFaces(): Promise<Face[]> {
  const faces = [...(document.fonts as unknown as Iterable<FontFace>)];
  await Promise.allSettled(faces.map((face) => face.load()));
  await document.fonts.ready;
  return faces
    .filter((face) => face.status !== 'loaded')
    .map((face) => `${face.family.replace(/^["']|["']$/g, '')} ${face.weight} ${face.style}`);
}

/** Where text may stand on a named page (`''` is the ordinary one): what is between the margins, in CSS pixels. */
export interface PageArea {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** On the first page, where a rule of its own gives that another height. */
  readonly firstHeight: number;
}

/** Reads the `@page` rules: paper size less margins. Without a size it is Chromium's default, US Letter. */
export function readPageAreas(): PageArea[] {
  const pixels: Record<string, number> = {
    px: 1,
    in: 96,
    cm: 96 / 2.54,
    mm: 96 / 25.4,
    q: 96 / 101.6,
    pt: 96 / 72,
    pc: 16,
  };
  const papers: Record<string, [number, number]> = {
    a3: [297, 420],
    a4: [210, 297],
    a5: [148, 210],
    b4: [250, 353],
    b5: [176, 250],
    letter: [215.9, 279.4],
    legal: [215.9, 355.6],
  };
  const length = (text: string): number | undefined => {
    const found = /^([\d.]+)([a-z]+)$/i.exec(text);
    const unit = pixels[found?.[2]?.toLowerCase() ?? ''];
    return found && unit !== undefined ? Number(found[1]) * unit : undefined;
  };
  const paperSize = (size: string): { width?: number; height?: number } => {
    const words = size.toLowerCase().split(/\s+/);
    const named = words.map((word) => papers[word]).find((paper) => paper !== undefined);
    const [short, long] = named?.map((side) => side * (96 / 25.4)) ?? [];
    if (short !== undefined && long !== undefined)
      return words.includes('landscape') ? { width: long, height: short } : { width: short, height: long };
    const width = length(words[0] ?? '');
    const height = length(words[1] ?? '') ?? width;
    return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  };
  type Sides = { left?: number; right?: number; top?: number; bottom?: number };
  const marginsOf = (style: CSSStyleDeclaration): Sides =>
    Object.fromEntries(
      ['left', 'right', 'top', 'bottom'].flatMap((side) => {
        const found = length(style.getPropertyValue(`margin-${side}`));
        return found === undefined ? [] : [[side, found]];
      }),
    );
  let first: Sides = {};
  const paper = new Map<string, Sides & { width?: number; height?: number }>();
  const read = (rules: CSSRuleList): void => {
    for (const rule of Array.from(rules)) {
      if (rule instanceof CSSPageRule && !rule.selectorText.includes(':')) {
        const area = paper.get(rule.selectorText) ?? {};
        const size = paperSize(rule.style.getPropertyValue('size'));
        paper.set(rule.selectorText, { ...area, ...size, ...marginsOf(rule.style) });
      } else if (rule instanceof CSSPageRule && rule.selectorText === ':first') {
        first = { ...first, ...marginsOf(rule.style) };
      } else if (rule instanceof CSSMediaRule && matchMedia(rule.conditionText).matches) read(rule.cssRules);
    }
  };
  for (const sheet of Array.from(document.styleSheets)) {
    try {
      read(sheet.cssRules);
    } catch {
      // a sheet from elsewhere, which was refused
    }
  }
  const ordinary = { width: 816, height: 1056, left: 0, right: 0, top: 0, bottom: 0, ...paper.get('') };
  return [...new Set(['', ...paper.keys()])].map((name) => {
    const here = { ...ordinary, ...paper.get(name) };
    const opening = { ...here, ...first };
    return {
      ...{ name, width: here.width - here.left - here.right, height: here.height - here.top - here.bottom },
      firstHeight: opening.height - opening.top - opening.bottom,
    };
  });
}

/** An element that does not fit: the id it is found by, how much is out, in CSS pixels, and whether that is hidden. */
export interface Overflow {
  readonly block: string;
  readonly excess: number;
  readonly clipped: boolean;
}

/**
 * Looks for elements that are wider than their box, stick out of the page area, or hide part of their content. The
 * viewport must be as wide as the page area. Innermost elements only: what is around them is wide because of them.
 * @param look the named pages whose area has this width; all named pages; the largest difference that counts as fitting
 */
export function findOverflow(look: { names: string[]; known: string[]; width: number; tolerance: number }): Overflow[] {
  const found: { element: Element; excess: number; clipped: boolean }[] = [];
  /** True where all of the element is on a page that is looked at: what is around other paper has no width to keep. */
  const walk = (element: Element, page: string): boolean => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') return true;
    const { clientWidth, clientHeight } = element;
    // text for screen readers alone is clipped to a pixel on purpose
    if (style.position === 'absolute' && clientWidth <= 1 && clientHeight <= 1) return true;
    const named = style.getPropertyValue('page');
    const here = named !== 'auto' && look.known.includes(named) ? named : page;
    const inside = element instanceof SVGElement ? [] : Array.from(element.children);
    const whole = inside.map((child) => walk(child, here)).every(Boolean) && look.names.includes(here);
    if (!whole) return false;
    const box = element.getBoundingClientRect();
    const outside = box.width > 0 ? Math.max(box.right - look.width, -box.left) : 0;
    const wider = clientWidth > 0 ? element.scrollWidth - clientWidth : 0;
    const hiding = /hidden|clip|auto|scroll/.test(style.overflowY) && clientHeight > 0;
    const hides = hiding ? element.scrollHeight - clientHeight : 0;
    if (hides > look.tolerance) found.push({ element, excess: hides, clipped: true });
    else if (Math.max(outside, wider) > look.tolerance) {
      found.push({ element, excess: Math.max(outside, wider), clipped: false });
    }
    return true;
  };
  walk(document.body, '');
  return found
    .filter(({ element }) => !found.some((other) => other.element !== element && element.contains(other.element)))
    .map(({ element, excess, clipped }) => {
      const near = element.closest('[id]');
      return {
        block: near && near !== document.documentElement ? near.id : element.tagName.toLowerCase(),
        excess,
        clipped,
      };
    });
}
