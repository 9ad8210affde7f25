/** Links inside the page lead somewhere. Part of `audit`. */
import type { Sections } from '../model/document.ts';
import { type Problem, problem } from '../problem.ts';
import { placeOf } from './closed-world.ts';

/** Links to an id that nothing on the page has, each target once, at the block that the first link stands in. */
export function anchors(html: string, sections: Sections): Problem[] {
  const ids = new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
  const links = new Map(
    [...html.matchAll(/<a\b[^>]*\bhref="#([^"]*)"/g)].reverse().map(({ 1: anchor = '', index }) => [anchor, index]),
  );
  return [...links].reverse().flatMap(([anchor, index]) => {
    if (ids.has(anchor)) return [];
    const before = [...html.slice(0, index).matchAll(/\bid="([^"]+)"/g)].reverse();
    const places = before.map(([, id = '']) => placeOf(id, sections));
    // some blocks were written by the tool and have the edition as their place
    const place = places.find((each) => each?.file.startsWith('templates/'));
    return [problem('link-nowhere', place, { anchor })];
  });
}
