/** Gives each bar, point and part of a column the name of its fact, so that a page can tell what a reader points at. Part of `chart`. */
import type { Item, Scene } from './scene.ts';

/** Marks that cover a place of their own; lines, areas and rules lead from one to the next. */
const PLACES = new Set(['rect', 'symbol', 'arc']);

/** How a mark carries its fact through Vega, which writes no attributes of others but a description. */
const CARRIED = /aria-label="fact:([^"]*)"/g;

/**
 * Names the fact of every mark that stands for one, in the scenegraph itself.
 * @param paper the colour of plates behind labels, which stand for nothing
 */
export function nameMarks(root: Scene, paper: string | undefined): void {
  const visit = (scene: Scene): void => {
    for (const item of scene.items) {
      if (scene.marktype === 'group') for (const child of item.items ?? []) visit(child);
      else if (scene.role === 'mark' && PLACES.has(scene.marktype) && stands(item, paper)) {
        item.aria = true;
        item.description = `fact:${item.datum?.fact}`;
      }
    }
  };
  visit(root);
}

const stands = ({ datum, fill, stroke, opacity }: Item, paper: string | undefined): boolean =>
  datum?.fact !== undefined && opacity !== 0 && !(stroke === undefined && fill === paper);

/** The SVG with the names as `data-fact`. */
export const withFacts = (svg: string): string => svg.replace(CARRIED, 'data-fact="$1"');

/** The facts that the marks of an SVG stand for, each once, in the order of drawing. */
export const factsOf = (svg: string): string[] => [
  ...new Set([...svg.matchAll(/ data-fact="([^"]*)"/g)].map(([, fact = '']) => fact)),
];
