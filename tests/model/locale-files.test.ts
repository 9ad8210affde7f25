/** The shipped locale files: complete, congruent, readable by a translator, and true to the house rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { VERDICTS } from '../../src/model/ledger.ts';
import { WORDS } from '../../src/model/locale.ts';
import { formsOf } from '../../src/model/pattern.ts';
import { names } from '../../src/model/phrase.ts';
import { UNIT_NAMES } from '../../src/model/unit.ts';
import { rawLocale } from './locales.ts';

const LANGUAGES = ['vi', 'en'];
const textOf = (lang: string) => readFileSync(new URL(`../../templates/locales/${lang}.yaml`, import.meta.url), 'utf8');
const raw = { vi: rawLocale('vi'), en: rawLocale('en') };

/** Every string of a parsed file with its path. */
function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}/${key}`));
}

/** The keys of a parsed file; plural forms and month runs may differ from language to language. */
const shape = (value: object): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !('other' in inner) && key !== 'monthRuns'
      ? shape(inner).map((deeper) => `${key}/${deeper}`)
      : [key],
  );

describe('the locale files', () => {
  it('have the same keys', () => {
    expect(shape(raw.vi)).toEqual(shape(raw.en));
  });

  test.each(LANGUAGES)('%s has every unit, word, verdict, mark and month', (lang) => {
    const locale = rawLocale(lang);
    expect(Object.keys(locale.units)).toEqual([...UNIT_NAMES]);
    expect(Object.keys(locale.unitNames)).toEqual([...UNIT_NAMES]);
    expect(Object.keys(locale.words)).toEqual([...WORDS]);
    expect(Object.keys(locale.verdicts)).toEqual([...VERDICTS]);
    expect(Object.keys(locale.statuses)).toEqual(['e', 'p', 'r', 'a', 'b', 'x']);
    expect(Object.keys(locale.certainties)).toEqual(['A', 'B', 'C', 'P']);
    expect([locale.monthNames.length, locale.monthNamesShort.length]).toEqual([12, 12]);
    expect([locale.numberWords.length, locale.ordinalWords.length]).toEqual([21, 10]);
    for (const pattern of [...Object.values(locale.units), locale.ordinal]) {
      for (const form of formsOf(pattern)) expect(form.split('{n}')).toHaveLength(2);
    }
  });

  test.each(LANGUAGES)('%s is composed text without stray characters', (lang) => {
    const text = textOf(lang);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[\u00A0\u200B\u202F\u2011\u2060\uFEFF\t]| $/m);
  });

  test.each(LANGUAGES)('%s explains every fixed label to a translator', (lang) => {
    const lines = textOf(lang).split('\n');
    const start = lines.indexOf('phrases:');
    const bare = lines.filter(
      (line, at) => at > start && /^ {2}[a-z_]+\.[\w.]+:/.test(line) && !/^ {2}# /.test(lines[at - 1] ?? ''),
    );
    expect(bare).toEqual([]);
  });

  test.each(LANGUAGES)(
    '%s has phrases that are written rightly and name years only, or what the article stated',
    (lang) => {
      for (const [key, text] of Object.entries(rawLocale(lang).phrases)) {
        const { faults, facts } = names(text);
        const others = facts.filter(({ name }) => !name.startsWith('stated_'));
        expect([key, faults, key.startsWith('chart.') ? [] : others]).toEqual([key, [], []]);
      }
    },
  );

  it('keep one spelling of tỷ, and the tone marks of the house', () => {
    for (const [path, text] of strings(raw.vi))
      expect([path, text]).not.toEqual([path, expect.stringMatching(/tỉ|hoá(?!n)|thuỷ|hàng năm/)]);
  });

  it('let no Vietnamese into English', () => {
    const letters = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/;
    for (const [path, text] of strings(raw.en))
      expect([path, text]).not.toEqual([path, expect.stringMatching(letters)]);
  });
});
