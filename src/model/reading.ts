/** Reads printed numbers back: the inverse of format.ts, for the audit that allows no numeral without a fact. */
import type { Locale, Pattern } from './locale.ts';
import { formsOf, signIndex } from './pattern.ts';
import type { Status } from './series.ts';
import { BREAK, MINUS } from './spacing.ts';
import { UNIT_NAMES, type Unit } from './unit.ts';

/** A number as it stands in a text. */
export interface Printed {
  readonly value: number;
  /** Undefined for a number without unit words: a count, an index, a year, a table cell. */
  readonly unit: Unit | undefined;
  /** Digits shown after the decimal mark. */
  readonly decimals: number;
  /** True where thousands are grouped, which a year never is. */
  readonly grouped: boolean;
  readonly status: Status | undefined;
}

export interface Reader {
  parse(text: string): Printed | undefined;
  scan(text: string): (Printed & { readonly index: number; readonly text: string })[];
}

const SPACE = '[ \\u00A0\\u202F]';
const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const spaced = (text: string) =>
  text
    .split(/\{ \}|[ \u00A0\u202F]/)
    .map(literal)
    .join(SPACE);

/** One unit's way of writing, as the source of a regular expression. */
interface Shape {
  readonly unit: Unit | undefined;
  readonly source: string;
  /** Letters beside the number: longer shapes are tried first, `US$2 billion` before `US$2`. */
  readonly weight: number;
}

/** `39.826,4` in the locale's notation; grouped digits first, so that `2005` stays one number. */
function numberSource({ decimal, thousands }: Locale['number']): string {
  const group = /\s/.test(thousands) ? SPACE : literal(thousands);
  const whole = thousands === '' ? '\\d+' : `\\d{1,3}(?:${group}\\d{3})+(?!\\d)|\\d+`;
  return `(?:${whole})(?:${literal(decimal)}\\d+)?`;
}

function shapesOf(locale: Locale): Shape[] {
  const digits = `(${numberSource(locale.number)})`;
  const shape = (unit: Unit, form: string): Shape => {
    const [before = '', after = ''] = form.split('{n}');
    const at = signIndex(form);
    const source = `${spaced(form.slice(0, at))}([${MINUS}+])?${spaced(before.slice(at))}${digits}${spaced(after)}`;
    return { unit, source, weight: form.replaceAll(BREAK, ' ').length };
  };
  const patterns: [Unit, Pattern][] = UNIT_NAMES.filter((unit) => unit !== 'truth' && unit !== 'rank').map((unit) => [
    unit,
    locale.units[unit],
  ]);
  const named = [...patterns, ['rank', locale.ordinal] as [Unit, Pattern]]
    .flatMap(([unit, pattern]) => formsOf(pattern).map((form) => shape(unit, form)))
    .filter(({ weight }) => weight > '{n}'.length);
  const bare: Shape = { unit: undefined, source: `([${MINUS}+])?${digits}`, weight: 0 };
  return [...named.sort((a, b) => b.weight - a.weight), bare];
}

/**
 * Makes the reader of one language. A unit word must not run on into another letter or digit: `2,2 lần` is read with
 * its unit, `2 lầnx` as a bare 2. Any kind of space may stand where the printed form has a no-break space.
 */
export function reader(locale: Locale): Reader {
  const shapes = shapesOf(locale);
  const mark = `(?:${SPACE}\\[([eprab])\\])?`;
  const sources = shapes.map(({ unit, source }) => source + (unit === undefined ? '' : '(?![\\p{L}\\p{N}])') + mark);
  const anywhere = new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'gu');

  const printed = (match: RegExpMatchArray | RegExpExecArray): Printed => {
    const at = shapes.findIndex((_, index) => match[index * 3 + 2] !== undefined);
    const [sign, digits = '', status] = match.slice(at * 3 + 1, at * 3 + 4);
    const [whole = '', fraction = ''] = digits.split(locale.number.decimal);
    const size = Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`);
    return {
      value: sign === MINUS && size !== 0 ? -size : size,
      unit: shapes[at]?.unit,
      decimals: fraction.length,
      grouped: /\D/.test(whole),
      status: status as Status | undefined,
    };
  };

  return {
    parse: (text) => {
      const trimmed = text.trim();
      const [match] = trimmed.matchAll(anywhere);
      return match?.[0] === trimmed ? printed(match) : undefined;
    },
    scan: (text) =>
      [...text.matchAll(anywhere)].map((match) => ({ ...printed(match), index: match.index, text: match[0] })),
  };
}

/** Reads one printed number with its unit back; undefined where the whole text is none. See `reader` for many. */
export function parse(text: string, locale: Locale): Printed | undefined {
  return reader(locale).parse(text);
}
