/** Makes an EditionSpec of an edition's file and of its claims, with every default decided. */
import type {
  CheckSpec,
  ClaimSpec,
  EditionSpec,
  FormulaText,
  LetterSpec,
  Placed,
  StatedSpec,
} from '../model/content.ts';
import type { Lang, Text } from '../model/language.ts';
import { factsAt } from './build-shared.ts';
import { USUAL_DECIMALS } from './decimals.ts';
import { formulaAt } from './formula-text.ts';
import type { Path } from './raw.ts';
import type { CheckShape, ClaimShape, ClaimsShape } from './schemas/claims.ts';
import type { Shaped } from './shape.ts';
import { inAll, trimmed } from './trimmed.ts';

function buildCheck(shape: CheckShape, placed: Placed, path: Path): CheckSpec {
  const common = { place: placed.at(path), decides: shape.decides ?? true };
  const formula = (key: string): FormulaText => formulaAt(placed, [...path, key]);
  if ('compare' in shape) {
    const { with: stated, within, close = within } = shape;
    return { ...common, kind: 'compare', formula: formula('compare'), stated, within, close };
  }
  if ('holds' in shape) return { ...common, kind: 'holds', formula: formula('holds') };
  if ('untested' in shape) return { ...common, kind: 'untested', reason: trimmed(shape.untested) };
  if ('opinion' in shape) return { ...common, kind: 'opinion' };
  const recomputed = shape.recomputed === undefined ? undefined : formula('recomputed');
  return { ...common, kind: 'not_comparable', reason: trimmed(shape.not_comparable), formula: recomputed };
}

function buildClaim(shape: ClaimShape, placed: Placed, path: Path, languages: readonly Lang[]): ClaimSpec {
  return {
    id: shape.id,
    point: shape.point,
    text: trimmed(shape.text),
    stated: inAll(shape.stated, languages),
    recomputed: inAll(shape.recomputed, languages),
    basis: inAll(shape.basis, languages),
    strip: shape.strip ?? false,
    checks: shape.checks.map((check, i) => buildCheck(check, placed, [...path, 'checks', i])),
    verdict: shape.verdict,
    verdictPlace: placed.at([...path, 'verdict']),
    place: placed.at(path),
  };
}

function buildStated(stated: ClaimsShape['stated'], placed: Placed): StatedSpec[] {
  return Object.entries(stated ?? {}).map(([name, { value, unit, decimals, years }]) => ({
    name,
    value,
    unit,
    decimals: decimals ?? USUAL_DECIMALS[unit],
    years: years.map((_, i) => formulaAt(placed, ['stated', name, 'years', i])),
    place: placed.keyAt(['stated', name]),
  }));
}

function buildLetter(letter: NonNullable<Shaped<'edition'>['value']['letter']>, publisher: Text): LetterSpec {
  const { number, symbol, name } = letter;
  const text = (given: Text | undefined) => given && trimmed(given);
  return {
    ...{ authority: text(letter.authority), office: trimmed(letter.office ?? publisher), number, symbol },
    ...{ place: trimmed(letter.place), to: letter.to.map(trimmed), copies: (letter.copies ?? []).map(trimmed) },
    ...{ position: text(letter.position), name },
  };
}

/**
 * The edition of files that were found right.
 * @param claims undefined where no article is checked
 * @param publisher who sends a letter that names no office
 * @param last the window of the edition that this one follows
 */
export function buildEdition(
  id: string,
  { placed, value }: Shaped<'edition'>,
  claims: Shaped<'claims'> | undefined,
  languages: readonly Lang[],
  last: { readonly start: number; readonly end: number } | undefined,
  publisher: Text,
): EditionSpec {
  const { start, end } = value.window;
  return {
    id,
    window: {
      ...{ start, end, base: start - 1, prev: end - 1 },
      ...(last && { last_start: last.start, last_end: last.end }),
    },
    date: value.date,
    vintages: new Map(Object.entries(value.vintages ?? {}).map(([series, vintage]) => [series, String(vintage)])),
    series: new Map(Object.entries(value.series ?? {})),
    facts: factsAt(placed, ['facts'], value.facts ?? {}),
    previous: value.previous === undefined ? undefined : String(value.previous),
    points: value.points.map((point, i) => ({ id: point, place: placed.at(['points', i]) })),
    leftOut: Object.entries(value.left_out ?? {}).map(([point, reason]) => ({
      id: point,
      reason: trimmed(reason),
      place: placed.keyAt(['left_out', point]),
    })),
    article: claims?.value.article,
    stated: claims ? buildStated(claims.value.stated, claims.placed) : [],
    claims: claims?.value.claims.map((claim, i) => buildClaim(claim, claims.placed, ['claims', i], languages)) ?? [],
    letter: value.letter && buildLetter(value.letter, publisher),
    place: placed.at([]),
  };
}
