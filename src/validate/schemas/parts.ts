/** The small schemas that all files share: names, periods, units, numbers. Each says in `EXPECTED` what it wants. */
import * as z from 'zod';
import type { EXPECTED } from '../../messages.ts';
import { UNIT_NAMES } from '../../model/unit.ts';

export type Expectation = keyof typeof EXPECTED;

/**
 * What zod is to say: the name of our own sentence, which messages.ts says, and where it helps the names that were
 * possible, for "did you mean". Read back by `../issue.ts`.
 */
export const expect = (what: Expectation, names: readonly string[] = []) => ({
  error: `@${what}${names.length > 0 ? `:${names.join(',')}` : ''}`,
});

/** A text that matches; the same sentence whether it is no text or another one. */
export const matching = (pattern: RegExp, what: Expectation) => z.string(expect(what)).regex(pattern, expect(what));

/** A text of which something is left when it is trimmed, as `validate` does. */
export const line = (what: Expectation = 'text') => matching(/\S/, what);

const whole = (what: Expectation, least: number, most: number) =>
  z.int(expect(what)).min(least, expect(what)).max(most, expect(what));

/** What formulas can name: series, facts, items, terms. */
export const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
export const identifier = matching(IDENTIFIER, 'identifier');

const MONTH = '[0-9]{4}-(0[1-9]|1[0-2])';
/** 2005 · 2006-Q1 · 2006-01 · 2006-01/2006-04. */
export const PERIOD = new RegExp(`^([0-9]{4}|[0-9]{4}-Q[1-4]|${MONTH}|${MONTH}/${MONTH})$`);
export const period = matching(PERIOD, 'period');

export const year = whole('year', 1000, 2999);
export const decimals = whole('decimals', 0, 6);
export const number = z.number(expect('number'));
export const size = z.number(expect('size')).min(0, expect('size'));
export const truth = z.boolean(expect('truth'));
export const unit = z.enum(UNIT_NAMES, expect('unit'));
export const status = z.enum(['e', 'p', 'r', 'a', 'b'], expect('status'));

/** `2026`, unquoted, is a number in YAML; a name or date may be written so. */
const orWhole = <S extends z.ZodType>(text: S, what: Expectation) => z.union([text, z.int()], expect(what));

/** The name of a vintage: `"2026-07"`, `imf-2019-04`. */
export const vintageId = orWhole(matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'vintage'), 'vintage');
/** The name of an edition, which is also its file's and its output folder's. */
export const EDITION = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/;
export const editionId = orWhole(matching(EDITION, 'edition'), 'edition');
/** When something was published or fetched: a year, a month or a day. */
export const release = orWhole(
  matching(/^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/, 'release'),
  'release',
);
export const date = z.iso.date(expect('date'));

/** An expression of the formula language; its grammar is checked by `derive`. A lone number is one too. */
export const formula = z.union([line('formula'), z.number()], expect('formula'));

export const language = matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language');

/** A map with exactly these keys; any other is a mistake. */
export const map = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape, expect('map', Object.keys(shape)));
export const list = <S extends z.ZodType>(item: S, what: Expectation = 'list') => z.array(item, expect(what));
export const filled = expect('filled');
/**
 * A map from names to values.
 * @param holds `number`, `text` or `map` where a union has records of several kinds: tells which of them was meant
 */
export const record = <K extends z.ZodType<string, string>, V extends z.ZodType>(
  key: K,
  value: V,
  what: Expectation = 'map',
  holds?: 'number' | 'text' | 'map',
) => z.record(key, value, expect(what, holds && [holds]));

/** A map with one entry for each of the names. */
export const each = <N extends string, V extends z.ZodType>(names: readonly N[], value: (name: N) => V) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, V>, expect('map', names));
