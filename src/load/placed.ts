/** Answers where a value of a YAML file stands, by its path. */
import type { Placed } from '../model/content.ts';
import type { Place } from '../problem.ts';
import type { Read, Spot } from './spot.ts';

type Path = readonly (string | number)[];

function child({ inner }: Spot, step: string | number): Spot | undefined {
  if (inner === undefined) return undefined;
  return inner instanceof Map ? inner.get(String(step)) : (inner as readonly Spot[])[Number(step)];
}

/** A file as read, with its places: lines and columns are worked out from the offsets when they are asked for. */
export function placed(
  file: string,
  text: string,
  { value, spot: root }: Read,
  placeOf: (offset: number) => Place,
): Placed {
  /** The spot at the path, or of the nearest parent that exists. */
  const walk = (path: Path): { spot: Spot; whole: boolean } => {
    let spot = root;
    for (const step of path) {
      const next = child(spot, step);
      if (!next) return { spot, whole: false };
      spot = next;
    }
    return { spot, whole: true };
  };
  return {
    file,
    text,
    value,
    at: (path) => placeOf(walk(path).spot.start),
    keyAt: (path) => {
      const { spot, whole } = walk(path);
      return placeOf(whole ? (spot.key ?? spot.start) : spot.start);
    },
  };
}
