/** What the schemas of an edition and its claims cannot say: names of points, series, vintages, stated figures. */
import type { Placed } from '../model/content.ts';
import { closest } from '../model/nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { claimNames, type Owners } from './check-facts.ts';
import { isMap, listOf, mapOf, nameOf, type Path, valueAt } from './raw.ts';
import { doubled, unknownKey, unknownValue } from './reference.ts';
import { IDENTIFIER } from './schemas/parts.ts';

/** What the rest of the project knows. Sets are undefined where their file could not be read. */
export interface EditionKnown {
  readonly points: ReadonlySet<string>;
  readonly sources: ReadonlySet<string> | undefined;
  /** Vintages by series. */
  readonly vintages: ReadonlyMap<string, ReadonlySet<string>>;
  /** The years of every edition, as far as their files can be read. */
  readonly windows: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

function checkWindow(placed: Placed): Problem[] {
  const { start, end } = mapOf(valueAt(placed.value, ['window']));
  if (typeof start !== 'number' || typeof end !== 'number' || start <= end) return [];
  return [problem('window-order', placed.at(['window', 'end']), { start, end })];
}

function checkPins(placed: Placed, { vintages }: EditionKnown): Problem[] {
  const series = new Set(vintages.keys());
  return Object.keys(mapOf(valueAt(placed.value, ['vintages']))).flatMap((id) => {
    const unknown = unknownKey(placed, ['vintages', id], 'series', series);
    return unknown.length > 0 ? unknown : unknownValue(placed, ['vintages', id], `vintage of ${id}`, vintages.get(id));
  });
}

/** What is read instead of what: both are series, and the second stands for itself. */
function checkSeries(placed: Placed, { vintages }: EditionKnown): Problem[] {
  const known = new Set(vintages.keys());
  return Object.keys(mapOf(valueAt(placed.value, ['series']))).flatMap((id) => [
    ...unknownKey(placed, ['series', id], 'series', known),
    ...unknownValue(placed, ['series', id], 'series', known),
  ]);
}

/** The edition before is another one, and ends before this one does. */
function checkPrevious(placed: Placed, { windows }: EditionKnown): Problem[] {
  const name = nameOf(valueAt(placed.value, ['previous']));
  const { end } = mapOf(valueAt(placed.value, ['window']));
  if (name === undefined || typeof end !== 'number') return [];
  const last = windows.get(name);
  if (!last) return unknownValue(placed, ['previous'], 'edition', new Set(windows.keys()));
  return last.end < end ? [] : [problem('previous-later', placed.at(['previous']), { name, last: last.end, end })];
}

/** A fact of the edition may be one of data/facts, said otherwise; it is no series, and nothing of the formula language. */
function checkOwnFacts(placed: Placed, owners: Owners): Problem[] {
  const names = Object.keys(mapOf(valueAt(placed.value, ['facts'])));
  const others = new Map([...owners].filter(([, owner]) => !owner.startsWith('a fact,')));
  return claimNames(placed, ['facts'], names, 'a fact', others);
}

/** A point is known by its template: where no other is near, that is what is missing. */
function unknownPoint(placed: Placed, path: Path, points: ReadonlySet<string>): Problem[] {
  const name = nameOf(valueAt(placed.value, path));
  // a name of the wrong form is the schema's matter
  if (name === undefined || !IDENTIFIER.test(name)) return [];
  if (points.has(name) || closest(name, points)) return unknownValue(placed, path, 'point', points);
  return [problem('template-missing', placed.at(path), { what: 'point', name, path: `templates/points/${name}.hbs` })];
}

/** The problems of an edition file beyond its shape. */
export function checkEdition(placed: Placed, known: EditionKnown, owners: Owners): Problem[] {
  const points = listOf(valueAt(placed.value, ['points']));
  const paths = points.map((_, i): Path => ['points', i]);
  const leftOut = Object.keys(mapOf(valueAt(placed.value, ['left_out'])));
  return [
    ...checkWindow(placed),
    ...checkPins(placed, known),
    ...checkSeries(placed, known),
    ...checkPrevious(placed, known),
    ...checkOwnFacts(placed, owners),
    ...paths.flatMap((path) => unknownPoint(placed, path, known.points)),
    ...doubled(placed, paths, 'point'),
    ...leftOut.flatMap((point) =>
      points.includes(point)
        ? [problem('point-both', placed.keyAt(['left_out', point]), { point })]
        : unknownKey(placed, ['left_out', point], 'point', known.points),
    ),
  ];
}

/** The points that an edition tells or leaves out: those that its claims may belong to. */
function pointsOf(edition: Placed): Set<string> {
  const told = listOf(valueAt(edition.value, ['points'])).flatMap((point) => nameOf(point) ?? []);
  return new Set([...told, ...Object.keys(mapOf(valueAt(edition.value, ['left_out'])))]);
}

function checkCheck(placed: Placed, path: Path, stated: ReadonlySet<string>): Problem[] {
  const { within, close } = mapOf(valueAt(placed.value, path));
  const less = typeof within === 'number' && typeof close === 'number' && close < within;
  return [
    ...unknownValue(placed, [...path, 'with'], 'stated figure', stated),
    ...(less ? [problem('claim-close', placed.at([...path, 'close']), { close, within })] : []),
  ];
}

/**
 * The problems of a file of claims beyond its shape.
 * @param owners who has which name already: a stated figure stands beside facts and series in formulas
 */
export function checkClaims(placed: Placed, edition: Placed, known: EditionKnown, owners: Owners): Problem[] {
  const value = mapOf(placed.value);
  const stated = Object.keys(mapOf(value.stated));
  const points = isMap(edition.value) ? pointsOf(edition) : undefined;
  const claims = listOf(value.claims).map((claim, i) => ({ path: ['claims', i], claim: mapOf(claim) }));
  return [
    ...unknownValue(placed, ['article'], 'source', known.sources),
    ...claimNames(placed, ['stated'], stated, 'a stated figure', owners),
    ...doubled(
      placed,
      claims.map(({ path }) => [...path, 'id']),
      'claim',
    ),
    ...claims.flatMap(({ path, claim }) => [
      ...unknownValue(placed, [...path, 'point'], 'point', points),
      ...listOf(claim.checks).flatMap((_, i) => checkCheck(placed, [...path, 'checks', i], new Set(stated))),
    ]),
  ];
}
