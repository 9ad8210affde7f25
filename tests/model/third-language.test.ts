/** A language that the code has never heard of prints rightly from its locale alone. */
import { describe, expect, it } from 'vitest';
import { fr } from './french.ts';
import { en } from './locales.ts';

const tied = (text: string) => text.replaceAll('_', '\u00A0').replaceAll('~', '\u202F');

describe('a locale object for French', () => {
  it('writes numbers with its own marks, grouping from ten thousand', () => {
    expect(fr.number(39826.4, 1)).toBe(tied('39~826,4'));
    expect(fr.number(1234.5, 1)).toBe('1234,5');
    expect(fr.number(-1234567, 0)).toBe(tied('\u22121~234~567'));
  });

  it('chooses plural forms by the rules of French, not of English', () => {
    expect(fr.quantity(1.5, 'usd_billion', 1)).toBe(tied('1,5_milliard_de_dollars'));
    expect(en.quantity(1.5, 'percentage_point', 1)).toBe(tied('1.5_percentage points'));
    expect(fr.quantity(0, 'person', 0)).toBe(tied('0_personne'));
    expect(en.quantity(0, 'person', 0)).toBe(tied('0_people'));
    expect(fr.quantity(2, 'usd_billion', 0)).toBe(tied('2_milliards_de_dollars'));
  });

  it('has its own ordinals, in digits and words', () => {
    expect([1, 2, 3, 21].map(fr.ordinal)).toEqual(['1er', '2e', '3e', '21e']);
    expect(fr.ordinalWord(2)).toBe('deuxième');
    expect(fr.range(1, 3, 'rank', 0)).toBe('1er–3e');
  });

  it('sets units, periods and dates by its patterns', () => {
    expect(fr.quantity(17.5, 'percent_per_year', 1)).toBe(tied('17,5_% par_an'));
    expect(fr.range(10, 11, 'percent', 0)).toBe(tied('10–11_%'));
    expect(fr.period('2006-Q1')).toBe(tied('le_premier_trimestre 2006'));
    expect(fr.period('2006-01/2006-06')).toBe(tied('janvier–juin_2006'));
    expect(fr.date('2006-02-03')).toBe(tied('3_février_2006'));
  });

  it('says changes and lists in its words', () => {
    expect(fr.change(-0.2, 'percent', 1)).toBe(tied('en baisse de 0,2_%'));
    expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c');
    expect(fr.word(7, true)).toBe('Sept');
  });
});
